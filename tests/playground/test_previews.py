"""What the playground shows of a message is what the platforms get."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import httpx
import pytest

from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.parts import EPHEMERAL
from bot.adapters.memory.chat import Shown
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Actor, Room
from bot.chat import Place
from bot.house import TheHouse
from bot.playground.game import Game
from bot.playground.site import site
from bot.store.db import Store
from tests.adapters.discord.conftest import running

pytestmark = pytest.mark.must_hold("A3", 3)

ANA = Actor("Ana", "U0001", admin=True)
NUMBERED = Actor("Ana", "100001", admin=True)


def by_the_bot(game: Game) -> list[Shown]:
    return [shown for shown in game.sights.world.shown if not shown.by]


async def previews(game: Game, how: str) -> list[dict[str, object]]:
    """The payload of every message, as the pages show it."""
    transport = httpx.ASGITransport(app=site(game))
    found = []
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        for shown in by_the_bot(game):
            html = (await client.get(f"/message/{shown.ref}")).text
            text = re.search(rf'<pre id="{how}"[^>]*>(.*?)</pre>', html, re.DOTALL)
            assert text
            found.append(json.loads(unescape(text[1])))
    return found


async def test_slack_gets_what_the_playground_shows(game: Game, sqlite_store: Store) -> None:
    shown = await previews(game, "slack")
    house = TheHouse(sqlite_store, now=game.now, keys=(b"test",), wake=lambda: None)
    async with loopback((ANA,), (Room("north", "C1", ("Ana",)),)) as slack:
        slack.world.paced = False
        with ThreadPoolExecutor(1) as pool:
            async with staged(slack, house, pool, str) as (app, _):
                for number, one in enumerate(by_the_bot(game)):
                    to = Place("slack", "T0NETWORK", "C1")
                    await app.chat.post(to, one.message, str(number))
        got = [post.content for post in slack.world.posts]
    assert len(got) == len(shown) > 5
    for preview, content in zip(shown, got, strict=True):
        assert {key: content[key] for key in preview} == preview


async def test_discord_gets_what_the_playground_shows(game: Game, sqlite_store: Store) -> None:
    shown = await previews(game, "discord")
    house = TheHouse(sqlite_store, now=game.now, keys=(b"test",), wake=lambda: None)
    rooms = (Room("north", "200001", ("Ana",)),)
    async with Loopback((NUMBERED,), rooms, moment=str) as discord:
        with ThreadPoolExecutor(1) as pool:
            async with running(discord, house, pool) as app:
                for number, one in enumerate(by_the_bot(game)):
                    to = Place("discord", "900000000000000002", "200001")
                    await app.chat.post(to, one.message, str(number))
        got = [post.body for post in discord.world.posts.values()]
    assert len(got) == len(shown) > 5
    private = [one.private for one in by_the_bot(game)]
    for preview, body, alone in zip(shown, got, private, strict=True):
        # All were posted for everybody; an answer is shown to one, by this flag.
        assert preview["flags"] == body["flags"] | EPHEMERAL * alone
        assert {key: body[key] for key in preview if key != "flags"} == {
            key: value for key, value in preview.items() if key != "flags"
        }
