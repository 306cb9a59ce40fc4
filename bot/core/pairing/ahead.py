"""Looks ahead when few partners are left, so that the last clean rounds stay possible.

The best pairs of today can leave a rest of which no repeat-free round can be made. As long as each
person has not met half of all others there is always a next round (Dirac), and as far as anybody
knows the whole rest can be split into rounds (the conjecture on one-factorisations, proven for
large networks); so it is enough to look from there on.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.core.pairing import points
from bot.core.pairing.colouring import rounds
from bot.core.pairing.exact import Two, matching
from bot.core.pairing.pool import Bools
from bot.core.pairing.table import Table

MOST = 60
"""In larger networks the last rounds are years away."""
FIRST, THEN = 1_500, 40_000
"""Steps for a rest that keeps today's best pairs, and for one that is split anew."""
OTHERS, TURNS = 8, 3
"""Where not all have met equally often: so many other rounds are looked at, so often each."""


def chosen(table: Table, best: list[Two], seed: int) -> list[Two]:
    """Today's pairs: the best, if the rest can still be split into rounds; else those of a split
    that are worth most.
    """
    new = table.may & ~table.met
    left = new.sum(axis=1)
    most, least = int(left.max()), int(left.min())
    late = most <= table.size // 2 + 2
    if table.size > MOST or not late or least <= 1 or table.repeats(best):
        return best
    rng = random.Random(seed)  # noqa: S311 -- a search by chance, not a secret
    if most > least:
        return _longest(table, best, rng)
    edges = [(a, b) for a, b, _ in table.edges(new)]
    for pairs in [best, *_nearly(table, new, rng)]:
        rest = set(edges).difference(pairs)
        if rounds(table.size, sorted(rest), most - 1, rng, FIRST) is not None:
            return pairs
    split = rounds(table.size, edges, most, rng, THEN)
    if split is None:
        return best
    return max(split, key=lambda one: _weight(table, one))


def _nearly(table: Table, new: Bools, rng: random.Random) -> Iterator[list[Two]]:
    """Pairs that are worth nearly as much as the best, then less and less."""
    for turn in range(1, OTHERS + 1):
        noise = turn * points.MOST // (2 * OTHERS)
        yield matching((a, b, one + rng.randrange(noise)) for a, b, one in table.edges(new))


def _weight(table: Table, pairs: Iterable[Two]) -> int:
    return sum(map(table.of_group, pairs))


def _longest(table: Table, best: list[Two], rng: random.Random) -> list[Two]:
    """Of today's best pairs, and some that are nearly as good, those after which most clean rounds
    may follow, as far as some tries show.
    """
    new = table.may & ~table.met
    found, longest = best, _follow(new, best, rng)
    for pairs in _nearly(table, new, rng):
        follow = _follow(new, pairs, rng) if len(pairs) == len(best) else -1
        if follow > longest:
            found, longest = pairs, follow
    return found


def _follow(new: Bools, pairs: Sequence[Two], rng: random.Random) -> int:
    """How many clean rounds follow these pairs, in the best of some tries."""
    most = 0
    for _ in range(TURNS):
        rest, today, clean = new.copy(), list(pairs), -1
        while len(today) == len(pairs):
            clean += 1
            for a, b in today:
                rest[a, b] = rest[b, a] = False
            today = _by_chance(rest, rng)
        most = max(most, clean)
    return most


def _by_chance(new: Bools, rng: random.Random) -> list[Two]:
    """As many new pairs as there can be, the ones whose people have few others left before."""
    left = new.sum(axis=1).tolist()
    rows, columns = np.nonzero(np.triu(new))
    top = 2 * max(left, default=0)
    return matching(
        (a, b, 100 * (top - left[a] - left[b]) + rng.randrange(400))
        for a, b in zip(rows.tolist(), columns.tolist(), strict=True)
    )
