"""When people who go together are asked how it goes: half-way, once more, and at the end. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import when, windows
from bot.core.schooldays import School

SETTLES = timedelta(days=3)
"""Nobody is asked sooner after they were introduced, nor so near to the end of the round."""
PATIENCE = 2
"""So many school days after the second question somebody counts as silent."""
_WAITS = timedelta(days=5)
"""So long that takes at most, with a weekend in it."""
_LEAST, _MOST = timedelta(days=1), timedelta(weeks=1)
"""The shares of a round: see `worth_it`."""
_LOOKS = timedelta(hours=12)
"""By so much later than it is due somebody may be found out to be silent."""
MINDS = timedelta(hours=12)
"""So long it takes until somebody who wants somebody else gets them; they can take it back."""
TELL_FOR = timedelta(weeks=2)
"""So long people can say at the end whether it was of use."""
LONG = timedelta(weeks=2)
"""Who is away longer than that leaves their buddy hanging."""


@dataclass(frozen=True, slots=True)
class Times:
    """When people who go together are asked: half-way and, who has not answered, once more; None
    where there is no time for it before the round ends.
    """

    half: datetime | None
    nudge: datetime | None


def times(introduced: datetime, half: datetime | None, ends: datetime, school: School) -> Times:
    """When people are asked who were introduced then, in a round that ends then: at its `half`, or
    half-way of the time that they have.
    """
    if half is None or half < introduced + SETTLES:
        half = introduced + (ends - introduced) / 2
    half = windows.next_open(half, school)
    if half < introduced + SETTLES or half > ends - SETTLES:
        return Times(None, None)
    nudge = windows.next_open(half + worth_it(half, ends), school)
    return Times(half, nudge if nudge <= ends - SETTLES else None)


def worth_it(half: datetime, ends: datetime) -> timedelta:
    """The share of a round that is left to who gets somebody else: so near to its end nobody does
    any more. So long after the half-way question people are asked once more, too; what is between
    is patience.
    """
    return min(max((ends - half - _WAITS) / 2, _LEAST), _MOST)


def silent_from(nudged: datetime, school: School) -> datetime:
    """From when on somebody counts as silent who was asked for the second time then."""
    day = nudged.astimezone(ZoneInfo(school.zone)).date()
    for _ in range(PATIENCE):
        day = windows.day_after(day, school)
    return when.instant(datetime.combine(day, time(0)), school.zone)


def can_rest(nudged: datetime, last: datetime, school: School) -> bool:
    """Whether who is asked for the second time then can be silent before the `last` instant at
    which people get somebody else.
    """
    return silent_from(nudged, school) + _LOOKS <= last


def closes(ends: datetime, school: School) -> datetime:
    """Until when people can say whether a round was of use that ended then."""
    return windows.next_open(ends + TELL_FOR, school)


def far(now: datetime, ends: datetime) -> datetime:
    """Who is not there until after this instant leaves their buddy hanging."""
    return min(now + LONG, ends)
