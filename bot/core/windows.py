"""When messages go that can wait: on school days, early or after school (DOMAIN.md). Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.schooldays import School

MORNING = (time(7), time(8, 15))
AFTERNOON = (time(15, 30), time(18, 30))
WINDOWS = (MORNING, AFTERNOON)
_FAR = 200
"""Days after which a school year is taken to be wrong, and any weekday will do."""
_SATURDAY = 5


def is_open(at: datetime, school: School) -> bool:
    """Whether a message that can wait may go at this instant."""
    local = at.astimezone(ZoneInfo(school.zone)).replace(tzinfo=None)
    in_time = any(first <= local.time() < last for first, last in WINDOWS)
    return in_time and school.is_school_day(local.date())


def next_open(at: datetime, school: School) -> datetime:
    """The first instant from this one on at which a message that can wait may go."""
    if is_open(at, school):
        return at
    day = at.astimezone(ZoneInfo(school.zone)).date()
    for opens, _ in WINDOWS:
        begins = when.instant(datetime.combine(day, opens), school.zone)
        if begins >= at and is_open(begins, school):
            return begins
    return when.instant(datetime.combine(day_after(day, school), MORNING[0]), school.zone)


def day_after(day: date, school: School) -> date:
    """The next school day after this one."""
    return _nearest(day, school, 1)


def day_before(day: date, school: School) -> date:
    """The last school day before this one."""
    return _nearest(day, school, -1)


def _nearest(day: date, school: School, step: int) -> date:
    for days in range(1, _FAR):
        if school.is_school_day(found := day + timedelta(days=days * step)):
            return found
    found = day + timedelta(days=step)
    while found.weekday() >= _SATURDAY:
        found += timedelta(days=step)
    return found
