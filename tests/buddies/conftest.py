"""The cast, and two more who would like a buddy: Ella, who teaches physics, and Finn."""

import pytest

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.store.db import Store
from bot.views.words import words
from tests.plugins.room import ANA, BEN, CAST, CLEO, DEV, START, RoomOfPeople

ELLA, FINN = "Ella", "Finn"
PEOPLE = (*CAST, Actor(ELLA, "U5"), Actor(FINN, "U6"))
CHANNELS = (
    Room("northshire", "C1", (ANA, BEN, CLEO, ELLA, FINN)),
    Room("southshire", "C2", (DEV,)),
)


@pytest.fixture
async def bare_room(sqlite_store: Store) -> RoomOfPeople:
    """They are there, before anything has begun."""
    moment = words("en").moment
    world = World(PEOPLE, CHANNELS, lambda at: moment(at, "Europe/London"))
    return RoomOfPeople(sqlite_store, START, world)


async def joins(room: RoomOfPeople, *people: str) -> None:
    """They would like a buddy, and may be written to."""
    await room.may_be_written_to(*people)
    for who in people:
        await room.says(who, "/buddy join")
