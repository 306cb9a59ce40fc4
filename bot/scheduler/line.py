"""All that is under way on one platform."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import structlog

from bot.chat import Busy, Chat, Unknown, Unreachable
from bot.scheduler import turns
from bot.scheduler.turns import Broken, Done, Doubt, Failed, Later, NotWanted, Outcome, Turn
from bot.store import lanes
from bot.store.db import Away, Conflict, Db, Store
from bot.store.tables import Delivery
from bot.ui import Message

LEASE = timedelta(seconds=60)
"""How long a lane is claimed for one turn."""
PATIENCE = 30
"""Seconds for which a platform may keep silent; well below the lease."""
ROOM = 64
"""How many messages may be under way on one platform."""
SETTLING = (0.2, 1.0, 5.0, 15.0)
"""Seconds between attempts to write down what has happened, where the database is away."""

Show = Callable[[Db, Delivery], Message | None]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Handful:
    """Turns begun together, each with its drawing or what came instead, out of so many lanes."""

    drawn: tuple[tuple[Turn, Message | Outcome], ...]
    claimed: int
    next_at: datetime | None


class Line:
    """Sends what is due on one platform, at most ROOM at once; nothing is held open meanwhile.
    Once `closed` it begins nothing more, however much is due.
    """

    def __init__(
        self, store: Store, chat: Chat, show: Show, now: Callable[[], datetime], rng: Random
    ) -> None:
        self.flying: set[asyncio.Task[None]] = set()
        self.closed = False
        self._store = store
        self._chat = chat
        self._show = show
        self._now = now
        self._rng = rng
        self._tokens = 0
        self._ended: list[tuple[Turn, Outcome]] = []
        self._desk = asyncio.Lock()

    async def begin(self, landed: Callable[[], None]) -> datetime | None:
        """Begin what is due while there is room, and call `landed` as each has ended. Returns when
        to come back, or None: nothing waits, or there is no room until something has landed.
        """
        while not self.closed and len(self.flying) <= ROOM // 2:
            handful = await asyncio.to_thread(self._prepare, ROOM - len(self.flying))
            for turn, drawing in handful.drawn:
                task = asyncio.create_task(self._take(turn, drawing))
                self.flying.add(task)
                task.add_done_callback(self.flying.discard)
                task.add_done_callback(lambda _: landed())
            if not handful.claimed:
                return handful.next_at
        return None

    def _prepare(self, room: int) -> _Handful:
        """Claim lanes, begin a turn in each and draw its message: three short transactions.

        They are three since a claim may not wait for anybody, a beginning may, and a drawing only
        reads.
        """
        now, owner = self._now(), secrets.token_hex(8)
        platform = self._chat.platform
        with self._store.read() as db:
            next_at = lanes.next_due(db, platform)
        if next_at is None or next_at > now:
            return _Handful((), 0, next_at)
        with self._store.write() as db:
            allowed, again = self._allowance(db, room, now)
            claimed = lanes.claim(
                db, platform, limit=allowed, owner=owner, now=now, until=now + LEASE
            )
        if not claimed:
            return _Handful((), 0, max(next_at, again))
        with self._store.write() as db:
            begun = turns.begin(
                db, claimed, owner=owner, until=now + LEASE, chat=self._chat, now=now
            )
        if self._paced:
            self._tokens -= len(begun)
        return _Handful(tuple((turn, self._draw(turn)) for turn in begun), len(claimed), None)

    @property
    def _paced(self) -> bool:
        return self._chat.pace.per_second < float("inf")

    def _allowance(self, db: Db, room: int, now: datetime) -> tuple[int, datetime]:
        """How many messages may leave now, and if none, when the next may."""
        if not self._paced:
            return room, now
        again = now
        if not self._tokens:
            rate = self._chat.pace.per_second
            handful = max(lanes.TENS, int(rate / 10))
            self._tokens, again = lanes.tokens(
                db, self._chat.platform, wanted=handful, per_second=rate, now=now
            )
        return min(room, self._tokens), again

    def _draw(self, turn: Turn) -> Message | Outcome:
        try:
            with self._store.read() as db:
                return self._show(db, turn.row) or NotWanted()
        except Exception as error:  # noqa: BLE001 -- one message is broken, not the house
            self._tell("delivery.not_drawn", turn, error)
            return Broken(type(error).__name__)

    async def _take(self, turn: Turn, drawing: Message | Outcome) -> None:
        outcome = await self._send(turn, drawing) if isinstance(drawing, Message) else drawing
        if outcome is None:
            return
        self._ended.append((turn, outcome))
        # Whoever comes to the desk first writes for all who wait there.
        async with self._desk:
            ended, self._ended = self._ended, []
            if ended:
                await asyncio.to_thread(self._settle, ended)

    async def _send(self, turn: Turn, message: Message) -> Outcome | None:
        if self._now() >= turn.until:
            # We slept through the lease: the lane is another's.
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                if turn.is_edit:
                    await self._chat.edit(turn.to, turn.row.remote_ref or "", message)
                    return Done()
                return Done(await self._chat.post(turn.to, message, turn.row.idem_key))
        except Unreachable as fact:
            return Failed(fact.reason)
        except Busy as fact:
            return Later(fact.retry_after)
        except (Unknown, TimeoutError) as fact:
            return Doubt(type(fact).__name__)
        except Exception as error:  # noqa: BLE001 -- it may have left before it broke
            self._tell("delivery.not_sent", turn, error)
            return Doubt(type(error).__name__)

    def _tell(self, event: str, turn: Turn, error: Exception) -> None:
        platform, row = self._chat.platform, turn.row
        log.warning(event, platform=platform, delivery=row.id, view=row.view, exc_info=error)

    def _settle(self, ended: list[tuple[Turn, Outcome]]) -> None:
        for pause in SETTLING:
            try:
                self._write(ended)
            except (Away, Conflict) as error:
                log.warning("delivery.not_settled", count=len(ended), exc_info=error)
                time.sleep(pause)
            else:
                return
        self._write(ended)

    def _write(self, ended: list[tuple[Turn, Outcome]]) -> None:
        with self._store.write() as db:
            turns.settle(db, ended, chat=self._chat, now=self._now(), rng=self._rng)
