"""Reads when something is to be, as people type it: the rules, the same in every language.

Day before month; no year means the next such day; a bare hour from one to six is the afternoon;
"next Thursday" said earlier in the same week is asked back; what is missing is asked for, never
guessed; the past is refused (DESIGN: dates).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.core.dates.clock import Clock, part_of_day, read_clock
from bot.core.dates.days import Day, read_day
from bot.core.dates.text import Rest
from bot.core.dates.tongues import TURNING, Tongue, tongue


class Why(StrEnum):
    """Why a phrase is asked back, or refused."""

    NOTHING = "nothing"
    NO_DAY = "no day"
    NO_TIME = "no time"
    WHICH_DAY = "which day"
    WHICH_TIME = "which time"
    WHICH_WEEK = "which week"
    WEEKDAY = "weekday"
    PAST = "past"
    IMPOSSIBLE = "impossible"
    UNSURE = "unsure"


LONGEST = 120
"""Characters: the longest phrase that was ever collected has a third of it."""
ASKED = (Why.NO_DAY, Why.NO_TIME, Why.WHICH_DAY, Why.WHICH_TIME, Why.WHICH_WEEK, Why.WEEKDAY,
         Why.UNSURE)  # fmt: skip
"""What a person can answer; all else is refused."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: the wall time `local`, or why it is not known; `day` and `at` are what
    was understood all the same.
    """

    local: datetime | None = None
    why: Why | None = None
    day: date | None = None
    at: time | None = None
    again: date | None = None
    """Where no time is known: the next such day."""
    left: str = ""
    """The words that have no part in it."""

    @property
    def status(self) -> str:
        """ok, ask or refuse."""
        if self.why is None:
            return "ok"
        return "ask" if self.why in ASKED else "refuse"


def read(phrase: str, language: str, now: datetime) -> Reading:
    """The wall time that a phrase means at the wall time `now`, both without a zone. What is longer
    than anybody says a day and a time is not looked at.
    """
    if len(phrase) > LONGEST:
        return Reading(why=Why.NOTHING, left=phrase)
    words = tongue(language)
    rest = Rest(phrase, words)
    part = part_of_day(rest, words)
    is_night = rest.has("night|tonight")
    day = read_day(rest, words, now.date())
    clock = read_clock(rest, words, part)
    left = rest.unread(words)
    meant = _meant(day, clock, now)
    small_hours = is_night and meant.at is not None and meant.at.hour in _NOT_NIGHT
    if meant.why in (None, Why.NO_TIME) and (small_hours or _means_more(left, words)):
        meant = Reading(why=Why.UNSURE)
    return replace(meant, left=left)


def _means_more(left: str, words: Tongue) -> bool:
    """Whether a word that was not understood may make it another day or time: a figure, a month, a
    number, or one such as last, not, after, night.
    """
    tables = (words.months, words.numbers, words.units, words.weekdays, words.days)
    known = {word for table in tables for word in table} - _ARTICLES
    return any(
        word in known or word in TURNING or any(sign.isdigit() for sign in word)
        for word in left.split()
    )


_NOT_NIGHT = range(12, 17)
"""Hours that nobody means who says "at night": then it is the next morning's, or midnight."""
_ARTICLES = frozenset(["a", "an", "un", "une", "uno", "una", "ein", "eine", "einen", "einer"])


def _meant(day: Day | None, clock: Clock | None, now: datetime) -> Reading:
    if day is None and clock is None:
        return Reading(why=Why.NOTHING)
    wrong = _wrong(day, clock)
    if wrong:
        return Reading(why=wrong, at=clock.at if clock else None)
    if day is None or day.on is None:
        return Reading(why=Why.NO_DAY, at=clock.at if clock else None)
    if clock is None or clock.at is None:
        past = day.on < now.date()
        return Reading(why=Why.PAST if past else Why.NO_TIME, day=day.on, again=day.again)
    return _together(day, clock.at, now)


def _wrong(day: Day | None, clock: Clock | None) -> Why | None:
    for one in (day, clock):
        if one is not None and one.impossible:
            return Why.IMPOSSIBLE
    if day is not None and day.several:
        return Why.WHICH_DAY
    if day is not None and day.misfit:
        return Why.WEEKDAY
    if day is not None and day.which_week:
        return Why.WHICH_WEEK
    if clock is not None and clock.several:
        return Why.WHICH_TIME
    return None


def _together(day: Day, at: time, now: datetime) -> Reading:
    assert day.on is not None  # noqa: S101 -- asked before
    local = datetime.combine(day.on, at)
    if local <= now and day.again:
        local = datetime.combine(day.again, at)
    if local <= now:
        return Reading(why=Why.PAST, day=day.on, at=at)
    return Reading(local, None, local.date(), at)
