"""Deals a round: who goes with whom, who is left out and why."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.core.pairing import left_out, mixed, pairs, terms
from bot.core.pairing.past import Past, past
from bot.core.pairing.people import (
    PAIR,
    TRIO,
    Dealt,
    Group,
    Keys,
    LeftOut,
    Question,
    Rules,
    Someone,
)
from bot.core.pairing.pool import alone


@dataclass(frozen=True, slots=True)
class Round:
    """The groups by id, who is over, and the bound on the worth of those that were not given."""

    groups: list[tuple[str, ...]]
    over: list[str]
    bound: int | None


def deal(question: Question) -> Dealt:
    """Everybody in a group who can be; then the fewest and oldest repeats; then the most worth."""
    here = sorted((one for one in question.people if not one.paused), key=lambda one: one.id)
    kept = _together(question.rules, {one.id for one in here})
    locked = set(chain.from_iterable(kept))
    free = [one for one in here if one.id not in locked]
    random.Random(question.seed).shuffle(free)  # noqa: S311 -- chance among equals, no secret
    found = _found(free, question)
    by_id = {one.id: one for one in here}
    places = {one.id: place for place, one in enumerate(here)}
    before = past(question.history, places)
    alike = lonely(here)
    told, worth, repeats = [], [], 0
    for ids in [*kept, *found.groups]:
        members = [by_id[one] for one in _third_last(ids, places, before)]
        again = before.repeats(places[one.id] for one in members)
        repeats += again
        if question.rules.size > PAIR:
            told.append(Group(_ids(members), terms.mixed(members), again > 0))
            worth.append(terms.mix(members))
        else:
            told.append(Group(_ids(members), terms.of_group(members, alike), again > 0))
            worth.append(terms.worth(members, alike))
    out = [LeftOut(one.id, "paused") for one in question.people if one.paused]
    out += left_out.why(here, sorted(found.over), question.rules)
    given = sum(worth[: len(kept)])
    bound = None if found.bound is None else found.bound + given
    return Dealt(tuple(told), tuple(out), repeats, sum(worth), bound)


def _found(free: Sequence[Someone], question: Question) -> Round:
    if question.rules.size > PAIR:
        groups, over = mixed.groups(free, question)
        return Round(
            [_ids([free[one] for one in group]) for group in groups], _at(free, over), None
        )
    found = pairs.pairs(free, question)
    groups_ = [_ids([free[one] for one in group]) for group in found.groups]
    return Round(groups_, _at(free, found.over), found.bound)


def _ids(people: Sequence[Someone]) -> tuple[str, ...]:
    return tuple(one.id for one in people)


def _at(people: Sequence[Someone], places: Sequence[int]) -> list[str]:
    return [people[place].id for place in places]


def _third_last(ids: Sequence[str], places: dict[str, int], before: Past) -> Sequence[str]:
    """The third of a trio stands last, and is nobody who was a third last time."""
    if len(ids) != TRIO:
        return ids
    return sorted(ids, key=lambda one: places[one] in before.thirds)[::-1]


def _together(rules: Rules, here: set[str]) -> list[tuple[str, ...]]:
    """The groups that stay, of those who are here; a block is never kept, whoever asked for it."""
    kept: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for group in rules.together:
        members = tuple(dict.fromkeys(one for one in group if one in here and one not in taken))
        blocked = any(block <= set(members) for block in rules.blocks)
        if len(members) > 1 and not blocked:
            kept.append(members)
            taken.update(members)
    return kept


def lonely(people: Sequence[Someone]) -> dict[str, Keys]:
    """Of each person what nobody else of their school has; "" the regions of only one person."""
    regions = Counter(one.region for one in people if one.region)
    rural = frozenset(region for region, count in regions.items() if count == 1)
    return {"": rural, **{one.id: keys for one, keys in zip(people, alone(people), strict=True)}}
