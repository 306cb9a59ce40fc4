"""The playground in a real browser: by keyboard, by itself, and what axe-core says."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page

from bot.i18n import LANGUAGES
from bot.playground.game import Game
from bot.views.words import words
from tests.playground.browser import in_days
from tests.playground.chromium import DESK, PHONE, needs_chromium, opened

pytestmark = [needs_chromium, pytest.mark.timeout(180)]


class Looker:
    """Looks at each state of a page with axe-core, and whether it is too wide."""

    def __init__(self, page: Page, language: str, width: int) -> None:
        self._page, self._language, self._width = page, language, width
        self.found: list[str] = []

    async def look(self, state: str) -> None:
        """Note what is wrong with the page as it is now."""
        said = await Axe().run(self._page)
        self.found += [
            f"{self._language}, {state}: {one['id']} {one['nodes'][0]['html'][:200]}"
            for one in said.response["violations"]
        ]
        if await self._page.evaluate("document.documentElement.scrollWidth") > self._width:
            self.found.append(f"{self._language}, {state}: it is too wide")


async def look_around(page: Page, address: str, day: str, look: Looker) -> list[str]:
    """Go through every kind of page; returns what is wrong with them."""
    await page.goto(address)
    await look.look("room")
    await page.fill("#text", "/meeting plan")
    await page.click(".compose button")
    await page.wait_for_selector("section.form")
    await look.look("form")
    await page.fill("#f-title", "Bridges")
    await page.fill("#f-day", "2001-01-01")
    await page.fill("#f-time", "16:00")
    await page.click("section.form button.primary")
    await page.wait_for_selector("[aria-invalid]")
    await look.look("mistakes")
    await page.fill("#f-day", day)
    await page.click("section.form button.primary")
    await page.wait_for_selector("section.form", state="detached")
    await look.look("what is coming")
    await page.fill("#text", "/metting")
    await page.click(".compose button")
    await page.wait_for_selector("#told")
    await look.look("told")
    for where in ("as/ana/@inbox", "as/ana/@home", "message/4"):
        await page.goto(f"{address}/{where}")
        await look.look(where)
    await page.click("summary >> nth=0")
    await look.look("payload")
    return look.found


@pytest.mark.must_hold("A3", 2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_axe_finds_nothing(
    chromium: Browser, address: str, game: Game, size: dict[str, int], scheme: str, full: bool
) -> None:
    if not full and (size is PHONE) is not (scheme == "dark"):
        pytest.skip("at full size also light on the phone and dark at the desk")
    found: list[str] = []
    wrong: list[str] = []
    page = await opened(chromium, address, wrong, viewport=size, color_scheme=scheme)
    # The longest words are German and Finnish; at full size all five.
    for language in LANGUAGES if full else ("de" if size is PHONE else "fi",):
        await game.begin()
        game.t = words(language)
        look = Looker(page, language, size["width"])
        found += await look_around(page, address, in_days(game, 3), look)
    assert found == []
    assert wrong == []


@pytest.mark.must_hold("A3", 2)
async def test_the_whole_path_goes_by_keyboard(chromium: Browser, address: str, game: Game) -> None:
    wrong: list[str] = []
    page = await opened(chromium, address, wrong, viewport=DESK)

    async def tab_to(label: str) -> None:
        """Press Tab until the thing of this label has the focus."""
        for _ in range(80):
            await page.keyboard.press("Tab")
            here = await page.evaluate(
                "(() => { const e = document.activeElement;"
                " return (e.labels && e.labels[0] || e).innerText.trim(); })()"
            )
            if here.startswith(label):
                return
        raise AssertionError(f"Tab never comes to {label}")

    await tab_to("Type a command")
    await page.keyboard.type(f"/meeting plan Bridges, {in_days(game, 3)} 16:00")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("section.form")
    await tab_to("Plan")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=It goes out in 30 seconds")
    await tab_to("To what comes next")
    await page.keyboard.press("Enter")
    await page.wait_for_function("!document.querySelector('.coming').innerText.includes('#north')")
    await page.keyboard.press("Home")
    await tab_to("You are")
    await page.keyboard.type("Ben")
    await tab_to("Be this person")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/as/ben/**")
    await page.locator(".item", has_text="Bridges").locator("button").first.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=Saved:")
    assert wrong == []


@pytest.mark.must_hold("A3", 4)
async def test_what_happens_elsewhere_appears_by_itself(
    chromium: Browser, address: str, game: Game
) -> None:
    wrong: list[str] = []
    page = await opened(chromium, f"{address}", wrong, viewport=DESK)
    await page.wait_for_timeout(700)
    ben = game.sights.actor("ben")
    assert ben
    post = next(one for one in reversed(game.sights.items(ben, "northshire")) if not one.by)
    await game.presses(ben, post.ref, "rsvp:2:yes")
    newest = "[...document.querySelectorAll('.tally')].at(-1)"
    await page.wait_for_function(f"{newest}.querySelector('b').innerText === '4'")
    assert wrong == []
