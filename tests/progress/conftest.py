"""A network of a few people who would like a buddy."""

import pytest

from bot.store.db import Store
from tests.plugins.room import RoomOfPeople
from tests.progress.school import school


@pytest.fixture
async def bare_room(sqlite_store: Store) -> RoomOfPeople:
    """They are there, before anything has begun."""
    return school(sqlite_store)
