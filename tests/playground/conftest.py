"""A game, and somebody without scripts before it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest_asyncio
from playwright.async_api import Browser as Chromium

from bot.playground.game import Game
from bot.playground.site import site
from bot.views.words import words
from tests.playground.browser import HERE, Browser
from tests.playground.chromium import serving, started


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


@pytest_asyncio.fixture
async def address(game: Game) -> AsyncIterator[str]:
    async with serving(game) as address:
        yield address


@pytest_asyncio.fixture
async def chromium() -> AsyncIterator[Chromium]:
    async with started() as browser:
        yield browser
