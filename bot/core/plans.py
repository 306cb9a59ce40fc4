"""What goes out for a meeting, when, to whom, and until when it is of use: the table. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import when, windows
from bot.core.schooldays import School

Audience = Literal[
    "all", "unanswered", "coming", "tasks", "there", "coordinators", "trying", "tellers", "early"
]
AUDIENCES: tuple[Audience, ...] = ("all", "unanswered", "coming", "tasks")
"""Those whom coordinators may choose."""
AFTER: tuple[Audience, ...] = ("there", "coordinators", "trying", "tellers", "early")
"""Those of the time after a meeting: who was there and has not looked back, has not said how the
task went, or what happened in class; and who said that it was too early.
"""
ALONE: tuple[Audience, ...] = ("there", "coordinators", "early")
"""Those who are never spoken to in the thread instead."""
UNANSWERED, AGENDA, TODAY, OWN = "unanswered", "agenda", "today", "own"
STANDARD: dict[str, Audience] = {UNANSWERED: "unanswered", AGENDA: "all", TODAY: "coming"}
"""What every meeting has before it, and for whom."""
HERE, LOOK_BACK, ROLL, NUDGE, RESULTS = "here", "look-back", "roll", "nudge", "results"
TASK, CLASS, HARVEST, SUMMARY, AGAIN = "task", "class", "harvest", "summary", "again"
AFTERWARDS: dict[str, Audience] = {
    HERE: "all", LOOK_BACK: "all", ROLL: "coordinators", NUDGE: "there", RESULTS: "all",
    TASK: "trying", CLASS: "tellers", HARVEST: "all", SUMMARY: "coordinators", AGAIN: "early",
}  # fmt: skip
"""What every meeting has from its beginning on, and for whom; a task only where one was set."""
AT_HOME = (TASK, CLASS, HARVEST)
"""What is said in a thread only where the network is at home: to others nobody promised it."""
FOR_THE_ROOM = (RESULTS, HARVEST)
"""What tells those who were there what all have said, where they may read it."""
UNCOUNTED = (SUMMARY, AGAIN)
"""What does not count among the messages about one meeting."""
CAN_WAIT = (UNANSWERED, TASK, CLASS, SUMMARY, AGAIN)
"""What waits, as long as it is of use, where its reader has had enough messages."""

Window = tuple[datetime, datetime]
"""From when until when."""
_SATURDAY, _A_BREAK, _A_YEAR = 5, 2, 366
"""Two school days free within a week are a break, not a bank holiday."""
MORNING, AFTERNOON, EVENING = windows.MORNING[0], windows.AFTERNOON[0], time(18)
EARLY = time(8)
"""For a meeting before this, the morning of its day is too late."""
INVITE_BEFORE = timedelta(weeks=2)
AGENDA_BEFORE = timedelta(weeks=1)
ASK_BEFORE = timedelta(days=4)
"""Who has not answered is reminded so long before."""
QUIET = timedelta(days=2)
"""Nobody is reminded of an invitation sooner than that after it."""
TOO_NEAR = timedelta(days=1)
"""So near to a meeting nobody is asked any more whether they come."""
OPEN_FOR = timedelta(weeks=1)
"""So long people can look back on a meeting."""
CLASS_AFTER, CLASS_SOONEST, CLASS_LATEST = (
    timedelta(weeks=8),
    timedelta(weeks=6),
    timedelta(weeks=12),
)
"""So long after a meeting people are asked what happened in class, and at the soonest and latest
where holidays are in the way (DOMAIN.md "Impact check-in").
"""
BACK_AT_SCHOOL = timedelta(weeks=1)
"""So long after a holiday nobody is asked what happened in class."""
TELL_FOR = timedelta(weeks=2)
"""So long people can tell what happened in class."""
INTO_TERM, A_TERM, A_WHILE = timedelta(weeks=2), timedelta(weeks=12), timedelta(weeks=5)
"""Who said that it was too early is asked again so far into the next term; so long after the first
time where no terms are known; and in no case sooner than that.
"""
LONGEST_BREAK = timedelta(weeks=11)
"""The longest summer: so long after the last term that is known there may be none."""
NEXT_TERM_BY = timedelta(weeks=26)
"""A next term that begins later than that is not waited for."""
FARTHEST = timedelta(weeks=48)
"""So long after a meeting nothing of the table is due any more, whatever the holidays."""
SETTLED = timedelta(hours=1)
"""What is said of a meeting waits so long after its invitation."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A message that is due to an audience, and the instant from which it is of no use any more."""

    name: str
    audience: Audience
    due: datetime
    expires: datetime


def standard(local: datetime, school: School, told: datetime) -> list[Plan]:
    """What goes out by itself for a meeting at this wall time of which people are `told` then, but
    what could no longer go in time.
    """
    starts = when.instant(local, school.zone)
    dues = {
        UNANSWERED: _unanswered(local, school, told, starts),
        AGENDA: _agenda(local, school, told),
        TODAY: today(local, school),
    }
    return [
        Plan(name, audience, due, starts)
        for name, audience in STANDARD.items()
        if (due := dues[name]) is not None and told <= due < starts
    ]


@dataclass(frozen=True, slots=True)
class Since:
    """What is settled of the time after a meeting: the day of its `task`, if it has one, and from
    when until when people are asked what happened in class, once they have been (`first`, `again`);
    they can count on that, whatever becomes of the terms.
    """

    task: date | None = None
    first: Window | None = None
    again: Window | None = None


def afterwards(
    starts: datetime,
    minutes: int,
    school: School,
    looks_back: int | None = None,
    since: Since = Since(),
) -> list[Plan]:
    """What goes out by itself from the beginning of a meeting on: in the room who is here and, so
    many minutes into it where its agenda has that (`looks_back`), else at its end, how people look
    back; then coordinators are asked who was there, and half a day later those who have not looked
    back; then it is told what they said. After its day a task is asked about; weeks later, what
    happened in class.
    """
    ends = starts + timedelta(minutes=minutes)
    opens = looking_back(starts, minutes, looks_back)
    shuts = closes(ends, school)
    roll = windows.next_open(ends, school)
    nudge = windows.next_open(window(roll, school.zone)[1], school)
    first, again = in_class(ends, school, since)
    times = {
        HERE: (starts, ends), LOOK_BACK: (opens, shuts), ROLL: (roll, shuts),
        NUDGE: (nudge, shuts), RESULTS: (shuts, shuts + OPEN_FOR), CLASS: first,
        HARVEST: (first[1], first[1] + OPEN_FOR), SUMMARY: (first[1], first[1] + OPEN_FOR),
        AGAIN: again,
    }  # fmt: skip
    if since.task is not None:
        asked = windows.next_open(max(_morning(since.task, school), nudge), school)
        times[TASK] = (asked, asked + OPEN_FOR)
    return [Plan(name, AFTERWARDS[name], *times[name]) for name in AFTERWARDS if name in times]


def looking_back(starts: datetime, minutes: int, into: int | None) -> datetime:
    """When people are asked how they look back: so many minutes `into` a meeting where its agenda
    has that, else at its end.
    """
    ends = starts + timedelta(minutes=minutes)
    return ends if into is None else min(starts + timedelta(minutes=into), ends)


def closes(ends: datetime, school: School) -> datetime:
    """Until when people can look back on a meeting that ended then."""
    return windows.next_open(ends + OPEN_FOR, school)


def in_class(ends: datetime, school: School, since: Since) -> tuple[Window, Window]:
    """From when until when people tell what happened in class after a meeting that ended then: the
    first time and, for whom it was too early, once more.
    """
    asked = weeks_later(ends, school)
    first = since.first or (asked, told_by(asked, school))
    again = next_term(first[0], school)
    return first, since.again or (again, told_by(again, school))


def weeks_later(ends: datetime, school: School) -> datetime:
    """When people are asked what happened in class: eight weeks after the meeting, in the morning;
    where that is in a holiday, or in the first week after one, a week after it; if that is too
    late, on the last school day before it, but not before six weeks.
    """
    day = _day(ends + CLASS_AFTER, school)
    after = _next(day, school, _is_back)
    before = _before(day, school)
    too_late = _morning(after, school) > ends + CLASS_LATEST
    if too_late and _morning(before, school) >= ends + CLASS_SOONEST:
        return _morning(before, school)
    return _morning(after, school)


def told_by(asked: datetime, school: School) -> datetime:
    """Until when people can tell what happened in class, of which they were `asked` then."""
    return windows.next_open(asked + TELL_FOR, school)


def next_term(asked: datetime, school: School) -> datetime:
    """When who was asked what happened in class, and said that it was too early, is asked again:
    two weeks into the next term, but not so soon that nothing can have changed.
    """
    day = _day(asked, school)
    into = [term.first + INTO_TERM for term in school.terms if term.first > day]
    into = [on for on in into if day + A_WHILE <= on <= day + NEXT_TERM_BY]
    return _morning(_next(min(into, default=day + A_TERM), school, _has_school), school)


def _day(at: datetime, school: School) -> date:
    return at.astimezone(ZoneInfo(school.zone)).date()


def _morning(day: date, school: School) -> datetime:
    return when.instant(datetime.combine(day, MORNING), school.zone)


def _next(day: date, school: School, fits: Callable[[date, School], bool]) -> date:
    """The first day from this one on that fits; where none does for a year, any weekday."""
    for days in range(_A_YEAR):
        if fits(found := day + timedelta(days=days), school):
            return found
    return windows.day_after(day - timedelta(days=1), school)


def _before(day: date, school: School) -> date:
    for days in range(_A_YEAR):
        if _has_school(found := day - timedelta(days=days), school):
            return found
    return day


def _has_school(day: date, school: School) -> bool:
    """Whether there is school, as far as can be told: what comes after the last term that is known
    is likely a long holiday.
    """
    last = max((term.last for term in school.terms), default=None)
    is_unknown = last is not None and last < day <= last + LONGEST_BREAK
    return school.is_school_day(day) and not is_unknown


def _is_back(day: date, school: School) -> bool:
    """Whether there is school, and no holiday of more than a long weekend ended less than a week
    before.
    """
    days = [day - timedelta(days=n) for n in range(1, BACK_AT_SCHOOL.days + 1)]
    free = [d for d in days if d.weekday() < _SATURDAY and not _has_school(d, school)]
    return _has_school(day, school) and len(free) < _A_BREAK


def today(local: datetime, school: School) -> datetime:
    """The reminder of the day is due in its morning; for an early meeting, or one on a day without
    school, in the evening of the school day before.
    """
    day = local.date()
    if local.time() >= EARLY and school.is_school_day(day):
        return when.instant(datetime.combine(day, MORNING), school.zone)
    before = windows.day_before(day, school)
    return when.instant(datetime.combine(before, EVENING), school.zone)


def _unanswered(
    local: datetime, school: School, told: datetime, starts: datetime
) -> datetime | None:
    due = at(local.date() - ASK_BEFORE, AFTERNOON, school)
    if due < told + QUIET:
        due = windows.next_open(told + QUIET, school)
    return due if due <= starts - TOO_NEAR else None


def _agenda(local: datetime, school: School, told: datetime) -> datetime | None:
    due = at(local.date() - AGENDA_BEFORE, AFTERNOON, school)
    if due < told + SETTLED:
        due = windows.next_open(told + SETTLED, school)
    return due if due < today(local, school) else None


def first(local: datetime, school: School) -> datetime:
    """When the first of these is due at the soonest."""
    return at(local.date() - AGENDA_BEFORE, AFTERNOON, school)


def at(day: date, clock: time, school: School) -> datetime:
    """That time of that day, or of the last school day before it."""
    if not school.is_school_day(day):
        day = windows.day_before(day, school)
    return when.instant(datetime.combine(day, clock), school.zone)


def invitation(local: datetime, school: School) -> datetime:
    """When one of a series is announced by itself: two weeks before, in the morning of a school
    day.
    """
    return at(local.date() - INVITE_BEFORE, MORNING, school)


def window(due: datetime, zone: str) -> tuple[datetime, datetime]:
    """The half of a day in which an instant is: what is due in the same one is one message."""
    local = due.astimezone(ZoneInfo(zone))
    noon = when.instant(datetime.combine(local.date(), time(12)), zone)
    begins = when.instant(datetime.combine(local.date(), time(0)), zone)
    ends = when.instant(datetime.combine(local.date() + timedelta(days=1), time(0)), zone)
    return (begins, noon) if due < noon else (noon, ends)
