"""Why people go together, as far as they have agreed to show it. Pure.

A reason is made of what its people show and of nothing else: what somebody keeps to themselves may
decide with whom they go, yet whoever reads the reason cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Literal

from bot.core.pairing.people import Group, Someone
from bot.core.profiles import PHASES, SHARES

Kind = Literal[
    "both-ways", "one-way", "one-way-two", "sector", "subject", "experience", "ages", "phase",
    "region", "languages", "schools", "first-time", "again", "again-some",
]  # fmt: skip
"""What a reason tells. Three of matching's terms are none: that somebody is the only one of their
kind would tell of a lack, and free times and how far people go are shown to nobody.
"""
WORK, HELP, WISH = SHARES
"""The parts of a profile that people agree to show: what they do and where, what they can help
with, what they would like to learn.
"""
SIDES = ("school", "technician", "academic", "engineer", "student")
"""From which sides people know the work, as far as there is a word for it."""
APART = 5
"""From so many years on two people have different experience."""
PAIR = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """What can be told of people who go together, and of whom of them it is true: all, or two of
    three. Of "one-way" the first gives and the others would like it; of "both-ways" the first gives
    the first topic of `keys`, the second the second.
    """

    kind: Kind
    who: tuple[str, ...]
    keys: tuple[str, ...] = ()


def as_shown(one: Someone, parts: Collection[str], named: Collection[str]) -> Someone:
    """Somebody as those parts of their profile show them; of topics those that have a name here."""
    seen, topics = Someone(one.id), frozenset(named)
    if WORK in parts:
        seen = replace(
            seen, schools=one.schools, phases=one.phases, sector=one.sector, years=one.years,
            subjects=one.subjects & topics, region=one.region, languages=one.languages,
        )  # fmt: skip
    if HELP in parts:
        seen = replace(seen, strengths=one.strengths & topics)
    if WISH in parts:
        seen = replace(seen, needs=one.needs & topics)
    return seen


def reasons(
    group: Group,
    people: Mapping[str, Someone],
    shows: Mapping[str, Collection[str]],
    named: Collection[str],
) -> tuple[Reason, ...]:
    """The weightiest reason that can be told of a group, and beside one person's help the subject
    that all of them have. Where nothing is shown it is what each of them knows: whether they meet
    again.
    """
    seen = [as_shown(people[who], shows.get(who, ()), named) for who in sorted(group.who)]
    first = _first(seen)
    if first is None:
        return (_any(group, seen),)
    is_help = first.kind in ("both-ways", "one-way", "one-way-two")
    common = _subject(seen) if is_help else None
    return (first, common) if common else (first,)


def _first(seen: Sequence[Someone]) -> Reason | None:
    """What is true of all of them goes before the same of two of them."""
    for tell in _TELLING:
        if found := tell(seen):
            return found
        pairs = (tell(pair) for pair in combinations(seen, 2) if len(seen) > PAIR)
        if told := next(filter(None, pairs), None):
            return told
    return None


def _any(group: Group, seen: Sequence[Someone]) -> Reason:
    if not group.repeat:
        return Reason("first-time", _who(seen))
    return Reason("again" if len(seen) == PAIR else "again-some", _who(seen))


def _who(seen: Sequence[Someone]) -> tuple[str, ...]:
    return tuple(one.id for one in seen)


def _both_ways(seen: Sequence[Someone]) -> Reason | None:
    if len(seen) > PAIR:
        return None
    one, other = seen
    for here in sorted(one.strengths & other.needs):
        for there in sorted(other.strengths & one.needs):
            if here != there:
                return Reason("both-ways", _who(seen), (here, there))
    return None


def _one_way(seen: Sequence[Someone]) -> Reason | None:
    """One gives, the one or two others would like it."""
    if len(seen) > PAIR + 1:
        return None
    for giver in seen:
        takers = [one for one in seen if one is not giver]
        wanted = frozenset.intersection(*(one.needs for one in takers))
        if given := sorted(giver.strengths & wanted):
            kind: Kind = "one-way" if len(takers) == 1 else "one-way-two"
            return Reason(kind, (giver.id, *_who(takers)), (given[0],))
    return None


def _sector(seen: Sequence[Someone]) -> Reason | None:
    sides = [one.sector for one in seen]
    if len(set(sides).intersection(SIDES)) < len(sides):
        return None
    return Reason("sector", _who(seen), tuple(one for one in SIDES if one in sides))


def _subject(seen: Sequence[Someone]) -> Reason | None:
    common = sorted(frozenset.intersection(*(one.subjects for one in seen)))
    return Reason("subject", _who(seen), (common[0],)) if common else None


def _experience(seen: Sequence[Someone]) -> Reason | None:
    years = sorted(one.years for one in seen if one.years is not None)
    is_known = len(years) == len(seen)
    if is_known and all(then - now >= APART for now, then in pairwise(years)):
        return Reason("experience", _who(seen))
    return None


def _ages(seen: Sequence[Someone]) -> Reason | None:
    """No two of them have pupils of the same age."""
    if not all(one.phases for one in seen):
        return None
    if any(one.phases & other.phases for one, other in combinations(seen, 2)):
        return None
    of_any = frozenset[str]().union(*(one.phases for one in seen))
    keys = tuple(one for one in PHASES if one in of_any)
    return Reason("ages", _who(seen), keys) if len(keys) == len(of_any) else None


def _phase(seen: Sequence[Someone]) -> Reason | None:
    common = frozenset.intersection(*(one.phases for one in seen))
    keys = tuple(one for one in PHASES if one in common)
    return Reason("phase", _who(seen), keys) if keys else None


def _region(seen: Sequence[Someone]) -> Reason | None:
    regions = {one.region for one in seen}
    return Reason("region", _who(seen)) if len(regions) == 1 and regions != {""} else None


def _languages(seen: Sequence[Someone]) -> Reason | None:
    common = sorted(frozenset.intersection(*(one.languages for one in seen)))
    return Reason("languages", _who(seen), tuple(common)) if common else None


def _schools(seen: Sequence[Someone]) -> Reason | None:
    if not all(one.schools for one in seen):
        return None
    if any(one.schools & other.schools for one, other in combinations(seen, 2)):
        return None
    return Reason("schools", _who(seen))


_TELLING: tuple[Callable[[Sequence[Someone]], Reason | None], ...] = (
    _both_ways, _one_way, _sector, _subject, _experience, _ages, _phase, _region, _languages,
    _schools,
)  # fmt: skip
"""In the order of their weight. The age of pupils is told where nothing weightier is: that it did
not count, since they wished otherwise, is nobody's to read.
"""
