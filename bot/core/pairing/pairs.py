"""Pairs, and a trio where the number is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.pairing.exact import matching
from bot.core.pairing.past import past
from bot.core.pairing.people import Question, Someone
from bot.core.pairing.pool import Pool
from bot.core.pairing.table import Table


@dataclass(frozen=True, slots=True)
class Found:
    """Groups of places, who is over, and what no answer of the same repeats could surpass."""

    groups: list[tuple[int, ...]]
    over: list[int]
    bound: int | None = None


def pairs(people: Sequence[Someone], question: Question) -> Found:
    """The best pairs of these people."""
    if len(people) < 2:
        return Found([], list(range(len(people))))
    places = {one.id: place for place, one in enumerate(people)}
    pool = Pool(people, same_school=not question.rules.avoid_same_school)
    everybody = slice(0, len(people))
    may = pool.allowed(everybody)
    for two in question.rules.blocks | question.rules.apart:
        if two <= places.keys() and len(two) == 2:
            a, b = (places[one] for one in two)
            may[a, b] = may[b, a] = False
    before = past(question.history, places)
    table = Table(pool.worth(everybody), may, before, [one.waited for one in people])
    return _solve(table)


def _solve(table: Table) -> Found:
    groups: list[tuple[int, ...]] = list(matching(table.edges()))
    met = {one for group in groups for one in group}
    over = [one for one in range(table.size) if one not in met]
    for one in list(over):
        joined = [
            (table.weight(one, a) + table.weight(one, b), a, b)
            for a, b in (group for group in groups if len(group) == 2)
            if table.may[one, a] and table.may[one, b]
        ]
        if joined:
            _, a, b = max(joined)
            groups.remove((a, b))
            groups.append((a, b, one))
            over.remove(one)
    return Found(groups, over)
