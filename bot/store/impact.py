"""What happened in class after meetings."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.said import by_all
from bot.store.tables import Impact

_OF = by_all(Impact)


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Impact, str]]:
    """All that people told after a meeting, and their names, in the order in which they did."""
    return db.all(_OF, network=network, meeting=meeting)


def mine(db: Db, network: int, meeting: int, member: int) -> Sequence[Impact]:
    """All that a person told after a meeting, the first time first."""
    return db.all(
        select(Impact)
        .where(
            Impact.network_id == network, Impact.meeting_id == meeting, Impact.member_id == member
        )
        .order_by(col(Impact.time), col(Impact.id))
    )


def put(
    db: Db, network: int, meeting: int, member: int, time: int, said: dict[str, str], now: datetime
) -> None:
    """Keep what a person tells, by item, in place of what they told when they were asked that
    time.
    """
    db.execute(
        delete(Impact).where(
            col(Impact.network_id) == network,
            col(Impact.meeting_id) == meeting,
            col(Impact.member_id) == member,
            col(Impact.time) == time,
        )
    )
    for item, answer in said.items():
        db.add(
            Impact(
                network_id=network, meeting_id=meeting, member_id=member, item=item,
                answer=answer, time=time, said_at=now,
            )
        )  # fmt: skip
    db.flush()
