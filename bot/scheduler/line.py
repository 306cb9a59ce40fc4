"""All that is under way on one platform."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, repeat
from random import Random

import structlog

from bot.chat import Busy, Chat, Gone, LockedOut, Person, Talk, Unknown, Unreachable
from bot.scheduler import outcomes, presence, turns
from bot.scheduler.endings import (
    Absent,
    Broken,
    Done,
    Doubt,
    Failed,
    Later,
    Left,
    NotWanted,
    Opened,
    Outcome,
)
from bot.scheduler.meters import Meters
from bot.scheduler.turns import Turn
from bot.store import buckets, lanes
from bot.store.db import Db, Store
from bot.store.deliveries import Postponed, Withheld
from bot.store.faults import Away, Conflict
from bot.store.tables import Delivery
from bot.ui import Message

STEPS = ("claimed", "begun", "drawn", "leaving", "arrived", "settling", "settled")
"""What a message goes through, in order; wherever a process dies, the next one goes on."""

LEASE = timedelta(seconds=60)
"""How long a lane is claimed for one turn."""
PATIENCE = 30
"""Seconds for which a platform may keep silent; well below the lease."""
ROOM = 64
"""How many messages may be under way on one platform."""
SETTLING = (0.2, 1.0, 5.0)
"""Seconds between attempts to write down what has happened, where the database is away; the last
is repeated. As long as nobody else has claimed the lane, what we know is worth it.
"""
SHUT_OUT = 5
"""So many refusals to let us in, in a row, and a platform is left alone for a while."""
SHUT_OUT_PAUSE = 5.0
"""Seconds between two such attempts in one place."""
SHUT_OUT_REST = 60.0
"""For how many seconds; then one message tries."""

Show = Callable[[Db, Delivery], Message | None]
Step = Callable[[str], None]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Handful:
    """Turns begun together, each with its drawing or what came instead, out of so many lanes."""

    drawn: tuple[tuple[Turn, Message | Outcome], ...]
    claimed: int
    next_at: datetime | None


class Line:
    """Sends what is due on one platform, at most ROOM at once; nothing is held open meanwhile.
    Once `closed` it begins nothing more, however much is due. `step` hears of each of STEPS.
    """

    def __init__(
        self,
        store: Store,
        chat: Chat,
        show: Show,
        *,
        now: Callable[[], datetime],
        rng: Random,
        meters: Meters,
        step: Step,
        lease: timedelta,
    ) -> None:
        self.flying: set[asyncio.Task[None]] = set()
        self.closed = False
        self._store = store
        self._chat = chat
        self._show = show
        self._now = now
        self._rng = rng
        self._meters = meters
        self._step = step
        # Whatever the wall clock does meanwhile, nobody takes a lane from themselves.
        self._busy: set[int] = set()
        self._lease = lease
        self._tokens = 0
        self._refusals = 0
        self._shut_until = 0.0
        self._ended: list[tuple[Turn, Outcome]] = []
        self._desk = asyncio.Lock()

    async def begin(self, landed: Callable[[], None]) -> datetime | None:
        """Begin what is due while there is room, and call `landed` as each has ended. Returns when
        to come back, or None: nothing waits, or there is no room until something has landed.
        """
        while not self.closed and len(self.flying) <= ROOM // 2:
            if (left := self._shut_until - time.monotonic()) > 0:
                return self._now() + timedelta(seconds=left)
            room = ROOM if self._refusals < SHUT_OUT else 1
            handful = await asyncio.to_thread(self._prepare, max(0, room - len(self.flying)))
            for turn, drawing in handful.drawn:
                self._fly(turn, drawing, landed)
            if not handful.claimed:
                return handful.next_at
        return None

    def _fly(self, turn: Turn, drawing: Message | Outcome, landed: Callable[[], None]) -> None:
        task = asyncio.create_task(self._take(turn, drawing))
        lane = turn.row.lane_id
        self.flying.add(task)
        self._busy.add(lane)

        def has_landed(task: asyncio.Task[None]) -> None:
            self.flying.discard(task)
            self._busy.discard(lane)
            landed()

        task.add_done_callback(has_landed)

    def _prepare(self, room: int) -> _Handful:
        """Claim lanes, begin a turn in each and draw its message: three short transactions.

        They are three since a claim may not wait for anybody, a beginning may, and a drawing only
        reads.
        """
        now, owner = self._now(), secrets.token_hex(8)
        until = now + self._lease
        platform = self._chat.platform
        with self._store.read() as db:
            next_at = lanes.next_due(db, platform)
        if next_at is None or next_at > now:
            return _Handful((), 0, next_at)
        with self._store.write() as db:
            allowed, again = self._allowance(db, room, now)
            claimed = lanes.claim(
                db, platform, limit=allowed, owner=owner, now=now, until=until, but=self._busy
            )
        if not claimed:
            return _Handful((), 0, max(next_at, again))
        self._step("claimed")
        with self._store.write() as db:
            begun = turns.begin(db, claimed, owner=owner, until=until, chat=self._chat, now=now)
        self._step("begun")
        for row in begun.dropped:
            self._meters.ended(platform, row)
        if self._paced:
            self._tokens -= len(begun.turns)
        return _Handful(tuple((turn, self._draw(turn)) for turn in begun.turns), len(claimed), None)

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
            handful = max(buckets.TENS, int(rate / 10))
            self._tokens, again = buckets.tokens(
                db, self._chat.platform, wanted=handful, per_second=rate, now=now
            )
        return min(room, self._tokens), again

    def _draw(self, turn: Turn) -> Message | Outcome:
        try:
            with self._store.read() as db:
                return self._show(db, turn.row) or NotWanted()
        except Withheld as why:
            return NotWanted(str(why))
        except Postponed as to:
            return NotWanted(until=to.at)
        except Exception as error:  # noqa: BLE001 -- one message is broken, not the house
            self._tell("delivery.not_drawn", turn, error)
            return Broken(type(error).__name__)

    async def _take(self, turn: Turn, drawing: Message | Outcome) -> None:
        self._step("drawn")
        outcome = await self._send(turn, drawing) if isinstance(drawing, Message) else drawing
        self._count_refusals(outcome)
        self._ended.append((turn, outcome))
        # Whoever comes to the desk first writes for all who wait there.
        async with self._desk:
            ended, self._ended = self._ended, []
            if ended:
                await self._settle(ended)

    def _count_refusals(self, outcome: Outcome) -> None:
        match outcome:
            case Later(_, shut) if shut:
                self._refusals += 1
                if self._refusals >= SHUT_OUT:
                    self._shut_until = time.monotonic() + SHUT_OUT_REST
            case Done() | Absent() | Opened() | Failed():
                self._refusals = 0
            case _:
                pass

    async def _send(self, turn: Turn, message: Message) -> Outcome:
        if self._now() >= turn.until:
            # We slept through the lease. If the lane is another's by now, this is not written.
            return Later(0.0)
        try:
            return await self._asked(turn) or await self._call(turn, message)
        except Gone:
            return Left(everywhere=True)
        except Unreachable as fact:
            return Failed(fact.reason, fact.of_place)
        except LockedOut as fact:
            self._meters.put_off(self._chat.platform)
            return Later(SHUT_OUT_PAUSE, fact.reason)
        except Busy as fact:
            self._meters.put_off(self._chat.platform)
            return Later(fact.retry_after)
        except (Unknown, TimeoutError) as fact:
            return Doubt(type(fact).__name__)
        except Exception as error:  # noqa: BLE001 -- it may have left before it broke
            self._tell("delivery.not_sent", turn, error)
            return Doubt(type(error).__name__)

    async def _asked(self, turn: Turn) -> Outcome | None:
        """Ask after its reader first, where that is due: nothing is sent to who has left."""
        if turn.doubt is None or not isinstance(turn.to, Person):
            return None
        here = await presence.ask(self._chat, turn.to, turn.doubt)
        if here is None:
            return None
        if not here:
            return Left()
        await asyncio.to_thread(presence.note, self._store, turn.to, None, self._now(), here=True)
        return None

    async def _call(self, turn: Turn, message: Message) -> Outcome:
        row, to = turn.row, turn.to
        async with asyncio.timeout(PATIENCE):
            if isinstance(to, Talk):
                self._step("leaving")
                place = await self._chat.open_talk(to)
                self._step("arrived")
                return Opened(place)
            match turn.what:
                case "edit":
                    await self._chat.edit(to, row.remote_ref or "", message)
                    return Done()
                case "look":
                    since = row.sending_since or self._now()
                    found = await self._chat.find(to, message, since, turn.but)
                    return Done(found) if found else Absent()
                case _:
                    self._step("leaving")
                    ref = await self._chat.post(to, message, row.idem_key)
                    self._step("arrived")
                    return Done(ref)

    def _tell(self, event: str, turn: Turn, error: Exception) -> None:
        platform, row = self._chat.platform, turn.row
        log.warning(event, platform=platform, delivery=row.id, view=row.view, exc_info=error)

    async def _settle(self, ended: list[tuple[Turn, Outcome]]) -> None:
        pauses = chain(SETTLING, repeat(SETTLING[-1]))
        while True:
            try:
                return await asyncio.to_thread(self._write, ended)
            except (Away, Conflict) as error:
                log.warning("delivery.not_settled", count=len(ended), exc_info=error)
                await asyncio.sleep(next(pauses))

    def _write(self, ended: list[tuple[Turn, Outcome]]) -> None:
        with self._store.write() as db:
            settled = outcomes.settle(db, ended, chat=self._chat, now=self._now(), rng=self._rng)
            db.flush()
            self._step("settling")
        self._step("settled")
        for turn, outcome in ended:
            if isinstance(outcome, Left) and isinstance(turn.to, Person):
                network = None if outcome.everywhere else turn.row.network_id
                presence.note(
                    self._store, turn.to, network, self._now(), here=False, delivery=turn.row.id
                )
        for turn, row in settled:
            self._meters.ended(self._chat.platform, row, edited=turn.what == "edit")
