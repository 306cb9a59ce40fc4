"""A task to try with one class until a day: set at a meeting, told in a tap, and opening the next
meeting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core import agendas, attendance, minutes
from bot.core.people import number
from bot.store import meetings, tallies, tasks
from bot.store.db import Db
from bot.store.tables import Meeting, Network, Trial

STATES = ("did", "partly", "not-yet")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person said of the task, and their name."""

    row: Trial
    name: str


class Begun(Exception):
    """Somebody has told how it went, so its words stay."""


def give(db: Db, meeting: Meeting, what: str, until: date | None, now: datetime) -> minutes.Posting:
    """Set what people try, until a day; empty, it is no task any more. The notes in the thread tell
    it, and the agendas to come. Raises Begun.
    """
    where = meeting.network_id, number(meeting.id)
    has_begun = tasks.of(db, *where) or tallies.of(db, where[0], tallies.TASK, where[1])
    if what != meeting.task and has_begun:
        raise Begun
    meeting.task, meeting.task_due = what, until
    db.flush()
    for ahead in meetings.coming(db, meeting.network_id, now, told=True):
        agendas.show_again(db, ahead, now)
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


def opening(db: Db, meeting: Meeting) -> str:
    """What opens the agenda of a meeting: the task that people have tried since they last met.
    How it went is not told there: those who said it were promised who reads it.
    """
    last = tasks.last(db, meeting)
    return last.task if last is not None else ""


def current(db: Db, network: Network, now: datetime) -> str:
    """What people of a network are trying just now: the task of the last meeting that set one,
    until its day; empty where there is none.
    """
    last = tasks.latest(db, number(network.id), now)
    today = now.astimezone(ZoneInfo(network.zone)).date()
    is_open = last is not None and (last.task_due is None or last.task_due >= today)
    return last.task if last is not None and is_open else ""
