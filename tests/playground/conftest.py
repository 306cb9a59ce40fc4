"""A game, and somebody without scripts before it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser as Chromium

from bot.playground.game import Game
from bot.playground.life import Life, today
from bot.playground.site import site
from bot.views.words import words
from tests.playground.begun import copied, keep
from tests.playground.browser import HERE, Browser
from tests.playground.chromium import serving, started


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Life, Path]]:
    """The example network, in which nobody acts; and the folder with its database to copy."""
    life, folder = Life(), tmp_path_factory.mktemp("lived")
    asyncio.run(life.begin(None, lambda: True, today()))
    keep(life, folder)
    yield life, folder
    asyncio.run(life.close())


@pytest_asyncio.fixture
async def game(lived: tuple[Life, Path]) -> AsyncIterator[Game]:
    game = Game(words("en"))
    game.life = life = copied(*lived)
    game.tour.begin(life.store, life.trial.hands.place(life.example.room))
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
