"""Splits who has not met yet into rounds without a repeat: a colouring of edges.

Each edge gets a colour that neither of its ends has yet; where there is none, two colours change
places along a chain (Kempe), and where that does not help, another edge gives way. It ends after so
many steps, found or not, on every machine alike.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from bot.core.pairing.exact import Two

FREE = -1
PATIENCE = 4
"""How many steps an attempt may take for each edge."""


def rounds(
    size: int, edges: Sequence[Two], count: int, rng: random.Random, steps: int
) -> list[list[Two]] | None:
    """The edges in `count` rounds in each of which nobody is twice; None if none was found.

    A colouring comes about soon or hardly ever: so it is begun anew rather than gone on with.
    """
    turn = PATIENCE * len(edges)
    for _ in range(steps // turn + 1):
        found = _coloured(size, edges, count, rng, turn)
        if found is not None:
            return found
    return None


def _coloured(
    size: int, edges: Sequence[Two], count: int, rng: random.Random, steps: int
) -> list[list[Two]] | None:
    at = [[FREE] * count for _ in range(size)]
    waiting = list(edges)
    rng.shuffle(waiting)
    while waiting:
        steps -= 1
        if not steps:
            return None
        a, b = waiting.pop()
        colour = _colour(at, a, b, rng)
        if colour is None:
            colour = rng.choice(_free(at[a]))
            other = at[b][colour]
            at[b][colour] = at[other][colour] = FREE
            waiting.insert(rng.randrange(len(waiting) + 1), (b, other))
        at[a][colour], at[b][colour] = b, a
    return [
        [(one, row[colour]) for one, row in enumerate(at) if row[colour] > one]
        for colour in range(count)
    ]


def _free(row: Sequence[int]) -> list[int]:
    return [colour for colour, other in enumerate(row) if other == FREE]


def _colour(at: list[list[int]], a: int, b: int, rng: random.Random) -> int | None:
    """A colour that is free at both ends, perhaps after a chain has changed its two colours."""
    mine, theirs = _free(at[a]), _free(at[b])
    if common := [colour for colour in mine if at[b][colour] == FREE]:
        return rng.choice(common)
    rng.shuffle(mine)
    rng.shuffle(theirs)
    for one in mine:
        for other in theirs:
            chain = _chain(at, b, one, other)
            if chain[-1] != a:
                _swap(at, chain, one, other)
                return one
    return None


def _chain(at: Sequence[Sequence[int]], start: int, one: int, other: int) -> list[int]:
    found, colour = [start], one
    while (following := at[found[-1]][colour]) != FREE:
        found.append(following)
        colour = other if colour == one else one
    return found


def _swap(at: list[list[int]], chain: Sequence[int], one: int, other: int) -> None:
    for place in chain:
        row = at[place]
        row[one], row[other] = row[other], row[one]
