"""The database stalls and Discord is slow: everybody is told to wait in time, and then what
happened.
"""

from collections.abc import Callable

import pytest

from bot.adapters.discord.loopback import Loopback
from bot.adapters.stage import Actor, Room
from tests.adapters.discord.conftest import moment, running
from tests.adapters.stall import BUSY, Size, act_meanwhile, announce, in_time, opened, sizes
from tests.plugins.patience import REAL, wait


@pytest.mark.must_hold("A2", 5)
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("patient")  # until it begins
async def test_nobody_waits_for_a_word_longer_than_a_second_on_discord(
    sqlite_url: str, size: Size, figure: Callable[[str], None]
) -> None:
    count, stall, slow = sizes(size)
    people = [Actor(f"P{i}", str(1000 + i), admin=True) for i in range(count)]
    names = ("Ana", *(one.name for one in people))
    rooms = [Room("northshire", "201", names)]
    rooms += [Room(f"school-{i}", str(3000 + i), (f"P{i}",)) for i in range(2, count, 3)]
    actors = (Actor("Ana", "101", admin=True), *people)
    with opened(sqlite_url) as (house, pool):
        async with (
            Loopback(actors, rooms, moment=moment) as platform,
            running(platform, house, pool) as app,
        ):
            platform.patience = 60
            await announce(platform, house, app.chat, people)
            wait(*REAL)
            platform.world.waits.clear()
            platform.slow(slow)
            early, late = await act_meanwhile(platform, people, sqlite_url, stall)
    # Nobody reads of what is not yet saved.
    assert {one.text[: len(BUSY)] for one in early} <= {BUSY}
    assert sorted(one.who for one in early + late if one.who) == sorted(a.name for a in people)
    assert len(platform.world.waits) == count
    in_time("Discord", platform.world.waits, early + late, size, figure)
