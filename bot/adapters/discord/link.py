"""One shard's line to the gateway: kept up, watched, and resumed where it was cut.

discord.py's own loop begins a new session as soon as one attempt to resume fails, and what was
missed is lost; and it takes an idle line for a dead one where Discord's interval is longer than its
patience. So the loop is ours, around discord.py's socket.
"""

import asyncio
import contextlib

import aiohttp
import discord
import structlog
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bot.adapters.discord.times import Times

log = structlog.get_logger()

NEVER = 600.0
"""Seconds of silence for discord.py's own watch, which is to leave ours alone."""
LASTED = 60.0
"""A connection that stood for so many seconds was a good one: the next attempt is made at once."""
IDENTIFY_GAP = 5.0
"""Seconds that Discord wants between two new sessions of one bot."""
SHUT_FOR_GOOD = (4004, 4010, 4011, 4012, 4013, 4014)
"""Closed for what we are, a wrong token say: asking again soon is of no use. A bot that begins more
than a thousand sessions a day loses its token.
"""
TROUBLE = (OSError, aiohttp.ClientError, discord.DiscordException)


class Turnstile:
    """Lets one new session begin at a time, as far apart as Discord wants them."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._next = 0.0

    async def passed(self) -> None:
        """Return when it is one's turn."""
        async with self._lock:
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(self._next - now)
            self._next = max(now, self._next) + IDENTIFY_GAP


class Socket(DiscordWebSocket):
    """discord.py's socket, which tells when it last heard anything and hangs up when cancelled."""

    heard = 0.0
    farewell = 1000

    async def received_message(self, msg: object, /) -> None:
        """Note the time, and go on."""
        self.heard = self.loop.time()
        await super().received_message(msg)

    async def poll_event(self) -> None:
        """Take the next frame."""
        try:
            await super().poll_event()
        except asyncio.CancelledError:
            # Who says nothing any more is not waited for, as aiohttp would for half a minute.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self.close(self.farewell)
            raise


class Link:
    """Keeps one shard connected for as long as `run` runs; `up` while it is."""

    def __init__(
        self, client: discord.AutoShardedClient, shard: int, times: Times, turn: Turnstile
    ) -> None:
        self.up = asyncio.Event()
        self._client = client
        self._shard = shard
        self._times = times
        self._turn = turn
        self._socket: Socket | None = None
        self._failed = 0

    async def run(self) -> None:
        """Connect, listen, and connect again, until cancelled."""
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await self._listen(await self._connect())
            except ReconnectWebSocket as cut:
                log.info("discord.cut", shard=self._shard, resume=cut.resume)
            except TROUBLE as trouble:
                log.warning("discord.trouble", shard=self._shard, kind=type(trouble).__name__)
            except Exception:
                log.exception("discord.link_failed", shard=self._shard)
            finally:
                self.up.clear()
            if asyncio.get_running_loop().time() - began >= LASTED:
                self._failed = 0
            await asyncio.sleep(self._pause())
            self._failed += 1

    def _pause(self) -> float:
        """None after the first trouble, then longer and longer."""
        code = self._socket.socket.close_code if self._socket else None
        if code in SHUT_FOR_GOOD:
            log.error("discord.shut", shard=self._shard, code=code)
            return self._times.hopeless
        if not self._failed:
            return 0.0
        return min(self._times.at_last, self._times.again * 2.0 ** (self._failed - 1))

    async def _connect(self) -> Socket:
        """A socket that has said who we are. The session goes on where there is one; where the
        address that Discord gave for that cannot be reached, the common one is tried in turn.
        """
        before = self._socket
        resume = before is not None and before.session_id is not None
        if not resume:
            await self._turn.passed()
        async with asyncio.timeout(self._times.connecting):
            self._socket = await Socket.from_client(
                self._client,
                shard_id=self._shard,
                gateway=before.gateway if before and resume and self._failed % 2 else None,
                session=before.session_id if before else None,
                sequence=before.sequence if before else None,
                resume=resume,
            )
        return self._socket

    async def _listen(self, socket: Socket) -> None:
        """Read until the line is cut, or silent for too long."""
        reading = asyncio.create_task(self._read(socket))
        watching = asyncio.create_task(self._watch(socket))
        try:
            await asyncio.wait({reading, watching}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            over = [task for task in (reading, watching) if task.cancel()]
            await asyncio.gather(*over, return_exceptions=True)
        if not reading.cancelled():
            await reading

    async def _read(self, socket: Socket) -> None:
        while True:
            await socket.poll_event()
            if socket.session_id:
                self.up.set()

    async def _watch(self, socket: Socket) -> None:
        """Ask whether anybody is there where nothing was heard for a while, and return where nobody
        answers.
        """
        quiet, dead = self._times.quiet, self._times.dead
        while (silence := socket.loop.time() - socket.heard) < dead:
            if silence >= quiet:
                with contextlib.suppress(OSError, RuntimeError, discord.DiscordException):
                    await socket.send_heartbeat({"op": socket.HEARTBEAT, "d": socket.sequence})
            await asyncio.sleep(min(quiet, dead - silence) if silence >= quiet else quiet - silence)
        log.warning("discord.silent", shard=self._shard)
        socket.farewell = 4000  # the session goes on
