"""A Slack that runs on this machine: Web API, response addresses, uploads and sockets.

It keeps Slack's limits and times, remembers what it was sent, and can be told to fail. With
`loopback_stage` it has people too.
"""

import asyncio
import json
import math
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.adapters.slack.loopback_api import METHODS, arguments, respond
from bot.adapters.slack.loopback_pace import Patience
from bot.adapters.slack.loopback_socket import Sockets
from bot.adapters.slack.loopback_world import Refused, World
from bot.adapters.slack.payload import Json
from bot.adapters.stage import Actor, Room

ACK = 3
"""Seconds that Slack waits for an answer to what a person did."""

STATUS = {"fail": 500, "away": 503}

Kind = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True)
class Received:
    """One call: the Web API's method (or "response_url") and its arguments."""

    method: str
    body: Json


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with the next call of `method` (or "response_url") that has `about` in it: it
    is refused with 429, fails with 500 or 503, the connection is cut before anything is done or
    dropped after it, it is never answered, or is answered with the error `code`.
    """

    method: str
    kind: Literal["busy", "fail", "away", "cut", "drop", "hang", "refuse"]
    code: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A request to the house, ready to be sent, and sent again."""

    body: bytes
    headers: dict[str, str]


class NoAnswer(Exception):
    """The house did not acknowledge in time, or not with 200; Slack shows the person an error."""


class LoopbackSlack:
    """One workspace. Give `api` to the house as SLACK_API_BASE_URL, with `token`, and
    `signing_secret` or `app_token`; tell it the `request_url`, or leave that empty for Socket Mode.
    `received` is all it was sent; `faults` are used up one by one; `world.limits` are Slack's.
    Every call takes `slow_by` seconds longer; `limited` counts those answered with 429; `waits` are
    the seconds until each thing that somebody did was acknowledged.
    """

    token = "xoxb-loopback"  # noqa: S105 -- opens nothing
    app_token = "xapp-loopback"  # noqa: S105
    signing_secret = "a loopback secret"  # noqa: S105

    def __init__(
        self,
        actors: Iterable[Actor],
        rooms: Iterable[Room],
        *,
        clock: Callable[[], float] = time.time,
        port: int = 0,
    ) -> None:
        self.world = World.of(actors, rooms, clock)
        self.request_url = ""
        self.received: list[Received] = []
        self.sent: list[Signed] = []
        self.faults: list[Fault] = []
        self.slow_by = 0.0
        self.limited = 0
        self.waits: list[float] = []
        self.stirred = asyncio.Event()
        self._released = asyncio.Event()
        self.sockets = Sockets(self.stirred)
        self._runner = web.AppRunner(self._routes(), shutdown_timeout=1)
        self._client: aiohttp.ClientSession
        self._site: web.TCPSite
        self._port = port

    @property
    def _url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def api(self) -> str:
        """The address of the Web API."""
        return f"{self._url}/api/"

    async def start(self) -> None:
        """Listen on a free port of this machine."""
        await self._runner.setup()
        await self.come_back()
        # Nobody waits for another's connection, and none is used that is about to be closed.
        self._client = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=ACK),
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=2),
        )

    async def stop(self) -> None:
        """Let go of every connection."""
        self._released.set()
        await self.sockets.close()
        await self._client.close()
        await self._runner.cleanup()

    async def go_away(self) -> None:
        """Hang up on everybody, and refuse every connection."""
        await self._site.stop()
        server = self._runner.server
        for connection in list(server.connections) if server else ():
            if connection.transport:
                connection.transport.abort()

    async def come_back(self) -> None:
        """Listen, at the same address as before."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await self._site.start()
        self._port = self._runner.addresses[0][1]

    def address(self, key: str) -> str:
        """The response_url under a key of the world's."""
        return f"{self._url}/respond/{key}"

    async def deliver(self, kind: Kind, payload: Json) -> Json:
        """Send the house what somebody did, and return its acknowledgement."""
        begun = time.monotonic()
        ack = await self._deliver(kind, payload)
        self.waits.append(time.monotonic() - begun)
        return ack

    async def _deliver(self, kind: Kind, payload: Json) -> Json:
        if self.request_url:
            self.sent.append(self.sign(kind, payload))
            return await self.send(self.sent[-1])
        if not self.sockets.open:
            raise NoAnswer("no socket is open")
        sent = {"type": kind, "payload": payload, "accepts_response_payload": True}
        try:
            return await asyncio.wait_for(self.sockets.deliver(self.world.id("E"), sent), ACK)
        except TimeoutError as error:
            raise NoAnswer("no answer in time") from error

    def sign(self, kind: Kind, payload: Json) -> Signed:
        """The request that Slack makes of it."""
        if kind == "events_api":
            body, content_type = json.dumps(payload), "application/json"
        else:
            form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
            body, content_type = urlencode(form), "application/x-www-form-urlencoded"
        now = str(int(self.world.clock()))
        signature = SignatureVerifier(self.signing_secret).generate_signature(
            timestamp=now, body=body
        )
        headers = {"Content-Type": content_type, "X-Slack-Request-Timestamp": now}
        return Signed(body.encode(), headers | {"X-Slack-Signature": signature or ""})

    async def send(self, signed: Signed) -> Json:
        """Send a request, be it for the second time."""
        try:
            async with self._client.post(
                self.request_url, data=signed.body, headers=signed.headers
            ) as answer:
                text = await answer.text()
        except TimeoutError as error:
            raise NoAnswer("no answer in time") from error
        if answer.status != 200:  # noqa: PLR2004 -- all else is a failure to Slack
            raise NoAnswer(f"answered {answer.status}")
        return dict(json.loads(text)) if text.startswith("{") else {}

    def _routes(self) -> web.Application:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/respond/{key}", self._respond)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_get("/socket/{key}", self.sockets.take)
        return app

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args = await arguments(request)
        self.received.append(call := Received(method, args))
        wanted = self.app_token if method == "apps.connections.open" else self.token
        if request.headers.get("Authorization") != f"Bearer {wanted}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        return await self._faultily(request, call, lambda: self._do(method, args))

    def _do(self, method: str, args: Json) -> Json:
        if method == "apps.connections.open":
            self.world.limits.call(method)
            key = self.world.id("S")
            return {"url": f"{self._url.replace('http', 'ws', 1)}/{self.sockets.address(key)}"}
        if method not in METHODS:
            raise Refused("unknown_method")
        self.world.limits.call(method)
        answer = METHODS[method](self.world, args)
        if "upload_url" in answer:
            answer["upload_url"] = f"{self._url}/upload/{answer['upload_url']}"
        return answer

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        args = await arguments(request)
        self.received.append(call := Received("response_url", args))
        key = request.match_info["key"]

        def do() -> Json:
            respond(self.world, key, args)
            return {}

        return await self._faultily(request, call, do, refused=404)

    def _next_fault(self, call: Received) -> Fault | None:
        told = json.dumps(call.body)
        for fault in self.faults:
            if fault.method == call.method and fault.about in told:
                self.faults.remove(fault)
                return fault
        return None

    async def _faultily(
        self, request: web.Request, call: Received, do: Callable[[], Json], refused: int = 200
    ) -> web.StreamResponse:
        fault = self._next_fault(call)
        await self._linger()
        try:
            if fault and fault.kind == "cut":
                return _cut(request)
            if fault and fault.kind in STATUS:
                return web.Response(status=STATUS[fault.kind], text="Not now")
            if fault and fault.kind == "hang":
                await self._released.wait()
            _strike(fault)
            answer = do()
        except Patience as patience:
            self.limited += 1
            body, after = {"ok": False, "error": "ratelimited"}, math.ceil(patience.after)
            return web.json_response(body, status=429, headers={"Retry-After": f"{after}"})
        except Refused as no:
            why = {"response_metadata": {"messages": no.why}} if no.why else {}
            return web.json_response({"ok": False, "error": no.error} | why, status=refused)
        finally:
            self.stirred.set()
        if fault and fault.kind == "drop":
            return _cut(request)
        return web.json_response({"ok": True} | answer)

    async def _linger(self) -> None:
        if self.slow_by:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._released.wait(), self.slow_by)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        self.world.uploads[request.match_info["file"]].content = await request.read()
        return web.Response(text="OK")


def _cut(request: web.Request) -> web.Response:
    """Drop the connection; the answer reaches nobody."""
    if request.transport:
        request.transport.abort()
    return web.Response()


def _strike(fault: Fault | None) -> None:
    if fault and fault.kind == "busy":
        raise Patience
    if fault and fault.kind == "refuse":
        raise Refused(fault.code)
