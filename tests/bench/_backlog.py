"""Many messages that wait, and a bare loop that takes them one by one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, make_url, select, update
from sqlmodel import UTCDateTime

from bot.store import engines
from bot.store.db import Store
from bot.store.tables import EPOCH, Delivery, Lane

LANE, DELIVERY = Lane.metadata.tables["lane"], Delivery.metadata.tables["delivery"]
AT, UNTIL = (bindparam(name, type_=UTCDateTime()) for name in ("at", "until"))
NEXT = (
    select(LANE.c.id)
    .where(LANE.c.platform == "test", LANE.c.next_at.is_not(None), LANE.c.next_at <= AT)
    .order_by(LANE.c.next_at)
    .limit(1)
    .with_for_update(skip_locked=True)
)
FIRST = (
    select(DELIVERY.c.id)
    .where(DELIVERY.c.lane_id == bindparam("lane"), DELIVERY.c.state == "waiting")
    .order_by(DELIVERY.c.due)
    .limit(1)
)
CLAIM = (
    update(LANE)
    .where(LANE.c.id == bindparam("lane"))
    .values(owner="bare", rest_until=UNTIL, next_at=UNTIL)
)
BEGIN = (
    update(DELIVERY)
    .where(DELIVERY.c.id == bindparam("row"))
    .values(state="sending", attempt=DELIVERY.c.attempt + 1, sending_since=AT)
)
ACKNOWLEDGE = (
    update(DELIVERY)
    .where(DELIVERY.c.id == bindparam("row"))
    .values(state="sent", remote_ref="bare", sent_at=AT)
)
RELEASE = (
    update(LANE).where(LANE.c.id == bindparam("lane")).values(owner="", rest_until=AT, next_at=None)
)


def fill(store: Store, network: int, messages: int, *, due: datetime) -> None:
    """So many messages of a network are due then, each to another person."""
    lanes = [
        {
            "platform": "test", "workspace": "school", "kind": "person", "target": f"teacher {n}",
            "network_id": network, "next_at": due, "rest_until": EPOCH, "owner": "",
            "refusals": 0, "refused_for": "",
        }
        for n in range(messages)
    ]  # fmt: skip
    with store.write() as db:
        db.connection().execute(insert(LANE), lanes)
        ids = db.connection().scalars(select(LANE.c.id).where(LANE.c.network_id == network)).all()
        rows = [
            {
                "network_id": network, "lane_id": lane, "idem_key": f"flood {lane}", "batch": "",
                "view": "say", "subject": "flood", "due": due, "state": "waiting", "attempt": 0,
                "told": False, "thread": "", "wanted": 0, "shown": 0, "edit_due": EPOCH,
            }
            for lane in ids
        ]  # fmt: skip
        db.connection().execute(insert(DELIVERY), rows)


def drain_one_by_one(url: str, now: datetime) -> int:
    """Claim what is due and acknowledge it, two transactions for each message and nothing else;
    returns how many there were.
    """
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    pair = engines.sqlite(address) if sqlite else engines.postgres(address, engines.PING_AFTER)
    writing, reading = pair
    given: dict[str, object] = {"at": now, "until": now + timedelta(minutes=1)}
    done = 0
    while True:
        with writing.begin() as connection:
            given["lane"] = connection.scalar(NEXT, given)
            if given["lane"] is None:
                break
            given["row"] = connection.scalar(FIRST, given)
            connection.execute(CLAIM, given)
            connection.execute(BEGIN, given)
        with writing.begin() as connection:
            connection.execute(ACKNOWLEDGE, given)
            connection.execute(RELEASE, given)
        done += 1
    writing.dispose()
    reading.dispose()
    return done
