"""The scene of the contracts, on each platform."""

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.house import TheHouse
from bot.store.db import Store
from tests.contracts.scenes import Scene, in_memory, on_discord, on_slack
from tests.plugins.room import KEYS, START


@pytest.fixture(params=[in_memory, on_slack, on_discord])
async def scene(request: pytest.FixtureRequest, sqlite_store: Store) -> AsyncIterator[Scene]:
    """The scene on each platform: its real adapter before its loopback."""
    house = TheHouse(sqlite_store, now=lambda: START, keys=KEYS, wake=lambda: None)
    with ThreadPoolExecutor(4) as pool:
        async with request.param(house, sqlite_store, pool) as scene:
            yield scene
