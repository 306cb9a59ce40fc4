"""What goes out for a meeting by itself: the table of plans, and what coordinators made of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot import chat
from bot.core import attendance, impact, planned, plans, terms
from bot.core.people import number
from bot.core.plans import Audience, Plan
from bot.core.rsvps import ANNOUNCEMENT
from bot.core.schooldays import School
from bot.store import (
    agendas,
    deliveries,
    meetings,
    networks,
    reflections,
    reminders,
)
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting, Reminder

AHEAD = timedelta(hours=48)
"""So long before they are due, reminders are planned for each person."""
FAR = timedelta(weeks=6)
"""Unless a meeting is so near, nothing of the table is due before it, whatever the holidays."""
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


def known_since(db: Db, meeting: Meeting, told: datetime) -> datetime:
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
    since = planned.since(meeting)
    return plans.afterwards(meeting.starts_at, meeting.minutes, school, looks_back, since)


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
    return next(one for one in (*plans.AUDIENCES, *plans.AFTER) if one == said)


def is_empty(db: Db, meeting: Meeting, item: Item) -> bool:
    """Whether it is the agenda, and there is none, nor words of a coordinator's."""
    return item.plan.name == plans.AGENDA and not item.words and not has_agenda(db, meeting)


def is_settled(db: Db, meeting: Meeting, item: Item) -> bool:
    """Whether it has nothing to ask or to tell any more: somebody was ticked, nobody has looked
    back on the meeting for all to read, or too few have told what happened in class.
    """
    subject = number(meeting.id)
    match item.plan.name:
        case plans.ROLL:
            return attendance.count(db, meeting) > 0
        case plans.RESULTS:
            said = reflections.count(db, meeting.network_id, subject)
            return not said or meeting.circle != "room"
        case plans.HARVEST:
            return meeting.circle != "room" or not impact.figures(db, meeting)
        case plans.SUMMARY:
            return not impact.count(db, meeting)
        case _:
            return False


def has_agenda(db: Db, meeting: Meeting) -> bool:
    """Whether there is an agenda, or something to do before one comes."""
    return bool(meeting.bring or agendas.of(db, meeting.network_id, number(meeting.id)))


def name(meeting: Meeting, plan: Plan) -> str:
    """A reminder is named by its day and its instant: of a meeting that moves to another day it is
    another.
    """
    return f"{name_of_day(meeting, plan)}/{plan.due:%Y-%m-%dT%H:%M:%S}"


def name_of_day(meeting: Meeting, plan: Plan) -> str:
    """What all names begin with that a reminder has on this day of its meeting."""
    return f"meeting:{meeting.id}:{plan.name}:{meeting.local_start:%Y-%m-%d}"


def subject(meeting: Meeting, plan: Plan) -> str:
    """What the messages of a reminder are about."""
    return f"{meeting.id}:{plan.name}"


def is_for_thread(item: Item, whom: Sequence[int], inboxes: dict[int, chat.Person]) -> bool:
    """Whether it is said in the thread: always to all, else where somebody of the audience may not
    be written to.
    """
    return not item.private or (item.plan.audience not in plans.ALONE and len(inboxes) < len(whom))


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
    for meeting in meetings.starting(db, now - plans.FARTHEST, until):
        school = terms.school(db, networks.get(db, meeting.network_id))
        items = of(db, meeting, school, told_at(db, meeting, now))
        later = [item for item in items if item.plan.due > now + AHEAD and not item.dropped]
        found += [(meeting, item) for item in later if not is_empty(db, meeting, item)]
    return found
