"""How fast the outbox empties, on SQLite and on PostgreSQL, with a chat that takes all at once.

It is held against a loop that claims and acknowledges the same rows one by one; both drain a
database of their own, in turns, and the median of their ratios counts. Then: how long a small
network waits beside another one's flood, and what it costs to ask what is next where much waits.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from statistics import median

from bot.chat import Place
from tests.bench._backlog import drain_one_by_one, fill
from tests.plugins.cluster import find_binaries
from tests.plugins.postgres import postgres
from tests.scheduler.post_office import House, after, house
from tests.scheduler.post_office import found as founded

NewUrl = Callable[[], str]
"""The address of a database that did not exist before."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: pairs of rounds, messages of a flood, and what waits at the most."""

    pairs: int = 5
    flood: int = 2000
    waiting: int = 100_000


async def drained(url: str, messages: int) -> float:
    """Seconds in which the outbox has sent so many messages, each to another person."""
    with house(url) as it:
        fill(it.store, it.network, messages, due=after(0))
        begun = time.perf_counter()
        await it.outbox.drain()
        seconds = time.perf_counter() - begun
        assert len(it.chat.arrived) == messages
    return seconds


def drained_bare(url: str, messages: int) -> float:
    """Seconds in which a bare loop has claimed and acknowledged the same rows."""
    with house(url) as it:
        fill(it.store, it.network, messages, due=after(0))
        begun = time.perf_counter()
        assert drain_one_by_one(url, after(0)) == messages
        return time.perf_counter() - begun


async def waits(url: str, flood: int) -> list[float]:
    """Seconds that messages of a small network wait while a flood of another one is sent."""
    with house(url) as it:
        with it.store.write() as db:
            small = founded(db, "small")
        fill(it.store, it.network, flood, due=after(0))
        over = asyncio.Event()
        draining = asyncio.create_task(drain_until(over, it))
        took = []
        for number in range(5):
            await arrived(it, flood * (number + 1) // 10)
            place = Place("test", "small", f"room {number}")
            await asyncio.to_thread(it.plan, f"small {number}", to=place, network=small)
            begun, before = time.perf_counter(), len(it.chat.arrived)
            while not any(one.to == place for one in it.chat.arrived[before - number - 1 :]):
                await arrived(it, len(it.chat.arrived) + 1)
            took.append(time.perf_counter() - begun)
        over.set()
        await draining
    return took


async def drain_until(over: asyncio.Event, it: House) -> None:
    """Send what is due, also what comes after all has left."""
    while not over.is_set():
        await it.outbox.drain()


async def arrived(it: House, messages: int) -> None:
    """Return when so many have arrived."""
    while len(it.chat.arrived) < messages:
        it.chat.began.clear()
        await it.chat.began.wait()


async def asked(few: House, many: House, times: int) -> float:
    """How many times as long it takes to find and send what is next where much waits."""
    took: dict[int, list[float]] = {id(few): [], id(many): []}
    for number in range(times):
        for it in (few, many):
            it.plan(f"now {number}")
            begun = time.perf_counter()
            await it.outbox.drain()
            took[id(it)].append(time.perf_counter() - begun)
            assert it.chat.arrived[-1].text == f"now {number}"
    return median(took[id(many)]) / median(took[id(few)])


async def growth(new_url: NewUrl, waiting: int) -> float:
    """The cost of what is next with so much waiting, to that with a hundredth of it."""
    with house(new_url()) as few, house(new_url()) as many:
        for it, messages in ((few, waiting // 100), (many, waiting)):
            fill(it.store, it.network, messages, due=after(3600))
        return await asked(few, many, 50)


async def figures(name: str, new_url: NewUrl, size: Size) -> dict[str, float]:
    """All figures of one database, said as they come."""
    rates, shares = [], []
    for pair in range(1, size.pairs + 1):
        ours = size.flood / await drained(new_url(), size.flood)
        bare = size.flood / await asyncio.to_thread(drained_bare, new_url(), size.flood)
        rates.append(ours)
        shares.append(ours / bare)
        print(f"{name}, pair {pair}: {ours:.0f} a second sent; one by one, bare, {bare:.0f}")
    waited = await waits(new_url(), size.flood)
    print(f"{name}: beside a flood a small network waits {1000 * max(waited):.0f} ms at the most")
    grown = await growth(new_url, size.waiting)
    print(f"{name}: with {size.waiting} waiting the next one takes {grown:.2f} times as long")
    return {
        "drained_per_s": round(median(rates), 1),
        "share_of_raw": round(median(shares), 3),
        "small_network_wait_s": round(median(waited), 4),
        "next_due_growth": round(grown, 3),
    }


@contextmanager
def postgres_urls() -> Iterator[NewUrl | None]:
    """Addresses on a PostgreSQL of our own, or None where this machine has none."""
    if not (os.environ.get("TEST_DATABASE_URL") or find_binaries()):
        yield None
        return
    with postgres() as server, ExitStack() as made:

        def new_url() -> str:
            name = server.make_database()
            made.callback(server.drop_database, name)
            return server.url(name)

        yield new_url


async def measure(size: Size) -> dict[str, float]:
    """SQLite's figures under their names, PostgreSQL's with its own after them."""
    numbers = count(1)
    with tempfile.TemporaryDirectory() as folder, postgres_urls() as on_postgres:
        found = await figures("SQLite", lambda: f"sqlite:///{folder}/{next(numbers)}.db", size)
        if on_postgres is None:
            print("PostgreSQL was NOT measured: there is none on this machine")
            return found
        there = await figures("PostgreSQL", on_postgres, size)
    return found | {f"{name}_postgres": value for name, value in there.items()}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Size(*map(int, sys.argv[1:]))))))
