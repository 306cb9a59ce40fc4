"""What a private message of reminders says: all that is due to its reader in the same window, and
no more messages than are good for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import chat
from bot.core import (
    agendas,
    attendance,
    audiences,
    budget,
    impact,
    planning,
    plans,
    reminders,
    tasks,
    terms,
    windows,
)
from bot.core.people import number
from bot.core.reminders import Item
from bot.store import deliveries, networks, people, reflections
from bot.store import meetings as stored_meetings
from bot.store import reminders as stored
from bot.store.db import Db
from bot.store.deliveries import Postponed, Withheld
from bot.store.tables import Delivery, Meeting

TOO_LATE = "too late"
"""Why a reminder was not sent: when it could have been, the meeting had begun."""
WITH_AGENDA = (plans.AGENDA, plans.TODAY)
"""What shows the agenda, and what to bring."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of one meeting; with what tells of its agenda, that. `link`: its reader comes,
    and is told where the call is; `was_there`: so its reader, or somebody else, said. Of a meeting
    that is over, how many have `looked_back`, what its reader wanted to try (`will`), and how many
    have `told` what happened in class, with its `figures`. `opening`: what they tried since the one
    before.
    """

    meeting: Meeting
    items: tuple[Item, ...]
    agenda: Sequence[agendas.Item] = ()
    link: bool = False
    was_there: bool = False
    looked_back: int = 0
    will: str = ""
    told: int = 0
    figures: Sequence[impact.Figure] = ()
    opening: str = ""


def without_names(part: Part) -> Part:
    """What is said of a meeting where others than the network's people read it."""
    return replace(part, agenda=agendas.without_names(part.agenda), opening="")


def parts(db: Db, row: Delivery, now: datetime) -> list[Part]:
    """What a planned message says now, a part for each meeting; nothing where it is of no use, nor
    where a person has it already: only what stands in a thread is brought up to date.
    Raises Withheld where another message says it, or its reader has had enough of them; Postponed
    where there is room for it later.
    """
    to = deliveries.target(db, row)
    if isinstance(to, chat.Place):
        item = _as_told(db, row) if row.remote_ref else _of_use(db, row, to, now)
        return [_part(db, _meeting(db, row), [item])] if item else []
    if row.remote_ref:
        return []
    wait_for_a_window(db, row, now)
    opens, closes = plans.window(row.due, networks.get(db, row.network_id).zone)
    theirs = [row] if row.batch == planning.APART else _together(db, row, opens, closes)
    found: dict[int, list[Item]] = {}
    for one in theirs:
        if item := _of_use(db, one, to, now):
            found.setdefault(deliveries.about(one), []).append(item)
    if not found:
        return []
    _hold_back(db, row, found, now)
    return [
        _part(db, meeting, items, _member(db, to))
        for about, items in found.items()
        if (meeting := stored_meetings.get(db, [row.network_id], about))
    ]


def wait_for_room(db: Db, row: Delivery, now: datetime) -> None:
    """Raise Postponed where its reader has had enough messages until a later one has room, as long
    as it is of use; else Withheld.
    """
    sent = _lately(db, row, now)
    if budget.has_room(sent):
        return
    school = terms.school(db, networks.get(db, row.network_id))
    at = windows.next_open(budget.next_room(sent), school)
    if row.expires is not None and at < row.expires:
        raise Postponed(at)
    raise Withheld(stored.HELD_BACK)


def _lately(db: Db, row: Delivery, now: datetime) -> list[datetime]:
    """When the others were sent that its reader has had in the last seven days."""
    gone = stored.gone(db, row.lane_id, now - budget.WEEK)
    return [r.sending_since for r in gone if r.sending_since is not None and r.id != row.id]


def wait_for_a_window(db: Db, row: Delivery, now: datetime) -> None:
    """Raise Postponed where no message goes now that can wait: something held it up; Withheld where
    it is of no use any more when the next one may.
    """
    school = terms.school(db, networks.get(db, row.network_id))
    at = windows.next_open(now, school)
    if at > now and (row.expires is None or at < row.expires):
        raise Postponed(at)
    if at > now:
        raise Withheld(TOO_LATE)


def _part(db: Db, meeting: Meeting, items: Sequence[Item], member: int = 0) -> Part:
    names = {item.plan.name for item in items}
    link = bool(member) and any(item.plan.audience == "coming" for item in items)
    part = Part(meeting, tuple(items), link=link)
    if names & set(WITH_AGENDA):
        opening = tasks.opening(db, meeting)
        part = replace(part, agenda=agendas.of(db, meeting), opening=opening)
    if plans.NUDGE in names:
        part = replace(part, was_there=attendance.was_there(db, meeting, member))
    if plans.RESULTS in names:
        said = reflections.count(db, meeting.network_id, number(meeting.id))
        part = replace(part, looked_back=said)
    return _in_class(db, part, names, member)


def _in_class(db: Db, part: Part, names: set[str], member: int) -> Part:
    meeting = part.meeting
    if member and names & {plans.CLASS, plans.AGAIN}:
        said = reflections.one(db, meeting.network_id, number(meeting.id), member)
        part = replace(part, will=said.will if said else "")
    if names & {plans.HARVEST, plans.SUMMARY}:
        told, figures = impact.count(db, meeting), impact.figures(db, meeting)
        part = replace(part, told=told, figures=figures)
    return part


def _member(db: Db, person: chat.Person) -> int:
    known = people.known(db, person)
    return number(known[1].id) if known else 0


def _together(db: Db, row: Delivery, opens: datetime, closes: datetime) -> Sequence[Delivery]:
    rows = stored.together(db, row, opens, closes)
    if any(one.state in deliveries.LEFT and one.id != row.id for one in rows):
        raise Withheld(stored.TOGETHER)
    return [one for one in rows if one.batch != planning.APART]


def _meeting(db: Db, row: Delivery) -> Meeting:
    meeting = stored_meetings.get(db, [row.network_id], deliveries.about(row))
    assert meeting is not None  # noqa: S101 -- it was found to be of use
    return meeting


def _of_use(db: Db, row: Delivery, to: chat.Place | chat.Person, now: datetime) -> Item | None:
    """What a planned reminder is, if it still has to be told there."""
    meeting = stored_meetings.get(db, [row.network_id], deliveries.about(row))
    item = reminders.current(db, meeting, row, now) if meeting else None
    if meeting is None or item is None or reminders.is_empty(db, meeting, item):
        return None
    if reminders.is_settled(db, meeting, item):
        return None
    whom, due = item.plan.audience, item.plan.due
    if isinstance(to, chat.Person):
        member = _member(db, to)
        is_theirs = people.inboxes(db, row.network_id, [member]).get(member) == to
        return item if is_theirs and audiences.concerns(db, meeting, whom, due, member) else None
    all_of_them = audiences.of(db, meeting, whom, due)
    inboxes = people.inboxes(db, row.network_id, all_of_them)
    return item if reminders.is_for_thread(item, all_of_them, inboxes) else None


def _as_told(db: Db, row: Delivery) -> Item | None:
    meeting = stored_meetings.get(db, [row.network_id], deliveries.about(row))
    return reminders.as_told(db, meeting, row) if meeting else None


def _hold_back(db: Db, row: Delivery, found: dict[int, list[Item]], now: datetime) -> None:
    """Take out the meetings of which the reader has had as many messages as are good for them, and
    raise Withheld where none is left, or they have had enough in all. What can wait does so until
    there is room again, as long as it is of use. Next term is not of the weeks after a meeting, and
    what coordinators are told of it is not said to them as people who were there.
    """
    for about in list(found):
        counts = any(item.plan.name not in plans.UNCOUNTED for item in found[about])
        if counts and stored.of_cycle(db, row, about) >= budget.A_CYCLE:
            del found[about]
    sent = _lately(db, row, now)
    if found and budget.has_room(sent):
        return
    items = [item for of_one in found.values() for item in of_one]
    if items and all(item.plan.name in plans.CAN_WAIT for item in items):
        school = terms.school(db, networks.get(db, row.network_id))
        at = windows.next_open(budget.next_room(sent), school)
        if at <= min(_last(item) for item in items):
            raise Postponed(at)
    raise Withheld(stored.HELD_BACK)


def _last(item: Item) -> datetime:
    """Until when a reminder is of use that waits."""
    if item.plan.name == plans.UNANSWERED:
        return item.plan.expires - plans.TOO_NEAR
    return item.plan.expires
