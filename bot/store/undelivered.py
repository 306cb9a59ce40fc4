"""What did not arrive, or may not have: kept until a coordinator has settled it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, func, or_, update
from sqlmodel import col, select

from bot.store import lanes
from bot.store.db import Db
from bot.store.tables import Delivery, Lane, Network

VIEW = "network.undelivered"
KEPT = timedelta(days=30)
"""After so long nobody settles it any more."""

_MATTERS = and_(
    col(Delivery.view) != VIEW,
    or_(
        col(Delivery.state).in_(("unconfirmed", "expired")),
        and_(col(Delivery.state) == "failed", col(Lane.kind) != "person"),
    ),
)
"""A closed inbox is its owner's own affair; and what tells of all this is not told of."""
_LATE = (
    select(Delivery, Lane.platform)
    .join(Lane, col(Lane.id) == Delivery.lane_id)
    .where(Delivery.state == "waiting", col(Delivery.expires) <= bindparam("now"))
    .order_by(col(Delivery.id))
    .with_for_update(of=Delivery)
)
_UNTOLD = (
    select(Delivery.network_id)
    .join(Lane, col(Lane.id) == Delivery.lane_id)
    .join(Network, col(Network.id) == Delivery.network_id)
    .where(_MATTERS, col(Delivery.told).is_(False), col(Network.held_since).is_(None))
    .distinct()
)


def expire(db: Db, now: datetime) -> dict[str, int]:
    """Give up whatever waits and came too late to be of use; returns how many on each platform."""
    counts: dict[str, int] = {}
    for row, platform in db.all(_LATE, now=now):
        row.state = "expired"
        counts[platform] = counts.get(platform, 0) + 1
    return counts


def untold(db: Db) -> Sequence[int]:
    """The networks whose coordinators do not know yet of something that did not arrive."""
    return db.all(_UNTOLD)


def tell(db: Db, network: int) -> int:
    """From now on its coordinators know of all there is; returns of how many they did not."""
    return db.execute(
        update(Delivery)
        .where(
            col(Delivery.network_id) == network,
            col(Delivery.told).is_(False),
            col(Delivery.state).in_(("expired", "failed", "unconfirmed")),
        )
        .values(told=True)
        .execution_options(synchronize_session=False)
    )


def of_network(
    db: Db, network: int, since: datetime, limit: int
) -> tuple[Sequence[tuple[Delivery, Lane]], int]:
    """What did not arrive and was due after `since`, with where it was to go: what can be settled
    first, then the newest; at most `limit`, and how many there are in all.
    """
    mine = and_(col(Delivery.network_id) == network, _MATTERS, col(Delivery.due) > since)
    rows = (
        select(Delivery, Lane)
        .join(Lane, col(Lane.id) == Delivery.lane_id)
        .where(mine)
        .order_by(col(Delivery.state) == "expired", col(Delivery.id).desc())
        .limit(limit)
    )
    count = select(func.count(col(Delivery.id))).join(Lane, col(Lane.id) == Delivery.lane_id)
    return db.all(rows), db.one_value(count.where(mine))


def send_again(db: Db, network: int, delivery: int, now: datetime) -> bool:
    """What did not arrive, or may not have, is due now; says whether there was such a thing."""
    for row in _one(db, network, delivery, ("failed", "unconfirmed")):
        row.state, row.due, row.last_error = "waiting", now, None
        row.sending_since, row.attempt, row.told = None, 0, False
        lanes.reopen(db, row.lane_id)
        lanes.lower(db, row.lane_id, row.network_id, now)
        return True
    return False


def is_there(db: Db, network: int, delivery: int, now: datetime) -> bool:
    """Somebody has seen what was in doubt; says whether there was such a thing."""
    for row in _one(db, network, delivery, ("unconfirmed",)):
        row.state, row.sent_at, row.last_error = "sent", row.sending_since or now, None
        # Replies to it have waited.
        lanes.lower(db, row.lane_id, row.network_id, now)
        return True
    return False


def let_go(db: Db, network: int) -> int:
    """Nothing of all that did not arrive is wanted any more, but for what is in doubt."""
    return db.execute(
        update(Delivery)
        .where(col(Delivery.network_id) == network, col(Delivery.state).in_(("expired", "failed")))
        .values(state="cancelled", told=True)
        .execution_options(synchronize_session=False)
    )


def _one(db: Db, network: int, delivery: int, states: Sequence[str]) -> Sequence[Delivery]:
    return db.all(
        select(Delivery)
        .where(
            Delivery.network_id == network,
            Delivery.id == delivery,
            col(Delivery.state).in_(states),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def told_of(db: Db, network: int, inboxes: Sequence[int]) -> bool:
    """Whether coordinators have been told that something did not arrive in one of these inboxes."""
    rows = select(Delivery.id).where(
        Delivery.network_id == network,
        col(Delivery.lane_id).in_(inboxes),
        col(Delivery.told).is_(True),
    )
    return bool(inboxes) and db.first(rows.limit(1)) is not None
