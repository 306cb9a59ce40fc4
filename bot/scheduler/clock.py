"""The clocks: one that runs, for the house, and one that is moved by hand, for stories."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.scheduler.jobs import Job
from bot.scheduler.outbox import Outbox

LONGEST = timedelta(seconds=30)
"""The clock looks again after this long, whatever it expects: others write to the database too."""
SHORTEST = timedelta(milliseconds=20)
STILL = 45.0
"""Seconds without a round, or without a word from the database, after which something is wrong."""
SET = 5.0
"""Seconds by which the wall clock has to run away from time itself until somebody has set it."""
log = structlog.get_logger()


def _every(job: Job) -> IntervalTrigger:
    return IntervalTrigger(seconds=job.every.total_seconds(), timezone=UTC)


class Clock:
    """Wakes the outbox when something is due, and the jobs when it is time. Nothing is kept here:
    all that is due stands in the database.
    """

    def __init__(self, outbox: Outbox, jobs: Sequence[Job] = (), still: float = STILL) -> None:
        self._outbox = outbox
        self._jobs = jobs
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            # Without the first two, late jobs would be dropped, or done once for each time missed.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._bell = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._round: asyncio.Task[None] | None = None
        self._still = still
        self._doing: set[asyncio.Task[None]] = set()
        self._went = self._read = self._wrote = -still

    def state(self) -> dict[str, bool]:
        """Whether the clock goes, and whether the database could lately be read, and written by the
        jobs.
        """
        still = time.monotonic() - self._still
        return {
            "clock": self._went > still,
            "database": self._read > still and (self._wrote > still or not self._jobs),
        }

    def start(self) -> None:
        """Begin, inside the event loop; what has become due meanwhile goes out at once."""
        self._loop = asyncio.get_running_loop()
        self._seen = self._outbox.now(), time.monotonic()
        for job in self._jobs:
            self._scheduler.add_job(self._do, _every(job), args=[job], id=job.name)
        self._do_all()
        self._scheduler.start()
        self._bell.set()
        self._round = asyncio.create_task(self._go_round())

    def wake(self) -> None:
        """Something may be due: look at once. For any thread, after a commit; many become one."""
        # Rung already, it will be heard after what has just been committed.
        if self._loop and not self._loop.is_closed() and not self._bell.is_set():
            self._loop.call_soon_threadsafe(self._bell.set)

    async def stop(self, within: float) -> int:
        """Begin nothing new and let what is under way end; returns how many were not through."""
        end = asyncio.get_running_loop().time() + within
        running, self._loop = self._loop, None
        self._outbox.close()
        if running and self._round:
            self._scheduler.shutdown(wait=False)
            self._bell.set()
            # Not cancelled: what it has claimed would never be sent.
            await asyncio.wait([self._round, *self._doing], timeout=within)
        return await self._outbox.finish(max(0.0, end - asyncio.get_running_loop().time()))

    async def _go_round(self) -> None:
        failures = 0
        while self._loop:
            self._bell.clear()
            self._went = time.monotonic()
            if self._was_set():
                # The alarms go by the wall clock: those of before may be hours away.
                for job in self._jobs:
                    self._scheduler.reschedule_job(job.name, trigger=_every(job))
                self._do_all()
            try:
                next_at = await self._outbox.begin(self._bell.set)
                self._read, failures = time.monotonic(), 0
            except Exception as error:  # the database is away: it will be back
                failures += 1
                log.warning("outbox.unread", exc_info=error)
                next_at = self._outbox.now() + timedelta(seconds=2 ** min(failures, 5))
            self._set_alarm(next_at)
            try:
                # The alarm goes by the wall clock, which may be put back; this does not.
                await asyncio.wait_for(self._bell.wait(), LONGEST.total_seconds())
            except TimeoutError:
                continue

    def _was_set(self) -> bool:
        """Whether somebody has set the wall clock since the last round, or the machine slept."""
        before, self._seen = self._seen, (self._outbox.now(), time.monotonic())
        passed = self._seen[1] - before[1]
        return abs((self._seen[0] - before[0]).total_seconds() - passed) > SET

    def _do_all(self) -> None:
        for job in self._jobs:
            task = asyncio.create_task(self._do(job))
            self._doing.add(task)
            task.add_done_callback(self._doing.discard)

    def _set_alarm(self, next_at: datetime | None) -> None:
        if not self._loop:
            return
        now = self._outbox.now()
        wait = min(max((next_at or now + LONGEST) - now, SHORTEST), LONGEST)
        self._scheduler.add_job(
            self._ring, DateTrigger(now + wait, UTC), id="wake", replace_existing=True
        )

    async def _ring(self) -> None:
        self._bell.set()

    async def _do(self, job: Job) -> None:
        try:
            await asyncio.to_thread(job.act, self._outbox.now())
            self._wrote = time.monotonic()
        except Exception as error:  # it is done again next time
            log.warning("job.failed", action=job.name, exc_info=error)


class HandClock:
    """A clock that is moved by hand, for stories and trials; `now` is what it shows. `jobs` are
    done whenever it stops, and at least twice a day; what is done every few hours, not sooner. It
    stops when a job has promised something, too.
    """

    STRIDE, SELDOM = timedelta(hours=12), timedelta(hours=1)

    def __init__(self, start: datetime) -> None:
        self._at = start
        self._done: dict[str, datetime] = {}
        self.jobs: Sequence[Job] = ()

    def now(self) -> datetime:
        """What the clock shows."""
        return self._at

    def jump(self, by: timedelta) -> None:
        """Show another time at once, as a clock that somebody sets, or whoever was away sees it."""
        self._at += by

    async def advance(
        self, outbox: Outbox, to: datetime, stopped: Callable[[], None] = lambda: None
    ) -> None:
        """Let time pass until `to`: whatever becomes due meanwhile is sent at its own instant.
        `stopped` is called at each, after that.
        """
        while (goal := await self._stop(outbox)) and goal <= to:
            stopped()
            if goal <= self._at:
                raise RuntimeError(f"at {self._at} something is due that does not leave")
            self._at = goal
        stopped()
        if to > self._at:
            self._at = to
            await self._stop(outbox)
            stopped()

    def _is_due(self, job: Job) -> bool:
        last = self._done.get(job.name)
        return last is None or job.every < self.SELDOM or abs(self._at - last) >= job.every

    async def _stop(self, outbox: Outbox) -> datetime | None:
        """Do what is to be done now; returns when to stop next."""
        for job in self.jobs:
            if self._is_due(job):
                self._done[job.name] = self._at
                await asyncio.to_thread(job.act, self._at)
        next_at = await outbox.drain()
        if not self.jobs:
            return next_at
        promised = [job.due(self._at) for job in self.jobs if job.due is not None]
        stops = [one for one in (next_at, *promised) if one is not None]
        return min([*stops, self._at + self.STRIDE])
