"""The client: logs in, keeps the commands in step, takes interactions, and stops in order."""

import asyncio
from concurrent.futures import Executor

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord import chat, sync
from bot.adapters.discord.desk import Desk
from bot.adapters.discord.parse import Interaction
from bot.commands.calls import Command, House

log = structlog.get_logger()

HEARTBEAT = 30.0
"""Seconds of silence after which the gateway counts as gone; discord.py would wait for sixty."""

GUILDS_SETTLED = 0.2
"""Seconds without news of another server until we are ready; nothing of ours waits for it."""


class _Client(discord.AutoShardedClient):
    """discord.py with all that remembers people, messages or views left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            heartbeat_timeout=HEARTBEAT,
            guild_ready_timeout=GUILDS_SETTLED,
            max_ratelimit_timeout=30,  # the smallest that it takes
            http_trace=chat.trace(),
        )
        self._desk = desk

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a command, a button or a form: all there is to this client."""
        await self._desk.answer(interaction)


class DiscordApp:
    """Convenor on Discord; one in a process, for discord.py keeps the addresses in its classes."""

    def __init__(
        self,
        *,
        token: str,
        api_base: str,
        gateway_url: str | None = None,
        house: House,
        commands: tuple[Command, ...],
        pool: Executor,
    ) -> None:
        self._token = token
        self._api_base = api_base.rstrip("/")
        self._gateway_url = gateway_url
        self._house = house
        self._commands = sync.commands_payload(commands)
        self._pool = pool
        self._desk = Desk(house, pool)
        self._client = _Client(self._desk)
        self._connection: asyncio.Task[None] | None = None
        self.chat = chat.DiscordChat(self._client.http)

    async def start(self) -> None:
        """Log in, register the commands if they changed, and return when connected.

        Raises discord.LoginFailure for a wrong token, and what connecting raises.
        """
        Route.BASE = self._api_base
        try:
            await self._client.login(self._token)
            await self._sync()
            shards, url, _ = await self._client.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._gateway_url or url)
            self._client.shard_count = shards
            self._connection = asyncio.create_task(self._client.connect())
            self._connection.add_done_callback(_log_end)
            await self._ready(self._connection)
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Take nothing more, finish the calls in work, and leave."""
        for shard in self._client.shards.values():
            await shard.disconnect()
        await self._desk.finish()
        await self._client.close()
        if self._connection:
            self._connection.cancel()  # where it never came to be, it would try for ever
            await asyncio.wait({self._connection})

    def link_ok(self) -> bool:
        """Whether every shard is connected."""
        shards = self._client.shards.values()
        return (
            self._client.is_ready()
            and not self._client.is_closed()
            and not any(shard.is_closed() for shard in shards)
        )

    async def _ready(self, connection: asyncio.Task[None]) -> None:
        ready = asyncio.create_task(self._client.wait_until_ready())
        await asyncio.wait({ready, connection}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if connection.done():
            connection.result()

    async def _sync(self) -> None:
        application, now = self._client.application_id, sync.digest(self._commands)
        loop, known = asyncio.get_running_loop(), str(application)
        before = await loop.run_in_executor(self._pool, self._house.recall_commands, known)
        if application is None or before == now:
            return
        await self._client.http.bulk_upsert_global_commands(application, self._commands)
        await loop.run_in_executor(self._pool, self._house.remember_commands, known, now)
        log.info("discord.commands_registered", commands=len(self._commands))


def _log_end(connection: asyncio.Task[None]) -> None:
    if not connection.cancelled() and (fault := connection.exception()):
        log.error("discord.connection_lost", kind=type(fault).__name__, why=str(fault))
