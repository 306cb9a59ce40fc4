"""How often a person is written to privately (DOMAIN.md "Times and numbers"). Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

WEEK = timedelta(days=7)
A_WEEK, A_CYCLE = 2, 5
"""The most private messages in any seven days, and for one meeting and the weeks after it."""


def has_room(at: datetime, others: Collection[datetime], of_cycle: int) -> bool:
    """Whether a message may go `at` this instant, beside `others` that have gone or are more
    important; `of_cycle` have been about the same meeting.
    """
    if of_cycle >= A_CYCLE:
        return False
    near = [other for other in others if at - WEEK < other < at + WEEK and other != at]
    starts = [at, *(other for other in near if other < at)]
    return all(sum(start <= other < start + WEEK for other in near) < A_WEEK for start in starts)
