"""The agenda of a meeting."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import AgendaItem, Meeting, Member

_LEAD, _PROPOSER = aliased(Member), aliased(Member)
_ROWS: Any = (
    select(AgendaItem, _LEAD.name, _PROPOSER.name)
    .outerjoin(_LEAD, col(_LEAD.id) == AgendaItem.lead)
    .outerjoin(_PROPOSER, col(_PROPOSER.id) == AgendaItem.proposed_by)
    .order_by(col(AgendaItem.position), col(AgendaItem.id))
)

_MINUTES = (
    select(AgendaItem.kind, AgendaItem.minutes)
    .where(
        AgendaItem.network_id == bindparam("network"),
        AgendaItem.meeting_id == bindparam("meeting"),
        AgendaItem.state == "on",
    )
    .order_by(col(AgendaItem.position), col(AgendaItem.id))
)

Row = tuple[AgendaItem, str | None, str | None]
"""An item, and the names of who leads it and of who proposed it."""


def of(db: Db, network: int, meeting: int, state: str = "on") -> Sequence[Row]:
    """The items of a meeting in this state, in their order."""
    found: Sequence[Row] = db.all(
        _ROWS.where(
            AgendaItem.network_id == network,
            AgendaItem.meeting_id == meeting,
            AgendaItem.state == state,
        )
    )
    return found


def by(db: Db, network: int, meeting: int, member: int) -> Sequence[AgendaItem]:
    """What a person has proposed for a meeting, the newest first."""
    return db.all(
        select(AgendaItem)
        .where(
            AgendaItem.network_id == network,
            AgendaItem.meeting_id == meeting,
            AgendaItem.proposed_by == member,
        )
        .order_by(col(AgendaItem.id).desc())
    )


def led_by(db: Db, network: int, member: int) -> Sequence[int]:
    """The meetings of a network of which a person leads an item."""
    rows = select(AgendaItem.meeting_id).where(
        AgendaItem.network_id == network, AgendaItem.lead == member
    )
    return db.all(rows.distinct())


def ahead(db: Db, network: int, member: int, since: datetime) -> Sequence[AgendaItem]:
    """What a person leads, or would, at meetings that are still to come."""
    return db.all(
        select(AgendaItem)
        .join(Meeting, col(Meeting.id) == AgendaItem.meeting_id)
        .where(
            AgendaItem.network_id == network,
            AgendaItem.lead == member,
            Meeting.starts_at > since,
        )
        .order_by(col(AgendaItem.id))
    )


def one(db: Db, network: int, meeting: int, number: int) -> AgendaItem | None:
    """An item of a meeting, whatever its state."""
    return db.first(
        select(AgendaItem).where(
            AgendaItem.network_id == network,
            AgendaItem.meeting_id == meeting,
            AgendaItem.id == number,
        )
    )


def waiting(db: Db, network: int, meetings: Sequence[int]) -> dict[int, int]:
    """For each of these meetings that has any, how many proposals wait to be looked at."""
    return dict(
        db.all(
            select(AgendaItem.meeting_id, func.count())
            .where(
                AgendaItem.network_id == network,
                col(AgendaItem.meeting_id).in_(meetings),
                AgendaItem.state == "proposed",
            )
            .group_by(col(AgendaItem.meeting_id))
        )
    )


def looks_back(db: Db, network: int, meeting: int) -> int | None:
    """After how many minutes the agenda has time for looking back; None where it has none."""
    rows = db.all(_MINUTES, network=network, meeting=meeting)
    kinds = [kind for kind, _ in rows]
    if "reflection" not in kinds:
        return None
    return sum(minutes for _, minutes in rows[: kinds.index("reflection")])


def forget(db: Db, network: int, meeting: int) -> None:
    """Delete the agenda of a meeting that is thrown away."""
    db.execute(
        delete(AgendaItem).where(
            col(AgendaItem.network_id) == network, col(AgendaItem.meeting_id) == meeting
        )
    )


def leads(db: Db, network: int, meeting: int, before: datetime) -> list[int]:
    """Who leads an item that was on the agenda before an instant."""
    rows = of(db, network, meeting)
    return list({r.lead: None for r, _, _ in rows if r.lead and r.made_at < before})
