"""The pages of a code on a wall, of a network and of a list of people, in a real browser."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable

import pytest
from playwright.async_api import Browser, FilePayload

from bot.i18n import LANGUAGES
from tests.pages.test_browser import Looker, at_the_desk
from tests.playground.chromium import PHONE, needs_chromium, opened, started
from tests.plugins.room import ANA, RoomOfPeople

pytestmark = [needs_chromium, pytest.mark.timeout(180), pytest.mark.must_hold("B1", 5)]
Figure = Callable[[str], None]
LIST = "Name;School;Since\nKim Lee;Hill School;2011\n;Hill School;2011\nTom Roe;Hill School;soon\n"


async def joins(look: Looker, address: str) -> None:
    """From the wall to a page of one's own."""
    page = look.page
    await page.goto(address)
    await look.look("code")
    await page.click("button.primary")
    await page.evaluate("document.querySelectorAll('[required]').forEach(e => e.required = false)")
    await page.click("button.primary")
    await look.look("mistakes")
    await page.fill("[name=name]", "Kimberley Featherstonehaugh-Cholmondeley")
    await page.check("[name=agreed]")
    await page.click("button.primary")
    await look.look("came")
    await page.goto(re.sub("^https://[^/]+", address[: address.index("/j/")], await _own(look)))
    await look.look("network")
    await page.goto(f"{address[:-1]}X")
    await look.look("ended")


async def _own(look: Looker) -> str:
    found = re.search(r"https://\S+/p/[\w-]{43}", await look.page.inner_text("main"))
    assert found
    return found[0]


async def takes_in(look: Looker, address: str) -> None:
    """From a file to people."""
    page = look.page
    await page.goto(address)
    await look.look("list")
    for content, action in (("", ""), (LIST, "columns")):
        await page.goto(address)
        file = FilePayload(name="people.csv", mimeType="text/csv", buffer=content.encode())
        await page.set_input_files("input[type=file]", file)
        await page.click("form:has(input[type=file]) button")
        await look.look(f"read for {action}")
        if action:
            await page.click(f"button[value*=':{action}']")
            await look.look(action)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with started() as browser:
        yield browser


@pytest.mark.timeout(900)
async def test_axe_finds_nothing(
    room: RoomOfPeople, browser: Browser, full: bool, figure: Figure
) -> None:
    await room.plan()
    found, looks, wrong = [], 0, list[str]()
    ways = [(one, dark) for one in LANGUAGES for dark in (True, False)] if full else [("fi", False)]
    async with at_the_desk(room) as address:
        for language, dark in ways:
            code = re.search(r"/j/([\w-]+)", await room.says(ANA, "/network invite"))
            told = re.search(r"/p/([\w-]{43})", await room.says(ANA, "/network import"))
            assert code
            assert told
            for go, path in ((joins, f"/j/{code[1]}"), (takes_in, f"/p/{told[1]}")):
                page = await opened(
                    browser, f"{address}{path}", wrong, viewport=PHONE, locale=language,
                    color_scheme="dark" if dark else "light",
                )  # fmt: skip
                look = Looker(page, f"{language}-{'dark' if dark else 'light'}", PHONE["width"])
                await go(look, f"{address}{path}")
                found += look.found
                looks += look.looks
                await page.context.close()
    assert found == []
    assert [one for one in wrong if "404" not in one and not one.startswith(address)] == []
    figure(f"{looks} looks at other pages: axe-core clean")
