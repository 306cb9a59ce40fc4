"""Everybody who is to be dealt, in columns: what any of them is worth to all others, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from bot.core.pairing import points
from bot.core.pairing.people import Keys, Someone

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

_TOPICS: Ints = np.array(
    [[points.topics(min(a, b), max(a, b)) for b in range(points.TOPICS + 1)]
     for a in range(points.TOPICS + 1)], dtype=np.int32,
)  # fmt: skip
_WISHES = {"": 0, "same": 0, "other": 1}


def alike(one: Someone) -> Keys:
    """What somebody may look for others like them by: their subjects, and being a technician."""
    return one.subjects | ({points.TECHNICIAN} & one.phases)


def alone(people: Sequence[Someone]) -> list[Keys]:
    """Of each person, the subjects that nobody else of their school in this round has."""
    counted: Counter[tuple[str, str]] = Counter()
    for one in people:
        counted.update((school, key) for school in one.schools for key in alike(one))
    return [
        frozenset(
            key
            for key in alike(one)
            if one.schools and all(counted[school, key] == 1 for school in one.schools)
        )
        for one in people
    ]


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
        self.other: Bools = np.array([_WISHES[one.wish] for one in people], dtype=bool)
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

    def worth(self, rows: slice) -> Ints:
        """The points of these people with everybody; with oneself it means nothing."""
        give = np.minimum(self.strengths[rows] @ self.needs.T, points.TOPICS).astype(np.intp)
        take = np.minimum(self.needs[rows] @ self.strengths.T, points.TOPICS).astype(np.intp)
        found: Ints = _TOPICS[give, take]
        sector = self.sector[rows, None]
        found += points.SECTOR * ((sector != self.sector) & (sector >= 0) & (self.sector >= 0))
        found += self._phase(rows)
        found += points.SUBJECT * _shared(self.subjects, rows)
        found += self.gap(rows)
        found += points.ISOLATION * self._isolation(rows)
        region = self.region[rows, None]
        found += points.REGION * ((region == self.region) & (region >= 0))
        found += points.TIME * self._times(rows)
        found += points.LANGUAGE * _shared(self.languages, rows)
        return found

    def _phase(self, rows: slice) -> Ints:
        if not self.phases.shape[1]:
            return np.zeros((len(self.people[rows]), len(self.people)), dtype=np.int32)
        same = _shared(self.phases, rows)
        said = self.phases.any(axis=1)
        known = said[rows, None] & said
        fulfilled = (same ^ self.other[rows, None]).astype(np.int32) + (same ^ self.other)
        return np.asarray(points.PHASE * fulfilled * known, dtype=np.int32)

    def gap(self, rows: slice) -> Ints:
        """The points of how differently long they have done their work."""
        years = self.years[rows, None]
        gap = np.minimum(np.abs(years - self.years), points.YEARS)
        return np.asarray(points.YEAR * gap * ((years >= 0) & (self.years >= 0)), dtype=np.int32)

    def _isolation(self, rows: slice) -> Bools:
        mine = self.alone[rows] @ self.alike.T > 0
        theirs = self.alike[rows] @ self.alone.T > 0
        return np.asarray(mine | theirs | (self.rural[rows, None] & self.rural), dtype=bool)

    def _times(self, rows: slice) -> Ints:
        return np.minimum(self.times[rows] @ self.times.T, points.TIMES).astype(np.int32)

    def same(self, rows: slice) -> Bools:
        """Whether they are of one school, as far as that is not allowed."""
        found = np.zeros((len(self.people[rows]), len(self.people)), dtype=bool)
        if not self.same_school:
            for mine in self.schools.T:
                for theirs in self.schools.T:
                    found |= (mine[rows, None] == theirs) & (theirs >= 0)
        return found

    def never(self, rows: slice) -> Bools:
        """Whether both gave times and have none in common."""
        gave = self.times.any(axis=1)
        return np.asarray(gave[rows, None] & gave & ~_shared(self.times, rows), dtype=bool)

    def far(self, rows: slice) -> Bools:
        """Whether both want to meet in person and neither would travel to the other."""
        if not self.face.any():
            return np.zeros((len(self.people[rows]), len(self.people)), dtype=bool)
        near = (self.reach[rows] @ self.place.T > 0) | (self.place[rows] @ self.reach.T > 0)
        return np.asarray(self.face[rows, None] & self.face & ~near, dtype=bool)

    def allowed(self, rows: slice) -> Bools:
        """Whether these people may be with each of all, by what everybody may know."""
        may = ~(self.same(rows) | self.never(rows) | self.far(rows))
        first = range(len(self.people))[rows].start
        may[np.arange(len(may)), first + np.arange(len(may))] = False
        return np.asarray(may, dtype=bool)


def _strengths(one: Someone) -> Keys:
    return one.strengths


def _needs(one: Someone) -> Keys:
    return one.needs


def _two(
    people: Sequence[Someone], first: Callable[[Someone], Keys], second: Callable[[Someone], Keys]
) -> tuple[Floats, Floats]:
    return _both([first(one) for one in people], [second(one) for one in people])


def _both(first: Sequence[Keys], second: Sequence[Keys]) -> tuple[Floats, Floats]:
    """Two columns of keys over one vocabulary: only what stands in both can meet."""
    words = frozenset().union(*first) & frozenset().union(*second)
    return _marks(first, words), _marks(second, words)


def _marks(column: Sequence[Keys], words: Keys | None = None) -> Floats:
    """A row for each person, a place for each key: 1 where they have it."""
    vocabulary = frozenset().union(*column) if words is None else words
    places = {key: place for place, key in enumerate(sorted(vocabulary))}
    found = np.zeros((len(column), len(places)), dtype=np.float32)
    for row, keys in enumerate(column):
        for key in keys:
            if key in places:
                found[row, places[key]] = 1
    return found


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


def _shared(marks: Floats, rows: slice) -> Bools:
    return np.asarray(marks[rows] @ marks.T > 0, dtype=bool)
