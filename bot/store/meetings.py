"""Meetings."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, bindparam, cast, exists, func
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.deliveries import LEFT, SERIES
from bot.store.tables import Delivery, Meeting, Network, Rsvp, Series

OF_ONE_SERIES = 3
"""How many of one series a list shows, so that it leaves room for others."""

_LOCKED = (
    select(Meeting)
    .where(Meeting.id == bindparam("meeting"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
# An answer to a meeting stands in the way of who changes it, but not of other answers: else its
# seats could be limited while somebody says yes who saw no limit.
_ANSWERED, _SEATED = (
    select(Meeting)
    .where(Meeting.id == bindparam("meeting"))
    .with_for_update(read=among_others, key_share=True)
    .execution_options(populate_existing=True)
    for among_others in (True, False)
)
_WAITS = select(Rsvp.id).where(Rsvp.meeting_id == Meeting.id, col(Rsvp.waits_since).is_not(None))
_WITH_WAITING = (
    select(Meeting.id)
    .join(Network, col(Network.id) == Meeting.network_id)
    .where(
        Meeting.state == "planned",
        Meeting.starts_at > bindparam("since"),
        col(Network.held_since).is_(None),
        _WAITS.exists(),
    )
    .order_by(col(Meeting.id))
)


def get(
    db: Db,
    networks: Sequence[int],
    meeting: int,
    *,
    to_change: bool = False,
    to_answer: bool = False,
) -> Meeting | None:
    """The meeting of this number, if it belongs to one of these networks; `to_change` keeps others
    from changing it meanwhile, and so does `to_answer`, beside others who answer it.
    """
    if to_change or to_answer:
        row = db.first(_LOCKED if to_change else _ANSWERED, meeting=meeting)
    else:
        row = db.get(Meeting, meeting)
    return row if row is not None and row.network_id in networks else None


def locked(db: Db, meeting: int) -> Meeting | None:
    """The meeting of this number, in whatever network; nobody changes it meanwhile."""
    return db.first(_LOCKED, meeting=meeting)


def lock_seats(db: Db, meeting: int) -> Meeting | None:
    """The meeting of this number, of whose seats nobody else takes or gives one meanwhile."""
    return db.first(_SEATED, meeting=meeting)


def with_waiting(db: Db, since: datetime) -> Sequence[int]:
    """The planned meetings of all networks that start after this, and that somebody waits to get
    into, but of those networks that wait for a word after a restore.
    """
    return [number for number in db.all(_WITH_WAITING, since=since) if number is not None]


def coming(
    db: Db, network: int, since: datetime, *, told: bool, state: str = "planned"
) -> Sequence[Meeting]:
    """The meetings in this state that start after `since`, the next one first, at most ten, and of
    one series the next three; with `told` only those that people were told of.
    """
    nearest = (col(Meeting.starts_at), col(Meeting.id))
    one_series = func.coalesce(col(Meeting.series_id), -col(Meeting.id))
    place = func.row_number().over(partition_by=one_series, order_by=nearest)
    found = select(col(Meeting.id), place.label("place")).where(
        Meeting.network_id == network, Meeting.state == state, Meeting.starts_at > since
    )
    if told:
        found = found.where(
            _has_left(network, "meeting.announcement", col(Meeting.id))
            | _has_left(network, SERIES, col(Meeting.series_id))
        )
    placed = found.subquery()
    rows = select(Meeting).join(placed, placed.c.id == Meeting.id)
    return db.all(rows.where(placed.c.place <= OF_ONE_SERIES).order_by(*nearest).limit(10))


def former(db: Db, network: int) -> Sequence[Meeting]:
    """The meetings of a network that were not taken back, coming and past, the latest first."""
    return db.all(
        select(Meeting)
        .where(Meeting.network_id == network, Meeting.state != "withdrawn")
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
        .limit(200)
    )


def _has_left(network: int, view: str, subject: Mapped[int | None]) -> ColumnElement[bool]:
    return exists().where(
        col(Delivery.network_id) == network,
        col(Delivery.view) == view,
        col(Delivery.subject) == cast(subject, String),
        col(Delivery.state).in_(LEFT),
    )


def starting(db: Db, after: datetime, until: datetime) -> Sequence[Meeting]:
    """The planned meetings of all networks that start in this time, but of those that wait for a
    word after a restore.
    """
    return db.all(
        select(Meeting)
        .join(Network, col(Network.id) == Meeting.network_id)
        .where(
            Meeting.state == "planned",
            Meeting.starts_at > after,
            Meeting.starts_at <= until,
            col(Network.held_since).is_(None),
        )
        .order_by(col(Meeting.id))
    )


def end(meeting: Meeting) -> datetime:
    """When a meeting ends."""
    return meeting.starts_at + timedelta(minutes=meeting.minutes)


def between(db: Db, network: int, after: datetime, until: datetime) -> Sequence[Meeting]:
    """The planned meetings of a network that start in this time, the first one first."""
    return db.all(
        select(Meeting)
        .where(
            Meeting.network_id == network,
            Meeting.state == "planned",
            Meeting.starts_at > after,
            Meeting.starts_at <= until,
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )


def told_in_class(db: Db, network: int, after: datetime, until: datetime) -> Sequence[Meeting]:
    """The meetings of which people could tell what happened in class until some instant of this
    time, the first to close first.
    """
    return db.all(
        select(Meeting)
        .where(
            Meeting.network_id == network,
            col(Meeting.class_until) > after,
            col(Meeting.class_until) <= until,
        )
        .order_by(col(Meeting.class_until), col(Meeting.id))
    )


def series(
    db: Db, networks: Sequence[int], number: int, *, to_change: bool = False
) -> Series | None:
    """The series of this number, if it belongs to one of these networks; `to_change` keeps others
    from changing it meanwhile.
    """
    found = select(Series).where(Series.id == number, col(Series.network_id).in_(networks))
    return db.first(found.with_for_update() if to_change else found)


def of_series(db: Db, network: int, number: int) -> Sequence[Meeting]:
    """The meetings of a series, in the order in which they come."""
    return db.all(
        select(Meeting)
        .where(Meeting.network_id == network, Meeting.series_id == number)
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )
