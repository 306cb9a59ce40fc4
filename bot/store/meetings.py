"""Meetings."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, cast, exists
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.deliveries import LEFT
from bot.store.tables import Delivery, Meeting

_LOCKED = (
    select(Meeting)
    .where(Meeting.id == bindparam("meeting"))
    .with_for_update()
    .execution_options(populate_existing=True)
)


def get(
    db: Db, networks: Sequence[int], meeting: int, *, to_change: bool = False
) -> Meeting | None:
    """The meeting of this number, if it belongs to one of these networks; `to_change` keeps others
    from changing it meanwhile.
    """
    row = db.first(_LOCKED, meeting=meeting) if to_change else db.get(Meeting, meeting)
    return row if row is not None and row.network_id in networks else None


def coming(
    db: Db, network: int, since: datetime, *, told: bool, state: str = "planned"
) -> Sequence[Meeting]:
    """The meetings in this state that start after `since`, the next one first, at most ten; with
    `told` only those whose announcement has left.
    """
    found = select(Meeting).where(
        Meeting.network_id == network, Meeting.state == state, Meeting.starts_at > since
    )
    if told:
        found = found.where(
            exists().where(
                col(Delivery.network_id) == network,
                col(Delivery.view) == "meeting.announcement",
                col(Delivery.subject) == cast(col(Meeting.id), String),
                col(Delivery.state).in_(LEFT),
            )
        )
    return db.all(found.order_by(col(Meeting.starts_at), col(Meeting.id)).limit(10))
