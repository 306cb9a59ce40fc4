"""The entries of a school year, what is wrong with one, and the same a year later. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

Kind = Literal["term", "holiday"]
KINDS: tuple[Kind, ...] = ("term", "holiday")
LONGEST = {"term": 366, "holiday": 120}
"""The most days of each; the longest summer of our countries has about a hundred."""
NAME = 60
MOST = 200
"""How many entries a network keeps: twenty school years."""
_FAR = timedelta(days=5 * 366)
_A_YEAR = timedelta(weeks=52)
_AUGUST = 8


class Why(StrEnum):
    """What is wrong with an entry, or with a row that should be one."""

    NAME = "it has no name"
    DAYS = "its days are lacking"
    DAY = "a day cannot be read"
    YEAR = "a day has no year"
    KIND = "it may be a term or a holiday"
    ORDER = "it ends before it begins"
    LONG = "it is too long"
    FAR = "it is years away"
    OVERLAP = "it overlaps with another"
    CUT = "its end is lacking"
    BROKEN = "it cannot be read"
    REPEATS = "it comes again and again"
    MANY = "there are too many"


@dataclass(frozen=True, slots=True)
class Entry:
    """A term or a holiday: its first and its last day."""

    kind: Kind
    name: str
    first: date
    last: date

    def is_as(self, other: "Entry") -> bool:
        """Whether both are the same time of the same kind, by whatever name."""
        return (self.kind, self.first, self.last) == (other.kind, other.first, other.last)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `said` is the part of it that was typed, or the name of the other one;
    `number` is that of its row.
    """

    why: Why
    said: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of what was pasted: its `kind` is None where it does not say."""

    number: int
    kind: Kind | None
    name: str
    first: date
    last: date


def fault(entry: Entry, others: Iterable[Entry], today: date) -> Fault | None:
    """Why the entry cannot be kept beside the others; None where it can."""
    if not entry.name:
        return Fault(Why.NAME)
    if entry.last < entry.first:
        return Fault(Why.ORDER, entry.name)
    if abs(entry.first - today) > _FAR:
        return Fault(Why.FAR, str(entry.first.year))
    if (entry.last - entry.first).days >= LONGEST[entry.kind]:
        return Fault(Why.LONG, entry.name)
    same = (other for other in others if other.kind == entry.kind)
    met = next((o for o in same if o.first <= entry.last and entry.first <= o.last), None)
    return Fault(Why.OVERLAP, met.name) if met else None


@dataclass(frozen=True, slots=True)
class Again:
    """A school year's entries one year on: those to add, and how many have no room."""

    year: int
    entries: Sequence[Entry]
    left_out: int


def again(known: Sequence[Entry], today: date, year: int | None = None) -> Again | None:
    """The last school year that was entered (or the `year` that began then), 52 weeks later, so
    that each day keeps its weekday. What is there already is not added twice.
    """
    years = {school_year(entry.first) for entry in known}
    if year is None:
        begun = {one for one in years if one <= school_year(today)}
        year = max(begun or years, default=None)
    if year not in years or year is None:
        return None
    fresh: list[Entry] = []
    left_out = 0
    for entry in known:
        later = Entry(entry.kind, entry.name, entry.first + _A_YEAR, entry.last + _A_YEAR)
        if school_year(entry.first) != year or any(map(later.is_as, known)):
            continue
        if fault(later, (*known, *fresh), today) or len(known) + len(fresh) >= MOST:
            left_out += 1
        else:
            fresh.append(later)
    return Again(year, fresh, left_out)


def school_year(day: date) -> int:
    """The year in which the school year of this day began: in August."""
    return day.year if day.month >= _AUGUST else day.year - 1
