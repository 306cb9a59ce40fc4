"""How often a person is written to privately (DOMAIN.md "Times and numbers"). Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

WEEK = timedelta(days=7)
A_WEEK, A_CYCLE = 2, 5
"""The most private messages in any seven days, and for one meeting and the weeks after it."""


def has_room(sent: Collection[datetime]) -> bool:
    """Whether one more message may go, after those that were `sent` in the last seven days."""
    return len(sent) < A_WEEK


def next_room(sent: Collection[datetime]) -> datetime:
    """When the next message may go, where those were `sent` in the last seven days."""
    return sorted(sent)[-A_WEEK] + WEEK
