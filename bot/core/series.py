"""When a meeting that repeats comes again, on the clocks of its place. Pure."""

from datetime import date, datetime, time
from itertools import islice
from typing import Literal

from dateutil import rrule

Rule = Literal["weekly", "fortnightly", "monthly"]
RULES: tuple[Rule, ...] = ("weekly", "fortnightly", "monthly")
MOST = 40
"""How many meetings a series can have: each week of a school year."""
ENOUGH = 15 * MOST
"""So many are counted, to say that they are too many."""

_LAST = 4
"""From the fifth weekday of a month on it is the last one: not every month has a fifth."""


def wall_times(first: datetime, rule: Rule, until: date) -> list[datetime]:
    """The wall times of a series from its first one to the last day: each week, every second week,
    or each month on the same weekday of the month (the second Tuesday, the last Friday); at most
    ENOUGH of them.
    """
    end = datetime.combine(until, time.max)
    weeks = 2 if rule == "fortnightly" else 1
    each = (
        _months(first, end)
        if rule == "monthly"
        else rrule.rrule(rrule.WEEKLY, dtstart=first, interval=weeks, until=end)
    )
    return list(islice(each, ENOUGH))


def _months(first: datetime, end: datetime) -> rrule.rrule:
    which = (first.day - 1) // 7 + 1
    weekday = rrule.weekday(first.weekday(), which if which <= _LAST else -1)
    return rrule.rrule(rrule.MONTHLY, dtstart=first, byweekday=weekday, until=end)
