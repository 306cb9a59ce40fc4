"""The agenda: proposed by members, arranged by coordinators."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zlib import crc32

from bot.core import plans, timetable
from bot.core.networks import HOLD
from bot.core.people import number
from bot.store import agendas, reminders
from bot.store.db import Db
from bot.store.tables import AgendaItem, Meeting

SHORTEST, LONGEST = 10, 720
"""How many minutes a meeting may last: up to a whole day."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part of an agenda with the names of who leads it and of who proposed it; empty where that
    is not settled.
    """

    row: AgendaItem
    lead: str = ""
    proposer: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants on an agenda; `lead` is the member who leads it, if that is settled."""

    title: str
    minutes: int
    kind: str
    lead: int | None


class Gone(Exception):
    """The item is not there any more, or has changed since it was looked at."""


def of(db: Db, meeting: Meeting, state: str = "on") -> Sequence[Item]:
    """The agenda of a meeting in its order; with another `state`, what was "proposed" for it."""
    rows = agendas.of(db, meeting.network_id, number(meeting.id), state)
    return [Item(row, lead or "", proposer or "") for row, lead, proposer in rows]


def without_names(items: Sequence[Item]) -> list[Item]:
    """An agenda as people see it who are not of the network: names nobody."""
    return [replace(item, lead="", proposer="") for item in items]


def show_again(db: Db, meeting: Meeting, now: datetime) -> None:
    """A posted agenda is brought up to date, once for several changes in a row."""
    names = (plans.AGENDA,)
    reminders.stale(db, meeting.network_id, number(meeting.id), names, now + HOLD)


def leads(db: Db, meeting: Meeting) -> list[int]:
    """The members who lead an item of the agenda: those with a task."""
    return list(dict.fromkeys(item.row.lead for item in of(db, meeting) if item.row.lead))


def by(db: Db, meeting: Meeting, member: int) -> Sequence[AgendaItem]:
    """What a person has proposed for a meeting, the newest first."""
    return agendas.by(db, meeting.network_id, number(meeting.id), member)


def propose(db: Db, meeting: Meeting, wish: Wish, by: int, now: datetime) -> AgendaItem:
    """Keep a member's proposal, for the coordinators to look at."""
    return _add(db, meeting, wish, "proposed", by, now)


def add(db: Db, meeting: Meeting, wish: Wish, now: datetime) -> AgendaItem:
    """Put an item at the end of the agenda."""
    return _add(db, meeting, wish, "on", None, now)


def _add(
    db: Db, meeting: Meeting, wish: Wish, state: str, by: int | None, now: datetime
) -> AgendaItem:
    item = AgendaItem(
        network_id=meeting.network_id,
        meeting_id=number(meeting.id),
        position=_last(db, meeting) + 1,
        title=wish.title,
        minutes=wish.minutes,
        kind=wish.kind,
        state=state,
        lead=wish.lead,
        proposed_by=by,
        made_at=now,
    )
    db.add(item)
    db.flush()
    return item


def _last(db: Db, meeting: Meeting) -> int:
    return max((item.row.position for item in of(db, meeting)), default=0)


def item(db: Db, meeting: Meeting, key: int, *states: str) -> AgendaItem:
    """The item of this number, if it is in one of these states. Raises Gone."""
    found = agendas.one(db, meeting.network_id, number(meeting.id), key)
    if found is None or found.state not in states:
        raise Gone
    return found


def mark(item: AgendaItem) -> int:
    """A number for how the item stands: with another one it has been changed."""
    return mark_of(f"{item.title}\n{item.minutes}\n{item.kind}\n{item.lead}")


def mark_of(text: str) -> int:
    """A number for a text: with another one it has been changed."""
    return crc32(text.encode())


def change(item: AgendaItem, wish: Wish) -> None:
    """Set what an item is."""
    item.title, item.minutes, item.kind = wish.title, wish.minutes, wish.kind
    item.lead = wish.lead


def take(db: Db, meeting: Meeting, item: AgendaItem) -> None:
    """Put a proposal at the end of the agenda."""
    item.position, item.state = _last(db, meeting) + 1, "on"


def put_back(db: Db, meeting: Meeting, item: AgendaItem, state: str) -> None:
    """Undo that an item was dropped: it is on the agenda again where it was, or proposed."""
    if state == "on":
        order = [one.row for one in of(db, meeting)]
        order.insert(max(item.position - 1, 0), item)
        _number(order)
    item.state = state


def drop(db: Db, meeting: Meeting, item: AgendaItem) -> None:
    """Leave an item or a proposal out; it can be put back."""
    item.state = "dropped"
    _number([one.row for one in of(db, meeting)])


def move(db: Db, meeting: Meeting, item: AgendaItem, by: int) -> None:
    """Move an item up (-1) or down (1)."""
    rows = {number(one.row.id): one.row for one in of(db, meeting)}
    order = timetable.moved(list(rows), number(item.id), by)
    _number([rows[key] for key in order])


def _number(order: Sequence[AgendaItem]) -> None:
    for position, row in enumerate(order, start=1):
        row.position = position
