"""What speaks for two people who go together, said one by one: the same points as the pool's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bot.core.pairing import points
from bot.core.pairing.alone import alike
from bot.core.pairing.people import Keys, Someone, Term

Told = tuple[Term, tuple[str, ...], tuple[str, ...]]
Counted = tuple[int, Told]


def of_pair(a: Someone, b: Someone, alone: Mapping[str, Keys]) -> list[Counted]:
    """Each term that counts for the two, with its points, the weightiest first.

    `alone`: of each person, what nobody else of their school has; "" the regions of only one.
    """
    found = [one for one in _all(a, b, alone) if one[0]]
    return sorted(found, key=lambda one: -one[0])


def of_group(people: Sequence[Someone], alone: Mapping[str, Keys]) -> tuple[Told, ...]:
    """What speaks for a group: what is true of all of them once, and else of each two."""
    counted: dict[Told, int] = {}
    for a, b in combinations(people, 2):
        for worth, told in of_pair(a, b, alone):
            counted[told] = counted.get(told, 0) + worth
    merged: dict[tuple[Term, tuple[str, ...]], list[tuple[int, Told]]] = {}
    for told, worth in counted.items():
        merged.setdefault(told[:2], []).append((worth, told))
    found: list[tuple[int, Told]] = []
    for (term, keys), ones in merged.items():
        if len(ones) > 1 and len(ones) * 2 == len(people) * (len(people) - 1):
            everybody = tuple(one.id for one in people)
            found.append((sum(worth for worth, _ in ones), (term, keys, everybody)))
        else:
            found += ones
    return tuple(told for _, told in sorted(found, key=lambda one: -one[0]))


def mixed(people: Sequence[Someone]) -> tuple[Told, ...]:
    """What is different in a group of three or four, and of whom that is known."""
    sectors = {one.id: frozenset({one.sector} - {""}) for one in people}
    phases = {one.id: one.phases for one in people}
    subjects = {one.id: one.subjects for one in people}
    found: list[Told] = []
    columns: list[tuple[Term, dict[str, Keys]]] = [
        ("sector", sectors), ("phase", phases), ("subject", subjects),
    ]  # fmt: skip
    for term, column in columns:
        said = {one: keys for one, keys in column.items() if keys}
        if len(set(said.values())) > 1:
            found.append((term, _in_order(frozenset().union(*said.values())), tuple(said)))
    years = {one.id: one.years for one in people if one.years is not None}
    if len(set(years.values())) > 1:
        found.append(("experience", (), tuple(sorted(years, key=lambda one: -years[one]))))
    return tuple(found)


def mix(people: Sequence[Someone]) -> int:
    """The points of what is different between each two of a group."""
    return sum(_different(a, b) for a, b in combinations(people, 2))


def _different(a: Someone, b: Someone) -> int:
    found = points.SECTOR if a.sector and b.sector and a.sector != b.sector else 0
    if a.phases and b.phases and not a.phases & b.phases:
        found += 2 * points.PHASE
    if a.subjects and b.subjects and not a.subjects & b.subjects:
        found += points.SUBJECT
    if a.years is not None and b.years is not None:
        found += points.YEAR * min(abs(a.years - b.years), points.YEARS)
    return found


def worth(people: Sequence[Someone], alone: Mapping[str, Keys]) -> int:
    """The points of all pairs of a group."""
    return sum(one for a, b in combinations(people, 2) for one, _ in of_pair(a, b, alone))


def _all(a: Someone, b: Someone, alone: Mapping[str, Keys]) -> Iterator[Counted]:
    both = (a.id, b.id)
    yield from _topics(a, b)
    if a.sector and b.sector and a.sector != b.sector:
        yield points.SECTOR, ("sector", (a.sector, b.sector), both)
    yield from _phase(a, b)
    if shared := a.subjects & b.subjects:
        yield points.SUBJECT, ("subject", _in_order(shared), both)
    if a.years is not None and b.years is not None:
        older, younger = (a, b) if a.years >= b.years else (b, a)
        gap = min(abs(a.years - b.years), points.YEARS)
        yield points.YEAR * gap, ("experience", (), (older.id, younger.id))
    yield from _isolation(a, b, alone)
    if a.region and a.region == b.region:
        yield points.REGION, ("region", (a.region,), both)
    times = a.times & b.times
    yield points.TIME * min(len(times), points.TIMES), ("times", _in_order(times), both)
    if tongues := a.languages & b.languages:
        yield points.LANGUAGE, ("languages", _in_order(tongues), both)


def _topics(a: Someone, b: Someone) -> Iterator[Counted]:
    """Both ways is told as two: what the one can help with, then what the other can."""
    give, take = a.strengths & b.needs, b.strengths & a.needs
    most = points.topics(*sorted((len(give), len(take))))
    if give and take:
        yield most - most // 2, ("both-ways", _in_order(give), (a.id, b.id))
        yield most // 2, ("both-ways", _in_order(take), (b.id, a.id))
    elif give or take:
        giver, taker = (a, b) if give else (b, a)
        yield most, ("one-way", _in_order(give or take), (giver.id, taker.id))


def _phase(a: Someone, b: Someone) -> Iterator[Counted]:
    if not a.phases or not b.phases:
        return
    shared = a.phases & b.phases
    worth = sum(points.phase(one.wish, is_shared=bool(shared)) for one in (a, b))
    yield worth, ("phase", _in_order(shared), (a.id, b.id))


def _isolation(a: Someone, b: Someone, alone: Mapping[str, Keys]) -> Iterator[Counted]:
    mine, theirs = alone[a.id] & alike(b), alone[b.id] & alike(a)
    if mine or theirs:
        whose = tuple(one.id for one, keys in ((a, mine), (b, theirs)) if keys)
        yield points.ISOLATION, ("isolation", _in_order(mine | theirs), whose)
    elif {a.region, b.region} <= alone[""]:
        yield points.ISOLATION, ("isolation", (a.region, b.region), (a.id, b.id))


def _in_order(keys: Keys) -> tuple[str, ...]:
    return tuple(sorted(keys))
