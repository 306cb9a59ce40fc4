"""A database that stalls while many people act: what the two platforms' tests of it share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager
from random import Random
from threading import Event
from typing import Any

from bot.adapters.stage import Actor, Seen, Stage
from bot.app import THREADS, outbox
from bot.chat import Chat
from bot.house import TheHouse
from bot.store import leases
from bot.store.db import Store
from tests.plugins.room import KEYS, START

BUSY = "I am busy right now. Please try again in a minute."
NAME = "What is your network called?"
Size = Callable[[float, float], float]


def sizes(size: Size) -> tuple[int, float, float]:
    """How many act; for how many seconds the database stalls, and how many the platform takes."""
    return int(size(500, 60)), size(5, 1.5), size(4, 1)


@contextmanager
def opened(database: str) -> Iterator[tuple[TheHouse, ThreadPoolExecutor]]:
    """A house with as many threads as a real one."""
    with closing(Store(database)) as store, ThreadPoolExecutor(THREADS) as pool:
        yield TheHouse(store, now=lambda: START, keys=KEYS, wake=lambda: None), pool


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


async def announce(stage: Stage, house: TheHouse, chat: Chat, people: list[Actor]) -> None:
    """Ana's network has a meeting, and all are asked whether they come; a third of them has a form
    open.
    """
    await stage.types("Ana", "northshire", "/network set-up")
    await stage.fills("Ana", {NAME: "Northshire"})
    await stage.types("Ana", "northshire", "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await stage.fills("Ana", {})
    await stage.presses("Ana", "Send now")
    await outbox(house._store, {chat.platform: chat}, lambda: START, Random(1)).drain()
    for one in people[2::3]:
        await stage.types(one.name, f"school-{one.name[1:]}", "/network set-up")
    stage.seen()


async def act_meanwhile(
    stage: Stage, people: list[Actor], database: str, seconds: float
) -> tuple[list[Seen], list[Seen]]:
    """All of them act, and for so long the database stalls: what they see by then, and after it."""
    async with asyncio.TaskGroup() as group, stalled(database):
        group.create_task(spread(acts(stage, people), len(people) / 50))
        await asyncio.sleep(seconds)
        early = stage.seen()
    return early, stage.seen()


def acts(stage: Stage, people: list[Actor]) -> list[Coroutine[Any, Any, None]]:
    """A third of them types, a third presses a button, a third sends the form that is open."""
    each = [
        lambda name: stage.types(name, "northshire", "/network join"),
        lambda name: stage.presses(name, "Yes"),
        lambda name: stage.fills(name, {NAME: f"Network of {name}"}),
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


def in_time(
    platform: str,
    waits: Sequence[float],
    seen: list[Seen],
    size: Size,
    figure: Callable[[str], None],
) -> None:
    """Check that nobody waited too long for a word."""
    p99 = sorted(waits)[int(0.99 * len(waits))]
    busy = sum(BUSY in one.text for one in seen)
    figure(f"{platform}: {len(waits)} calls, p99 {p99:.2f} s, {busy} told to try again")
    # Beside all the other tests on a busy machine only the platform's own limit can be held.
    assert p99 <= size(1, 3)
