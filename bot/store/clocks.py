"""Instants that a clock has left behind which has since been put back."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, literal
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.lanes import lower
from bot.store.tables import NEVER, Delivery, Lane

LONGEST_REST = timedelta(minutes=20)
"""No lane is made to rest for longer: one that does is a clock's that has since been put back."""


# Written out, not bound: else neither database sees that the partial index will do.
_IS_SENT = col(Delivery.state) == literal("sent", literal_execute=True)
_EDITS = (
    select(Delivery)
    .where(
        _IS_SENT,
        col(Delivery.wanted) > col(Delivery.shown),
        col(Delivery.edit_due) > bindparam("far"),
        col(Delivery.edit_due) < NEVER,
    )
    .order_by(col(Delivery.id))
    .with_for_update()
)
_RESTING = (
    select(Lane)
    .where(col(Lane.rest_until) > bindparam("far"))
    .order_by(col(Lane.id))
    .with_for_update()
)


def set_right(db: Db, now: datetime) -> int:
    """Wake lanes that would rest, or posts that would wait to be edited, for longer than any is
    made to: their instants are a clock's that has since been put back. Returns how many were.
    """
    far = now + LONGEST_REST
    edits = db.all(_EDITS, far=far)
    for row in edits:
        row.edit_due = now
    lanes = db.all(_RESTING, far=far)
    for lane in lanes:
        # Where somebody is at work they give it back in a minute at the latest.
        lane.rest_until = lane.next_at = now + timedelta(minutes=1 if lane.owner else 0)
    for row in edits:
        lower(db, row.lane_id, row.network_id, now)
    return len(edits) + len(lanes)
