"""A database that stalls while many people act: what the two platforms' tests of it share."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from random import Random
from threading import Event
from typing import Any

from bot.adapters.stage import Actor, Stage
from bot.app import outbox
from bot.chat import Chat
from bot.house import TheHouse
from bot.store import leases
from bot.store.db import Store
from tests.plugins.room import START

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


async def announce(stage: Stage, house: TheHouse, chat: Chat) -> None:
    """Ana's network has a meeting, and all are asked whether they come."""
    await stage.types("Ana", "northshire", "/network set-up")
    await stage.fills("Ana", {NAME: "Northshire"})
    await stage.types("Ana", "northshire", "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await stage.fills("Ana", {})
    await stage.presses("Ana", "Send now")
    await outbox(house._store, {chat.platform: chat}, lambda: START, Random(1)).drain()


def acts(stage: Stage, people: list[Actor]) -> list[Coroutine[Any, Any, None]]:
    """A third of them types, a third presses a button, a third sends the form that is open."""
    each = [
        lambda name: stage.types(name, "northshire", "/meeting"),
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
