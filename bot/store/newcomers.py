"""Who is new in a network: at their first meeting, and after only one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import (
    Absence,
    Attendance,
    Meeting,
    Member,
    Membership,
    Network,
    Rsvp,
    Welcome,
)

_COMES = and_(
    col(Rsvp.answer).in_(("yes", "released")),
    col(Rsvp.waits_since).is_(None),
    col(Rsvp.delegate) == "",
)
_MAY_HEAR = and_(col(Membership.private).is_(True), col(Membership.left_at).is_(None))
_OF_ITS_NETWORK = and_(
    col(Membership.network_id) == Rsvp.network_id, col(Membership.member_id) == Rsvp.member_id
)


def _has_been() -> ColumnElement[bool]:
    """Whether a person has been at a meeting of the network."""
    return exists().where(
        col(Attendance.network_id) == Membership.network_id,
        col(Attendance.member_id) == Membership.member_id,
        col(Attendance.state) == "here",
    )


def first_time(db: Db, after: datetime, until: datetime) -> Sequence[tuple[Meeting, int]]:
    """Who comes to a meeting that starts in this time and has never been at one of that network,
    where they agreed that somebody looks out for them; the earliest meeting first.
    """
    return db.all(_FIRST_TIME, after=after, until=until)


_FIRST_TIME = (
    select(Meeting, Rsvp.member_id)
    .join(Rsvp, col(Rsvp.meeting_id) == Meeting.id)
    .join(Membership, _OF_ITS_NETWORK)
    .join(Network, col(Network.id) == Meeting.network_id)
    .where(
        Meeting.state == "planned",
        Meeting.starts_at > bindparam("after"),
        Meeting.starts_at <= bindparam("until"),
        col(Network.held_since).is_(None),
        col(Membership.hosted).is_(True),
        _MAY_HEAR,
        _COMES,
        ~_has_been(),
    )
    .order_by(col(Meeting.starts_at), col(Meeting.id), col(Rsvp.id))
)


def hosts(db: Db, network: int, meeting: int) -> list[int]:
    """Those who welcome newcomers, may be written to and come to this meeting themselves; who has
    welcomed the fewest comes first, then whose turn was longest ago, then who was here first.
    """
    so_far = (
        select(func.count()).where(*_by(network)).scalar_subquery(),
        select(func.max(Welcome.id)).where(*_by(network)).scalar_subquery(),
    )
    rows = (
        select(Membership.member_id)
        .join(Rsvp, _OF_ITS_NETWORK)
        .where(
            Rsvp.network_id == network,
            Rsvp.meeting_id == meeting,
            Membership.role != "guest",
            col(Membership.hosts).is_(True),
            _MAY_HEAR,
            _COMES,
            ~exists().where(
                col(Absence.network_id) == network,
                col(Absence.member_id) == Membership.member_id,
            ),
        )
        .order_by(so_far[0], func.coalesce(so_far[1], 0), col(Membership.id))
    )
    return list(db.all(rows))


def _by(network: int) -> tuple[ColumnElement[bool], ...]:
    return col(Welcome.network_id) == network, col(Welcome.host_id) == Membership.member_id


def welcome(db: Db, network: int, meeting: int, member: int) -> Welcome | None:
    """Who looks out for a newcomer at a meeting."""
    return db.first(
        select(Welcome).where(
            Welcome.network_id == network,
            Welcome.meeting_id == meeting,
            Welcome.member_id == member,
        )
    )


def forget(db: Db, network: int, meeting: int) -> None:
    """Drop who looks out for whom at a meeting that is thrown away."""
    of_meeting = (col(Welcome.network_id) == network, col(Welcome.meeting_id) == meeting)
    db.execute(delete(Welcome).where(*of_meeting))


def since(
    db: Db, network: int, joined: datetime, settled: datetime
) -> Sequence[tuple[str, datetime, str, bool]]:
    """Who has joined a network since an instant and is still there, the latest first: by name, when
    they did, by whose invitation (if anybody's), and whether they have been at a meeting. Until it
    had `settled`, only those who came by a code: all others were there from the beginning.
    """
    inviter = aliased(Member)
    of_four: Any = select
    return db.all(
        of_four(Member.name, Membership.joined_at, func.coalesce(inviter.name, ""), _has_been())
        .join(Membership, col(Membership.member_id) == Member.id)
        .outerjoin(inviter, col(inviter.id) == Membership.invited_by)
        .where(
            Membership.network_id == network,
            Membership.joined_at > joined,
            col(Membership.left_at).is_(None),
            or_(
                col(Membership.joined_at) > settled,
                col(Membership.by_code).is_(True),
                col(Membership.invited_by).is_not(None),
            ),
        )
        .order_by(col(Membership.joined_at).desc(), col(Membership.id).desc())
    )


def came_once(db: Db, network: int, now: datetime) -> Sequence[tuple[int | None, str, Meeting]]:
    """Who has been at one meeting of a network, but at none of those since and will not come to the
    next, and about whom no coordinator has decided anything: whose number and name, and which
    meeting it was. Only meetings count of which is known who was there.
    """
    mine = aliased(Attendance)
    return db.all(
        select(mine.member_id, Member.name, Meeting)
        .join(Member, col(Member.id) == mine.member_id)
        .join(Meeting, col(Meeting.id) == mine.meeting_id)
        .join(Membership, col(Membership.member_id) == Member.id)
        .where(
            mine.network_id == network,
            mine.state == "here",
            Membership.network_id == network,
            Membership.role != "coordinator",
            Membership.asked_after == "",
            col(Membership.left_at).is_(None),
            ~_at_another(network, col(mine.id)),
            _was_one_since(network, now),
            ~_will_come(network, now),
        )
        .order_by(col(Meeting.starts_at), col(Member.id))
    )


def _at_another(network: int, than: Mapped[int | None]) -> ColumnElement[bool]:
    """Whether they were at a meeting besides this one."""
    other = aliased(Attendance)
    return exists().where(
        col(other.network_id) == network,
        col(other.member_id) == Member.id,
        col(other.state) == "here",
        col(other.id) != than,
    )


def _was_one_since(network: int, now: datetime) -> ColumnElement[bool]:
    """Whether there was another meeting after it, of which is known who was there."""
    later = aliased(Meeting)
    known = exists().where(col(Attendance.meeting_id) == later.id, col(Attendance.state) == "here")
    return exists().where(
        col(later.network_id) == network,
        col(later.state) == "planned",
        col(later.starts_at) > Meeting.starts_at,
        col(later.starts_at) <= now,
        known,
    )


def _will_come(network: int, now: datetime) -> ColumnElement[bool]:
    """Whether they have said that they come to one that is to come, or may."""
    ahead = aliased(Meeting)
    return exists().where(
        col(Rsvp.meeting_id) == ahead.id,
        col(Rsvp.member_id) == Member.id,
        col(ahead.network_id) == network,
        col(ahead.starts_at) > now,
        col(Rsvp.answer).in_(("yes", "released", "maybe")),
    )
