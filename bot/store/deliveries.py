"""Messages that are due: planned in the transaction that causes them, sent by the scheduler."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, and_, bindparam, func
from sqlmodel import col, select

from bot.chat import Person, Place
from bot.store import lanes, talks
from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery, Lane, Talk

LEFT = ("sending", "sent", "unconfirmed")
"""The states of a message that has left, or may have."""

SERIES = "meeting.series"
"""The view that tells of a whole series; its subject is the series."""

JOURNAL = "journal.post"
"""The view of what a person shared of their journal; its subject is the entry."""

LATE = timedelta(minutes=15)
"""A message that leaves later than this after it was due says so."""


class Withheld(Exception):
    """A due message is not sent; says why."""


class Postponed(Exception):
    """A due message goes later, at an instant."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


_BY_KEY = select(Delivery.id).where(Delivery.idem_key == bindparam("key"))
ABOUT = (
    Delivery.network_id == bindparam("network"),
    Delivery.view == bindparam("the_view"),
    Delivery.subject == bindparam("the_subject"),
)
"""What says of which view and subject a message is; the values are given with the statement."""
_FIND = select(Delivery).where(*ABOUT).order_by(col(Delivery.id))
_TOLD_AT = select(func.min(Delivery.due)).where(*ABOUT, col(Delivery.state).in_(("waiting", *LEFT)))
_SOME_LEFT = select(Delivery.id).where(*ABOUT, col(Delivery.state).in_(LEFT)).limit(1)


def enqueue(
    db: Db,
    network: int,
    to: Place | Person | Talk,
    view: str,
    subject: str,
    *,
    due: datetime,
    key: str,
    batch: str = "",
    expires: datetime | None = None,
    thread_of: int | None = None,
) -> int:
    """Plan a message: `view` of `subject`, rendered when it is sent. Returns the delivery's id.

    `key` names this one message of the network for ever: planned again, it is the same row,
    unchanged. With `thread_of` it waits until that delivery is sent, and stands in its thread.
    """
    lane = lanes.find_or_make(db, to)
    row = {
        "network_id": network, "lane_id": lane, "idem_key": f"{network}:{key}", "batch": batch,
        "view": view, "subject": subject, "due": due, "expires": expires,
        "thread": to.thread if isinstance(to, Place) else "", "thread_of": thread_of,
        "state": "waiting", "attempt": 0, "wanted": 0, "shown": 0, "edit_due": EPOCH,
    }  # fmt: skip
    if db.upsert(Delivery, row, key=("idem_key",), change=()):
        lanes.lower(db, lane, network, due)
    return cast("int", db.connection().scalar(_BY_KEY, {"key": row["idem_key"]}))


def hasten(db: Db, network: int, batch: str, now: datetime) -> int:
    """What waits of a batch is due now; returns how many do."""
    rows = lock(db, network, col(Delivery.batch) == batch, ("waiting",))
    for row in rows:
        row.due = min(row.due, now)
        lanes.lower(db, row.lane_id, network, row.due)
    return len(rows)


def may_take_back(db: Db, network: int, batch: str) -> bool:
    """Whether some of a batch waits and none has left; it stays so until this transaction ends."""
    rows = lock(db, network, col(Delivery.batch) == batch, ("waiting", *LEFT))
    return bool(rows) and all(row.state == "waiting" for row in rows)


def has_left(db: Db, network: int, view: str, subject: str) -> bool:
    """Whether any of this view of this subject had left, or might have, when asked."""
    about = {"network": network, "the_view": view, "the_subject": subject}
    return db.connection().scalar(_SOME_LEFT, about) is not None


def have_left(db: Db, network: int, view: str, subject: str) -> bool:
    """Whether any of this view of this subject has left, or may have; it stays so until this
    transaction ends.
    """
    rows = lock(db, network, of_view(view, subject), ("waiting", *LEFT))
    return any(row.state in LEFT for row in rows)


def give_up(db: Db, network: int, view: str, subject: str) -> None:
    """What could not be posted of this is not tried again: something newer takes its place."""
    for row in lock(db, network, of_view(view, subject), ("failed",)):
        row.state = "cancelled"


def cancel(db: Db, network: int, batch: str) -> int:
    """What waits of a batch, or is held, is never sent; returns how many did."""
    rows = lock(db, network, col(Delivery.batch) == batch, ("waiting", "held"))
    for row in rows:
        row.state = "cancelled"
    return len(rows)


def drop(db: Db, network: int, view: str, subject: str) -> None:
    """Forget messages of which none has left, with their keys: the number of what they were about
    may be given again.
    """
    for row in lock(
        db, network, of_view(view, subject), ("waiting", "held", "cancelled", "skipped")
    ):
        db.delete(row)


def put_off(
    db: Db, network: int, view: str, subject: str, *, due: datetime, expires: datetime
) -> None:
    """What waits of this view of this subject, or is held, is due and of use then instead; but not
    what somebody has just asked for, and may take back.
    """
    own = and_(of_view(view, subject), col(Delivery.batch) == "")
    for row in lock(db, network, own, ("waiting", "held")):
        row.due, row.expires = due, expires
        lanes.lower(db, row.lane_id, network, due)


def get(db: Db, delivery: int) -> Delivery | None:
    """The delivery of this number."""
    return db.get(Delivery, delivery)


def find(db: Db, network: int, view: str, subject: str) -> Sequence[Delivery]:
    """All deliveries of this view of this subject, in the order in which they were planned."""
    return db.all(_FIND, network=network, the_view=view, the_subject=subject)


def subjects(db: Db, network: int, view: str, number: int) -> Sequence[str]:
    """What the messages of this view that have left are about, of those about this number."""
    return db.all(
        select(Delivery.subject)
        .where(
            Delivery.network_id == network,
            Delivery.view == view,
            col(Delivery.subject).like(f"{number}:%"),
            col(Delivery.state).in_(LEFT),
        )
        .distinct()
        .order_by(col(Delivery.subject))
    )


def about(row: Delivery) -> int:
    """The number of what a message is about, which its subject begins with."""
    return int(row.subject.partition(":")[0])


def told_at(db: Db, network: int, view: str, subject: str) -> datetime | None:
    """When the first of this view of this subject went out, or will."""
    return db.one_value(_TOLD_AT, network=network, the_view=view, the_subject=subject)


def is_late(row: Delivery, now: datetime | None = None) -> bool:
    """Whether a message came late, or would if it left `now`, and has to say so."""
    at = row.sent_at or now
    return at is not None and at - row.due > LATE


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits on a platform: messages due, for how many seconds the oldest of them, and how many
    are in doubt.
    """

    due: int = 0
    oldest: float = 0
    unconfirmed: int = 0


def backlog(db: Db, platforms: Sequence[str], now: datetime) -> dict[str, Backlog]:
    """What waits on each platform, for whoever watches the house."""
    found = {platform: Backlog() for platform in platforms}
    due = (
        select(Lane.platform, func.count(), func.min(Delivery.due))
        .join(Delivery, col(Delivery.lane_id) == Lane.id)
        .where(Delivery.state == "waiting", Delivery.due <= now, col(Lane.next_at).is_not(None))
        .group_by(Lane.platform)
    )
    for platform, count, oldest in db.all(due):
        if platform in found:
            found[platform] = Backlog(count, (now - oldest).total_seconds())
    doubt = (
        select(Lane.platform, func.count())
        .join(Delivery, col(Delivery.lane_id) == Lane.id)
        .where(Delivery.state == "unconfirmed")
        .group_by(Lane.platform)
    )
    for platform, count in db.all(doubt):
        if platform in found:
            found[platform] = replace(found[platform], unconfirmed=count)
    return found


def target(db: Db, delivery: Delivery) -> Place | Person:
    """Where a delivery goes; a conversation that has not begun stands in no channel yet."""
    if (talk := talk_of(db, delivery)) is not None:
        return talks.address(talk)
    return lanes.target(_lane(db, delivery), delivery.thread)


def talk_of(db: Db, delivery: Delivery) -> Talk | None:
    """The conversation in which a delivery stands or is to stand, if it is one."""
    lane = _lane(db, delivery)
    return talks.of_lane(db, lane) if lane.kind == talks.KIND else None


def _lane(db: Db, delivery: Delivery) -> Lane:
    lane = db.get(Lane, delivery.lane_id)
    assert lane is not None  # noqa: S101 -- a foreign key
    return lane


def of_view(view: str, subject: str) -> ColumnElement[bool]:
    """Whether a message is this view of this subject."""
    return and_(col(Delivery.view) == view, col(Delivery.subject) == subject)


def upcoming(db: Db, most: int) -> Sequence[Delivery]:
    """What waits to be sent in all networks, the next first."""
    return db.all(
        select(Delivery)
        .where(Delivery.state == "waiting")
        .order_by(col(Delivery.due), col(Delivery.id))
        .limit(most)
    )


def lock(
    db: Db, network: int, which: ColumnElement[bool], states: Sequence[str]
) -> Sequence[Delivery]:
    """Those messages in these states, which stay so until this transaction ends."""
    return db.all(
        select(Delivery)
        .where(Delivery.network_id == network, which, col(Delivery.state).in_(states))
        .order_by(col(Delivery.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
