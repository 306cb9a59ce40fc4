"""How people look back on meetings."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Member, Reflection

_OF = (
    select(Reflection, Member.name)
    .join(Member, col(Member.id) == Reflection.member_id)
    .where(
        Reflection.network_id == bindparam("network"),
        Reflection.meeting_id == bindparam("meeting"),
    )
    .order_by(col(Reflection.said_at), col(Reflection.id))
)


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Reflection, str]]:
    """What people said of a meeting, and their names, in the order in which they first did."""
    return db.all(_OF, network=network, meeting=meeting)


def one(db: Db, network: int, meeting: int, member: int) -> Reflection | None:
    """How a person looks back on a meeting, if they have."""
    return db.first(
        select(Reflection).where(
            Reflection.network_id == network,
            Reflection.meeting_id == meeting,
            Reflection.member_id == member,
        )
    )


def count(db: Db, network: int, meeting: int) -> int:
    """How many have looked back on a meeting."""
    return db.one_value(
        select(func.count(col(Reflection.id))).where(
            Reflection.network_id == network, Reflection.meeting_id == meeting
        )
    )
