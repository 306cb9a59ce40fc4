"""What it is worth to put two people together, with all that comes before worth, in one number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from bot.core.pairing import points
from bot.core.pairing.exact import Edge
from bot.core.pairing.past import Past
from bot.core.pairing.pool import Bools, Ints

Longs = npt.NDArray[np.int64]
OLDEST, LONGEST = 255, 15
"""Repeats further apart than so many rounds, and longer waits, count alike."""


class Table:
    """Who may be with whom, and the weight of it. One who waited outweighs all repeats; one repeat,
    any ages of repeats; a round of age, who was in last round's trio; and that, any worth.
    """

    def __init__(self, worth: Ints, may: Bools, past: Past, waited: Sequence[int]) -> None:
        """`worth` and `may` have a row and a column for each person."""
        self.size = len(waited)
        self.worth = worth
        self.may = may
        self.past = past
        most = self.size + 3
        self.three = most * points.MOST
        self.age = self.three * 4
        self.repeat = self.age * most * (OLDEST + 1)
        self.wait: Longs = np.minimum(np.array(waited, dtype=np.int64), LONGEST)
        self.wait *= self.repeat * most
        self.weight: Longs = worth.astype(np.int64)
        self.met: Bools = np.zeros_like(may)
        for (a, b), rank in past.last.items():
            minus = self.again(rank)
            self.weight[a, b] -= minus
            self.weight[b, a] -= minus
            self.met[a, b] = self.met[b, a] = True
        self.threes: Ints = np.zeros(self.size, dtype=np.int32)
        self.threes[list(past.threes)] = 1

    def again(self, rank: int) -> int:
        """What it costs that two meet again who met in the round of this rank."""
        return self.repeat + self.age * max(1, rank - self.past.rounds + OLDEST)

    def of_group(self, group: Iterable[int]) -> int:
        """The weight of a group: of all its pairs; for a trio, less if it was in one last time."""
        members = tuple(group)
        found = sum(int(self.weight[a, b]) for a, b in combinations(members, 2))
        if len(members) > len("ab"):
            found -= self.three * int(self.threes[list(members)].sum())
        return found

    def edges(self, may: Bools) -> list[Edge]:
        """Each two of these who may be together, with their weight; who waited comes first."""
        rows, columns = np.nonzero(np.triu(may))
        weights = self.weight[rows, columns] + self.wait[rows] + self.wait[columns]
        return list(zip(rows.tolist(), columns.tolist(), weights.tolist(), strict=True))

    def plain(self) -> Table:
        """The same by the number of repeats and worth alone: what a bound is on."""
        return Table(self.worth, self.may, self.past.ageless(), [0] * self.size)

    def repeats(self, groups: Iterable[Sequence[int]]) -> int:
        """How many two of these groups were together before."""
        return sum(bool(self.met[a, b]) for group in groups for a, b in combinations(group, 2))

    def of_worth(self, groups: Iterable[Sequence[int]]) -> int:
        """The worth of these groups alone."""
        return sum(int(self.worth[a, b]) for group in groups for a, b in combinations(group, 2))
