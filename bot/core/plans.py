"""What goes out for a meeting, when, to whom, and until when it is of use: the table. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import when, windows
from bot.core.schooldays import School

Audience = Literal["all", "unanswered", "coming", "tasks"]
AUDIENCES: tuple[Audience, ...] = ("all", "unanswered", "coming", "tasks")
UNANSWERED, AGENDA, TODAY, OWN = "unanswered", "agenda", "today", "own"
STANDARD: dict[str, Audience] = {UNANSWERED: "unanswered", AGENDA: "all", TODAY: "coming"}
"""What every meeting has, and for whom."""

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
