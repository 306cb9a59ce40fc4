"""How people look back on meetings."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import col, select

from bot.store import tallies
from bot.store.db import Db
from bot.store.said import by_all, by_one
from bot.store.tables import Reflection

_OF, _ONE = by_all(Reflection), by_one(Reflection)


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Reflection, str]]:
    """What people said of a meeting, and their names, in the order in which they first did."""
    return db.all(_OF, network=network, meeting=meeting)


def one(db: Db, network: int, meeting: int, member: int) -> Reflection | None:
    """How a person looks back on a meeting, if they have."""
    return db.first(_ONE, network=network, meeting=meeting, member=member)


def count(db: Db, network: int, meeting: int) -> int:
    """How many have looked back on a meeting."""
    known = db.one_value(
        select(func.count(col(Reflection.id))).where(
            Reflection.network_id == network, Reflection.meeting_id == meeting
        )
    )
    return known + tallies.total(db, network, tallies.WORTH, meeting)
