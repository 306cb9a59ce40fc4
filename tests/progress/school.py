"""A network of a few people who would like a buddy."""

from datetime import datetime

from sqlmodel import select

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.core import buddies, introductions, progress, rounds
from bot.core.people import number
from bot.store import networks
from bot.store import rounds as stored
from bot.store.db import Store
from bot.store.tables import Identity, Round
from bot.views.words import words
from tests.plugins.room import ANA, BEN, CLEO, DEV, START, RoomOfPeople

EVA, FINN, GIA, HUGO = "Eva", "Finn", "Gia", "Hugo"
MORE = (EVA, FINN, GIA, HUGO)
ALL = (ANA, BEN, CLEO, *MORE)
HERE = 1
"""The number of Ana's network."""


def school(store: Store) -> RoomOfPeople:
    """They are there, before anything has begun."""
    people = [Actor(name, f"U{at}", admin=name in (ANA, DEV)) for at, name in
              enumerate((ANA, BEN, CLEO, DEV, *MORE), 1)]  # fmt: skip
    channels = (Room("northshire", "C1", ALL), Room("southshire", "C2", (DEV,)))
    moment = words("en").moment
    world = World(tuple(people), channels, lambda at: moment(at, "Europe/London"))
    return RoomOfPeople(store, START, world)


def member(room: RoomOfPeople, who: str) -> int:
    """The number of somebody; 0 where they were erased."""
    user = room.world.actor(who).user
    with room.store.read() as db:
        found = db.first(select(Identity.member_id).where(Identity.user == user))
    return found or 0


async def begins(room: RoomOfPeople, *who: str) -> None:
    """These join, may be written to, and a round with them is introduced now, as it is dealt."""
    keys = [member(room, one) for one in who]
    with room.store.write() as db:
        network = networks.get(db, HERE)
        buddies.plan(db, HERE).is_on = True
        for key in keys:
            buddies.join(db, HERE, key, room.clock.now())
        row = rounds.make(db, network, None, room.clock.now())
        introductions.introduce(db, network, row, room.clock.now())
    await room.passes(minutes=1)


def pairs(room: RoomOfPeople) -> list[set[str]]:
    """Who goes together now, by name."""
    return [set(one) for one in in_state(room, "on")]


def in_state(room: RoomOfPeople, *states: str) -> list[list[str]]:
    """The pairs of the latest round in these states, by name."""
    names = {member(room, one): one for one in ALL if member(room, one)}
    with room.store.read() as db:
        row = latest(room)
        found = [one for one in stored.pairs(db, number(row.id)) if one.state in states]
        people = stored.people(db, found)
        return [[names[row.member_id] for row in people[number(one.id)]] for one in found]


def latest(room: RoomOfPeople) -> Round:
    """The latest round."""
    with room.store.read() as db:
        return stored.of(db, HERE, "on", "over")[0]


def buddy(room: RoomOfPeople, who: str) -> set[str]:
    """With whom somebody goes together now."""
    return next((one - {who} for one in pairs(room) if who in one), set())


async def until(room: RoomOfPeople, at: datetime) -> None:
    """Time passes until then, and a minute more."""
    left = at - room.clock.now()
    await room.passes(seconds=left.total_seconds() + 60)


def half(room: RoomOfPeople) -> datetime:
    """When people are asked half-way."""
    found = latest(room).half_at
    assert found is not None
    return found


def ends(room: RoomOfPeople) -> datetime:
    """When the round ends."""
    found = latest(room).ends_at
    assert found is not None
    return found


def said(room: RoomOfPeople, who: str) -> str:
    """What somebody has said of their buddy now."""
    with room.store.read() as db:
        found = progress.now_of(db, HERE, member(room, who), room.clock.now())
    return found.row.met if found is not None else ""
