"""What comes: the messages that will be sent, and the meetings that will begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.adapters.memory.chat import World
from bot.chat import Person, Place
from bot.core import plans
from bot.core.reminders import AHEAD
from bot.store import deliveries, meetings
from bot.store.db import Store
from bot.ui import message_text
from bot.views.delivered import show

MOST = 12
"""How much of what comes is listed."""
FURTHEST = timedelta(days=366)
"""How far the clock goes at once."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A message that will be sent `to` somebody; a meeting whose reminders will be; or one that
    begins.
    """

    at: datetime
    what: str
    kind: Literal["message", "reminder", "meeting"]
    to: str = ""


def coming(store: Store, world: World, now: datetime) -> list[Coming]:
    """What comes, the next first."""
    with store.read() as db:
        found: list[Coming] = []
        for meeting in meetings.starting(db, now, now + FURTHEST):
            found.append(Coming(meeting.starts_at, meeting.title, "meeting"))
            due = plans.today(meeting.local_start, meeting.zone).due
            if meeting.starts_at > now + AHEAD:  # else they are among the messages
                found.append(Coming(due, meeting.title, "reminder"))
        for row in deliveries.upcoming(db, MOST):
            message = show(db, row, now)
            if message is not None:
                first = message_text(message, controls=False).splitlines()[0]
                to = _name(world, deliveries.target(db, row))
                found.append(Coming(row.due, first.removeprefix("# "), "message", to))
    return sorted(found, key=lambda one: one.at)[:MOST]


def _name(world: World, to: Person | Place) -> str:
    if isinstance(to, Person):
        return next((actor.name for actor in world.actors if actor.user == to.user), "?")
    return next((f"#{room.name}" for room in world.rooms if room.channel == to.channel), "?")
