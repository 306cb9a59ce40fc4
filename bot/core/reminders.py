"""What goes out for a meeting by itself: the table of plans, and what coordinators made of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot import chat
from bot.core import attendance, plans, terms
from bot.core.people import number
from bot.core.plans import Audience, Plan
from bot.core.rsvps import ANNOUNCEMENT, COMING
from bot.core.schooldays import School
from bot.store import (
    agendas,
    deliveries,
    meetings,
    networks,
    people,
    reflections,
    reminders,
    rsvps,
)
from bot.store.db import Db
from bot.store.reminders import VIEW
from bot.store.tables import Delivery, Meeting, Reminder

MOVED = "meeting.moved"
AHEAD = timedelta(hours=48)
"""So long before they are due, reminders are planned for each person."""
FAR = timedelta(weeks=6)
"""Unless a meeting is so near, or was so lately, nothing of the table is due, whatever the
holidays.
"""
HANDFUL = 50
"""So many messages are planned at once: nobody else writes meanwhile."""
APART = "apart"
"""The batch of a message that says only itself."""
IN_THREAD = frozenset(("all",))
"""What goes to these goes into the thread of the meeting's post, and to nobody privately."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that goes out for a meeting: `plan` names it and says when and to whom, `words` is
    what a coordinator says in it. Of a standard one nobody has touched, `row` is None.
    """

    plan: Plan
    words: str = ""
    row: Reminder | None = None

    @property
    def dropped(self) -> bool:
        """Whether a coordinator took it from the list."""
        return self.row is not None and self.row.state == "dropped"

    @property
    def private(self) -> bool:
        """Whether it goes to each person, not into the thread."""
        return self.plan.audience not in IN_THREAD


def told_at(db: Db, meeting: Meeting, now: datetime) -> datetime:
    """When a meeting is announced by itself; one that is not announced yet is taken to be now."""
    own = deliveries.told_at(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id))
    return own or now


def _known_since(db: Db, meeting: Meeting, told: datetime) -> datetime:
    """When people first heard of a meeting: by itself, or before that with its whole series."""
    if meeting.series_id is None:
        return told
    of_all = deliveries.told_at(db, meeting.network_id, deliveries.SERIES, str(meeting.series_id))
    return min(told, of_all or told)


def of(db: Db, meeting: Meeting, school: School, told: datetime) -> list[Item]:
    """What goes out for a meeting of which people are `told` then, the next first; also what was
    dropped, but nothing that could no longer go in time.
    """
    rows = reminders.of(db, meeting.network_id, number(meeting.id))
    touched = {row.name: row for row in rows if row.name != plans.OWN}
    all_plans = [
        *plans.standard(meeting.local_start, school, told),
        *(plan for plan in _afterwards(db, meeting, school) if told <= plan.due),
    ]
    found = [_item(meeting, school, touched.get(plan.name), plan) for plan in all_plans]
    missed = touched.keys() - {item.plan.name for item in found}
    found += [_item(meeting, school, row) for name in missed if _at(meeting, row := touched[name])]
    found += [_item(meeting, school, row) for row in rows if row.name == plans.OWN]
    return sorted(found, key=lambda item: (item.plan.due, item.plan.name))


def _afterwards(db: Db, meeting: Meeting, school: School) -> list[Plan]:
    looks_back = agendas.looks_back(db, meeting.network_id, number(meeting.id))
    return plans.afterwards(meeting.starts_at, meeting.minutes, school, looks_back)


def _item(meeting: Meeting, school: School, row: Reminder | None, plan: Plan | None = None) -> Item:
    if row is None and plan is not None:
        return Item(plan)
    assert row is not None  # noqa: S101 -- one of them is there
    name = row.name if row.name != plans.OWN else f"{plans.OWN}-{row.id}"
    due = plan.due if plan else meeting.starts_at
    if decided := _at(meeting, row):
        days, clock = decided
        due = plans.at(meeting.local_start.date() - timedelta(days=days), clock, school)
    audience = _audience(row.audience)
    expires = plan.expires if plan else meeting.starts_at
    return Item(Plan(name, audience, due, expires), row.words, row)


def _at(meeting: Meeting, row: Reminder) -> tuple[int, time] | None:
    """How many days before the meeting it goes, and at what time, where somebody has said so. What
    was sent at once was so for the day that the meeting then had.
    """
    days, clock = row.days_before, row.at
    if row.before is not None:
        days_then, clock_then, _, _, *day = json.loads(row.before)
        if day and day[0] != meeting.local_start.date().isoformat():
            days, clock = days_then, time.fromisoformat(clock_then) if clock_then else None
    return (days, clock) if days is not None and clock is not None else None


def _audience(said: str) -> Audience:
    return next(one for one in (*plans.AUDIENCES, *plans.ALONE) if one == said)


def audience(db: Db, meeting: Meeting, whom: Audience, before: datetime) -> list[int]:
    """The people that an audience is, as far as they belonged to it before an instant: "all" are
    those on the list but who said no, "there" those who were and have not looked back.
    """
    network, subject = meeting.network_id, number(meeting.id)
    if whom == "coordinators":
        return [number(member.id) for member in people.coordinators(db, network)]
    if whom == "there":
        said = {row.member_id for row, _ in reflections.of(db, network, subject)}
        return [m for m in attendance.to_ask(db, meeting, before) if m not in said]
    if whom == "coming":
        return rsvps.before(db, network, subject, COMING, before)
    if whom == "tasks":
        return agendas.leads(db, network, subject, before)
    answers = {row.member_id: row.answer for row, _ in rsvps.given(db, network, subject)}
    listed = people.listed(db, network, before)
    if whom == "unanswered":
        return [member for member in listed if member not in answers]
    return [member for member in listed if answers.get(member) != "no"]


def concerns(db: Db, meeting: Meeting, whom: Audience, before: datetime, member: int) -> bool:
    """Whether a person belongs to an audience, as `audience` says it."""
    network, subject = meeting.network_id, number(meeting.id)
    if whom == "tasks":
        return member in agendas.leads(db, network, subject, before)
    if whom in plans.ALONE:
        return member in audience(db, meeting, whom, before)
    own = rsvps.one(db, network, member, subject)
    if whom == "coming":
        is_in = own is not None and own.answer in COMING and own.waits_since is None
        return own is not None and is_in and own.answered_at < before
    row = people.membership(db, network, member)
    if row is None or row.left_at is not None or row.role == "guest" or row.joined_at >= before:
        return False
    return own is None or (whom == "all" and own.answer != "no")


def to_plan(db: Db, now: datetime) -> list[int]:
    """The meetings for which something is due in the next two days that is not planned yet."""
    schools: dict[int, School] = {}
    touched = reminders.touched(db)
    found = []
    for meeting in reminders.ahead(db, now - FAR, now + FAR):
        network = meeting.network_id
        if network not in schools:
            schools[network] = terms.school(db, networks.get(db, network))
        school = schools[network]
        is_near = plans.first(meeting.local_start, school) <= now + AHEAD
        if is_near and meetings.end(meeting) <= now:
            later = plans.afterwards(meeting.starts_at, meeting.minutes, school, None)
            is_near = any(_is_due(plan, now) for plan in later)
        if (is_near or meeting.id in touched) and _unplanned(db, meeting, school, now):
            found.append(number(meeting.id))
    return found


def _is_due(plan: Plan, now: datetime) -> bool:
    """Whether it is to be planned: it is of use, and was not due long ago."""
    not_long_ago = plan.due > now - deliveries.LATE or plan.name not in plans.AFTERWARDS
    in_time = plan.expires > now and plan.due < plan.expires
    return plan.due <= now + AHEAD and in_time and not_long_ago


def plan_some(db: Db, meeting: int, now: datetime) -> bool:
    """Plan a handful of what is due for a meeting in the next two days; returns whether there is
    more. Who answers after a reminder is due knows already.
    """
    row = meetings.locked(db, meeting)
    if row is None or row.state != "planned":
        return False
    waiting = _unplanned(db, row, terms.school(db, networks.get(db, row.network_id)), now)
    for message in waiting[:HANDFUL]:
        _enqueue(db, row, message, now)
    return len(waiting) > HANDFUL


def plan(db: Db, meeting: Meeting, now: datetime) -> None:
    """Plan all that is due for one meeting; safe to do as often as one likes."""
    school = terms.school(db, networks.get(db, meeting.network_id))
    for message in _unplanned(db, meeting, school, now):
        _enqueue(db, meeting, message, now)


@dataclass(frozen=True, slots=True)
class _Message:
    """A reminder for one person, or one thread; `apart` where what else is due in its window has
    left already.
    """

    plan: Plan
    to: chat.Place | chat.Person
    key: str
    thread_of: int | None = None
    apart: bool = False


def _unplanned(db: Db, meeting: Meeting, school: School, now: datetime) -> list[_Message]:
    if meeting.held_until is not None and now < meeting.held_until:
        return []  # it may be undone
    told = told_at(db, meeting, now)
    found: list[_Message] = []
    known = _known_since(db, meeting, told)
    for item in of(db, meeting, school, told):
        since = told if item.plan.name in plans.STANDARD else known
        is_due = since <= item.plan.due and _is_due(item.plan, now)
        if is_due and not item.dropped and _has_something_to_say(db, meeting, item, now):
            found += _messages(db, meeting, item)
    return found


def _has_something_to_say(db: Db, meeting: Meeting, item: Item, now: datetime) -> bool:
    """An agenda that is made after it was to be posted waits for the next message that has it."""
    if item.plan.name != plans.AGENDA:
        return not _have_heard(db, meeting, item.plan)
    by_hand = item.row is not None and item.row.before is not None
    in_time = by_hand or item.plan.due > now - deliveries.LATE
    return in_time and not is_empty(db, meeting, item)


def is_empty(db: Db, meeting: Meeting, item: Item) -> bool:
    """Whether it is the agenda, and there is none, nor words of a coordinator's."""
    return item.plan.name == plans.AGENDA and not item.words and not has_agenda(db, meeting)


def is_settled(db: Db, meeting: Meeting, item: Item) -> bool:
    """Whether it has nothing to ask or to tell any more: somebody was ticked, or nobody has looked
    back on the meeting for all to read.
    """
    if item.plan.name == plans.ROLL:
        return attendance.count(db, meeting) > 0
    said = reflections.count(db, meeting.network_id, number(meeting.id))
    return item.plan.name == plans.RESULTS and (not said or meeting.circle != "room")


def has_agenda(db: Db, meeting: Meeting) -> bool:
    """Whether there is an agenda, or something to do before one comes."""
    return bool(meeting.bring or agendas.of(db, meeting.network_id, number(meeting.id)))


def _have_heard(db: Db, meeting: Meeting, plan: Plan) -> bool:
    """Whether people hear of a change only after the reminder of the day was due: then they need
    none.
    """
    if plan.name != plans.TODAY:
        return False
    changes = deliveries.find(db, meeting.network_id, MOVED, str(meeting.id))
    return any(row.due > plan.due and row.state != "cancelled" for row in changes)


def name(meeting: Meeting, plan: Plan) -> str:
    """A reminder is named by its day and its instant: of a meeting that moves to another day it is
    another.
    """
    return f"{_name_of_day(meeting, plan)}/{plan.due:%Y-%m-%dT%H:%M:%S}"


def _name_of_day(meeting: Meeting, plan: Plan) -> str:
    return f"meeting:{meeting.id}:{plan.name}:{meeting.local_start:%Y-%m-%d}"


def _has_told(meeting: Meeting, plan: Plan, row: Delivery) -> bool:
    """Whether a message of this reminder has been told already: nobody is asked twice whether they
    come, nor told anything twice because terms or plans have changed its time.
    """
    # An earlier version's keys have no day.
    of_day = f":{_name_of_day(meeting, plan)}/" in row.idem_key or "/" not in row.idem_key
    return row.state in deliveries.LEFT and (of_day or plan.name == plans.UNANSWERED)


def subject(meeting: Meeting, plan: Plan) -> str:
    """What the messages of a reminder are about."""
    return f"{meeting.id}:{plan.name}"


def _messages(db: Db, meeting: Meeting, item: Item) -> list[_Message]:
    """The messages of a reminder that are not planned yet."""
    key, network, plan = name(meeting, item.plan), meeting.network_id, item.plan
    rows = deliveries.find(db, network, VIEW, subject(meeting, plan))
    planned = {row.idem_key for row in rows}
    told = {deliveries.target(db, row) for row in rows if _has_told(meeting, plan, row)}
    whom = audience(db, meeting, plan.audience, plan.due)
    inboxes = people.inboxes(db, network, whom) if item.private else {}
    found = [
        _Message(plan, person, mine)
        for member, person in inboxes.items()
        if f"{network}:{(mine := f'{key}:member:{member}')}" not in planned and person not in told
    ]
    if found:
        left = reminders.left(db, network, *plans.window(plan.due, meeting.zone))
        found = [replace(message, apart=message.to in left) for message in found]
    if is_for_thread(item, whom, inboxes):
        posts = deliveries.find(db, network, ANNOUNCEMENT, str(meeting.id))
        # Posted again, it has several posts in a channel: the first is always the same one.
        first = {post.lane_id: post for post in reversed(posts) if post.state == "sent"}
        found += [
            _Message(plan, deliveries.target(db, post), mine, post.id)
            for post in first.values()
            if f"{network}:{(mine := f'{key}:thread:{post.id}')}" not in planned
            and deliveries.target(db, post) not in told
        ]
    return found


def is_for_thread(item: Item, whom: Sequence[int], inboxes: dict[int, chat.Person]) -> bool:
    """Whether it is said in the thread: always to all, else where somebody of the audience may not
    be written to.
    """
    return not item.private or (item.plan.audience not in plans.ALONE and len(inboxes) < len(whom))


def _enqueue(db: Db, meeting: Meeting, message: _Message, now: datetime) -> None:
    """What is due since a change made it so does not come late."""
    plan = message.plan
    deliveries.enqueue(
        db, meeting.network_id, message.to, VIEW, subject(meeting, plan),
        due=max(plan.due, now), expires=plan.expires, key=message.key, thread_of=message.thread_of,
        batch=APART if message.apart else "",
    )  # fmt: skip


def current(db: Db, meeting: Meeting, row: Delivery, now: datetime) -> Item | None:
    """What a planned reminder is, if it still has to be told: the meeting is on and to come, and
    the reminder is on, and due when it was planned to be. By its name, not by when the message is
    due: a coordinator may have sent it again.
    """
    if meeting.state != "planned":
        return None
    school = terms.school(db, networks.get(db, meeting.network_id))
    for item in of(db, meeting, school, told_at(db, meeting, now)):
        is_on = not item.dropped and now < item.plan.expires
        if subject(meeting, item.plan) == row.subject and is_on:
            return item if f":{name(meeting, item.plan)}:" in row.idem_key else None
    return None


def as_told(db: Db, meeting: Meeting, row: Delivery) -> Item | None:
    """What a reminder of the table is that stands in the chat already, also when nothing would be
    told any more; a coordinator's own is never changed after it was told.
    """
    name = row.subject.partition(":")[2]
    rows = reminders.of(db, meeting.network_id, number(meeting.id))
    kept = next((one for one in rows if one.name == name), None)
    audience = _audience(kept.audience) if kept else plans.STANDARD.get(name)
    if audience is None:
        return None
    plan = Plan(name, audience, row.due, meeting.starts_at)
    return Item(plan, kept.words if kept else "", kept)


def upcoming(db: Db, now: datetime, until: datetime) -> list[tuple[Meeting, Item]]:
    """What will be planned later than in the next two days, for the meetings up to an instant; but
    nothing that has nothing to say as it stands.
    """
    found = []
    for meeting in meetings.starting(db, now - FAR, until):
        school = terms.school(db, networks.get(db, meeting.network_id))
        items = of(db, meeting, school, told_at(db, meeting, now))
        later = [item for item in items if item.plan.due > now + AHEAD and not item.dropped]
        found += [(meeting, item) for item in later if not is_empty(db, meeting, item)]
    return found
