"""A game, and somebody without scripts before it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest_asyncio

from bot.playground.game import Game
from bot.playground.site import site
from bot.views.words import words
from tests.playground.browser import HERE, Browser


@pytest_asyncio.fixture
async def game() -> AsyncIterator[Game]:
    game = Game(words("en"))
    await game.begin()
    yield game
    await game.close()


@pytest_asyncio.fixture
async def client(game: Game) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=site(game))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        yield client


@pytest_asyncio.fixture
async def browser(client: httpx.AsyncClient) -> Browser:
    browser = Browser(client)
    await browser.goes("/")
    return browser
