"""Who is in a network's channels, where the platform tells: listed when it begins, and again twice
a day.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from bot.chat import Busy, Chat, LockedOut, Person, Profile, Unknown, Unreachable
from bot.core import people
from bot.store import networks
from bot.store.db import Store
from bot.store.digests import Keys
from bot.store.faults import Conflict
from bot.store.tables import Place

AGAIN = timedelta(hours=12)
EVERY = timedelta(minutes=10)
HANDFUL = 50
"""People who are put on the list in one transaction."""
RESPITE = 2.0
"""Seconds between two looks: everything that anybody does wakes us, and seldom with reason."""
log = structlog.get_logger()


class RollCall:
    """Lists the people of channels that were not listed for a while; safe to run as often as one
    likes.
    """

    def __init__(
        self, store: Store, chats: Mapping[str, Chat], now: Callable[[], datetime], keys: Keys
    ) -> None:
        self._store, self._chats, self._now, self._keys = store, chats, now, keys
        self._not_before: dict[int | None, datetime] = {}
        self._bell = asyncio.Event()
        self._over = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._round: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, inside the event loop."""
        self._loop = asyncio.get_running_loop()
        self._round = asyncio.create_task(self._go_round())

    def wake(self) -> None:
        """A network may have begun: look at once. For any thread."""
        # Rung already, it will be heard after what has just been committed.
        if self._loop and not self._loop.is_closed() and not self._bell.is_set():
            self._loop.call_soon_threadsafe(self._bell.set)

    async def stop(self) -> None:
        """Look no more; what is being written is finished."""
        self._loop = None
        self._bell.set()
        self._over.set()
        if self._round:
            await self._round

    async def _go_round(self) -> None:
        while self._loop:
            self._bell.clear()
            try:
                await self.run()
            except Exception as error:
                log.warning("roll.failed", exc_info=error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), RESPITE)
            soonest = min(self._not_before.values(), default=self._now() + EVERY)
            pause = max((soonest - self._now()).total_seconds(), 1.0)
            try:
                await asyncio.wait_for(self._bell.wait(), min(pause, EVERY.total_seconds()))
            except TimeoutError:
                continue

    async def run(self) -> None:
        """List every channel that is due; who does not answer now is asked next time."""
        for chat in self._chats.values():
            if chat.abilities.lists_members:
                for place in await asyncio.to_thread(self._due, chat.platform):
                    await self._list(chat, place)

    async def _list(self, chat: Chat, place: Place) -> None:
        now = self._now()
        if now < self._not_before.get(place.id, now):
            return
        try:
            listed = await chat.members(networks.address(place))
            if listed is not None:
                await asyncio.to_thread(self._enrol, place, listed, now)
        except (Busy, LockedOut, Unknown, Unreachable, Conflict) as fact:
            wait = timedelta(seconds=max(fact.retry_after, 1)) if isinstance(fact, Busy) else EVERY
            self._not_before[place.id] = self._now() + wait
            log.warning("roll.not_called", platform=chat.platform, reason=type(fact).__name__)
        else:
            self._not_before.pop(place.id, None)

    def _due(self, platform: str) -> list[Place]:
        with self._store.read() as db:
            return list(networks.unlisted(db, platform, self._now() - AGAIN))

    def _enrol(
        self, place: Place, listed: tuple[tuple[Person, Profile], ...], asked: datetime
    ) -> None:
        network, now = place.network_id, self._now
        # In handfuls, so that nobody's answer waits for a whole channel.
        for first in range(0, len(listed), HANDFUL):
            with self._store.write() as db:
                some = listed[first : first + HANDFUL]
                people.enrol(db, network, some, now(), self._keys, asked=asked)
        there = {person for person, _ in listed}
        with self._store.write() as db:
            where = (place.platform, place.workspace)
            people.let_go(db, network, where, there, now(), asked=asked)
            row = db.get(Place, place.id)
            if row is not None:
                row.listed_at = self._now()
