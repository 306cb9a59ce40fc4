"""Groups in meetings: who was put together with whom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func
from sqlalchemy.orm import aliased
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Grouped, Grouping, Meeting, Member, Membership, Rsvp

POST = "meeting.groups"
"""The view of the groups of a meeting; its subject is the meeting."""
_BY = aliased(Member)
_WHOSE = func.coalesce(Grouped.with_id, Grouped.member_id)


@dataclass(frozen=True, slots=True)
class Named:
    """A row with their name and the name of who brings or sends them, as they stand now; `hidden`:
    whoever of them has answered hides their name.
    """

    row: Grouped
    name: str
    by: str
    hidden: bool


def of(db: Db, network: int, meeting: int) -> Sequence[Grouping]:
    """How a meeting's people were dealt into groups, the latest first."""
    return db.all(
        select(Grouping)
        .where(Grouping.network_id == network, Grouping.meeting_id == meeting)
        .order_by(col(Grouping.id).desc())
    )


def rows(db: Db, grouping: int) -> Sequence[Grouped]:
    """Who is in which group, in the order in which they were put there."""
    return db.all(
        select(Grouped)
        .where(Grouped.grouping_id == grouping)
        .order_by(col(Grouped.nth), col(Grouped.id))
    )


def named(db: Db, row: Grouping) -> list[Named]:
    """The same with their names."""
    rsvp = and_(col(Rsvp.meeting_id) == row.meeting_id, col(Rsvp.member_id) == _WHOSE)
    found = db.all(
        select(Grouped, Member.name, _BY.name, Rsvp.hidden)
        .outerjoin(Member, col(Member.id) == Grouped.member_id)
        .outerjoin(_BY, col(_BY.id) == Grouped.with_id)
        .outerjoin(Rsvp, rsvp)
        .where(Grouped.grouping_id == row.id, Grouped.network_id == row.network_id)
        .order_by(col(Grouped.nth), col(Grouped.id))
    )
    return [
        Named(one, one.name or name or "", by or "", bool(hidden))
        for one, name, by, hidden in found
    ]


def earlier(db: Db, network: int, meeting: int, most: int) -> Sequence[Grouping]:
    """What other meetings of a network were dealt and people were told of, the latest first."""
    return db.all(
        select(Grouping)
        .join(Meeting, col(Meeting.id) == Grouping.meeting_id)
        .where(
            Grouping.network_id == network,
            Grouping.meeting_id != meeting,
            Grouping.state == "posted",
        )
        .order_by(col(Meeting.starts_at).desc(), col(Grouping.id).desc())
        .limit(most)
    )


def together(db: Db, groupings: Sequence[int]) -> Sequence[tuple[int, int, int]]:
    """Of these: which one, the number of a group in it, and a person who was in that."""
    found = db.all(
        select(Grouped.grouping_id, Grouped.nth, col(Grouped.member_id))
        .where(col(Grouped.grouping_id).in_(groupings), col(Grouped.member_id).is_not(None))
        .order_by(col(Grouped.id))
    )
    return [(one, nth, member) for one, nth, member in found if member is not None]


def show_work(db: Db, network: int, members: Collection[int]) -> set[int]:
    """Those of these people who agreed that the network sees what they do and where."""
    rows = db.all(
        select(Membership.member_id, Membership.shares).where(
            Membership.network_id == network, col(Membership.member_id).in_(members)
        )
    )
    return {member for member, shares in rows if "work" in shares.split()}


def meetings_of(db: Db, network: int, member: int) -> list[int]:
    """The meetings in whose groups a person is, or somebody whom they brought or sent."""
    return list(
        db.all(
            select(Grouping.meeting_id)
            .join(Grouped, col(Grouped.grouping_id) == Grouping.id)
            .where(
                Grouping.network_id == network,
                (col(Grouped.member_id) == member) | (col(Grouped.with_id) == member),
            )
            .distinct()
        )
    )


def drop(db: Db, groupings: Sequence[int]) -> None:
    """These are no more."""
    db.execute(delete(Grouped).where(col(Grouped.grouping_id).in_(groupings)))
    db.execute(delete(Grouping).where(col(Grouping.id).in_(groupings)))


def forget(db: Db, network: int, meeting: int) -> None:
    """Drop the groups of a meeting that is thrown away."""
    drop(db, [row.id for row in of(db, network, meeting) if row.id is not None])
