"""The cast on two platforms."""

import pytest

from bot.store.db import Store
from tests.linking.two import TwoPlatforms


@pytest.fixture
async def two(sqlite_store: Store) -> TwoPlatforms:
    """Ana's network is at home on both."""
    town = TwoPlatforms(sqlite_store)
    await town.begin()
    await town.settles_there()
    return town
