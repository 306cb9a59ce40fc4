"""A newcomer's whole path, as the tour leads it, in a real browser."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Browser, Page

from bot.playground.game import Game
from tests.playground.browser import in_days
from tests.playground.chromium import DESK, PHONE, needs_chromium, opened

pytestmark = [needs_chromium, pytest.mark.timeout(300)]


COUNTED = """
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.boosted) { window.acts = (window.acts || 0) + 1; }
});
"""
"""The page also changes by itself: only what somebody has done is counted."""


class Newcomer:
    """Somebody with a mouse, who counts."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.clicks = 0

    async def presses(self, label: str) -> None:
        """Press the last button or link of this label that can be seen, and wait for the page."""
        named = re.compile(label)
        button = self._page.locator("button:visible, a:visible", has_text=named).last
        await self._acts(button.click)

    async def is_now(self, name: str) -> None:
        """Be somebody else."""
        await self._acts(lambda: self._page.select_option("#you", name))
        assert f"/as/{name}/" in self._page.url

    async def _acts(self, act: Callable[[], Awaitable[object]]) -> None:
        self.clicks += 1
        before = await self._page.evaluate("window.acts || 0")
        await act()
        await self._page.wait_for_function("before => (window.acts || 0) > before", arg=before)

    async def chooses(self, label: str) -> None:
        """Choose in the open form."""
        self.clicks += 1
        await self._page.locator("section.form label", has_text=label).first.click()

    async def reads(self, step: int) -> None:
        """The tour has come to this step."""
        await self._page.wait_for_selector(f".tour h2:has-text('step {step} of 8')")


async def plan_and_answer(page: Page, game: Game, newcomer: Newcomer) -> None:
    """Ana plans a meeting and sends it; Cleo and Ben answer."""
    await page.fill("#text", f"/meeting plan Bridges, {in_days(game, 3)} 16:00")
    await newcomer.presses("^Send$")
    await newcomer.presses("^Plan$")
    await newcomer.reads(2)
    assert "#northshire: Bridges" in await page.inner_text(".coming")
    await newcomer.presses("^To what comes next$")
    await newcomer.reads(3)
    await newcomer.is_now("cleo")
    await newcomer.presses("^Maybe$")
    await newcomer.is_now("ben")
    await newcomer.presses("^Yes$")
    await page.wait_for_selector("text=Saved: Yes")


async def arrange_and_come(page: Page, newcomer: Newcomer) -> None:
    """Ana puts something on the agenda; Ben is there, and looks back."""
    await newcomer.is_now("ana")
    await newcomer.presses("^Agenda$")
    await newcomer.presses("^Add an item$")
    await page.fill("[name=what]", "A bridge of paper")
    await newcomer.chooses("hands-on")
    await newcomer.presses("^Add$")
    await newcomer.reads(5)
    await newcomer.is_now("ben")
    await newcomer.presses("^Go there")
    await newcomer.presses("^I am here$")
    await newcomer.reads(6)
    await newcomer.presses("^Go there")
    await newcomer.presses("^Looking back$")
    await newcomer.chooses("Mostly")
    await newcomer.presses("^Send$")
    await newcomer.reads(7)


async def tell_weeks_later(page: Page, newcomer: Newcomer) -> None:
    """Ben is asked what happened in class, and tells it."""
    await newcomer.presses("^Go there")
    await newcomer.presses("^Messages to you")
    await page.wait_for_selector("text=See you today!")
    await newcomer.presses("^Tell$")
    await newcomer.chooses("I agree")
    await newcomer.presses("^Send$")
    await newcomer.reads(8)


@pytest.mark.must_hold("A3", 1)
@pytest.mark.must_hold("A6", 1)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_the_whole_path(
    chromium: Browser, address: str, game: Game, size: dict[str, int],
    figure: Callable[[str], None], full: bool,
) -> None:  # fmt: skip
    if size is DESK and not full:
        pytest.skip("at full size also at the desk")
    wrong: list[str] = []
    begun = time.monotonic()
    page = await opened(chromium, address, wrong, viewport=size)
    await page.evaluate(COUNTED)
    newcomer = Newcomer(page)
    await plan_and_answer(page, game, newcomer)
    answered, clicks = time.monotonic() - begun, newcomer.clicks
    await arrange_and_come(page, newcomer)
    await tell_weeks_later(page, newcomer)
    took = time.monotonic() - begun
    assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert wrong == []
    assert (clicks <= 15, answered < 60) == (True, True)
    assert (newcomer.clicks <= 40, took < 120) == (True, True)
    figure(
        f"{size['width']} px: two have answered after {clicks} clicks and {answered:.1f} s,"
        f" all of it {newcomer.clicks} clicks and {took:.1f} s"
    )
