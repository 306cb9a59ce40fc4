"""Meetings."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Meeting


def get(
    db: Db, networks: Sequence[int], meeting: int, *, to_change: bool = False
) -> Meeting | None:
    """The meeting of this number, if it belongs to one of these networks; `to_change` keeps others
    from changing it meanwhile.
    """
    found = select(Meeting).where(Meeting.id == meeting, col(Meeting.network_id).in_(networks))
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return db.first(found)


def coming(db: Db, network: int, since: datetime, *, state: str = "planned") -> Sequence[Meeting]:
    """The meetings in this state that start after `since`, the next one first; at most ten."""
    return db.all(
        select(Meeting)
        .where(Meeting.network_id == network, Meeting.state == state, Meeting.starts_at > since)
        .order_by(col(Meeting.starts_at), col(Meeting.id))
        .limit(10)
    )
