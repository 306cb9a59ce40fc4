"""The reminder of the day: planned ahead for whoever comes, and told once."""

from datetime import datetime, timedelta

from bot import chat
from bot.core import plans
from bot.core.people import number
from bot.core.rsvps import ANNOUNCEMENT, COMING, who_said_yes
from bot.store import deliveries, meetings, people, rsvps
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting

TODAY, MOVED = "meeting.today", "meeting.moved"
AHEAD = timedelta(hours=48)


def plan_ahead(db: Db, now: datetime) -> None:
    """Plan the reminders of the next two days; safe to do as often as one likes. Whoever answers
    after a reminder is due knows already.
    """
    for meeting in meetings.starting(db, now, now + AHEAD):
        plan(db, meeting)


def plan(db: Db, meeting: Meeting) -> None:
    """Plan the reminder of one meeting; safe to do as often as one likes."""
    when = plans.today(meeting.local_start, meeting.zone)
    early = rsvps.before(db, meeting.network_id, number(meeting.id), COMING, when.due)
    if early and not _have_heard(db, meeting, when.due):
        _plan(db, meeting, when, early)


def _have_heard(db: Db, meeting: Meeting, due: datetime) -> bool:
    """Whether people hear of a change only after the reminder was due: then they need none."""
    changes = deliveries.find(db, meeting.network_id, MOVED, str(meeting.id))
    return any(row.due > due and row.state != "cancelled" for row in changes)


def _name(meeting: Meeting, plan: plans.Plan) -> str:
    """A reminder is named by its instant: a meeting that moves to another day has another one."""
    return f"meeting:{meeting.id}:today:{plan.due:%Y-%m-%dT%H}"


def _plan(db: Db, meeting: Meeting, plan: plans.Plan, members: list[int]) -> None:
    key = _name(meeting, plan)
    inboxes = people.inboxes(db, meeting.network_id, members)
    for member, person in inboxes.items():
        _enqueue(db, meeting, plan, person, f"{key}:member:{member}")
    if len(inboxes) < len(members):
        for post in deliveries.find(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id)):
            if post.state == "sent":
                place = deliveries.target(db, post)
                _enqueue(db, meeting, plan, place, f"{key}:thread:{post.id}", post.id)


def _enqueue(
    db: Db,
    meeting: Meeting,
    plan: plans.Plan,
    to: chat.Place | chat.Person,
    key: str,
    thread_of: int | None = None,
) -> None:
    deliveries.enqueue(
        db, meeting.network_id, to, TODAY, str(meeting.id),
        due=plan.due, expires=plan.expires, key=key, thread_of=thread_of,
    )  # fmt: skip


def is_of_use(db: Db, meeting: Meeting, row: Delivery, now: datetime) -> bool:
    """Whether a planned reminder still has to be told: the meeting is on and to come, on that day,
    and the person comes and may be written to, or in a channel somebody comes who may not.
    """
    plan = plans.today(meeting.local_start, meeting.zone)
    if meeting.state != "planned" or now >= meeting.starts_at:
        return False
    # By its name, not by when it is due: a coordinator may have sent it again.
    if f":{_name(meeting, plan)}:" not in row.idem_key:
        return False
    coming = who_said_yes(db, meeting)
    inboxes = people.inboxes(db, meeting.network_id, coming)
    to = deliveries.target(db, row)
    if isinstance(to, chat.Place):
        return len(inboxes) < len(coming)
    return to in inboxes.values()
