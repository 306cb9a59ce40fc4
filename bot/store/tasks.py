"""How the task of a meeting went with people's classes."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Meeting, Member, Trial


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Trial, str]]:
    """What people said of the task of a meeting, and their names, in the order in which they
    did.
    """
    return db.all(
        select(Trial, Member.name)
        .join(Member, col(Member.id) == Trial.member_id)
        .where(Trial.network_id == network, Trial.meeting_id == meeting)
        .order_by(col(Trial.said_at), col(Trial.id))
    )


def one(db: Db, network: int, meeting: int, member: int) -> Trial | None:
    """What a person said of it."""
    return db.first(
        select(Trial).where(
            Trial.network_id == network, Trial.meeting_id == meeting, Trial.member_id == member
        )
    )


def last(db: Db, meeting: Meeting) -> Meeting | None:
    """The meeting before this one, if people tried something since."""
    found = db.first(
        select(Meeting)
        .where(
            Meeting.network_id == meeting.network_id,
            Meeting.starts_at < meeting.starts_at,
            Meeting.state == "planned",
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
    )
    return found if found is not None and found.task else None
