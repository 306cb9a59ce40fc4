"""The agenda of a meeting."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import AgendaItem


def of(db: Db, network: int, meeting: int, state: str = "on") -> Sequence[AgendaItem]:
    """The items of a meeting in this state, in their order."""
    return db.all(
        select(AgendaItem)
        .where(
            AgendaItem.network_id == network,
            AgendaItem.meeting_id == meeting,
            AgendaItem.state == state,
        )
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    )


def leads(db: Db, network: int, meeting: int, before: datetime) -> list[int]:
    """Who leads an item that was on the agenda before an instant."""
    rows = of(db, network, meeting)
    return list({row.lead: None for row in rows if row.lead and row.made_at < before})
