"""The link to Slack: whether it can be spoken to and, in Socket Mode, a socket that is kept up.

The SDK's own client tries an address that has run out for ever once connecting failed, and waits
for minutes for one that never answers; so the loop is ours.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Coroutine

import aiohttp
import structlog

from bot.adapters.slack.payload import Json
from bot.adapters.slack.times import Times
from bot.adapters.slack.wire import FACTS, Wire
from bot.chat import Busy

log = structlog.get_logger(__name__)

Dispatch = Callable[[Json], Awaitable[Json | None]]
"""Hands on an envelope; returns what goes back with its acknowledgement, None where none is due."""

GOODBYE = aiohttp.ClientWSTimeout(ws_close=1.0)
"""Who says nothing any more is not waited for."""

TROUBLE = (*FACTS, OSError, aiohttp.ClientError, ValueError)


class Pulse:
    """Looks now and then whether Slack can be spoken to, also where nothing is being sent."""

    def __init__(self, wire: Wire, times: Times) -> None:
        self._wire, self._every = wire, times.pulse
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look from now on."""
        self._looking = asyncio.create_task(self._look())

    async def stop(self) -> None:
        """Look no more."""
        if self._looking:
            self._looking.cancel()
            await asyncio.wait({self._looking})

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            try:
                await self._wire.ask(self._wire.client.auth_test())
            except FACTS as fact:
                log.warning("slack.away", why=str(fact))


class Socket:
    """Socket Mode: a socket of our own to Slack. `up` while one is open that Slack answers on."""

    def __init__(self, wire: Wire, app_token: str, dispatch: Dispatch, times: Times) -> None:
        self.up = False
        self._wire, self._token = wire, app_token
        self._dispatch, self._times = dispatch, times
        self._session: aiohttp.ClientSession | None = None
        self._now: aiohttp.ClientWebSocketResponse | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._answering: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Connect, and be kept up from then on; raises what the wire raises where Slack refuses."""
        self._session = aiohttp.ClientSession()
        await self._connect()
        _start(self._run(), self._tasks)

    async def close(self) -> None:
        """Hang up, once the acknowledgements are sent."""
        self.up = False
        if self._answering:
            await asyncio.wait(self._answering, timeout=self._times.leaving)
        for task in self._tasks | self._answering:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._answering, return_exceptions=True)
        await self._hang_up()
        if self._session:
            await self._session.close()

    async def _run(self) -> None:
        loop, pause = asyncio.get_running_loop(), 0.0
        while True:
            began = loop.time()
            try:
                if not self.up:
                    await self._connect()
                await self._listen(self._connected())
            except TROUBLE as trouble:
                log.warning("slack.socket_trouble", kind=type(trouble).__name__)
                await self._hang_up()
            self.up = False
            lasted = loop.time() - began > self._times.at_last
            pause = 0.0 if lasted else min(self._times.at_last, 2 * pause or self._times.again)
            await asyncio.sleep(pause)

    async def _connect(self) -> None:
        """Ask for an address, which is good for once and not for long, and wait to be greeted."""
        asked = self._wire.client.apps_connections_open(app_token=self._token)
        url = (await self._wire.ask(asked))["url"]
        assert self._session is not None  # noqa: S101 -- opened before
        try:
            async with asyncio.timeout(self._times.connecting):
                # Asks whether anybody is there, and ends it where nobody answers.
                self._now = await self._session.ws_connect(
                    url, heartbeat=self._times.quiet, timeout=GOODBYE
                )
                hello = await self._now.receive_json()
        except (TimeoutError, TypeError) as error:  # TypeError: hung up instead of greeting
            await self._hang_up()
            raise Busy(self._times.again) from error
        log.info("slack.connected", sockets=hello.get("num_connections"))
        self.up = True

    async def _listen(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take what comes, until it ends or Slack wants another socket in its place."""
        async for frame in socket:
            if frame.type is not aiohttp.WSMsgType.TEXT:
                continue
            said: Json = json.loads(frame.data)
            if said.get("type") == "disconnect":
                log.info("slack.told_to_renew", why=said.get("reason"))
                _start(self._leave(socket), self._tasks)
                return
            if "envelope_id" in said:
                _start(self._answer(socket, said), self._answering)
        log.info("slack.hung_up", code=socket.close_code)
        await _shut(socket)

    async def _leave(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """What still comes on the old socket is taken for a while."""
        try:
            async with asyncio.timeout(self._times.leaving):
                await self._listen(socket)
        except TROUBLE as trouble:
            log.info("slack.socket_left", kind=type(trouble).__name__)
        finally:
            await _shut(socket)

    async def _answer(self, socket: aiohttp.ClientWebSocketResponse, envelope: Json) -> None:
        payload = await self._dispatch(envelope)
        if payload is None:
            return
        body = {"envelope_id": envelope["envelope_id"]} | ({"payload": payload} if payload else {})
        try:
            await (self._connected() if socket.closed else socket).send_json(body)
        except OSError:
            log.warning("slack.ack_lost")

    async def _hang_up(self) -> None:
        if self._now:
            await _shut(self._now)

    def _connected(self) -> aiohttp.ClientWebSocketResponse:
        assert self._now is not None  # noqa: S101 -- connected before
        return self._now


async def _shut(socket: aiohttp.ClientWebSocketResponse) -> None:
    with contextlib.suppress(*TROUBLE):
        await socket.close()
    # aiohttp keeps the connection where the line was cut.
    socket._response.close()  # noqa: SLF001


def _start(work: Coroutine[None, None, None], among: set[asyncio.Task[None]]) -> None:
    task = asyncio.create_task(work)
    among.add(task)
    task.add_done_callback(among.discard)
