"""Plans what goes out for a meeting by itself: a message for each person, or one in its thread."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot import chat
from bot.core import audiences, planned, plans, reminders, terms
from bot.core import posts as posts_of
from bot.core.people import number
from bot.core.plans import Plan
from bot.core.reminders import Item
from bot.core.rsvps import ANNOUNCEMENT
from bot.core.schooldays import School
from bot.store import deliveries, meetings, networks, people
from bot.store import reminders as stored
from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery, Meeting

MOVED = "meeting.moved"
HANDFUL = 50
"""So many messages are planned at once: nobody else writes meanwhile."""
APART = "apart"
"""The batch of a message that says only itself."""


def to_plan(db: Db, now: datetime, since: datetime) -> list[int]:
    """The meetings for which something is due in the next two days that is not planned yet, or has
    been due `since` an instant: what comes after a meeting is looked for no longer than that.
    """
    schools: dict[int, School] = {}
    touched = stored.touched(db)
    found = []
    for meeting in stored.ahead(db, now - plans.FARTHEST, now + reminders.FAR):
        network = meeting.network_id
        if network not in schools:
            schools[network] = terms.school(db, networks.get(db, network))
        school = schools[network]
        if meetings.end(meeting) <= now:
            settled = planned.since(meeting)
            later = plans.afterwards(meeting.starts_at, meeting.minutes, school, since=settled)
            is_near = any(_is_due(plan, now, since) for plan in later)
        else:
            soon = plans.first(meeting.local_start, school) <= now + reminders.AHEAD
            is_near = soon or meeting.id in touched
        if is_near and _unplanned(db, meeting, school, now, since):
            found.append(number(meeting.id))
    return found


def _is_due(plan: Plan, now: datetime, since: datetime) -> bool:
    """Whether it is to be planned: it is of use, and was not due long ago."""
    not_long_ago = plan.due > since or plan.name not in plans.AFTERWARDS
    in_time = plan.expires > now and plan.due < plan.expires
    return plan.due <= now + reminders.AHEAD and in_time and not_long_ago


def plan_some(db: Db, meeting: int, now: datetime, since: datetime) -> bool:
    """Plan a handful of what is due for a meeting, as `to_plan` says it; returns whether there is
    more. Who answers after a reminder is due knows already.
    """
    row = meetings.locked(db, meeting)
    if row is None or row.state != "planned":
        return False
    school = terms.school(db, networks.get(db, row.network_id))
    waiting = _unplanned(db, row, school, now, since)
    for message in waiting[:HANDFUL]:
        _enqueue(db, row, message, now)
    return len(waiting) > HANDFUL


def plan(db: Db, meeting: Meeting, now: datetime) -> None:
    """Plan all that is due for one meeting and still of use, however long it has been due; safe to
    do as often as one likes.
    """
    school = terms.school(db, networks.get(db, meeting.network_id))
    for message in _unplanned(db, meeting, school, now, EPOCH):
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


def _unplanned(
    db: Db, meeting: Meeting, school: School, now: datetime, since: datetime
) -> list[_Message]:
    if meeting.held_until is not None and now < meeting.held_until:
        return []  # it may be undone
    told = reminders.told_at(db, meeting, now)
    found: list[_Message] = []
    known = reminders.known_since(db, meeting, told)
    for item in reminders.of(db, meeting, school, told):
        heard = told if item.plan.name in plans.STANDARD else known
        is_due = heard <= item.plan.due and _is_due(item.plan, now, since)
        if is_due and not item.dropped and _has_something_to_say(db, meeting, item, now):
            found += _messages(db, meeting, item)
    return found


def _has_something_to_say(db: Db, meeting: Meeting, item: Item, now: datetime) -> bool:
    """An agenda that is made after it was to be posted waits for the next message that has it."""
    if item.plan.name != plans.AGENDA:
        return not _have_heard(db, meeting, item.plan)
    by_hand = item.row is not None and item.row.before is not None
    in_time = by_hand or item.plan.due > now - deliveries.LATE
    return in_time and not reminders.is_empty(db, meeting, item)


def _have_heard(db: Db, meeting: Meeting, plan: Plan) -> bool:
    """Whether people hear of a change only after the reminder of the day was due: then they need
    none.
    """
    if plan.name != plans.TODAY:
        return False
    changes = deliveries.find(db, meeting.network_id, MOVED, str(meeting.id))
    return any(row.due > plan.due and row.state != "cancelled" for row in changes)


def _has_told(meeting: Meeting, plan: Plan, row: Delivery) -> bool:
    """Whether a message of this reminder has been told already: nobody is asked twice whether they
    come, nor told anything twice because terms or plans have changed its time.
    """
    # An earlier version's keys have no day.
    of_day = f":{reminders.name_of_day(meeting, plan)}/" in row.idem_key or "/" not in row.idem_key
    return row.state in deliveries.LEFT and (of_day or plan.name == plans.UNANSWERED)


def _messages(db: Db, meeting: Meeting, item: Item) -> list[_Message]:
    """The messages of a reminder that are not planned yet."""
    key, network, plan = reminders.name(meeting, item.plan), meeting.network_id, item.plan
    rows = deliveries.find(db, network, stored.VIEW, reminders.subject(meeting, plan))
    planned = {row.idem_key for row in rows}
    told = {deliveries.target(db, row) for row in rows if _has_told(meeting, plan, row)}
    whom = audiences.of(db, meeting, plan.audience, plan.due)
    inboxes = people.inboxes(db, network, whom) if item.private else {}
    found = [
        _Message(plan, person, mine)
        for member, person in inboxes.items()
        if f"{network}:{(mine := f'{key}:member:{member}')}" not in planned and person not in told
    ]
    if found:
        left = stored.left(db, network, *plans.window(plan.due, meeting.zone))
        found = [replace(message, apart=message.to in left) for message in found]
    if reminders.is_for_thread(item, whom, inboxes):
        posts = deliveries.find(db, network, ANNOUNCEMENT, str(meeting.id))
        # Posted again, it has several posts in a channel: the first is always the same one.
        first = {post.lane_id: post for post in reversed(posts) if post.state == "sent"}
        if plan.name in plans.AT_HOME:
            first = {lane: post for lane, post in first.items() if posts_of.is_at_home(db, post)}
        found += [
            _Message(plan, deliveries.target(db, post), mine, post.id)
            for post in first.values()
            if f"{network}:{(mine := f'{key}:thread:{post.id}')}" not in planned
            and deliveries.target(db, post) not in told
        ]
    return found


def _enqueue(db: Db, meeting: Meeting, message: _Message, now: datetime) -> None:
    """What is due since a change made it so does not come late."""
    plan = message.plan
    planned.settle(meeting, plan)
    deliveries.enqueue(
        db, meeting.network_id, message.to, stored.VIEW, reminders.subject(meeting, plan),
        due=max(plan.due, now), expires=plan.expires, key=message.key, thread_of=message.thread_of,
        batch=APART if message.apart else "",
    )  # fmt: skip
