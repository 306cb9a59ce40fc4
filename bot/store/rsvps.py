"""Answers to meetings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, func
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Meeting, Member, Rsvp
from bot.store.upserts import Columns

_ONE = select(Rsvp).where(
    Rsvp.network_id == bindparam("network"),
    Rsvp.meeting_id == bindparam("meeting"),
    Rsvp.member_id == bindparam("member"),
)
_GIVEN = (
    select(Rsvp, Member.name)
    .join(Member, col(Member.id) == Rsvp.member_id)
    .where(Rsvp.network_id == bindparam("network"), Rsvp.meeting_id == bindparam("meeting"))
    .order_by(col(Rsvp.answered_at), col(Rsvp.id))
)
_COUNTS = (
    select(Rsvp.answer, Rsvp.online, func.count())
    .where(
        Rsvp.network_id == bindparam("network"),
        Rsvp.meeting_id == bindparam("meeting"),
        col(Rsvp.waits_since).is_(None),
    )
    .group_by(col(Rsvp.answer), col(Rsvp.online))
)
_COMING = (
    select(Rsvp)
    .where(
        Rsvp.network_id == bindparam("network"),
        Rsvp.meeting_id == bindparam("meeting"),
        col(Rsvp.answer).in_(("yes", "released")),
    )
    .order_by(col(Rsvp.waits_since), col(Rsvp.waits_order), col(Rsvp.id))
    .execution_options(populate_existing=True)
)
_FIRST = (
    select(Member.name, Rsvp.guests, Rsvp.delegate)
    .join(Rsvp, col(Rsvp.member_id) == Member.id)
    .where(
        Rsvp.network_id == bindparam("network"),
        Rsvp.meeting_id == bindparam("meeting"),
        Rsvp.answer == bindparam("answer"),
        col(Rsvp.hidden).is_(False),
        col(Rsvp.waits_since).is_(None),
        Member.name != "",
    )
    .order_by(col(Rsvp.answered_at), col(Rsvp.id))
    .limit(bindparam("most", type_=Integer))
)


_ANSWER = (
    "answer", "order", "answered_at", "online", "delegate", "waits_since", "offered_until",
)  # fmt: skip
_CHANGED = {False: (*_ANSWER, "guests"), True: _ANSWER}
"""What an answer changes: who still comes brings whom they brought."""


def put(
    db: Db,
    network: int,
    meeting: int,
    member: int,
    answer: str,
    *,
    online: bool = False,
    comes: bool,
    order: int,
    now: datetime,
) -> Rsvp | None:
    """Keep a person's answer, for which there is a seat, and return it; None where a later click
    had been kept. Only who `comes` keeps their guests.
    """
    values: dict[str, Any] = {
        "network_id": network, "meeting_id": meeting, "member_id": member, "answer": answer,
        "order": order, "answered_at": now, "online": online, "delegate": "",
        "waits_since": None, "offered_until": None,
    }  # fmt: skip
    written = db.put(
        Rsvp,
        values | {"hidden": False, "guests": 0, "waits_order": 0},
        key=("meeting_id", "member_id"),
        change=_CHANGED[comes],
        where=_later,
        back=("id", "hidden", "guests", "waits_order", "sends"),
    )
    if written is None:
        return None
    number, hidden, guests, waits_order, sends = written
    left = {"hidden": hidden, "guests": guests, "waits_order": waits_order, "sends": sends}
    return Rsvp(id=number, **left, **values)


def _later(old: Columns, new: Columns) -> ColumnElement[bool]:
    return old.order < new.order


def given(db: Db, network: int, meeting: int) -> Sequence[tuple[Rsvp, str]]:
    """Each answer to a meeting and its giver's name, in the order in which they were given."""
    return db.all(_GIVEN, network=network, meeting=meeting)


def counts(db: Db, network: int, meeting: int) -> Sequence[tuple[str, bool, int]]:
    """How many gave each answer to a meeting, in the room or (true) online; who waits for a seat is
    not among them.
    """
    return db.all(_COUNTS, network=network, meeting=meeting)


def coming(db: Db, network: int, meeting: int) -> Sequence[Rsvp]:
    """Those who said yes or yes if released; who waits for a seat in the order of the line."""
    return db.all(_COMING, network=network, meeting=meeting)


def first_names(
    db: Db, network: int, meeting: int, answer: str, most: int
) -> Sequence[tuple[str, int, str]]:
    """The names of those who gave this answer first and show theirs, with how many they bring and
    the colleague whom they send instead; who waits for a seat is not among them.
    """
    return db.all(_FIRST, network=network, meeting=meeting, answer=answer, most=most)


def one(db: Db, network: int, member: int, meeting: int) -> Rsvp | None:
    """A person's own answer to a meeting."""
    return db.first(_ONE, network=network, member=member, meeting=meeting)


def sender(db: Db, network: int, meeting: int, member: int) -> Rsvp | None:
    """The answer of who sends this person to a meeting."""
    return db.first(
        select(Rsvp).where(
            Rsvp.network_id == network, Rsvp.meeting_id == meeting, Rsvp.sends == member
        )
    )


def sending(db: Db, network: int, member: int) -> Sequence[Rsvp]:
    """The answers of those who send this person anywhere in a network."""
    return db.all(select(Rsvp).where(Rsvp.network_id == network, Rsvp.sends == member))


def mine(db: Db, network: int, member: int, meetings: Sequence[int]) -> dict[int, Rsvp]:
    """A person's own answers to these meetings."""
    rows = db.all(
        select(Rsvp).where(
            Rsvp.network_id == network,
            Rsvp.member_id == member,
            col(Rsvp.meeting_id).in_(meetings),
        )
    )
    return {row.meeting_id: row for row in rows}


def all_of(db: Db, network: int, member: int) -> Sequence[Rsvp]:
    """All of a person's answers in a network."""
    return db.all(select(Rsvp).where(Rsvp.network_id == network, Rsvp.member_id == member))


def ahead(db: Db, network: int, member: int, since: datetime) -> Sequence[Rsvp]:
    """A person's answers to meetings that are still to come."""
    return db.all(
        select(Rsvp)
        .join(Meeting, col(Meeting.id) == Rsvp.meeting_id)
        .where(Rsvp.network_id == network, Rsvp.member_id == member, Meeting.starts_at > since)
    )


def before(db: Db, network: int, meeting: int, answers: Sequence[str], at: datetime) -> list[int]:
    """The people who gave one of these answers to a meeting before an instant, but of those who
    wait for a seat.
    """
    return list(
        db.all(
            select(Rsvp.member_id)
            .where(
                Rsvp.network_id == network,
                Rsvp.meeting_id == meeting,
                col(Rsvp.answer).in_(answers),
                Rsvp.answered_at < at,
                col(Rsvp.waits_since).is_(None),
            )
            .order_by(col(Rsvp.id))
        )
    )
