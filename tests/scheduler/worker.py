"""A process of the house that only sends, in real time, and dies or sleeps where it is told to.

Started by a fork server that has all modules loaded: a process costs a few milliseconds then.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from random import Random

from bot import log
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.rest import Rest
from bot.adapters.slack.chat import SlackChat
from bot.adapters.slack.people import People
from bot.adapters.slack.wire import Wire
from bot.scheduler.clock import Clock
from bot.scheduler.jobs import jobs
from bot.scheduler.line import LEASE
from bot.scheduler.outbox import Outbox
from bot.store.db import Db, Store
from bot.store.tables import Delivery
from bot.ui import Button, Controls, Message, Para, words

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Orders:
    """Where a process works, and at which step it sends itself which signal: the `nth` time that it
    comes there, counted from its start.
    """

    url: str
    platform: str
    api: str
    token: str
    lease: timedelta
    step: str = ""
    nth: int = 1
    signal: int = signal.SIGKILL


def right_now() -> datetime:
    return datetime.now(UTC)


def draw(_: Db, row: Delivery) -> Message:
    """The view says its subject, with a button by which it is told from others."""
    button = Button("Yes", f"number:{row.subject}:yes")
    return Message("", (Para(words(row.subject)), Controls((button,))))


class Worker:
    """A process that was started, and whether it has come to the step of its orders."""

    def __init__(self, orders: Orders) -> None:
        self._told, tell = FORKS.Pipe(duplex=False)
        self.process: BaseProcess = FORKS.Process(target=work, args=(orders, tell), daemon=True)
        self.process.start()
        tell.close()
        self._end = asyncio.create_task(asyncio.to_thread(self.process.join))

    async def there(self) -> bool:
        """Wait until it has come to that step; False where it died without."""
        try:
            async with asyncio.timeout(60):
                await asyncio.to_thread(self._told.recv_bytes)
        except EOFError:
            return False
        return True

    def hears(self, number: int) -> None:
        """Send it a signal, unless it is dead."""
        if self.process.pid and self.process.is_alive():
            os.kill(self.process.pid, number)

    async def ended(self) -> int | None:
        """Wait until it has ended; returns how: by minus which signal, or with which exit code."""
        await asyncio.shield(self._end)
        return self.process.exitcode


def work(orders: Orders, tell: Connection) -> None:
    """Send what is due until SIGTERM; what is under way then is finished."""
    log.set_up("critical")
    asyncio.run(_work(orders, tell))


async def _work(orders: Orders, tell: Connection) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    store, left = Store(orders.url), orders.nth

    def step(name: str) -> None:
        nonlocal left
        if name == orders.step and left:
            left -= 1
            if not left:
                tell.send_bytes(b"there")
                # To this thread: else it would go on for as long as another has not stopped all.
                signal.pthread_kill(threading.get_ident(), orders.signal)

    async with chat_to(orders.platform, orders.api, orders.token) as chat:
        # As in life: a repeat is safe for a certain number of leases, and then is not.
        safe = chat.abilities.repeat_safe * (orders.lease / LEASE)
        chat.abilities = replace(chat.abilities, repeat_safe=safe)
        outbox = Outbox(
            store, {chat.platform: chat}, draw,
            now=right_now, rng=Random(), step=step, lease=orders.lease,
        )  # fmt: skip
        clock = Clock(outbox, jobs(store))
        clock.start()
        await stop.wait()
        await clock.stop(20)
    store.close()


@asynccontextmanager
async def chat_to(
    platform: str, api: str, token: str, patience: float = 10
) -> AsyncIterator[SlackChat | DiscordChat]:
    """The real chat, to what answers at this address within so many seconds."""
    if platform == "slack":
        wire = Wire(token=token, base_url=api, timeout=patience)
        await wire.open()
        yield SlackChat(wire, People(wire, time.time))
        await wire.close()
        return
    rest = Rest(token, api)
    rest.patience = patience
    yield DiscordChat(rest)
    await rest.close()
