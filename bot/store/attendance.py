"""Who was at meetings."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.said import by_one
from bot.store.tables import Attendance, Meeting, Member

_OF = (
    select(Attendance, Member.name)
    .outerjoin(Member, col(Member.id) == Attendance.member_id)
    .where(
        Attendance.network_id == bindparam("network"),
        Attendance.meeting_id == bindparam("meeting"),
    )
    .order_by(col(Attendance.said_at), col(Attendance.id))
)
_ONE = by_one(Attendance)


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Attendance, str]]:
    """What is known of each person, and their names, in the order in which it was said."""
    rows = db.all(_OF, network=network, meeting=meeting)
    return [(row, row.name or name or "") for row, name in rows]


def one(db: Db, network: int, meeting: int, member: int) -> Attendance | None:
    """Whether a person was at a meeting, if that is known."""
    return db.first(_ONE, network=network, meeting=meeting, member=member)


def meetings_of(db: Db, network: int, member: int, since: datetime) -> Sequence[Meeting]:
    """The meetings at which a person was that began after an instant, the latest first."""
    return db.all(
        select(Meeting)
        .join(Attendance, col(Attendance.meeting_id) == Meeting.id)
        .where(
            Meeting.network_id == network,
            Meeting.starts_at > since,
            Meeting.state == "planned",
            Attendance.member_id == member,
            Attendance.state == "here",
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
    )


def put(
    db: Db,
    network: int,
    meeting: int,
    member: int,
    state: str,
    now: datetime,
    *,
    ticked: bool = False,
) -> None:
    """Keep whether a person was there; the last word counts, and the whole meeting with it."""
    values = {
        "network_id": network, "meeting_id": meeting, "member_id": member, "state": state,
        "ticked": ticked, "said_at": now, "minutes": None, "name": "", "sent_by": None,
    }  # fmt: skip
    change = ("state", "ticked", "said_at", "minutes")
    db.upsert(Attendance, values, key=("meeting_id", "member_id"), change=change)


def forget_named(db: Db, network: int, meeting: int) -> None:
    """Drop who was there without an account, to be named again."""
    db.execute(
        delete(Attendance).where(
            col(Attendance.network_id) == network,
            col(Attendance.meeting_id) == meeting,
            col(Attendance.member_id).is_(None),
        )
    )
