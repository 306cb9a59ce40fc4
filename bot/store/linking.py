"""Codes that link two platforms, and what of a person lies where."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, delete, select

from bot import chat
from bot.store import lanes
from bot.store.db import Db
from bot.store.deliveries import LEFT
from bot.store.tables import Delivery, Identity, Lane, LinkCode


def by_name(db: Db, name: str) -> LinkCode | None:
    """The code that begins so; nobody else tries it meanwhile."""
    return db.first(select(LinkCode).where(LinkCode.name == name).with_for_update())


def account(db: Db, person: chat.Person) -> Identity | None:
    """A person's account; nobody else types a code with it meanwhile."""
    return db.first(
        select(Identity)
        .where(
            Identity.platform == person.platform,
            Identity.workspace == person.workspace,
            Identity.user == person.user,
        )
        .with_for_update()
    )


def drop(db: Db, member: int) -> None:
    """The codes that a person was shown do not work any more."""
    db.execute(delete(LinkCode).where(col(LinkCode.member_id) == member))


def purge(db: Db, made_before: datetime) -> None:
    """Drop the codes that are over."""
    db.execute(delete(LinkCode).where(col(LinkCode.made_at) <= made_before))


def waiting(db: Db, lane: int) -> Sequence[Delivery]:
    """What waits for an inbox, or is held; it stays so until this transaction ends."""
    return db.all(
        select(Delivery)
        .where(Delivery.lane_id == lane, col(Delivery.state).in_(("waiting", "held")))
        .order_by(col(Delivery.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def lane_of(db: Db, person: chat.Person) -> int | None:
    """The lane of a person's inbox, if anything was ever sent there."""
    return db.first(
        select(Lane.id).where(
            Lane.platform == person.platform,
            Lane.workspace == person.workspace,
            Lane.kind == "person",
            Lane.target == person.user,
        )
    )


def redirect(db: Db, row: Delivery, to: chat.Person | None) -> None:
    """What waits for one inbox goes to another; nowhere, where the same is told there already."""
    lane = lanes.find_or_make(db, to) if to else None
    if lane is None:
        row.state, row.last_error = "skipped", "gone"
        return
    if _is_told(db, row, lane):
        row.state = "cancelled"
        return
    row.lane_id = lane
    lanes.lower(db, lane, row.network_id, row.due)


def _is_told(db: Db, row: Delivery, lane: int) -> bool:
    found = select(Delivery.id).where(
        Delivery.lane_id == lane,
        Delivery.network_id == row.network_id,
        Delivery.view == row.view,
        Delivery.subject == row.subject,
        col(Delivery.state).in_(("waiting", *LEFT)),
    )
    return db.first(found.limit(1)) is not None


def now_about(db: Db, view: str, old: int, new: int) -> None:
    """What was about one person is about another, wherever it has been told."""
    about = select(Delivery).where(
        col(Delivery.view) == view, col(Delivery.subject).like(f"%:{old}")
    )
    for row in db.all(about.order_by(col(Delivery.id)).with_for_update()):
        row.subject = f"{row.subject.rpartition(':')[0]}:{new}"
        row.batch = f"{row.batch.rpartition(':')[0]}:{new}" if row.batch else ""
