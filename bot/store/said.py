"""What each person said of a meeting: alike for how they look back, its task, and their class."""

from typing import TypeVar

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from bot.store.tables import Attendance, Impact, Member, Reflection, Trial

Said = TypeVar("Said", Reflection, Trial, Impact)
Once = TypeVar("Once", Attendance, Reflection, Trial)


def by_all(table: type[Said]) -> Select[Said, str]:
    """All that was said of a `meeting` of a `network`, with people's names, in the order in which
    they said it.
    """
    return (
        select(table, Member.name)
        .join(Member, col(Member.id) == table.member_id)
        .where(table.network_id == bindparam("network"), table.meeting_id == bindparam("meeting"))
        .order_by(col(table.said_at), col(table.id))
    )


def by_one(table: type[Once]) -> SelectOfScalar[Once]:
    """What a `member` said of it, who says it once."""
    return select(table).where(
        table.network_id == bindparam("network"),
        table.meeting_id == bindparam("meeting"),
        table.member_id == bindparam("member"),
    )
