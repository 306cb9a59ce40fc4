"""The libraries alone, with a handler that does nothing but answer: what Convenor is held against.

It is a process of its own, started with the addresses of both platforms as JSON.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from typing import Any

import discord
import uvicorn
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route as Path


class Answering(discord.Client):
    """Answers every press with the same short message."""

    async def on_ready(self) -> None:
        print("ready", flush=True)

    async def on_interaction(self, interaction: discord.Interaction[discord.Client]) -> None:
        view = discord.ui.LayoutView()
        view.add_item(discord.ui.TextDisplay("Saved"))
        view.stop()  # else it would wait for somebody to press in it
        await interaction.response.send_message(view=view, ephemeral=True)


def acknowledging(token: str, secret: str, base_url: str) -> Starlette:
    """Bolt behind Starlette, as its documentation has it."""
    bolt = AsyncApp(signing_secret=secret, client=AsyncWebClient(token=token, base_url=base_url))

    @bolt.action(re.compile(".*"))
    async def press(ack: AsyncAck) -> None:
        await ack()

    return Starlette(
        routes=[Path("/slack/events", AsyncSlackRequestHandler(bolt).handle, methods=["POST"])]
    )


async def serve(slack: dict[str, Any], discord_at: dict[str, str]) -> None:
    """Serve both until the process is ended."""
    app = acknowledging(slack["token"], slack["secret"], slack["api"])
    config = uvicorn.Config(
        app, port=slack["port"], log_config=None, access_log=False, ws="none", lifespan="off"
    )
    Route.BASE = discord_at["api"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(discord_at["gateway"])
    client = Answering(intents=discord.Intents(guilds=True), max_messages=None)
    await asyncio.gather(uvicorn.Server(config).serve(), client.start(discord_at["token"]))


if __name__ == "__main__":
    asyncio.run(serve(**json.loads(sys.argv[1])))
