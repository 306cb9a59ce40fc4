"""Deals a round: who goes with whom, who is left out and why."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain

from bot.core.pairing import left_out, pairs, terms
from bot.core.pairing.past import past, twos
from bot.core.pairing.people import Dealt, Group, Keys, LeftOut, Question, Rules, Someone
from bot.core.pairing.pool import alone


def deal(question: Question) -> Dealt:
    """Everybody in a group who can be; then the fewest and oldest repeats; then the most worth."""
    here = sorted((one for one in question.people if not one.paused), key=lambda one: one.id)
    kept = _together(question.rules, {one.id for one in here})
    locked = set(chain.from_iterable(kept))
    free = [one for one in here if one.id not in locked]
    random.Random(question.seed).shuffle(free)  # noqa: S311 -- chance among equals, not a secret
    found = pairs.pairs(free, question)
    alike = _alone(here)
    by_id = {one.id: one for one in here}
    groups = [*kept, *(tuple(free[place].id for place in group) for group in found.groups)]
    before = past(question.history, {one.id: place for place, one in enumerate(here)})
    places = {one.id: place for place, one in enumerate(here)}
    told, repeats = [], 0
    for group in groups:
        again = sum(two in before.last for two in twos(places[one] for one in group))
        repeats += again
        members = [by_id[one] for one in group]
        told.append(Group(group, terms.of_group(members, alike), repeat=again > 0))
    out = [LeftOut(one.id, "paused") for one in question.people if one.paused]
    over = [free[place].id for place in found.over]
    out += left_out.why(free, over, question.rules)
    score = sum(terms.worth([by_id[one] for one in group], alike) for group in groups)
    return Dealt(tuple(told), tuple(out), repeats, score, found.bound)


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


def _alone(people: Sequence[Someone]) -> dict[str, Keys]:
    """Of each person what nobody else of their school has; "" the regions of only one person."""
    regions = [one.region for one in people if one.region]
    lonely = frozenset(region for region in regions if regions.count(region) == 1)
    return {"": lonely, **{one.id: keys for one, keys in zip(people, alone(people), strict=True)}}
