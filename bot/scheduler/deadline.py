"""How long the house may take to stop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()


class Deadline:
    """So many seconds for several things together, counted from the first that asks."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end: float | None = None

    def left(self) -> float:
        """How many seconds are left."""
        now = time.monotonic()
        self._end = now + self._seconds if self._end is None else self._end
        return max(0.0, self._end - now)

    async def hold(self, stop: Callable[[], Awaitable[None]]) -> None:
        """Stop something; what is not through in time is left, for the next start finds it."""
        try:
            async with asyncio.timeout(self.left()):
                await stop()
        except TimeoutError:
            log.warning("house.stops_late")
