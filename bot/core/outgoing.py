"""The list of what goes out for a meeting, as its coordinators see and change it."""

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import audiences, planning, plans, reminders, terms, when, windows
from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.plans import Audience
from bot.core.reminders import Item
from bot.core.schooldays import School
from bot.store import deliveries, networks, people, tallies
from bot.store import reminders as stored
from bot.store.db import Db
from bot.store.tables import NEVER, Delivery, Meeting, Reminder

MOST_OWN = 5
"""How many reminders of their own a meeting's coordinators add: more would be noise."""


State = Literal["to come", "empty", "dropped", "missed", "too late", "over"]
"""Of a line of the list: "missed" is an agenda that was made after its time, "too late" what would
go after the meeting has begun.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: what goes out, to how many `people` as it stands now, and whether some of
    them read it in the `thread`; once its time has come, to how many it went (`sent`) and for whom
    it was held back (`held`).
    """

    item: Item
    people: int
    thread: bool
    state: State
    sent: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a coordinator wants of a reminder: a wall time in the meeting's zone, to whom, and in
    which words (empty: ours).
    """

    local: datetime
    audience: Audience
    words: str


class Full(Exception):
    """No more reminders can be added to a meeting."""


class Closed(ValueError):
    """At that time no message goes out that can wait; `nearest` is when one does."""

    def __init__(self, nearest: datetime) -> None:
        super().__init__()
        self.nearest = nearest


def school_of(db: Db, meeting: Meeting) -> School:
    """The school days of the meeting's network."""
    return terms.school(db, networks.get(db, meeting.network_id))


def entries(db: Db, meeting: Meeting, now: datetime) -> list[Entry]:
    """What goes out for a meeting, the next first, and what has gone."""
    return [_entry(db, meeting, item, now) for item in _items(db, meeting, now)]


def ahead(db: Db, meeting: Meeting, now: datetime, until: datetime) -> list[Entry]:
    """What of it still goes out by itself until an instant, also where there is nothing to say
    yet. Of what is not due then it is not looked up to whom it goes: that takes long.
    """
    items = [item for item in _items(db, meeting, now) if now < item.plan.due <= until]
    found = [_entry(db, meeting, item, now) for item in items if not item.dropped]
    return [entry for entry in found if entry.state in ("to come", "empty")]


def _items(db: Db, meeting: Meeting, now: datetime) -> list[Item]:
    told = reminders.told_at(db, meeting, now)
    items = reminders.of(db, meeting, school_of(db, meeting), told)
    if meeting.circle == "room":
        return list(items)
    return [item for item in items if item.plan.name not in plans.FOR_THE_ROOM]


def find(db: Db, meeting: Meeting, name: str, now: datetime) -> Entry | None:
    """The line of this name."""
    item = next((item for item in _items(db, meeting, now) if item.plan.name == name), None)
    return None if item is None else _entry(db, meeting, item, now)


def _entry(db: Db, meeting: Meeting, item: Item, now: datetime) -> Entry:
    plan, network = item.plan, meeting.network_id
    mine = _rows(db, meeting, item)
    sent = sum(_is_told(row) for row in mine) + _gone(db, meeting, item, tallies.SENT)
    held = sum(row.last_error == stored.HELD_BACK for row in mine)
    held += _gone(db, meeting, item, tallies.HELD)
    whom = audiences.of(db, meeting, plan.audience, NEVER)
    inboxes = people.inboxes(db, network, whom) if item.private else {}
    thread = reminders.is_for_thread(item, whom, inboxes)
    state = _state(db, meeting, item, now, gone=bool(sent or held))
    return Entry(item, len(whom), thread, state, sent, held)


def _rows(db: Db, meeting: Meeting, item: Item) -> list[Delivery]:
    """The messages of a reminder as it is due now."""
    subject, name = reminders.subject(meeting, item.plan), reminders.name(meeting, item.plan)
    rows = deliveries.find(db, meeting.network_id, stored.VIEW, subject)
    return [row for row in rows if f":{name}:" in row.idem_key]


def _gone(db: Db, meeting: Meeting, item: Item, kind: str) -> int:
    """How many more there were, of messages that are not kept any more."""
    counts = tallies.of(db, meeting.network_id, kind, number(meeting.id))
    return counts.get(reminders.name(meeting, item.plan), 0)


def _is_told(row: Delivery) -> bool:
    return row.state in deliveries.LEFT or row.last_error == stored.TOGETHER


def _state(db: Db, meeting: Meeting, item: Item, now: datetime, *, gone: bool) -> State:
    if gone:
        return "over"
    if item.dropped:
        return "dropped" if item.plan.due > now else "over"
    if item.plan.due >= item.plan.expires > now:
        return "too late"
    is_empty = reminders.is_empty(db, meeting, item)
    if item.plan.due <= now:
        is_missed = item.plan.name == plans.AGENDA and not is_empty and now < item.plan.expires
        return "missed" if is_missed else "over"
    return "empty" if is_empty else "to come"


def check(db: Db, meeting: Meeting, local: datetime) -> None:
    """Raise Closed where no message goes out at this wall time that can wait."""
    school = school_of(db, meeting)
    at = when.instant(local, meeting.zone)
    if windows.is_open(at, school):
        return
    nearest = windows.next_open(at, school)
    if nearest >= meeting.starts_at:
        nearest = plans.at(local.date() - timedelta(days=1), plans.EVENING, school)
    raise Closed(nearest)


def add(db: Db, meeting: Meeting, want: Decision, by: int) -> str:
    """Add a reminder; returns its name. Raises Full, Closed."""
    check(db, meeting, want.local)
    rows = stored.of(db, meeting.network_id, number(meeting.id))
    if sum(row.name == plans.OWN and row.state == "on" for row in rows) >= MOST_OWN:
        raise Full
    row = _row(meeting, plans.OWN, want.audience)
    _set(meeting, row, want.local)
    row.words, row.made_by = want.words, by
    db.add(row)
    db.flush()
    return f"{plans.OWN}-{row.id}"


def change(db: Db, meeting: Meeting, item: Item, want: Decision, by: int) -> None:
    """Move or reword a reminder. Raises Closed."""
    is_moved = item.plan.due != when.instant(want.local, meeting.zone)
    if is_moved:
        check(db, meeting, want.local)
    row = _touched(db, meeting, item, by)
    if is_moved:
        _set(meeting, row, want.local)
    row.words, row.state, row.before = want.words, "on", None
    if row.name == plans.OWN:
        row.audience = want.audience


def drop(db: Db, meeting: Meeting, item: Item, by: int, *, back: bool = False) -> None:
    """Take a reminder from the list, or put it `back`."""
    _touched(db, meeting, item, by).state = "on" if back else "dropped"


def send_now(db: Db, meeting: Meeting, item: Item, by: int, now: datetime) -> None:
    """Let a reminder go out after the hold, or what is private in the next window. Raises TooLate
    where the meeting has begun by then, and has changed nothing.
    """
    due = now + HOLD
    if item.private:
        due = windows.next_open(due, school_of(db, meeting))
    due = due.replace(microsecond=0)
    if due >= meeting.starts_at:
        raise TooLate
    row = _touched(db, meeting, item, by)
    at = row.at.isoformat() if row.at else None
    # Pressed twice, it is still the first that [Undo] brings back.
    day = meeting.local_start.date().isoformat()
    row.before = row.before or json.dumps([row.days_before, at, row.state, row.words, day])
    _set(meeting, row, due.astimezone(ZoneInfo(meeting.zone)).replace(tzinfo=None))
    row.state = "on"
    db.flush()
    planning.plan(db, meeting, now)


def undo(db: Db, meeting: Meeting, item: Item | None) -> None:
    """A reminder goes out when it was to. Raises TooLate where it has gone, or nothing was done."""
    row = item.row if item else None
    if item is None or row is None or row.before is None:
        raise TooLate
    if any(_is_told(one) for one in _rows(db, meeting, item)):
        raise TooLate
    days, at, state, words, *_ = json.loads(row.before)
    row.days_before, row.at = days, time.fromisoformat(at) if at else None
    row.state, row.words, row.before = state, words, None


def _touched(db: Db, meeting: Meeting, item: Item, by: int) -> Reminder:
    """The row of a reminder, made where nobody has touched it."""
    row = item.row
    if row is None:
        row = _row(meeting, item.plan.name, item.plan.audience)
        db.add(row)
    row.made_by = by
    return row


def _row(meeting: Meeting, name: str, audience: Audience) -> Reminder:
    return Reminder(
        network_id=meeting.network_id, meeting_id=number(meeting.id), name=name, audience=audience
    )


def _set(meeting: Meeting, row: Reminder, local: datetime) -> None:
    row.days_before = (meeting.local_start.date() - local.date()).days
    row.at = local.time()
