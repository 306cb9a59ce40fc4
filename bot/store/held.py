"""What a restored backup would send: held until a coordinator has said what is to become of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, update
from sqlmodel import col, select

from bot.store import lanes
from bot.store.db import Db
from bot.store.tables import EPOCH, NEVER, Bucket, Delivery, Lane, Lease, Network

RESTORED = "restored"
"""Why it is not known whether a message arrived that was due between the backup and now."""
OF_THEIR_TIME = ("network.undelivered", "network.held")
"""What told coordinators how things stood."""
_ON_HOLD = select(Network).where(col(Network.held_since).is_not(None)).order_by(col(Network.id))


def hold(connection: Connection, since: datetime, now: datetime) -> None:
    """Hold all that was to be sent at the instant `since`, of which the backup is."""
    hold_waiting(connection, now)
    behind = and_(col(Delivery.state) == "sent", col(Delivery.wanted) > col(Delivery.shown))
    for statement in (
        update(Delivery).where(behind).values(edit_due=NEVER),
        update(Lane).values(owner="", rest_until=EPOCH, next_at=None),
        update(Network).values(held_since=since),
        delete(Bucket),
        delete(Lease),
    ):
        connection.execute(statement)


def hold_waiting(connection: Connection, now: datetime) -> None:
    """Hold all that waits. What was due until `now` may have arrived, since nobody knows for how
    long the house went on.
    """
    waits, sending = col(Delivery.state) == "waiting", col(Delivery.state) == "sending"
    left = sending | (waits & (col(Delivery.due) <= now))
    when_left = func.coalesce(col(Delivery.sending_since), col(Delivery.due))
    for statement in (
        update(Delivery)
        .where(waits | sending, col(Delivery.view).in_(OF_THEIR_TIME))
        .values(state="cancelled"),
        update(Delivery)
        .where(left)
        .values(state="unconfirmed", last_error=RESTORED, sending_since=when_left),
        update(Delivery).where(waits).values(state="held"),
    ):
        connection.execute(statement)


def networks(db: Db) -> Sequence[Network]:
    """The networks that are on hold."""
    return db.all(_ON_HOLD)


def coming() -> ColumnElement[bool]:
    """What was still to come when the backup was restored."""
    return col(Delivery.state) == "held"


def in_doubt() -> ColumnElement[bool]:
    """What was due before, and may have arrived."""
    return and_(col(Delivery.state) == "unconfirmed", col(Delivery.last_error) == RESTORED)


def listed(
    db: Db, network: int, which: ColumnElement[bool], limit: int
) -> tuple[Sequence[tuple[Delivery, Lane]], int]:
    """The first of these that are due, with where they go, and how many there are in all."""
    mine = and_(col(Delivery.network_id) == network, which)
    rows = (
        select(Delivery, Lane)
        .join(Lane, col(Lane.id) == Delivery.lane_id)
        .where(mine)
        .order_by(col(Delivery.due), col(Delivery.id))
        .limit(limit)
    )
    return db.all(rows), db.one_value(select(func.count(col(Delivery.id))).where(mine))


def locked(db: Db, network: int, which: ColumnElement[bool]) -> Sequence[Delivery]:
    """All of these, kept from being changed by others."""
    return db.all(
        select(Delivery)
        .where(Delivery.network_id == network, which)
        .order_by(col(Delivery.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def go_on(db: Db, row: Delivery) -> None:
    """One of them waits again, to go out when it is due."""
    row.state, row.last_error, row.sending_since, row.attempt = "waiting", None, None, 0
    lanes.lower(db, row.lane_id, row.network_id, row.due)


def let_edits_go(db: Db, network: int, now: datetime) -> None:
    """Posts that stand and were to be brought up to date are."""
    for row in locked(db, network, col(Delivery.edit_due) == NEVER):
        row.edit_due = now
        lanes.lower(db, row.lane_id, network, now)
