"""Notes of a meeting: what was said and decided, and what is to be done, by whom, until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core import agendas, attendance, plans, posts, terms, windows
from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.posts import Posting
from bot.store import deliveries, minutes, networks, people
from bot.store.db import Db
from bot.store.tables import Action, Delivery, Meeting, Minutes

POST, DUE, MISSED = minutes.POST, "minutes.due", "minutes.missed"
"""The notes in the thread; privately, that something is due, and what somebody has missed."""
MISSED_FOR = timedelta(days=14)
"""So long after they were written notes are sent to who could not come."""
KEPT_DUE = timedelta(days=7)
"""So long after its day somebody is still told that something is due."""
MOST_CARRIED = 5
"""So many of what is still open stand on the next agenda."""


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do, and the name of who does it; empty where that is not settled."""

    row: Action
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done: by which member (None: not settled), until which day."""

    what: str
    owner: int | None
    due: date | None


def batch(meeting: Meeting) -> str:
    """What one [Undo] takes back."""
    return f"minutes:{meeting.id}"


def of(db: Db, meeting: Meeting) -> Minutes | None:
    """The notes of a meeting, if somebody has written them."""
    return minutes.of(db, meeting.network_id, number(meeting.id))


def mark(notes: Minutes | None) -> int:
    """A number for how the notes stand: with another one somebody has changed them."""
    return agendas.mark_of(f"{notes.text}\n{notes.decisions}" if notes else "")


def todos(db: Db, meeting: Meeting) -> list[Todo]:
    """What was agreed at a meeting."""
    rows = minutes.actions(db, meeting.network_id, number(meeting.id))
    return [Todo(row, name or "") for row, name in rows]


def without_names(todos: Sequence[Todo]) -> list[Todo]:
    """What was agreed, as people see it who are not of the network: it names nobody."""
    return [replace(one, owner="") for one in todos]


def carried(db: Db, meeting: Meeting) -> list[Todo]:
    """What is still open of the meetings before this one."""
    rows = minutes.carried(db, meeting.network_id, meeting.starts_at, MOST_CARRIED)
    return [Todo(row, name or "") for row, name in rows]


def write(db: Db, meeting: Meeting, text: str, decisions: str, by: int, now: datetime) -> Posting:
    """Keep the notes, and post them in the thread after the hold; a post that is there follows.
    Returns what becomes of it.
    """
    row = of(db, meeting)
    if row is None:
        row = Minutes(
            network_id=meeting.network_id, meeting_id=number(meeting.id), text="", decisions="",
            written_at=now,
        )  # fmt: skip
        db.add(row)
    row.text, row.decisions, row.written_by, row.written_at = text, decisions, by, now
    db.flush()
    _tell_who_missed(db, meeting, now)
    return post(db, meeting, now)


def _tell_who_missed(db: Db, meeting: Meeting, now: datetime) -> None:
    """Who said that they could not come gets the notes, once, when messages may go."""
    school = terms.school(db, networks.get(db, meeting.network_id))
    at = windows.next_open(now + HOLD, school)
    away = attendance.away(db, meeting)
    for member, person in people.inboxes(db, meeting.network_id, away).items():
        deliveries.enqueue(
            db, meeting.network_id, person, MISSED, str(meeting.id), due=at,
            expires=at + MISSED_FOR, key=f"{batch(meeting)}:missed:{member}",
            batch=_missed(meeting),
        )  # fmt: skip


def _missed(meeting: Meeting) -> str:
    return f"{batch(meeting)}:missed"


def withhold(db: Db, meeting: Meeting) -> None:
    """Keep the notes without posting them, if they are not posted yet; nobody is sent them."""
    if deliveries.may_take_back(db, meeting.network_id, batch(meeting)):
        deliveries.cancel(db, meeting.network_id, batch(meeting))
        deliveries.cancel(db, meeting.network_id, _missed(meeting))


def missed(db: Db, meeting: Meeting, delivery: Delivery, now: datetime) -> Minutes | None:
    """The notes for their reader: somebody of the network who still has not been there."""
    to = deliveries.target(db, delivery)
    away = set(attendance.away(db, meeting)) & set(people.listed(db, meeting.network_id, now))
    reader = people.inboxes(db, meeting.network_id, sorted(away))
    return of(db, meeting) if to in reader.values() else None


def post(db: Db, meeting: Meeting, now: datetime) -> Posting:
    """Post the notes in the thread after the hold, or bring the post up to date; only where the
    network is at home: to others nobody has promised to show them. Returns what becomes of it.
    """
    if meeting.task or of(db, meeting) or todos(db, meeting):
        return posts.in_threads(db, meeting, POST, batch(meeting), now)
    posts.show_again(db, meeting, POST, now)
    return posts.posting(db, meeting, POST)


def send_now(db: Db, meeting: Meeting, now: datetime) -> None:
    """Post them at once. Raises TooLate where that has been done."""
    if not deliveries.may_take_back(db, meeting.network_id, batch(meeting)):
        raise TooLate
    deliveries.hasten(db, meeting.network_id, batch(meeting), now)


def add(db: Db, meeting: Meeting, wish: Wish, by: int, now: datetime) -> Action:
    """Note something to do."""
    row = Action(
        network_id=meeting.network_id, meeting_id=number(meeting.id), what=wish.what,
        owner=wish.owner, due=wish.due, made_by=by, made_at=now,
    )  # fmt: skip
    db.add(row)
    db.flush()
    _tell_when_due(db, meeting, row, now)
    _changed(db, meeting, now)
    return row


def change(db: Db, meeting: Meeting, row: Action, wish: Wish, now: datetime) -> None:
    """Set what is to be done, by whom and until when: so it is handed on as well."""
    row.what, row.owner, row.due = wish.what, wish.owner, wish.due
    _again(db, meeting, row, now)


def settle(db: Db, meeting: Meeting, row: Action, state: str, now: datetime) -> None:
    """It is "done", "dropped", or "open" again."""
    row.state = state
    _again(db, meeting, row, now)


def _again(db: Db, meeting: Meeting, row: Action, now: datetime) -> None:
    row.version += 1
    deliveries.cancel(db, meeting.network_id, _batch(row))
    _tell_when_due(db, meeting, row, now)
    _changed(db, meeting, now)


def _batch(row: Action) -> str:
    return f"action:{row.id}"


def _changed(db: Db, meeting: Meeting, now: datetime) -> None:
    posts.show_again(db, meeting, POST, now)


def _tell_when_due(db: Db, meeting: Meeting, row: Action, now: datetime) -> None:
    """Its owner is told in the morning of its day, once, if they may be written to."""
    if row.state != "open" or row.due is None or row.owner is None:
        return
    school = terms.school(db, networks.get(db, meeting.network_id))
    at = plans.at(row.due, plans.MORNING, school)
    person = people.inboxes(db, meeting.network_id, [row.owner]).get(row.owner)
    if person is not None and at > now:
        deliveries.enqueue(
            db, meeting.network_id, person, DUE, f"{meeting.id}:{row.id}", due=at,
            expires=at + KEPT_DUE, key=f"{_batch(row)}:v{row.version}:{row.owner}",
            batch=_batch(row),
        )  # fmt: skip


def due(db: Db, meeting: Meeting, delivery: Delivery) -> Action | None:
    """What a message says is due, if it still is, and its reader is to do it and still here."""
    key = int(delivery.subject.rpartition(":")[2])
    row = minutes.action(db, meeting.network_id, number(meeting.id), key)
    if row is None or row.state != "open" or row.owner is None:
        return None
    person = people.inboxes(db, meeting.network_id, [row.owner]).get(row.owner)
    return row if person == deliveries.target(db, delivery) else None


def mine(db: Db, network: int, member: int) -> Sequence[tuple[Action, Meeting]]:
    """What a person still has to do, and at which meeting it was agreed."""
    return minutes.open_of(db, network, member)
