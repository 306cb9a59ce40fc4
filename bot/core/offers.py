"""Until when a freed seat is kept for whoever waits for it, and when they are told. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import when, windows
from bot.core.schooldays import School

DAY = timedelta(hours=24)
AT_ONCE = timedelta(hours=23)
"""Only with less than a day to answer may it be told outside the windows (DOMAIN.md)."""
FAIR = timedelta(hours=4)
"""So long at least somebody has to answer who was told in a window."""
LEAST = timedelta(hours=1)
"""And so long who was told at once; the same time lies between the last word and the meeting."""
UP, QUIET = time(7), time(22)
"""Between these nobody sleeps."""
FIRST, LAST = time(8), time(20)
"""Between these somebody may be expected to have answered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """When it is told that a seat is kept, and until when it is."""

    send: datetime
    until: datetime


def plan(now: datetime, starts_at: datetime, school: School) -> Offer | None:
    """The offer of a seat that is free now: told in the next window, and kept for a day; for a
    meeting that is near told at once, but not at night. None where there is no time to ask.
    """
    latest = _not_after(starts_at - LEAST, school.zone)
    send = windows.next_open(now, school)
    until = min(_not_before(send + DAY, school.zone), latest)
    if until - send >= FAIR:
        return Offer(send, until)
    send = _awake(now, school.zone)
    until = min(_not_after(send + AT_ONCE, school.zone), latest)
    return Offer(send, until) if until - send >= LEAST else None


def news(now: datetime, starts_at: datetime, school: School) -> datetime:
    """When somebody is told who has a seat now, without a question: in the next window; for a
    meeting before that at once, but not at night.
    """
    send = windows.next_open(now, school)
    return send if starts_at - send >= FAIR else _awake(now, school.zone)


def last_answer(until: datetime, starts_at: datetime, zone: str) -> datetime:
    """Until when a seat is kept that was promised until then, for a meeting that has been moved."""
    return min(until, _not_after(starts_at - LEAST, zone))


def _awake(at: datetime, zone: str) -> datetime:
    """The first instant from this one on at which nobody sleeps."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if UP <= local.time() < QUIET:
        return at
    day = local.date() + timedelta(days=local.time() >= QUIET)
    return when.instant(datetime.combine(day, UP), zone)


def _not_before(at: datetime, zone: str) -> datetime:
    """The first instant from this one on at which an answer may be expected."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if FIRST <= local.time() <= LAST:
        return at
    day = local.date() + timedelta(days=local.time() > LAST)
    return when.instant(datetime.combine(day, FIRST), zone)


def _not_after(at: datetime, zone: str) -> datetime:
    """The last instant up to this one at which an answer may be expected."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if FIRST <= local.time() <= LAST:
        return at
    day = local.date() - timedelta(days=local.time() < FIRST)
    return when.instant(datetime.combine(day, LAST), zone)
