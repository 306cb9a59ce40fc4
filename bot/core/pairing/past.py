"""Who was with whom, and how long ago; and who joined two others last time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bot.core.pairing.people import Met

Two = tuple[int, int]
"""The places of two people in the list, the smaller first."""


@dataclass(frozen=True, slots=True)
class Past:
    """`last` is of each two who were together the latest round, counted from 1 for the first that
    is known; `threes` the people of last round's groups of three, `thirds` those who joined.
    """

    rounds: int = 0
    last: dict[Two, int] = field(default_factory=dict)
    threes: frozenset[int] = frozenset()
    thirds: frozenset[int] = frozenset()

    def repeats(self, group: Iterable[int]) -> int:
        """How many two of a group were together before."""
        return sum(two in self.last for two in twos(group))

    def of(self, ranks: dict[int, int]) -> Past:
        """The past of some of these people, who get new places."""
        last = {
            _two(ranks[a], ranks[b]): rank
            for (a, b), rank in self.last.items()
            if a in ranks and b in ranks
        }
        threes = frozenset(ranks[one] for one in self.threes if one in ranks)
        thirds = frozenset(ranks[one] for one in self.thirds if one in ranks)
        return Past(self.rounds, last, threes, thirds)

    def ageless(self) -> Past:
        """As if all had been in one round, and nobody in a trio."""
        return Past(1, dict.fromkeys(self.last, 1))


def twos(group: Iterable[int]) -> Iterable[Two]:
    """Each two of a group, the smaller place first."""
    return combinations(sorted(group), 2)


def past(history: Sequence[Met], places: dict[str, int]) -> Past:
    """The past of those who have a place here."""
    rounds = {number: rank for rank, number in enumerate(sorted({m.round for m in history}), 1)}
    last: dict[Two, int] = {}
    latest: set[Two] = set()
    thirds: set[int] = set()
    for met in history:
        rank = rounds[met.round]
        if rank == len(rounds) and met.third in places:
            thirds.add(places[met.third])
        if met.a == met.b or met.a not in places or met.b not in places:
            continue
        two = _two(places[met.a], places[met.b])
        last[two] = max(last.get(two, 0), rank)
        if rank == len(rounds):
            latest.add(two)
    return Past(len(rounds), last, _threes(latest) | thirds, frozenset(thirds))


def _threes(latest: set[Two]) -> frozenset[int]:
    """Who was in a group of three: whose two partners of the last round were together as well."""
    met: dict[int, set[int]] = {}
    for a, b in latest:
        met.setdefault(a, set()).add(b)
        met.setdefault(b, set()).add(a)
    return frozenset(one for two in latest for one in two if met[two[0]] & met[two[1]])


def _two(a: int, b: int) -> Two:
    return (a, b) if a < b else (b, a)
