"""A newcomer's whole path, as the tour leads it, in a real browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.async_api import Browser, Page

from bot.playground.game import Game
from tests.playground.browser import in_days
from tests.playground.chromium import DESK, PHONE, needs_chromium, opened

pytestmark = [needs_chromium, pytest.mark.timeout(300)]


class Newcomer:
    """Somebody with a mouse, who counts."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.clicks = 0

    async def presses(self, label: str) -> None:
        """Press the last button or link of this label that can be seen, and wait for the page."""
        named = re.compile(label)
        button = self._page.locator("button:visible, a:visible", has_text=named).last
        self.clicks += 1
        await self._page.evaluate("document.querySelector('main').dataset.before = 1")
        await button.click()
        await self._page.wait_for_selector("main:not([data-before])")

    async def is_now(self, name: str) -> None:
        """Be somebody else."""
        self.clicks += 1
        await self._page.select_option("#you", name)
        await self._page.wait_for_url(f"**/as/{name}/**")

    async def chooses(self, label: str) -> None:
        """Choose in the open form."""
        self.clicks += 1
        await self._page.locator("section.form label", has_text=label).first.click()

    async def reads(self, step: int) -> None:
        """The tour has come to this step."""
        await self._page.wait_for_selector(f".tour h2:has-text('step {step} of 8')")


@pytest.mark.must_hold("A3", 1)
@pytest.mark.must_hold("A6", 1)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_the_whole_path(
    chromium: Browser, address: str, game: Game, size: dict[str, int],
    figure: Callable[[str], None],
) -> None:  # fmt: skip
    wrong: list[str] = []
    begun = time.monotonic()
    page = await opened(chromium, address, wrong, viewport=size)
    ana = ben = cleo = Newcomer(page)
    await page.fill("#text", f"/meeting plan Bridges, {in_days(game, 3)} 16:00")
    await ana.presses("^Send$")
    await ana.presses("^Plan$")
    await ana.reads(2)
    assert "#northshire: Bridges" in await page.inner_text(".coming")
    await ana.presses("^To what comes next$")
    await ana.reads(3)
    await cleo.is_now("cleo")
    await cleo.presses("^Maybe$")
    await ben.is_now("ben")
    await ben.presses("^Yes$")
    await page.wait_for_selector("text=Saved: Yes")
    answered, clicks = time.monotonic() - begun, ana.clicks
    await ana.is_now("ana")
    await ana.presses("^Agenda$")
    await ana.presses("^Add an item$")
    await page.fill("[name=what]", "A bridge of paper")
    await ana.chooses("hands-on")
    await ana.presses("^Add$")
    await ana.reads(5)
    await ben.is_now("ben")
    await ben.presses("^Go there")
    await ben.presses("^I am here$")
    await ben.reads(6)
    await ben.presses("^Go there")
    await ben.presses("^Looking back$")
    await ben.chooses("Mostly")
    await ben.presses("^Send$")
    await ben.reads(7)
    await ben.presses("^Go there")
    await ben.presses("^Messages to you")
    await page.wait_for_selector("text=See you today!")
    await ben.presses("^Tell$")
    await ben.chooses("I agree")
    await ben.presses("^Send$")
    await ben.reads(8)
    took = time.monotonic() - begun
    assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert wrong == []
    assert (clicks <= 15, answered < 60) == (True, True)
    assert (ana.clicks <= 40, took < 120) == (True, True)
    figure(
        f"{size['width']} px: two have answered after {clicks} clicks and {answered:.1f} s,"
        f" all of it {ana.clicks} clicks and {took:.1f} s"
    )
