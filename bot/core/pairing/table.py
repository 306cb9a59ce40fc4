"""What it is worth to put two people together, with all that comes before worth, in one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bot.core.pairing import points
from bot.core.pairing.exact import Edge
from bot.core.pairing.past import Past
from bot.core.pairing.pool import Bools, Ints


class Table:
    """Who may be with whom, and the weight of it: a repeat less outweighs any age of repeats, and
    this any worth, for so many people (Python's whole numbers have no end).
    """

    def __init__(self, worth: Ints, may: Bools, past: Past, waited: Sequence[int]) -> None:
        self.size = len(waited)
        self.worth = worth
        self.may = may
        self.past = past
        self.waited = waited
        most = 3 * self.size + 3
        self.age = most * points.MOST
        self.repeat = self.age * most * (past.rounds + 1)
        self.wait = self.repeat * most

    def weight(self, a: int, b: int) -> int:
        """The two, in one number."""
        two = (a, b) if a < b else (b, a)
        met = self.past.last.get(two)
        minus = self.repeat + self.age * met if met else 0
        waited = self.waited[a] + self.waited[b]
        return int(self.worth[a, b]) + self.wait * waited - minus

    def edges(self) -> Iterator[Edge]:
        """Each two who may be together, with their weight."""
        rows, columns = np.nonzero(np.triu(self.may))
        for a, b in zip(rows.tolist(), columns.tolist(), strict=True):
            yield a, b, self.weight(a, b)
