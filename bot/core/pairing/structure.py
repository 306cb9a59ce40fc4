"""Whether more people could be matched, and if not, who may be the one that is over.

A forest of alternating paths from everybody who is over (Edmonds 1965). Where no path reaches
another tree, the matching is as large as can be, and the outer people are exactly those whom some
largest matching leaves over, in components of odd size (Gallai and Edmonds; Lovasz and Plummer,
Matching Theory, 3.2).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np

from bot.core.pairing.pool import Bools

Two = tuple[int, int]


class Forest:
    """Grown once; then `more` holds pairs with which more could be matched (none: it is the
    largest), and `parts()` the components of those who may be over.
    """

    def __init__(self, may: Bools, mate: Sequence[int], people: Sequence[int]) -> None:
        """`mate` is the partner of each place, or -1; only `people` take part."""
        self.mate = mate
        self.people = people
        self.base = list(range(len(mate)))
        self.parent = [-1] * len(mate)
        self.root = [-1] * len(mate)
        self.outer = [False] * len(mate)
        self.more: list[Two] = []
        self._grow(_near(may, people))

    def _grow(self, near: Callable[[int], list[int]]) -> None:
        used: list[Two] = []
        waiting = deque(one for one in self.people if self.mate[one] < 0)
        for one in waiting:
            self.outer[one], self.root[one] = True, one
        while waiting:
            one = waiting.popleft()
            for other in near(one):
                if self.base[other] == self.base[one]:
                    continue
                if self.root[other] < 0:
                    self.parent[other], self.root[other] = one, self.root[one]
                    used.append((one, other))
                    partner = self.mate[other]
                    self.outer[partner], self.root[partner] = True, self.root[one]
                    waiting.append(partner)
                elif self.outer[other] and self.root[other] != self.root[one]:
                    self.more = [(one, other), *used]
                    return
                elif self.outer[other]:
                    used.append((one, other))
                    waiting.extend(self._shrink(one, other))

    def _path(self, one: int) -> list[int]:
        """The bases from an outer place up to its root."""
        found = [self.base[one]]
        while (inner := self.mate[found[-1]]) >= 0:
            found.append(self.base[self.parent[inner]])
        return found

    def _shrink(self, one: int, other: int) -> list[int]:
        """Two outer places of one tree meet: all on the odd circle become outer, of one base."""
        above = set(self._path(other))
        top = next(base for base in self._path(one) if base in above)
        circle, fresh = {top}, []
        for start in (one, other):
            place = start
            while self.base[place] != top:
                inner = self.mate[self.base[place]]
                circle |= {self.base[place], self.base[inner]}
                if not self.outer[inner]:
                    self.outer[inner] = True
                    fresh.append(inner)
                place = self.parent[inner]
        for place in self.people:
            if self.base[place] in circle:
                self.base[place] = top
        return fresh

    def parts(self) -> list[list[int]]:
        """The components of those who may be over; each largest matching leaves at most one of a
        component over.
        """
        found: dict[int, list[int]] = {}
        for one in self.people:
            if self.outer[one]:
                found.setdefault(self.base[one], []).append(one)
        return list(found.values())


def _near(may: Bools, people: Sequence[int]) -> Callable[[int], list[int]]:
    allowed = np.zeros(len(may), dtype=bool)
    allowed[list(people)] = True

    def near(one: int) -> list[int]:
        found: list[int] = np.flatnonzero(may[one] & allowed).tolist()
        return found

    return near


def mates(pairs: Sequence[Sequence[int]], size: int) -> list[int]:
    """The partner of each place, or -1."""
    found = [-1] * size
    for a, b in pairs:
        found[a], found[b] = b, a
    return found
