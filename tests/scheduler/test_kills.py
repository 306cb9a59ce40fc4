"""Processes are killed with signal 9 while they send, at every step and whenever it may be."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from random import Random

import pytest

from bot.scheduler.line import STEPS
from tests.scheduler.town import Town, town
from tests.serve.house import until

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
LEASE = 4.0


@pytest.fixture(params=["slack", "discord"])
def platform(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def at_most_what_a_kill_met(it: Town) -> None:
    """In doubt is only what was under way at a kill: in each lane one message for each kill, begun
    before it and no longer than a lease ago; on a platform that can be asked, nothing.
    """
    doubt = it.in_doubt().values()
    if it.orders.platform == "discord":
        assert not doubt
    met: Counter[tuple[int, object]] = Counter()
    for row in doubt:
        assert row.sending_since
        kill = min(end for end in it.ends if end >= row.sending_since)
        assert kill - row.sending_since <= 2 * it.orders.lease
        met[row.lane_id, kill] += 1
    assert all(times == 1 for times in met.values())


@pytest.mark.must_hold("A2", 1)
@pytest.mark.timeout(300)
async def test_killed_whenever_it_may_be(
    database_url: str, platform: str, size: Size, figure: Figure
) -> None:
    messages, kills, rng = size(1000, 100), size(60, 6), Random(7)
    async with town(database_url, platform, size(100, 20), LEASE) as it:
        it.plan(messages)
        keepers = [asyncio.create_task(it.keep()) for _ in range(2)]
        for number, moment in enumerate(sorted(rng.sample(range(messages * 9 // 10), kills))):
            await until(lambda: it.settled() >= moment, f"{moment} are settled", 60)  # noqa: B023
            await asyncio.sleep(rng.uniform(0, 0.1))
            rng.choice(it.workers).process.kill()
            await until(lambda: len(it.ends) > number, "it is dead", 60)  # noqa: B023
        await it.all_settled(within=60)
        for keeper in keepers:
            keeper.cancel()

        it.none_twice_none_lost()
        at_most_what_a_kill_met(it)
        assert len(it.ends) == kills
        figure(f"{platform}: {messages} messages, {kills} kills, {len(it.in_doubt())} in doubt")
