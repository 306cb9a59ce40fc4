"""Everybody who is to be dealt, in columns: what any of them is worth to all others, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from bot.core.pairing import points
from bot.core.pairing.alone import alike, alone
from bot.core.pairing.people import Keys, Someone

Bits = npt.NDArray[np.unsignedinteger]
"""A row for each person, in it one or several whole numbers: a bit for each key they have."""
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

Rows = slice | npt.NDArray[np.signedinteger]
"""Some of the people: from one to another, or by their places."""

_TOPICS = np.array(
    [
        points.topics(low, high)
        for low in range(points.TOPICS + 1)
        for high in range(points.TOPICS + 1)
    ],
    dtype=np.int32,
)
"""By how many topics the one can help with less, and the other."""
_KINDS = (np.uint8, np.uint16, np.uint32, np.uint64)


class Pool:
    """The columns, and their reckoning for some rows of people against all."""

    def __init__(self, people: Sequence[Someone], *, same_school: bool) -> None:
        """`same_school`: whether two of one school may go together."""
        self.people = people
        self.same_school = same_school
        self.schools = _several([one.schools for one in people])
        self.sector = _codes([one.sector for one in people])
        self.region = _codes([one.region for one in people])
        met = Counter(one.region for one in people if one.region)
        self.rural: Bools = np.array([met[one.region] == 1 for one in people], dtype=bool)
        self.strengths, self.needs = _two(people, _strengths, _needs)
        self.phases = _marks([one.phases for one in people])
        self.shares, self.differs = (
            np.array([points.phase(one.wish, is_shared=is_one) for one in people], dtype=np.int32)
            for is_one in (True, False)
        )
        self.subjects = _marks([one.subjects for one in people])
        lonely = alone(people)
        self.alike, self.alone = _both([alike(one) for one in people], lonely)
        self.years: Ints = np.array(
            [-1 if one.years is None else one.years for one in people], dtype=np.int32
        )
        self.times = _marks([one.times for one in people])
        self.languages = _marks([one.languages for one in people])
        self._far(people)

    def _far(self, people: Sequence[Someone]) -> None:
        """Who wants to meet in person, and which regions they would travel to."""
        known = [one.face and one.reach is not None and bool(one.region) for one in people]
        self.face: Bools = np.array(known, dtype=bool)
        places = [frozenset({one.region} - {""}) for one in people]
        self.reach, self.place = _both([one.reach or frozenset() for one in people], places)

    def worth(self, rows: Rows) -> Ints:
        """The points of these people with everybody; with oneself it means nothing."""
        give = _count(self.strengths, rows, self.needs)
        take = _count(self.needs, rows, self.strengths)
        fewer = np.minimum(np.minimum(give, take), points.TOPICS)
        more = np.minimum(np.maximum(give, take), points.TOPICS)
        found: Ints = _TOPICS.take(fewer * (points.TOPICS + 1) + more)
        sector = self.sector[rows, None]
        found += points.SECTOR * ((sector != self.sector) & (sector >= 0) & (self.sector >= 0))
        found += self._phase(rows)
        found += points.SUBJECT * shared(self.subjects, rows, self.subjects)
        found += self.gap(rows)
        found += points.ISOLATION * self._isolation(rows)
        region = self.region[rows, None]
        found += points.REGION * ((region == self.region) & (region >= 0))
        found += points.TIME * self._times(rows)
        found += points.LANGUAGE * shared(self.languages, rows, self.languages)
        return found

    def _phase(self, rows: Rows) -> Ints:
        same = shared(self.phases, rows, self.phases)
        gave = said(self.phases)
        known = gave[rows, None] & gave
        shares = self.shares[rows, None] + self.shares
        differs = self.differs[rows, None] + self.differs
        return np.asarray(np.where(same, shares, differs) * known, dtype=np.int32)

    def gap(self, rows: Rows) -> Ints:
        """The points of how differently long they have done their work."""
        years = self.years[rows, None]
        gap = np.minimum(np.abs(years - self.years), points.YEARS)
        return np.asarray(points.YEAR * gap * ((years >= 0) & (self.years >= 0)), dtype=np.int32)

    def _isolation(self, rows: Rows) -> Bools:
        mine = shared(self.alone, rows, self.alike)
        theirs = shared(self.alike, rows, self.alone)
        return np.asarray(mine | theirs | (self.rural[rows, None] & self.rural), dtype=bool)

    def _times(self, rows: Rows) -> Ints:
        return np.minimum(_count(self.times, rows, self.times), points.TIMES).astype(np.int32)

    def same(self, rows: Rows) -> Bools:
        """Whether they are of one school, as far as that is not allowed."""
        found = np.zeros((len(self.sector[rows]), len(self.people)), dtype=bool)
        if not self.same_school:
            for mine in self.schools.T:
                for theirs in self.schools.T:
                    found |= (mine[rows, None] == theirs) & (theirs >= 0)
        return found

    def never(self, rows: Rows) -> Bools:
        """Whether both gave times and have none in common."""
        gave = said(self.times)
        return np.asarray(
            gave[rows, None] & gave & ~shared(self.times, rows, self.times), dtype=bool
        )

    def far(self, rows: Rows) -> Bools:
        """Whether both want to meet in person and neither would travel to the other."""
        if not self.face.any():
            return np.zeros((len(self.sector[rows]), len(self.people)), dtype=bool)
        near = shared(self.reach, rows, self.place) | shared(self.place, rows, self.reach)
        return np.asarray(self.face[rows, None] & self.face & ~near, dtype=bool)

    def allowed(self, rows: Rows) -> Bools:
        """Whether these people may be with each of all, by what everybody may know."""
        may = ~(self.same(rows) | self.never(rows) | self.far(rows))
        may[np.arange(len(may)), np.arange(len(self.people))[rows]] = False
        return np.asarray(may, dtype=bool)


def _strengths(one: Someone) -> Keys:
    return one.strengths


def _needs(one: Someone) -> Keys:
    return one.needs


def _two(
    people: Sequence[Someone], first: Callable[[Someone], Keys], second: Callable[[Someone], Keys]
) -> tuple[Bits, Bits]:
    return _both([first(one) for one in people], [second(one) for one in people])


def _both(first: Sequence[Keys], second: Sequence[Keys]) -> tuple[Bits, Bits]:
    """Two columns of keys over one vocabulary: only what stands in both can meet."""
    words = frozenset().union(*first) & frozenset().union(*second)
    return _marks(first, words), _marks(second, words)


def _marks(column: Sequence[Keys], words: Keys | None = None) -> Bits:
    """A bit for each key, set where they have it; in as few bytes as there are keys for."""
    vocabulary = frozenset().union(*column) if words is None else words
    places = {key: place for place, key in enumerate(sorted(vocabulary))}
    kind = next((kind for kind in _KINDS if len(places) <= np.iinfo(kind).bits), _KINDS[-1])
    wide = np.iinfo(kind).bits
    numbers = [[0] * max(1, -(-len(places) // wide)) for _ in column]
    for number, keys in zip(numbers, column, strict=True):
        for key in keys & vocabulary:
            word, bit = divmod(places[key], wide)
            number[word] |= 1 << bit
    return np.array(numbers, dtype=kind)


def _codes(column: Sequence[str]) -> Ints:
    """A number for each text; -1 for none."""
    codes = {text: code for code, text in enumerate(sorted(set(column) - {""}))}
    return np.array([codes.get(text, -1) for text in column], dtype=np.int32)


def _several(column: Sequence[Keys]) -> Ints:
    codes = {text: code for code, text in enumerate(sorted(frozenset().union(*column)))}
    found = np.full((len(column), max(map(len, column), default=0)), -1, dtype=np.int32)
    for row, keys in enumerate(column):
        found[row, : len(keys)] = sorted(codes[key] for key in keys)
    return found


def said(marks: Bits) -> Bools:
    """Who has any key."""
    return np.asarray((marks != 0).any(axis=1), dtype=bool)


def _words(mine: Bits, rows: Rows, theirs: Bits) -> Iterator[Bits]:
    for word in range(mine.shape[1]):
        yield mine[rows, word, None] & theirs[:, word]


def shared(mine: Bits, rows: Rows, theirs: Bits) -> Bools:
    """Whether these people have a key of what all others have."""
    return np.asarray(reduce(np.logical_or, (word != 0 for word in _words(mine, rows, theirs))))


def _count(mine: Bits, rows: Rows, theirs: Bits) -> npt.NDArray[np.uint8]:
    """How many keys these people have of what all others have."""
    counted = (np.bitwise_count(word) for word in _words(mine, rows, theirs))
    return np.asarray(reduce(np.add, counted), dtype=np.uint8)
