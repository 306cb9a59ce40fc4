"""Groups of three or four, mixed: for working together at a meeting.

Who is in the room can be with anybody there, so times and journeys do not count. Blocks and what a
coordinator ruled out always hold; then as few of one school together as can be, as few repeats;
then what is mixed: sector, phase, subject, experience.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from bot.core.pairing import points
from bot.core.pairing.past import past
from bot.core.pairing.people import PAIR, Question, Someone
from bot.core.pairing.pool import Pool, said, shared
from bot.core.pairing.table import OLDEST, Longs

Groups = list[list[int]]
KICKS, SHAKEN = 40, 3
"""So often is the best so far shaken by so many exchanges, and mended anew."""


def groups(people: Sequence[Someone], question: Question) -> tuple[Groups, list[int]]:
    """The groups, as equal as can be and nobody alone, and who is over."""
    if len(people) < PAIR:
        return [], list(range(len(people)))
    pool = Pool(people, same_school=not question.rules.avoid_same_school)
    cost, never = _cost(pool, question)
    rng = random.Random(question.seed)  # noqa: S311 -- chance among equals, not a secret
    count = -(-len(people) // question.rules.size)
    group = np.arange(len(people)) % count
    best, least = group, _mend(group, cost)
    for _ in range(KICKS):
        group = best.copy()
        for _ in range(SHAKEN):
            a, b = rng.sample(range(len(people)), 2)
            group[a], group[b] = group[b], group[a]
        now = _mend(group, cost)
        if now < least:
            best, least = group, now
    found: Groups = [np.flatnonzero(best == number).tolist() for number in range(count)]
    return _parted(found, never)


def mix(pool: Pool) -> Longs:
    """What each two bring that is different."""
    everybody = slice(0, len(pool.people))
    known = pool.sector >= 0
    found = points.SECTOR * (known[:, None] & known & (pool.sector[:, None] != pool.sector))
    for marks, worth in ((pool.phases, 2 * points.PHASE), (pool.subjects, points.SUBJECT)):
        gave = said(marks)
        found = found + worth * (gave[:, None] & gave & ~shared(marks, everybody, marks))
    return np.asarray(found + pool.gap(everybody), dtype=np.int64)


def _cost(pool: Pool, question: Question) -> tuple[Longs, set[tuple[int, int]]]:
    """What it costs to put two together, and who never may."""
    size = len(pool.people)
    places = {one.id: place for place, one in enumerate(pool.people)}
    level = points.MOST * size * question.rules.size
    cost = -mix(pool)
    before = past(question.history, places)
    repeat = np.zeros_like(cost)
    for (a, b), rank in before.last.items():
        repeat[a, b] = repeat[b, a] = 2 * OLDEST + max(0, rank - before.rounds + OLDEST)
    cost += level * repeat
    level *= 3 * OLDEST * size
    cost += level * pool.same(slice(0, size))
    level *= size * question.rules.size
    never = set()
    for two in question.rules.blocks | question.rules.apart:
        if two <= places.keys() and len(two) == PAIR:
            a, b = sorted(places[one] for one in two)
            never.add((a, b))
            cost[a, b] = cost[b, a] = level
    np.fill_diagonal(cost, 0)
    return cost, never


def _mend(group: np.ndarray[tuple[int], np.dtype[np.int64]], cost: Longs) -> int:
    """Exchanges the two who gain most by it, until nobody does; returns twice what is left."""
    rows = np.arange(len(group))
    while True:
        member = group[:, None] == np.arange(group.max() + 1)
        with_group = cost @ member
        own = with_group[rows, group]
        change = with_group[:, group]
        change = change + change.T - own[:, None] - own - 2 * cost
        change[group[:, None] == group] = 0
        a, b = divmod(int(change.argmin()), len(group))
        if change[a, b] >= 0:
            return int(own.sum())
        group[a], group[b] = group[b], group[a]


def _parted(found: Groups, never: set[tuple[int, int]]) -> tuple[Groups, list[int]]:
    """Who still sits with somebody they never may goes to another group, or is over."""
    over: list[int] = []

    def clash(one: int, group: Sequence[int]) -> bool:
        return any((min(one, other), max(one, other)) in never for other in group)

    for group in found:
        for one in list(group):
            if clash(one, group):
                group.remove(one)
                fits = [to for to in found if to is not group and to and not clash(one, to)]
                if fits:
                    min(fits, key=len).append(one)
                else:
                    over.append(one)
    for lone in [group for group in found if len(group) == 1]:
        found.remove(lone)
        fits = [to for to in found if not clash(lone[0], to)]
        if fits:
            min(fits, key=len).append(lone[0])
        else:
            over.append(lone[0])
    return [group for group in found if group], over
