"""The right to answer: of all processes with this bot's token one has it, the others stand by."""

import asyncio
import secrets
import time
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.commands.calls import House

log = structlog.get_logger()

ANSWERS_WITHIN = 0.5
"""Seconds that a person's call waits to learn whether it is still ours to answer."""


class Lease:
    """A lease of the house's, held by this process.

    It is asked for in a thread of its own, so that it never waits behind calls. What cannot be
    known because the database is away changes nothing: nobody else can take it then either.
    """

    def __init__(self, house: House, name: str, seconds: float) -> None:
        self.owned = False
        self._house = house
        self._name = name
        self._seconds = seconds
        self._owner = secrets.token_hex(8)
        self._until = 0.0
        self._thread = ThreadPoolExecutor(1, "lease")
        self._asking: asyncio.Task[bool] | None = None

    async def take(self) -> bool:
        """Take or renew it; whether it is ours."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asking)

    async def sure(self) -> bool:
        """Whether it is ours still, also after a sleep in which nobody could renew it."""
        if _now() < self._until:
            return True
        try:
            return await asyncio.wait_for(self.take(), ANSWERS_WITHIN)
        except TimeoutError:
            return self.owned

    async def give_back(self) -> None:
        """Let another process have it at once."""
        if self.owned:
            self.owned, self._until = False, 0.0
            await asyncio.get_running_loop().run_in_executor(
                self._thread, self._house.give_back, self._name, self._owner
            )
        self._thread.shutdown(wait=False)

    async def _ask(self) -> bool:
        asked = _now()
        try:
            self.owned = await asyncio.get_running_loop().run_in_executor(
                self._thread, self._house.lease, self._name, self._owner, self._seconds
            )
        except Exception as away:
            log.warning("discord.lease_unknown", exc_info=away)
        else:
            self._until = asked + self._seconds if self.owned else 0.0
        return self.owned


def _now() -> float:
    """Seconds that go on while the machine is suspended, too, where the system counts them."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
