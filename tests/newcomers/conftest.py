"""The cast, and somebody who is in no channel of a network."""

import pytest

from bot.adapters.memory import World
from bot.store.db import Store
from bot.views.words import words
from tests.newcomers.wall import CHANNELS, PEOPLE
from tests.plugins.room import START, RoomOfPeople


@pytest.fixture
async def bare_room(sqlite_store: Store) -> RoomOfPeople:
    """They are there, before anything has begun."""
    moment = words("en").moment
    world = World(PEOPLE, CHANNELS, lambda at: moment(at, "Europe/London"))
    return RoomOfPeople(sqlite_store, START, world)
