"""The database stalls and Slack is slow: everything is acknowledged in time, and ends in a word."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Actor, Room, Seen
from bot.app import THREADS
from bot.house import TheHouse
from bot.store.db import Store
from tests.adapters.slack.tiny import moment
from tests.adapters.stall import BUSY, acts, announce, spread, stalled
from tests.plugins.patience import REAL, wait
from tests.plugins.room import KEYS, START

WAITING = "# One moment\n"
ELSEWHERE = "# Your answer\n"


@pytest.mark.must_hold("A2", 5)
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("patient")  # until it begins
async def test_nobody_waits_for_a_word_longer_than_a_second_on_slack(
    sqlite_url: str,
    size: Callable[[float, float], float],
    figure: Callable[[str], None],
) -> None:
    count, stall, slow = int(size(500, 60)), size(5, 1.5), size(4, 1)
    people = [Actor(f"P{i}", f"U1{i:03}", admin=True) for i in range(count)]
    rooms = [Room("northshire", "C1", ("Ana", *(one.name for one in people)))]
    rooms += [Room(f"school-{i}", f"C3{i:03}", (f"P{i}",)) for i in range(2, count, 3)]
    store = Store(sqlite_url)
    house = TheHouse(store, now=lambda: START, keys=KEYS, wake=lambda: None)
    with ThreadPoolExecutor(THREADS) as pool:
        async with (
            loopback((Actor("Ana", "U0ANA", admin=True), *people), rooms) as slack,
            staged(slack, house, pool, moment) as (app, stage),
        ):
            await announce(stage, house, app.chat)
            for one in people[2::3]:
                await stage.types(one.name, f"school-{one.name[1:]}", "/network set-up")
            wait(*REAL)
            stage.seen()
            slack.waits.clear()
            slack.slow_by = slow
            async with asyncio.TaskGroup() as group, stalled(sqlite_url):
                group.create_task(spread(acts(stage, people), count / 50))
                await asyncio.sleep(stall)
                early = stage.seen()
            seen = early + stage.seen()
    store.close()
    # Nobody reads of what is not yet saved.
    assert all(one.text.startswith(WAITING) or BUSY in one.text for one in early)
    assert {who: len(words) for who, words in ends(seen).items()} == {p.name: 1 for p in people}
    assert len(slack.waits) == count
    p99 = sorted(slack.waits)[int(0.99 * count)]
    busy = sum(BUSY in one.text for one in seen)
    figure(f"Slack: {count} calls, p99 {p99:.2f} s, {busy} told to try again")
    # Beside all the other tests on a busy machine only the platform's own limit can be held.
    assert p99 <= size(1, 3)


def ends(seen: list[Seen]) -> dict[str, list[str]]:
    """What each person was told in the end; a view that says where to look is not yet that."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in seen:
        if one.who and not one.text.startswith((WAITING, ELSEWHERE)):
            told[one.who].append(one.text)
    return told
