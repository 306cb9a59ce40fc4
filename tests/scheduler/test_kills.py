"""Processes are killed with signal 9 while they send, at every step and whenever it may be."""

import asyncio
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from bot.scheduler.line import STEPS
from tests.scheduler.town import Town, on_both, town
from tests.serve.house import until

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
LEASE, SHORT = 4, 2
"""Seconds, at full size and at the small one."""


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
@pytest.mark.timeout(600)
async def test_killed_whenever_it_may_be(
    database_url: str, second_url: str, full: bool, size: Size, figure: Figure
) -> None:
    async def story(platform: str, url: str) -> None:
        messages, kills, chance = size(1000, 100), size(60, 6), Random(7)
        async with town(url, platform, size(100, 20), size(LEASE, SHORT)) as it, it.kept():
            it.plan(messages)
            for moment in sorted(chance.sample(range(messages * 9 // 10), kills)):
                await it.comes_to(moment)
                await asyncio.sleep(chance.uniform(0, 0.1))
                await it.loses(chance.choice(it.workers))
            await it.all_settled(within=60)

            it.none_twice_none_lost()
            at_most_what_a_kill_met(it)
            figure(f"{platform}: {messages} messages, {kills} kills, {len(it.in_doubt())} in doubt")

    await on_both(story, (database_url, second_url), full=full)


@pytest.mark.must_hold("A2", 1)
@pytest.mark.timeout(600)
async def test_killed_at_each_step(
    database_url: str, second_url: str, full: bool, size: Size, figure: Figure
) -> None:
    async def story(platform: str, url: str) -> None:
        deaths = [(step, nth) for nth in (1, 3)[: size(2, 1)] for step in STEPS]
        async with town(url, platform, 20, size(LEASE, SHORT)) as it:
            async with it.kept(deaths=deaths):
                while len(it.ends) < len(deaths):
                    it.plan(60)
                    await it.all_settled(within=60)

            it.none_twice_none_lost()
            at_most_what_a_kill_met(it)
            kills = f"{len(deaths)} kills at {len(STEPS)} steps"
            figure(f"{platform}: {kills}, {len(it.in_doubt())} in doubt")

    await on_both(story, (database_url, second_url), full=full)


@pytest.mark.must_hold("A2", 1)
@pytest.mark.timeout(600)
async def test_killed_while_it_settles_what_another_had_left(
    database_url: str, second_url: str, full: bool, figure: Figure
) -> None:
    async def story(platform: str, url: str) -> None:
        # On Discord the third comes when a repeat is no longer safe, and has to look.
        async with town(url, platform, len(STEPS), lease=1.5) as it:
            for lane, step in enumerate(STEPS if full else ("begun", "settling")):
                it.plan(3, lane)
                async with it.kept(1, deaths=[("arrived", 1), (step, 1)]):
                    await until(lambda: len(it.ends) == 2 * (lane + 1), "both have died")  # noqa: B023
                    await it.all_settled(within=30)

            it.none_twice_none_lost()
            at_most_what_a_kill_met(it)
            kills = f"{len(it.ends)} kills, each second one in recovery"
            figure(f"{platform}: {kills}, {len(it.in_doubt())} in doubt")

    await on_both(story, (database_url, second_url), full=full)
