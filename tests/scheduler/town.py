"""A platform that remembers all it was sent, a house of several processes, and what is due."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select

from bot.store import deliveries, undelivered
from bot.store.db import Store
from bot.store.tables import Delivery
from tests.scheduler.platforms import There, loopback_of, place
from tests.scheduler.post_office import found
from tests.scheduler.worker import Orders, Worker, right_now
from tests.serve.house import until

OPEN = ("waiting", "sending")


@dataclass
class Town:
    """What was planned, what stands on the platform, what the database says; and who works here.

    `ends` are the instants at which a process was found dead.
    """

    store: Store
    network: int
    orders: Orders
    there: There
    lanes: int
    now: Callable[[], datetime]
    planned: list[str] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    asleep: list[Worker] = field(default_factory=list)
    ends: list[datetime] = field(default_factory=list)

    def plan(self, count: int, lane: int | None = None) -> None:
        """So many messages are due, in each lane in turn, or in this one."""
        with self.store.write() as db:
            for number in range(len(self.planned), len(self.planned) + count):
                self.planned.append(text := f"n{number}")
                to = place(self.orders.platform, number % self.lanes if lane is None else lane)
                deliveries.enqueue(db, self.network, to, "say", text, due=self.now(), key=text)

    @asynccontextmanager
    async def kept(
        self, count: int = 2, deaths: Iterable[tuple[str, int]] = ()
    ) -> AsyncIterator[None]:
        """Keep so many processes running: whenever one has died, the next begins at once. Each dies
        at the next of these steps, the how-manieth time; when there are no more, none does.
        """
        coming = iter(deaths)
        keepers = [asyncio.create_task(self._keep(coming)) for _ in range(count)]
        try:
            yield
        finally:
            for keeper in keepers:
                keeper.cancel()
            await self.end()

    async def _keep(self, deaths: Iterator[tuple[str, int]]) -> None:
        while True:
            step, nth = next(deaths, ("", 1))
            worker = Worker(replace(self.orders, step=step, nth=nth))
            self.workers.append(worker)
            await worker.ended()
            self.ends.append(right_now())
            self.workers.remove(worker)

    async def loses(self, worker: Worker) -> None:
        """Kill a process that is kept; returns when it has been missed."""
        missed = len(self.ends) + 1
        worker.process.kill()
        await until(lambda: len(self.ends) >= missed, "its death is noticed")

    async def comes_to(self, count: int) -> None:
        """Wait until so many messages have come to their end."""
        await until(lambda: self.settled() >= count, f"{count} messages are settled", 60)

    async def falls_asleep(self, step: str) -> None:
        """One more process is started, which falls asleep at this step."""
        worker = Worker(replace(self.orders, step=step, signal=signal.SIGSTOP))
        self.asleep.append(worker)
        assert await worker.there()

    async def wakes(self) -> None:
        """Whoever sleeps awakes, goes on, and ends in an orderly way."""
        while self.asleep:
            self.asleep[-1].hears(signal.SIGCONT)
            self.asleep[-1].hears(signal.SIGTERM)
            assert await self.asleep[-1].ended() == 0
            self.asleep.pop()

    async def end(self) -> None:
        """End all processes at once."""
        ending = (*self.workers, *self.asleep)
        # All before the first wait: where a test has failed, that may be cut off, and the thread
        # that waits for a process which nobody has killed would hold up the end of the run.
        for worker in ending:
            worker.process.kill()
        for worker in ending:
            await worker.ended()
        self.workers.clear()

    def settled(self) -> int:
        """How many messages have come to their end."""
        with self.store.read() as db:
            ended = col(Delivery.state).not_in(OPEN)
            return db.one_value(select(func.count(col(Delivery.id))).where(ended))

    async def all_settled(self, within: float) -> float:
        """Wait until every message has come to its end; returns how many seconds it took."""
        what = "all are settled"
        return await until(lambda: self.settled() == len(self.planned), what, within)

    def rows(self) -> dict[str, Delivery]:
        """Of each text its row."""
        with self.store.read() as db:
            return {row.subject: row for row in db.all(select(Delivery))}

    def ended(self) -> dict[str, Delivery]:
        """The rows of those messages that have come to their end."""
        return {text: row for text, row in self.rows().items() if row.state not in OPEN}

    def in_doubt(self) -> dict[str, Delivery]:
        """What coordinators are told of: those messages that may have arrived."""
        with self.store.read() as db:
            listed, count = undelivered.of_network(
                db, self.network, self.now() - timedelta(days=1), len(self.planned)
            )
        assert {row.state for row, _ in listed} <= {"unconfirmed"}
        assert count == len(listed)
        return {row.subject: row for row, _ in listed}

    def none_twice_none_lost(self) -> None:
        """Each message stands there once and is known to, or may stand there and is listed."""
        stands, doubt, rows = Counter(self.there.standing()), self.in_doubt(), self.rows()
        assert {text for text, times in stands.items() if times > 1} == set()
        assert {text for text, row in rows.items() if row.state != "sent"} == set(doubt)
        assert set(self.planned) - set(stands) <= set(doubt)
        assert set(rows) == set(self.planned)


async def on_both(
    story: Callable[[str, str], Awaitable[None]], urls: tuple[str, str], *, full: bool
) -> None:
    """A story on each platform, in a database of its own; at small size both at the same time, for
    most of it is waiting.
    """
    slack, discord = urls
    if full:
        await story("slack", slack)
        await story("discord", discord)
    else:
        await asyncio.gather(story("slack", slack), story("discord", discord))


@asynccontextmanager
async def town(
    url: str, platform: str, lanes: int, lease: float = 60, now: Callable[[], datetime] = right_now
) -> AsyncIterator[Town]:
    """A town with so many lanes."""
    store = Store(url)
    with store.write() as db:
        network = found(db, "Northshire")
    async with loopback_of(platform, lanes, lambda: now().timestamp()) as there:
        orders = Orders(url, platform, there.api, there.token, timedelta(seconds=lease))
        it = Town(store, network, orders, there, lanes, now)
        try:
            yield it
        finally:
            await it.end()
            store.close()
