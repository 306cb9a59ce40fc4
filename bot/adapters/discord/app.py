"""The client: logs in, keeps the commands in step, takes interactions, and stops in order."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Executor
from typing import Any

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord import sync
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.desk import Desk
from bot.adapters.discord.lease import Lease
from bot.adapters.discord.link import NEVER, Link, Turnstile
from bot.adapters.discord.parse import Interaction
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.times import Times
from bot.commands.calls import Command, House

log = structlog.get_logger()

STARTS_WITHIN = 20.0
"""Seconds that a start waits for the gateway; it is tried for on and on after that."""


class _Client(discord.AutoShardedClient):
    """discord.py with all that remembers people, messages or views left out."""

    def __init__(
        self,
        answer: Callable[[Interaction], Awaitable[None]],
        hear: Callable[[discord.Message, int], Awaitable[None]],
    ) -> None:
        super().__init__(
            # Neither of the two for messages is privileged: what stands in them comes only where
            # the bot is mentioned, or written to directly.
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            heartbeat_timeout=NEVER,
            max_ratelimit_timeout=30,  # the smallest that it takes
        )
        self._answer = answer
        self._hear = hear

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a command, a button or a form."""
        await self._answer(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Answer plain words that are said to the bot."""
        if self.user is not None:
            await self._hear(message, self.user.id)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Nothing to wait for: each link has waited for its turn."""

    def shard(self, shards: int) -> None:
        """Learn how many shards there are."""
        self.shard_count = self._connection.shard_count = shards
        self._connection.shard_ids = range(shards)


class DiscordApp:
    """Convenor on Discord; one in a process, for discord.py keeps the addresses in its classes.

    Of several processes with one token one is connected, and answers; the others stand by, and take
    over when it stops or dies. All of them can send (`chat`).
    """

    def __init__(
        self,
        *,
        token: str,
        api_base: str,
        gateway_url: str | None = None,
        house: House,
        commands: tuple[Command, ...],
        pool: Executor,
        times: Times | None = None,
        patience: float | None = None,
    ) -> None:
        self.chat = DiscordChat(Rest(token, api_base))
        self._token = token
        self._api_base = api_base.rstrip("/")
        self._gateway_url = gateway_url
        self._house = house
        self._commands = sync.commands_payload(commands)
        self._pool = pool
        self._times = times or Times()
        self._desk = Desk(house, pool, self.chat, self._ours, patience)
        self._client = _Client(self._desk.answer, self._desk.hear)
        self._lease: Lease | None = None
        self._turn = Turnstile()
        self._links: dict[Link, asyncio.Task[None]] = {}
        self._keeping: list[asyncio.Task[None]] = []
        self._reachable = False
        self._opened = False

    async def start(self, *, listen: bool = True) -> None:
        """Log in, and where nobody else does, register the commands if they changed, and connect.
        With `listen` off it only sends.

        Raises LockedOut or discord.LoginFailure for a wrong token, and what logging in raises.
        """
        try:
            if listen:
                await self._listen()
            else:
                await self.chat.rest.call("GET", "/users/@me")
            self._reachable = True
            self._keeping.append(asyncio.create_task(self._probe()))
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Take nothing more, let another process take over, finish the calls in work, and leave."""
        self._reachable = False
        await _end(self._keeping)
        await self._disconnect()
        if self._lease:
            await self._lease.give_back()
        await self._desk.finish()
        if self._opened:
            await self._client.close()
        await self.chat.rest.close()

    @property
    def standby(self) -> bool:
        """Whether another process answers, and this one waits to take over."""
        return self._lease is not None and not self._lease.owned

    def link_ok(self) -> bool:
        """Whether Discord can be spoken to, and every shard is connected where that is ours."""
        if not self._reachable or self._lease is None or self.standby:
            return self._reachable
        return bool(self._links) and all(link.up.is_set() for link in self._links)

    async def _ours(self) -> bool:
        return self._lease is not None and await self._lease.sure()

    async def _listen(self) -> None:
        Route.BASE = self._api_base
        self._opened = True
        await self._client.login(self._token)
        name = f"discord:{self._client.application_id}:shards"
        self._lease = Lease(self._house, name, self._times.lease)
        if await self._lease.take():
            await self._connect()
            up = [asyncio.create_task(link.up.wait()) for link in self._links]
            _, late = await asyncio.wait(up, timeout=STARTS_WITHIN)
            await _end(late)
        self._keeping.append(asyncio.create_task(self._keep(self._lease)))

    async def _keep(self, lease: Lease) -> None:
        """Be connected for as long as the lease is ours, and only then."""
        while True:
            await asyncio.sleep(self._times.renew)
            ours = await lease.take()
            try:
                if ours and not self._links:
                    log.info("discord.takes_over")
                    await self._connect()
                elif not ours and self._links:
                    log.warning("discord.stands_by")
                    await self._disconnect()
            except Exception as trouble:
                log.warning("discord.trouble", exc_info=trouble)

    async def _connect(self) -> None:
        await self._sync()
        shards, url, _ = await self._client.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._gateway_url or url)
        self._client.shard(shards)
        for shard in range(shards):
            link = Link(self._client, shard, self._times, self._turn)
            self._links[link] = asyncio.create_task(link.run())

    async def _disconnect(self) -> None:
        links, self._links = list(self._links.values()), {}
        await _end(links)

    async def _probe(self) -> None:
        """Look now and then whether Discord can be spoken to; one bad answer is none."""
        failed = 0
        while True:
            await asyncio.sleep(self._times.probe)
            failed = 0 if await self.chat.answers() else failed + 1
            self._reachable = failed < 2  # noqa: PLR2004 -- as said above

    async def _sync(self) -> None:
        application, now = self._client.application_id, sync.digest(self._commands)
        loop, known = asyncio.get_running_loop(), str(application)
        before = await loop.run_in_executor(self._pool, self._house.recall_commands, known)
        if application is None or before == now:
            return
        await self._client.http.bulk_upsert_global_commands(application, self._commands)
        await loop.run_in_executor(self._pool, self._house.remember_commands, known, now)
        log.info("discord.commands_registered", commands=len(self._commands))


async def _end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel them, and return when they are through."""
    over = [task for task in tasks if task.cancel()]
    await asyncio.gather(*over, return_exceptions=True)
