"""What of a meeting is due when, and until when it is of use: the table. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core import when

MORNING, EVENING = time(7), time(18)
"""The earliest and the latest that messages go which can wait (school days, 7:00-8:15 and
15:30-18:30).
"""
EARLY = time(8)
"""For a meeting before this, the morning of its day is too late."""
INVITE_BEFORE = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Plan:
    """A message that is due, and the instant from which it is of no use any more."""

    due: datetime
    expires: datetime


def today(local: datetime, zone: str) -> Plan:
    """The reminder of the day, for a meeting at this wall time: in its morning, and for an early
    one in the evening before.
    """
    day = local.date()
    at = datetime.combine(day, MORNING)
    if local.time() < EARLY:
        at = datetime.combine(day - timedelta(days=1), EVENING)
    return Plan(when.instant(at, zone), when.instant(local, zone))


def invitation(local: datetime, zone: str) -> datetime:
    """When one of a series is announced by itself: two weeks before, in the morning."""
    return when.instant(datetime.combine(local.date() - INVITE_BEFORE, MORNING), zone)
