"""What a language says of days and times, and how its words are written down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Words = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language. All words are folded: small letters without accents."""

    weekdays: Words
    """Monday is 0."""
    months: Words
    numbers: Words
    """From a half to 31, also as ordinals and in the cases that dates and times are told in."""
    days: Words
    """Today, tomorrow, …, in days from now."""
    after: Words
    """Words for "a week later" behind a day, in days."""
    units: Words
    """Day, week, fortnight, in days."""
    within: Sequence[str]
    """Patterns around {n} {unit}: in 3 days."""
    next: Sequence[str]
    this: Sequence[str]
    week: Sequence[str]
    """Patterns of "next week"."""
    at: Sequence[str]
    """Patterns of what stands before a time."""
    hour: Sequence[str]
    """Patterns of what stands behind an hour."""
    nth: Sequence[str]
    """Patterns of a day of the month without its month; group 1 is the figure."""
    fixed: Words
    """Noon, midnight: the hour."""
    morning: Sequence[str]
    late: Sequence[str]
    """Words for the afternoon and the evening."""
    half_to: Sequence[str] = ()
    """Half before the hour that is named: halb fünf is half past four."""
    half_past: Sequence[str] = ()
    quarter_to: Sequence[str] = ()
    quarter_past: Sequence[str] = ()
    behind: Mapping[str, int] = field(default_factory=dict)
    """Behind the hour: minutes to add (et demie, meno un quarto)."""
    to: Sequence[str] = ()
    """Patterns between the ends of a range."""
    beyond: Sequence[str] = ()
    """Patterns of the one after next."""
    before: Words = field(default_factory=dict)
    """Words for "a week later" before a day, in days."""
    joins: Sequence[str] = ()
    """Words between two that are offered: or, and."""
    vague: Sequence[str] = ()
    """Patterns of what is no number of days: a month."""
    past: Words = field(default_factory=dict)
    """Words between minutes and their hour: 1 for past, -1 for to."""
    minute_joins: Sequence[str] = ()
    """Words between an hour and its minutes in figures."""
    spaced_halves: bool = False
    """Whether am and pm stand apart from the hour; elsewhere "4 am" is the beginning of a day."""
    month_first: bool = False
    turning: Sequence[str] = ()
    """Words that make another day or time of the one they stand beside, in whatever language."""


def fold(text: str) -> str:
    """Small letters without accents; what looks like a dash or an apostrophe is a plain one."""
    text = re.sub(r"[‐-―−]", "-", text).replace("’", "'").replace("ß", "ss")
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _both(word: str) -> Iterator[str]:
    """Without the accents, and as people write umlauts who have none."""
    yield fold(word)
    if word.translate(_UMLAUTS) != word:
        yield fold(word.translate(_UMLAUTS))


def table(rows: Mapping[int, str]) -> Words:
    """The words for each number: names parted by spaces, `_` for a space in one."""
    return {
        folded: number
        for number, names in rows.items()
        for name in names.split()
        for folded in _both(name.replace("_", " "))
    }


def patterns(*several: str) -> tuple[str, ...]:
    """Words or patterns that have accents."""
    return tuple(folded for one in several for folded in _both(one))


def numbered(first: int, names: str) -> dict[int, str]:
    """Rows from `first` on: names parted by bars."""
    return {first + number: one.strip() for number, one in enumerate(names.split("|"))}
