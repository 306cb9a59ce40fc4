"""The outbox: what is due is drawn at that moment and sent, each message once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from random import Random

from prometheus_client import CollectorRegistry

from bot.chat import Chat
from bot.scheduler.line import LEASE, Line, Show, Step
from bot.scheduler.meters import Meters
from bot.store.db import Store


class Outbox:
    """Delivers what is due to the chats of this process; several processes may share a database.

    `show` draws a delivery, or returns None where it is no longer wanted; it runs in a thread.
    `step` hears of each step of each message (line.STEPS): where a process may die. For as long as
    the `lease` nobody else takes over what it has claimed.
    `begin`, `drain` and `finish` belong to one event loop, and to one caller at a time.
    """

    def __init__(
        self,
        store: Store,
        chats: Mapping[str, Chat],
        show: Show,
        *,
        now: Callable[[], datetime],
        rng: Random,
        meters: Meters | None = None,
        step: Step = lambda _: None,
        lease: timedelta = LEASE,
    ) -> None:
        self.now = now
        meters = meters or Meters(CollectorRegistry())
        self._lines = [
            Line(store, chat, show, now=now, rng=rng, meters=meters, step=step, lease=lease)
            for chat in chats.values()
        ]

    async def begin(self, landed: Callable[[], None] = lambda: None) -> datetime | None:
        """Begin to send what is due, as far as there is room, and call `landed` as each has ended.
        Returns when to come back at the latest, or None: when something has landed, or never.
        """
        nexts = [await line.begin(landed) for line in self._lines]
        return min((at for at in nexts if at), default=None)

    async def drain(self) -> datetime | None:
        """Send everything that is due at now(); returns the next instant at which something is."""
        landed = asyncio.Event()
        while True:
            landed.clear()
            next_at = await self.begin(landed.set)
            if self._flying():
                await landed.wait()
            # What landed meanwhile may have made its lane due again after we had looked.
            elif not landed.is_set():
                return next_at

    def close(self) -> None:
        """Begin nothing more; what is under way goes on."""
        for line in self._lines:
            line.closed = True

    async def finish(self, within: float) -> int:
        """Let what is under way end; returns how many messages were not through in time."""
        if flying := self._flying():
            await asyncio.wait(flying, timeout=within)
        return len(self._flying())

    def _flying(self) -> set[asyncio.Task[None]]:
        return set().union(*(line.flying for line in self._lines))
