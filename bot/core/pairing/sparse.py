"""For more than a few people: only the best of each person are looked at, and more where needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.core.pairing import duals
from bot.core.pairing.exact import Edge, Two, matching
from bot.core.pairing.pool import Bools
from bot.core.pairing.structure import Forest, mates
from bot.core.pairing.table import Table

BEST, CHANCE = 20, 4
"""So many of the best for each person, and so many by chance, which keep the network connected."""


def solve(table: Table) -> tuple[list[Edge], list[Two]]:
    """The edges looked at, and the best pairs along them: as many as there can be, with no more
    repeats than there must be.
    """
    chosen = candidates(table)
    while True:
        edges = table.edges(chosen)
        found = matching(edges)
        more = [two for two in _more(table, found) if not chosen[two]]
        if not more:
            return edges, found
        for a, b in more:
            chosen[a, b] = chosen[b, a] = True


def candidates(table: Table) -> Bools:
    """The edges that are worth a look."""
    size = table.size
    weight = np.where(table.may, table.weight, duals.FAR)
    best = np.argpartition(weight, size - BEST, axis=1)[:, size - BEST :]
    chance = np.random.default_rng(size).integers(0, size, (size, CHANCE))
    chosen = np.zeros((size, size), dtype=bool)
    rows = np.arange(size)[:, None]
    chosen[rows, best] = True
    chosen[rows, chance] = True
    return np.asarray((chosen | chosen.T) & table.may, dtype=bool)


def _more(table: Table, found: Sequence[Two]) -> list[Two]:
    """Edges along which more people, or more meetings that are new, are possible: more new ones may
    leave others over, so it can be that all of these are looked at already, and for good.
    """
    size = table.size
    lonely = ~table.may.any(axis=1)
    people = np.flatnonzero(~lonely).tolist()
    if len(people) - 2 * len(found) > len(people) % 2:
        forest = Forest(table.may, mates(found, size), people)
        if forest.more:
            return forest.more
    new = [(a, b) for a, b in found if not table.met[a, b]]
    if len(new) == len(found):
        return []
    return Forest(table.may & ~table.met, mates(new, size), people).more
