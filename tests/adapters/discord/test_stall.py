"""The database stalls and Discord is slow: everybody is told to wait in time, and then what
happened.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from random import Random
from threading import Event
from typing import Any

import pytest

from bot.adapters.discord.loopback import Loopback
from bot.adapters.stage import Actor, Room
from bot.app import THREADS, outbox
from bot.chat import Chat
from bot.house import TheHouse
from bot.store import leases
from bot.store.db import Store
from tests.adapters.discord.conftest import moment, running
from tests.plugins.room import KEYS, START

BUSY = "I am busy right now. Please try again in a minute."
NAME = "What is your network called?"


@asynccontextmanager
async def stalled(database: str) -> AsyncIterator[None]:
    """Another process holds the database for as long as this lasts."""
    held, let_go = Event(), Event()

    def hold() -> None:
        other = Store(database)
        with other.write() as db:
            leases.take(db, "all of it", "another", START, 1)
            held.set()
            let_go.wait()
        other.close()

    holding = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.to_thread(held.wait)
    try:
        yield
    finally:
        let_go.set()
        await holding


async def announce(platform: Loopback, house: TheHouse, chat: Chat) -> None:
    """Ana's network has a meeting, and all are asked whether they come."""
    await platform.types("Ana", "northshire", "/network set-up")
    await platform.fills("Ana", {NAME: "Northshire"})
    await platform.types("Ana", "northshire", "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await platform.fills("Ana", {})
    await platform.presses("Ana", "Send now")
    await outbox(house._store, {"discord": chat}, lambda: START, Random(1)).drain()


def acts(platform: Loopback, people: list[Actor]) -> list[Coroutine[Any, Any, None]]:
    """A third of them types, a third presses a button, a third sends the form that is open."""
    each = [
        lambda name: platform.types(name, "northshire", "/meeting"),
        lambda name: platform.presses(name, "Yes"),
        lambda name: platform.fills(name, {NAME: f"Network of {name}"}),
    ]
    return [each[i % 3](one.name) for i, one in enumerate(people)]


async def spread(acts: list[Coroutine[Any, Any, None]], seconds: float) -> None:
    """Let them all happen, evenly over so many seconds."""
    loop = asyncio.get_running_loop()
    begun, doing = loop.time(), []
    for i, act in enumerate(acts):
        await asyncio.sleep(begun + i * seconds / len(acts) - loop.time())
        doing.append(asyncio.create_task(act))
    await asyncio.gather(*doing)


@pytest.mark.must_hold("A2", 5)
@pytest.mark.timeout(300)
async def test_nobody_waits_for_a_word_longer_than_a_second_on_discord(
    sqlite_url: str, size: Callable[[float, float], float], figure: Callable[[str], None]
) -> None:
    count, stall, slow = int(size(500, 60)), size(5, 1.5), size(4, 1)
    people = [Actor(f"P{i}", str(1000 + i), admin=True) for i in range(count)]
    names = ("Ana", *(one.name for one in people))
    rooms = [Room("northshire", "201", names)]
    rooms += [Room(f"school-{i}", str(3000 + i), (f"P{i}",)) for i in range(2, count, 3)]
    store = Store(sqlite_url)
    store.migrate()
    house = TheHouse(store, now=lambda: START, keys=KEYS, wake=lambda: None)
    actors = (Actor("Ana", "101", admin=True), *people)
    with ThreadPoolExecutor(THREADS) as pool:
        async with (
            Loopback(actors, rooms, moment=moment) as platform,
            running(platform, house, pool) as app,
        ):
            platform.patience = 60
            await announce(platform, house, app.chat)
            for one in people[2::3]:
                await platform.types(one.name, f"school-{one.name[1:]}", "/network set-up")
            platform.seen()
            platform.world.waits.clear()
            platform.slow(slow)
            async with asyncio.TaskGroup() as group, stalled(sqlite_url):
                group.create_task(spread(acts(platform, people), count / 50))
                await asyncio.sleep(stall)
                early = platform.seen()
            late = platform.seen()
    store.close()
    # Nobody reads of what is not yet saved.
    assert {one.text[: len(BUSY)] for one in early} <= {BUSY}
    assert sorted(one.who for one in early + late if one.who) == sorted(a.name for a in people)
    waits = sorted(platform.world.waits)
    assert len(waits) == count
    p99 = waits[int(0.99 * len(waits))]
    busy = sum(one.text.startswith(BUSY) for one in early + late)
    figure(f"Discord: {count} calls, p99 {p99:.2f} s, {busy} told to try again")
    assert p99 <= 1
