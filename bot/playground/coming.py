"""What comes: the messages that will be sent, and the meetings that will begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.adapters.memory.chat import World
from bot.chat import Person, Place
from bot.core import plans, reminders, terms
from bot.core.how_it_goes import AHEAD
from bot.core.people import number
from bot.core.progress import ON
from bot.store import buddies, deliveries, meetings, networks, rounds
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
    be; one that begins; or what comes for buddies in the network of the name in `to`, and is
    planned for each of them only shortly before.
    """

    at: datetime
    what: str
    kind: Literal["message", "reminder", "meeting", "half", "end", "round"]
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
        found += _buddies(db, now)
        for row in deliveries.upcoming(db, MOST):
            message = _shown(db, row, now)
            if message is not None:
                first = message_text(message, controls=False).splitlines()[0]
                talk = deliveries.talk_of(db, row)
                to = talk.name if talk else _name(world, deliveries.target(db, row))
                found.append(Coming(row.due, first.removeprefix("# "), "message", to))
    return sorted(found, key=lambda one: one.at)[:MOST]


def _buddies(db: Db, now: datetime) -> Iterator[Coming]:
    """What is known of the rounds of buddies, as long as nothing of it is planned."""
    for network in networks.every(db):
        key, name = number(network.id), network.name
        for row in rounds.of(db, key, ON):
            if row.half_at and row.half_at > now + AHEAD:
                yield Coming(row.half_at, "", "half", name)
            if row.ends_at and row.ends_at > now + AHEAD:
                yield Coming(row.ends_at, "", "end", name)
        plan = buddies.plan(db, key)
        if plan is not None and plan.is_on and plan.next_on:
            at = plans.at(plan.next_on, plans.AFTERNOON, terms.far_ahead(db, network))
            if at > now:
                yield Coming(at, "", "round", name)


def _shown(db: Db, row: Delivery, now: datetime) -> Message | None:
    try:
        return show(db, row, now)
    except (deliveries.Withheld, deliveries.Postponed):
        return None


def _name(world: World, to: Person | Place) -> str:
    if isinstance(to, Person):
        return next((actor.name for actor in world.actors if actor.user == to.user), "?")
    found = next((room for room in world.rooms if room.channel == to.channel), None)
    if found is None:
        return "?"
    return ", ".join(found.people) if found.is_talk else f"#{found.name}"
