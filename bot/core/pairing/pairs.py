"""Pairs, and a trio where the number is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.pairing import ahead, bounds, country, sparse, trios
from bot.core.pairing.exact import Two, matching
from bot.core.pairing.past import Past, past
from bot.core.pairing.people import DENSE, PAIR, Question, Someone
from bot.core.pairing.pool import Pool
from bot.core.pairing.table import Table


@dataclass(frozen=True, slots=True)
class Found:
    """Groups of places, who is over, and what no answer of the same repeats could surpass."""

    pairs: list[Two]
    over: list[int]
    trios: list[trios.Trio] = field(default_factory=list)
    bound: int | None = None

    @property
    def groups(self) -> list[tuple[int, ...]]:
        """The trios, then the pairs."""
        return [*self.trios, *self.pairs]


def pairs(people: Sequence[Someone], question: Question) -> Found:
    """The best pairs of these people."""
    if len(people) < PAIR:
        return Found([], list(range(len(people))), bound=0)
    if len(people) > country.LARGE:
        return _country(people, question)
    table = tabled(people, question)
    found = solve(table)
    if not found.over and not found.trios:
        found = replace(found, pairs=ahead.chosen(table, found.pairs, question.seed))
    return replace(found, bound=bound(table, found))


def _places(people: Sequence[Someone], question: Question) -> tuple[Pool, Past, set[Two]]:
    """The people in columns, their past, and who may never be together."""
    places = {one.id: place for place, one in enumerate(people)}
    pool = Pool(people, same_school=not question.rules.avoid_same_school)
    never = set()
    for two in question.rules.blocks | question.rules.apart:
        if two <= places.keys() and len(two) == PAIR:
            a, b = sorted(places[one] for one in two)
            never.add((a, b))
    return pool, past(question.history, places), never


def tabled(people: Sequence[Someone], question: Question) -> Table:
    """What each two are worth, of people of whom there may be a table of all with all."""
    pool, before, never = _places(people, question)
    everybody = slice(0, len(people))
    may = pool.allowed(everybody)
    for a, b in never:
        may[a, b] = may[b, a] = False
    return Table(pool.worth(everybody), may, before, [one.waited for one in people])


def _country(people: Sequence[Someone], question: Question) -> Found:
    pool, before, never = _places(people, question)
    crowd = country.Crowd(pool, before, frozenset(never), [one.waited for one in people])
    found, price = country.pairs(crowd)
    threes = country.trios(crowd, found)
    over = sorted(set(range(len(people))).difference(*found, *threes))
    most = None if price is None else country.bound(crowd, price, [*threes, *found])
    return Found(found, over, threes, most)


def solve(table: Table) -> Found:
    """Everybody in a pair, or in a trio, who can be; `bound` is of the weight, if it is known."""
    if table.size <= DENSE:
        edges = table.edges(table.may)
        found = matching(edges)
    else:
        edges, found = sparse.solve(table)
    people = list(range(table.size))
    threes: list[trios.Trio] = []
    over = sorted(set(people).difference(*found))
    proven = table.size <= DENSE and not over
    reach: int | None = sum(map(table.of_group, found)) if proven else None
    while over and (placed := trios.place(table, edges, found, people)):
        threes.append(placed.trio)
        found, over = placed.pairs, placed.over
        reach = placed.reach if not over and len(threes) == 1 else None
        people = [one for one in people if one not in placed.trio]
        edges = [edge for edge in edges if not {*edge[:2]} & {*placed.trio}]
    return Found(found, over, threes, reach)


def bound(table: Table, found: Found) -> int:
    """No groups of the same number of people and of repeats are worth more than this: in a small
    network the most there can be, found with the ages of repeats and last round's trio forgotten.
    """
    worth, repeats = table.of_worth(found.groups), table.repeats(found.groups)
    if table.size <= DENSE and found.bound is not None:
        if not repeats and not (table.threes.any() and table.size % 2):
            return max(worth, found.bound)
        plain = table.plain()
        again = solve(plain)
        if again.bound is not None and table.repeats(again.groups) == repeats:
            return max(worth, again.bound + repeats * plain.again(1))
    return max(worth, bounds.bound(table, found.groups))
