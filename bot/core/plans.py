"""What goes out for a meeting, when, to whom, and until when it is of use: the table. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import when, windows
from bot.core.schooldays import School

Audience = Literal["all", "unanswered", "coming", "tasks", "there", "coordinators"]
AUDIENCES: tuple[Audience, ...] = ("all", "unanswered", "coming", "tasks")
"""Those whom coordinators may choose."""
ALONE: tuple[Audience, ...] = ("there", "coordinators")
"""Those who are never spoken to in the thread instead."""
UNANSWERED, AGENDA, TODAY, OWN = "unanswered", "agenda", "today", "own"
STANDARD: dict[str, Audience] = {UNANSWERED: "unanswered", AGENDA: "all", TODAY: "coming"}
"""What every meeting has before it, and for whom."""
HERE, LOOK_BACK, ROLL, NUDGE, RESULTS = "here", "look-back", "roll", "nudge", "results"
AFTERWARDS: dict[str, Audience] = {
    HERE: "all", LOOK_BACK: "all", ROLL: "coordinators", NUDGE: "there", RESULTS: "all",
}  # fmt: skip
"""What every meeting has from its beginning on, and for whom."""

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


def afterwards(
    starts: datetime, minutes: int, school: School, looks_back: int | None
) -> list[Plan]:
    """What goes out by itself from the beginning of a meeting on: in the room who is here and, so
    many minutes into it where its agenda has that (`looks_back`), else at its end, how people look
    back; then coordinators are asked who was there, and half a day later those who have not looked
    back; and in the end it is told what they said.
    """
    ends = starts + timedelta(minutes=minutes)
    opens = ends if looks_back is None else min(starts + timedelta(minutes=looks_back), ends)
    shuts = closes(ends, school)
    roll = windows.next_open(ends, school)
    nudge = windows.next_open(window(roll, school.zone)[1], school)
    times = {
        HERE: (starts, ends), LOOK_BACK: (opens, shuts), ROLL: (roll, shuts),
        NUDGE: (nudge, shuts), RESULTS: (shuts, shuts + OPEN_FOR),
    }  # fmt: skip
    return [Plan(name, whom, *times[name]) for name, whom in AFTERWARDS.items()]


def closes(ends: datetime, school: School) -> datetime:
    """Until when people can look back on a meeting that ended then."""
    return windows.next_open(ends + OPEN_FOR, school)


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
