"""Discord as a Chat: posts, edits and threads, by the bot's own calls through discord.py."""

import asyncio
import base64
import hashlib
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any, NoReturn

import aiohttp
import discord
from discord.http import HTTPClient, Route

from bot.adapters.discord import render
from bot.adapters.discord.parse import ABILITIES, PLATFORM
from bot.chat import Busy, Pace, Person, Place, Profile, Unknown, Unreachable
from bot.ui import Message, message_text

Payload = dict[str, Any]

NONCE = 25  # characters at most
THREAD_NAME = 90  # of 100
WEEK = 10080  # minutes until a silent thread is put away; a post brings it back
THREAD_EXISTS = 160004
DIRECT_TOO_FAST = 40003
PATIENCE = 10.0
"""Seconds for one call, with discord.py's waiting for a turn in the channel."""
AFTER_TROUBLE = 60.0
"""Seconds until the next attempt where Discord names no time."""

_impatient: ContextVar[bool] = ContextVar("impatient", default=False)


class DiscordChat:
    """What the house needs of a chat, on Discord. `ref` is "channel:message"."""

    platform = PLATFORM
    abilities = ABILITIES
    pace = Pace(post_gap=1.0, edit_gap=1.5, per_second=40)

    def __init__(self, http: HTTPClient) -> None:
        self.patience = PATIENCE
        self._http = http
        self._inboxes: dict[str, str] = {}
        self._threads: set[str] = set()

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        """Post, and return the ref; within `repeat_safe` the same key appears once."""
        channel = await self._channel(to, message)
        body = render.message(message) | {"nonce": nonce(key), "enforce_nonce": True}
        path = "/channels/{channel_id}/messages"
        posted = await self._request(Route("POST", path, channel_id=channel), body)
        return f"{channel}:{posted['id']}"

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:  # noqa: ARG002 -- ref has it all
        """Put `message` in place of the one at `ref`."""
        channel, _, post = ref.partition(":")
        path = "/channels/{channel_id}/messages/{message_id}"
        route = Route("PATCH", path, channel_id=channel, message_id=post)
        await self._request(route, render.message(message))

    async def find(
        self,
        to: Place | Person,  # noqa: ARG002
        message: Message,  # noqa: ARG002
        since: datetime,  # noqa: ARG002
        but: Collection[str],  # noqa: ARG002
    ) -> str | None:
        """Not yet."""
        raise Unknown

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:  # noqa: ARG002
        """None: the list of members is a privilege that we do without."""
        return None

    async def _channel(self, to: Place | Person, message: Message) -> str:
        if isinstance(to, Person):
            return await self._inbox(to)
        return await self._thread(to.thread, message) if to.thread else to.channel

    async def _inbox(self, person: Person) -> str:
        if person.user not in self._inboxes:
            body = {"recipient_id": person.user}
            opened = await self._request(Route("POST", "/users/@me/channels"), body)
            self._inboxes[person.user] = opened["id"]
        return self._inboxes[person.user]

    async def _thread(self, ref: str, message: Message) -> str:
        """The thread of the post at `ref`, which has the post's id; begun where there is none."""
        channel, _, post = ref.partition(":")
        if post not in self._threads:
            name = (message.title or message_text(message)).split("\n")[0][:THREAD_NAME]
            path = "/channels/{channel_id}/messages/{message_id}/threads"
            route = Route("POST", path, channel_id=channel, message_id=post)
            await self._request(
                route,
                {"name": name.strip() or "…", "auto_archive_duration": WEEK},
                fine=THREAD_EXISTS,
            )
            self._threads.add(post)
        return post

    async def _request(self, route: Route, body: Payload, fine: int | None = None) -> Payload:
        """What Discord answers; a refusal with the code `fine` is an empty answer."""
        try:
            async with _impatiently(self.patience):
                answer: Payload = await self._http.request(route, json=body)
                return answer
        except discord.HTTPException as refused:
            if refused.code == fine:
                return {}
            _refused(refused)


def nonce(key: str) -> str:
    """The name by which Discord knows that it has seen this post before."""
    return base64.b32encode(hashlib.sha256(key.encode()).digest()).decode()[:NONCE]


@asynccontextmanager
async def _impatiently(patience: float) -> AsyncIterator[None]:
    """Within it, what does not succeed at once is Busy or Unknown: the outbox waits better."""
    token = _impatient.set(True)
    try:
        async with asyncio.timeout(patience):
            yield
    except discord.RateLimited as full:
        raise Busy(full.retry_after) from full
    except aiohttp.ClientConnectorError as unreached:  # refused, or no such name: nothing left
        raise Busy(AFTER_TROUBLE) from unreached
    except (aiohttp.ClientError, OSError) as cut:  # a timeout is an OSError too
        raise Unknown(type(cut).__name__) from cut
    finally:
        _impatient.reset(token)


def _refused(refused: discord.HTTPException) -> NoReturn:
    if refused.status == HTTPStatus.UNAUTHORIZED or refused.code == DIRECT_TOO_FAST:
        raise Busy(AFTER_TROUBLE) from refused
    raise Unreachable(str(refused.code or refused.status)) from refused


def trace() -> aiohttp.TraceConfig:
    """What ends the calls of a chat at the first sign of trouble. discord.py would sleep for
    seconds, hold up all others where the limit is a global one, and then try again by itself.
    """

    async def ended(
        _: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        status = end.response.status
        if _impatient.get() and status == HTTPStatus.TOO_MANY_REQUESTS:
            raise Busy(float(end.response.headers.get("Retry-After", AFTER_TROUBLE)))
        if _impatient.get() and status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unknown(str(status))

    config = aiohttp.TraceConfig()
    config.on_request_end.append(ended)
    return config
