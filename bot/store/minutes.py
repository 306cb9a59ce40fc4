"""What was said at meetings, and what is to be done since."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Action, Meeting, Member, Minutes

POST = "minutes.post"
"""The view of the notes in a thread; its subject is the meeting."""
Row = tuple[Action, str | None]
"""Something to do, and the name of who does it."""


def of(db: Db, network: int, meeting: int) -> Minutes | None:
    """The notes of a meeting, if somebody has written them."""
    return db.first(
        select(Minutes).where(Minutes.network_id == network, Minutes.meeting_id == meeting)
    )


def actions(db: Db, network: int, meeting: int) -> Sequence[Row]:
    """What was agreed at a meeting, in the order in which it was noted; but what was dropped."""
    found: Sequence[Row] = db.all(
        select(Action, Member.name)
        .outerjoin(Member, col(Member.id) == Action.owner)
        .where(
            Action.network_id == network, Action.meeting_id == meeting, Action.state != "dropped"
        )
        .order_by(col(Action.id))
    )
    return found


def action(
    db: Db, network: int, meeting: int, number: int, *, to_change: bool = False
) -> Action | None:
    """Something to do of a meeting; `to_change` keeps others from changing it meanwhile."""
    found = select(Action).where(
        Action.network_id == network, Action.meeting_id == meeting, Action.id == number
    )
    return db.first(found.with_for_update() if to_change else found)


def open_of(db: Db, network: int, member: int) -> Sequence[tuple[Action, Meeting]]:
    """What a person still has to do, what is due first; and at which meeting it was agreed."""
    return db.all(
        select(Action, Meeting)
        .join(Meeting, col(Meeting.id) == Action.meeting_id)
        .where(Action.network_id == network, Action.owner == member, Action.state == "open")
        .order_by(col(Action.due).is_(None), col(Action.due), col(Action.id))
    )


def still_open(db: Db, network: int) -> Sequence[tuple[Action, str | None, Meeting]]:
    """What is still to be done in a network, what is due first: with the name of who does it, and
    the meeting at which it was agreed.
    """
    found: Sequence[tuple[Action, str | None, Meeting]] = db.all(
        select(Action, Member.name, Meeting)
        .join(Meeting, col(Meeting.id) == Action.meeting_id)
        .outerjoin(Member, col(Member.id) == Action.owner)
        .where(Action.network_id == network, Action.state == "open")
        .order_by(col(Action.due).is_(None), col(Action.due), col(Action.id))
    )
    return found


def owned(db: Db, network: int, member: int) -> Sequence[int]:
    """The meetings of a network at which a person took something on, done or not."""
    rows = select(Action.meeting_id).where(Action.network_id == network, Action.owner == member)
    return db.all(rows.distinct())


def carried(db: Db, network: int, before: datetime, most: int) -> Sequence[Row]:
    """What is still open of the meetings that began before an instant, the oldest first."""
    found: Sequence[Row] = db.all(
        select(Action, Member.name)
        .join(Meeting, col(Meeting.id) == Action.meeting_id)
        .outerjoin(Member, col(Member.id) == Action.owner)
        .where(Action.network_id == network, Action.state == "open", Meeting.starts_at < before)
        .order_by(col(Action.id))
        .limit(most)
    )
    return found
