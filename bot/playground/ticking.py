"""The clock of a trial, where it runs by itself as other clocks do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog

log = structlog.get_logger(__name__)


class Ticking:
    """Lets time pass, `passes` so much at once, until it is stopped."""

    def __init__(self, passes: Callable[[timedelta], Awaitable[None]]) -> None:
        self._passes = passes
        self._clock: asyncio.Task[None] | None = None
        self._halt = asyncio.Event()

    @property
    def is_running(self) -> bool:
        """Whether the clock runs by itself."""
        return self._clock is not None and not self._clock.done()

    async def runs(self) -> None:
        """Let it run, until it is stopped."""
        if not self.is_running:
            self._halt.clear()
            self._clock = asyncio.create_task(self._run())

    async def stops(self) -> None:
        """Let it stand still, as soon as it has done what is to be done now."""
        if self._clock is not None:
            self._halt.set()
            await asyncio.wait({self._clock})
            self._clock = None

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        begun, passed = loop.time(), 0
        while not self._halt.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._halt.wait(), 1)
            seconds = int(loop.time() - begun) - passed
            passed += seconds
            try:
                await self._passes(timedelta(seconds=seconds))
            except Exception:
                log.exception("playground.clock_stopped")
                return
