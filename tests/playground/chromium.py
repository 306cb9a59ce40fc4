"""Debian's Chromium before a game."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

from bot.playground.game import Game
from bot.playground.site import site

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1200, "height": 900}

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no browser: apt-get install -y chromium"
)


@asynccontextmanager
async def serving(game: Game) -> AsyncIterator[str]:
    """The game at an address of this machine."""
    config = uvicorn.Config(
        site(game), log_config=None, ws="none", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        serving = asyncio.create_task(server.serve(sockets=[door]))
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        await serving


@asynccontextmanager
async def started() -> AsyncIterator[Browser]:
    """A browser that asks nobody outside for anything."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        await browser.close()


async def opened(browser: Browser, address: str, wrong: list[str], **looks: object) -> Page:
    """A page at the address; what goes wrong in it, or leaves this machine, is noted."""
    context = await browser.new_context(**looks)  # type: ignore[arg-type]
    page = await context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url),
    )
    await page.goto(address)
    return page
