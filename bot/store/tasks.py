"""How the task of a meeting went with people's classes."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.store.db import Db
from bot.store.said import by_all, by_one
from bot.store.tables import Meeting, Trial

_OF, _ONE = by_all(Trial), by_one(Trial)


def of(db: Db, network: int, meeting: int) -> Sequence[tuple[Trial, str]]:
    """What people said of the task of a meeting, and their names, in the order in which they
    did.
    """
    return db.all(_OF, network=network, meeting=meeting)


def one(db: Db, network: int, meeting: int, member: int) -> Trial | None:
    """What a person said of it."""
    return db.first(_ONE, network=network, meeting=meeting, member=member)


def last(db: Db, meeting: Meeting) -> Meeting | None:
    """The last meeting before this one that set a task, unless people have met between its day and
    this meeting.
    """
    found = db.first(_before(meeting).where(Meeting.task != ""))
    if found is None or found.task_due is None:
        return found
    since = db.first(_before(meeting))
    has_met = since is not None and since.local_start.date() > found.task_due
    return None if has_met else found


def _before(meeting: Meeting) -> SelectOfScalar[Meeting]:
    return (
        select(Meeting)
        .where(
            Meeting.network_id == meeting.network_id,
            Meeting.starts_at < meeting.starts_at,
            Meeting.state == "planned",
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
    )


def latest(db: Db, network: int, now: datetime) -> Meeting | None:
    """The last meeting of a network that has begun and set a task."""
    return db.first(
        select(Meeting)
        .where(
            Meeting.network_id == network,
            Meeting.starts_at <= now,
            Meeting.state == "planned",
            Meeting.task != "",
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
    )
