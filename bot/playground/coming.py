"""What comes: the messages that will be sent, and the meetings that will begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.adapters.memory.chat import World
from bot.chat import Person, Place
from bot.core import reminders
from bot.store import deliveries, meetings
from bot.store.db import Db, Store
from bot.store.tables import Delivery
from bot.ui import Message, message_text
from bot.views.delivered import show

MOST = 12
"""How much of what comes is listed."""
FURTHEST = timedelta(days=366)
"""How far the clock goes at once."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A message that will be sent `to` somebody; a meeting whose reminder of the name in `to` will
    be; or one that begins.
    """

    at: datetime
    what: str
    kind: Literal["message", "reminder", "meeting"]
    to: str = ""


def coming(store: Store, world: World, now: datetime) -> list[Coming]:
    """What comes, the next first."""
    with store.read() as db:
        found = [
            Coming(meeting.starts_at, meeting.title, "meeting")
            for meeting in meetings.starting(db, now, now + FURTHEST)
        ]
        found += [
            Coming(item.plan.due, meeting.title, "reminder", item.plan.name)
            for meeting, item in reminders.upcoming(db, now, now + FURTHEST)
        ]
        for row in deliveries.upcoming(db, MOST):
            message = _shown(db, row, now)
            if message is not None:
                first = message_text(message, controls=False).splitlines()[0]
                talk = deliveries.talk_of(db, row)
                to = talk.name if talk else _name(world, deliveries.target(db, row))
                found.append(Coming(row.due, first.removeprefix("# "), "message", to))
    return sorted(found, key=lambda one: one.at)[:MOST]


def _shown(db: Db, row: Delivery, now: datetime) -> Message | None:
    try:
        return show(db, row, now)
    except (deliveries.Withheld, deliveries.Postponed):
        return None


def _name(world: World, to: Person | Place) -> str:
    if isinstance(to, Person):
        return next((actor.name for actor in world.actors if actor.user == to.user), "?")
    return next((f"#{room.name}" for room in world.rooms if room.channel == to.channel), "?")
