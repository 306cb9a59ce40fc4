"""The REST half: routes, rate limits, and faults on demand."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from aiohttp import BodyPartReader, web

from bot.adapters.discord.loopback import shapes, threads
from bot.adapters.discord.loopback.rules import Refused
from bot.adapters.discord.loopback.things import Post
from bot.adapters.discord.loopback.world import World

Payload = dict[str, Any]
BODY: web.RequestKey[Any] = web.RequestKey("body", object)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

Fault = Literal[
    "refuse", "401", "403", "429", "500", "503",
    "500 after", "503 after", "drop after", "hang after", "hang",
]  # fmt: skip
"""What goes wrong with a call; "after": once it has had its effect. "refuse": hung up on."""

CHANNEL_LIMIT, CHANNEL_WINDOW = 5, 5.0
GLOBAL_LIMIT, GLOBAL_WINDOW = 50, 1.0


@dataclass(frozen=True, slots=True)
class Received:
    """One request, as it came; `files` are the names of what came with it."""

    method: str
    path: str
    body: Any
    files: tuple[str, ...] = ()


class Rest:
    """Discord's HTTP API, as much of it as Convenor uses."""

    def __init__(self, world: World, token: str, *, limits: bool) -> None:
        self.world = world
        self.received: list[Received] = []
        self.gateway_url = ""
        self.shards = 1
        self.limits = limits
        self.limited = 0
        self.slow_by = 0.0
        self._token = token
        self._faults: list[tuple[str, str, Fault, str]] = []
        self._calls: dict[str, deque[float]] = {}
        self._over = asyncio.Event()

    def fail(self, method: str, path: str, fault: Fault, times: int = 1, about: str = "") -> None:
        """Let the next calls of this method, whose path has `path` in it and whose body `about`, go
        wrong.
        """
        self._faults += [(method, path, fault, about)] * times

    def mend(self) -> None:
        """Let nothing go wrong any more."""
        self._faults.clear()

    def app(self) -> web.Application:
        """The API, to be put below /api/v10."""
        app = web.Application(middlewares=[self._door])
        for method, path, handler in self._routes():
            app.router.add_route(method, path, handler)
        app.on_shutdown.append(self._let_go)
        return app

    def _routes(self) -> Iterator[tuple[str, str, Handler]]:
        yield "GET", "/users/@me", self._me
        yield "GET", "/oauth2/applications/@me", self._application
        yield "GET", "/gateway/bot", self._gateway
        yield "GET", "/applications/{application}/commands", self._registered
        yield "PUT", "/applications/{application}/commands", self._register
        yield "POST", "/users/@me/channels", self._inbox
        yield "GET", "/guilds/{guild}/members/{user}", self._member
        yield "GET", "/channels/{channel}", self._channel
        yield "POST", "/channels/{channel}/messages", self._post
        yield "GET", "/channels/{channel}/messages", self._history
        yield "PATCH", "/channels/{channel}/messages/{message}", self._edit
        for method, path, act in threads.ROUTES:
            yield method, path, partial(self._of_threads, act)
        yield "POST", "/interactions/{interaction}/{token}/callback", self._respond
        original = "/webhooks/{application}/{token}/messages/@original"
        yield "PATCH", original, self._edit_original
        yield "DELETE", original, self._withdraw_original

    async def _let_go(self, _: web.Application) -> None:
        self._over.set()

    # Before and after every call

    @web.middleware
    async def _door(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        request[BODY], files = await _read(request)
        path = request.path.removeprefix("/api/v10")
        self.received.append(Received(request.method, path, request[BODY], files))
        self.world.news.set()
        fault = self._next_fault(request)
        if fault and not fault.endswith("after"):
            return await self._failed(request, fault)
        if self.slow_by and "/interactions/" not in path:
            await self._sleep(self.slow_by)
        try:
            self._check_token(request)
            limited = self._limited(request) if self.limits else None
            answer = limited or await handler(request)
        except Refused as no:
            answer = _json({"message": no.message, "code": no.code}, no.status)
        return await self._spoilt(request, fault) if fault else answer

    def _next_fault(self, request: web.Request) -> Fault | None:
        told = json.dumps(request[BODY]) if self._faults else ""
        for i, (method, path, fault, about) in enumerate(self._faults):
            if method == request.method and path in request.path and about in told:
                del self._faults[i]
                return fault
        return None

    async def _failed(self, request: web.Request, fault: Fault) -> web.Response:
        """What goes wrong before the call has had any effect."""
        match fault:
            case "429":
                return _too_many(0.5, everywhere=False)
            case "401":
                return _json({"message": "401: Unauthorized", "code": 0}, 401)
            case "403":
                return _json({"message": "Missing Access", "code": 50001}, 403)
            case _:
                return await self._spoilt(request, fault)

    async def _spoilt(self, request: web.Request, fault: Fault) -> web.Response:
        if fault in ("hang", "hang after"):
            await self._over.wait()
        elif fault in ("refuse", "drop after") and request.transport:
            request.transport.abort()
        elif fault.startswith("50"):
            return _json({"message": "trouble", "code": 0}, int(fault[:3]))
        return web.Response()

    async def _sleep(self, seconds: float) -> None:
        """Let time pass, unless the platform stops."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), seconds)

    def _check_token(self, request: web.Request) -> None:
        free = "/interactions/" in request.path or "/webhooks/" in request.path
        if not free and request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refused(401, 0, "401: Unauthorized")
        if request.match_info.get("channel") in self.world.shut_out:
            raise Refused(401, 0, "401: Unauthorized")

    def _limited(self, request: web.Request) -> web.Response | None:
        """A refusal, if the channel or the bot as a whole has had its share of this moment."""
        if "/interactions/" in request.path or "/webhooks/" in request.path:
            return None
        if wait := self._wait("everything", GLOBAL_LIMIT, GLOBAL_WINDOW):
            self.limited += 1
            return _too_many(wait, everywhere=True)
        channel = request.match_info.get("channel")
        bucket = f"{request.method} {channel}"
        if channel and (wait := self._wait(bucket, CHANNEL_LIMIT, CHANNEL_WINDOW)):
            self.limited += 1
            return _too_many(wait, everywhere=False)
        return None

    def _wait(self, bucket: str, limit: int, window: float) -> float:
        now = self.world.now()
        calls = self._calls.setdefault(bucket, deque())
        while calls and now - calls[0] >= window:
            calls.popleft()
        if len(calls) >= limit:
            return window - (now - calls[0])
        calls.append(now)
        return 0

    # The calls

    async def _me(self, _: web.Request) -> web.Response:
        return _json(shapes.BOT)

    async def _application(self, _: web.Request) -> web.Response:
        return _json(shapes.application())

    async def _gateway(self, _: web.Request) -> web.Response:
        starts = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return _json(
            {"url": self.gateway_url, "shards": self.shards, "session_start_limit": starts}
        )

    async def _register(self, request: web.Request) -> web.Response:
        self.world.commands = request[BODY]
        return await self._registered(request)

    async def _registered(self, _: web.Request) -> web.Response:
        return _json(
            [
                {"id": str(i), "version": "1", "application_id": shapes.APPLICATION, **command}
                for i, command in enumerate(self.world.commands, 1)
            ]
        )

    async def _inbox(self, request: web.Request) -> web.Response:
        inbox = self.world.open_inbox(request[BODY]["recipient_id"])
        return _json({"id": inbox, "type": shapes.DIRECT, "recipients": []})

    async def _member(self, request: web.Request) -> web.Response:
        user = request.match_info["user"]
        if request.match_info["guild"] != shapes.GUILD:
            raise Refused(404, 10004, "Unknown Guild")
        if user not in self.world.people:
            raise Refused(404, 10013, "Unknown User")
        if user in self.world.gone:
            raise Refused(404, 10007, "Unknown Member")
        return _json(shapes.member(self.world.people[user]))

    async def _channel(self, request: web.Request) -> web.Response:
        return _json(self.world.channel(request.match_info["channel"]))

    async def _post(self, request: web.Request) -> web.Response:
        return _json(_message(self.world.post(request.match_info["channel"], request[BODY])))

    async def _history(self, request: web.Request) -> web.Response:
        after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 50))
        found = self.world.history(request.match_info["channel"])
        found = sorted((p for p in found if int(p.id) > after), key=lambda p: int(p.id))
        page = found[:limit] if after else found[-limit:]
        return _json([_message(post) for post in reversed(page)])

    async def _edit(self, request: web.Request) -> web.Response:
        at = request.match_info
        return _json(_message(self.world.edit(at["channel"], at["message"], request[BODY])))

    async def _of_threads(self, act: threads.Act, request: web.Request) -> web.Response:
        answer = act(self.world, request.match_info, request[BODY])
        made = 201 if request.method == "POST" else 200
        return web.Response(status=204) if answer is None else _json(answer, made)

    async def _respond(self, request: web.Request) -> web.Response:
        at = request.match_info
        self.world.respond(at["interaction"], at["token"], request[BODY])
        return _json({"interaction": {"id": at["interaction"], "type": 2}})

    async def _edit_original(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        return _json(_message(self.world.edit_original(token, request[BODY])))

    async def _withdraw_original(self, request: web.Request) -> web.Response:
        self.world.withdraw_original(request.match_info["token"])
        return web.Response(status=204)


async def _read(request: web.Request) -> tuple[Any, tuple[str, ...]]:
    """The JSON of a request, and the names of the files beside it."""
    if request.content_type != "multipart/form-data":
        text = await request.text()
        return (json.loads(text) if text else None), ()
    body, files = None, []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = await part.read()
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            files.append(part.filename or "")
    return body, tuple(files)


def _message(post: Post) -> Payload:
    shown = shapes.message(
        post.id, post.channel, post.body["components"], post.body.get("flags", 0)
    )
    return shown | {"author": post.author or shapes.BOT}


def _too_many(wait: float, *, everywhere: bool) -> web.Response:
    body = {
        "message": "You are being rate limited.",
        "retry_after": wait,
        "global": everywhere,
    }
    # Without Via discord.py takes it for a ban by Cloudflare.
    return _json(body, 429, {"Retry-After": f"{wait:.3f}", "Via": "1.1 google"})


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:  # noqa: ANN401 -- JSON
    # discord.py takes JSON for text where the type has a charset after it.
    kind = {"Content-Type": "application/json"}
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers=kind | (headers or {})
    )
