"""A meeting planned like a former one."""

from datetime import datetime

from bot.core import meetings
from bot.core.meetings import Wish
from bot.store.db import Db
from bot.store.tables import Meeting, Network

KEPT = ("minutes", "ends", "mode", "seats", "online_seats", "link", "poll")
"""What a copy, and each meeting of a series, has of the former without being asked."""


def copy(db: Db, network: Network, former: Meeting, wish: Wish, by: int, now: datetime) -> Meeting:
    """Plan a meeting that is as long as a former one, and held like it; its announcement goes out
    after the hold. Raises InThePast.
    """
    meeting = meetings.plan(db, network, wish, by, now)
    for field in KEPT:
        setattr(meeting, field, getattr(former, field))
    return meeting
