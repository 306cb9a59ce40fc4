"""A task to try with one class until a day: set at a meeting, told in a tap, and opening the next
meeting.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import attendance, minutes
from bot.core.people import number
from bot.core.reflections import ENOUGH
from bot.store import tasks
from bot.store.db import Db
from bot.store.tables import Meeting, Trial

STATES = ("did", "partly", "not-yet")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person said of the task, and their name."""

    row: Trial
    name: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What the people of a meeting tried since the one before, `meeting`; `counts` says how it went
    for how many, where enough have told it.
    """

    meeting: Meeting
    counts: Counter[str] | None


def give(db: Db, meeting: Meeting, what: str, until: date | None, now: datetime) -> bool:
    """Set what people try, until a day; empty, it is no task any more. The notes in the thread tell
    it; returns whether they are still to be posted.
    """
    meeting.task, meeting.task_due = what, until
    db.flush()
    return minutes.post(db, meeting, now)


def tell(db: Db, meeting: Meeting, member: int, state: str, now: datetime) -> Trial:
    """Somebody who was there says how it went; the last word counts."""
    row = mine(db, meeting, member)
    if row is None:
        row = Trial(
            network_id=meeting.network_id, meeting_id=number(meeting.id), member_id=member,
            state=state, said_at=now,
        )  # fmt: skip
        db.add(row)
    row.state, row.said_at = state, now
    db.flush()
    return row


def mine(db: Db, meeting: Meeting, member: int) -> Trial | None:
    """What a person said of the task of a meeting."""
    return tasks.one(db, meeting.network_id, number(meeting.id), member)


def of(db: Db, meeting: Meeting) -> Sequence[Told]:
    """What people said of it, in the order in which they did."""
    rows = tasks.of(db, meeting.network_id, number(meeting.id))
    return [Told(row, name) for row, name in rows]


def trying(db: Db, meeting: Meeting, before: datetime) -> list[int]:
    """Who was known to be there before an instant, and has not said how the task went."""
    said = {one.row.member_id for one in of(db, meeting)}
    return [member for member in attendance.there(db, meeting, before) if member not in said]


def opening(db: Db, meeting: Meeting) -> Opening | None:
    """What opens the agenda of a meeting: the task of the one before."""
    last = tasks.last(db, meeting)
    if last is None:
        return None
    counts = Counter(one.row.state for one in of(db, last))
    return Opening(last, counts if counts.total() >= ENOUGH else None)
