"""Pages of personal links in a real browser: axe-core, the width of a phone, the keyboard, and no
scripts.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.adapters.web import Desk, Joining
from bot.i18n import LANGUAGES
from bot.pages import STATIC
from bot.views.words import Words, words
from tests.pages.desk import link
from tests.playground.chromium import DESK, PHONE, needs_chromium, opened, started
from tests.plugins.room import ANA, RoomOfPeople

pytestmark = [needs_chromium, pytest.mark.timeout(180), pytest.mark.must_hold("B1", 5)]
Figure = Callable[[str], None]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsrobotik und mehr für alle"
PICTURES = os.environ.get("PICTURES", "")
"""Where pictures of what was looked at are put, for eyes."""


@asynccontextmanager
async def at_the_desk(room: RoomOfPeople) -> AsyncIterator[str]:
    """The desk of the room's house at an address of this machine."""
    routes = [
        *Desk(room.house, room.clock.now).routes(),
        *Joining(room.house).routes(),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), log_config=None, ws="none", lifespan="off",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        serving = asyncio.create_task(server.serve(sockets=[door]))
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        await serving


async def a_meeting(room: RoomOfPeople) -> str:
    """A meeting with all that there can be, and the secret of Kim's link to it."""
    about = {"What is it about?": "Bring one robot. " * 8 + LONG}
    await room.plan(f"{LONG[:60]} now", **about)
    await room.says(ANA, "/agenda propose Say hello, 10 min")
    await room.fills(ANA)
    return link(room, "Kimberley Featherstonehaugh-Cholmondeley", alone=True)


def quoted(label: str) -> str:
    """A label as a selector has it."""
    return json.dumps(label, ensure_ascii=False)


class Looker:
    """Looks at each state of a page with axe-core, and whether it is too wide."""

    def __init__(self, page: Page, named: str, width: int) -> None:
        self.page, self.named, self.width = page, named, width
        self.found: list[str] = []
        self.looks = 0

    async def look(self, state: str) -> None:
        """Note what is wrong with the page as it is now."""
        self.looks += 1
        said = await Axe().run(self.page)
        self.found += [
            f"{self.named}, {state}: {one['id']} {one['nodes'][0]['html'][:200]}"
            for one in said.response["violations"]
        ]
        if await self.page.evaluate("document.documentElement.scrollWidth") > self.width:
            self.found.append(f"{self.named}, {state}: it is too wide")
        if PICTURES:
            path = Path(PICTURES) / f"{self.named}-{state}.png"
            await self.page.screenshot(path=path, full_page=True)


async def before(look: Looker, address: str, t: Words) -> None:
    """Every page before the meeting."""
    page = look.page
    await page.goto(address)
    await look.look("first")
    await page.click(f"button:has-text({quoted(t.p('answer', 'Maybe'))})")
    await look.look("answered")
    for label in ("Agenda", "Who is coming", "What do you keep about me?"):
        await page.goto(address)
        await page.click(f"button:has-text({quoted(t(label))})")
        await look.look(label[:6])
    await page.click(f"button:has-text({quoted(t('Erase everything'))})")
    await look.look("sure")
    await page.goto(f"{address[:-3]}xxx")
    await look.look("gone")


async def afterwards(look: Looker, address: str, t: Words) -> None:
    """Every page after it."""
    page = look.page
    await page.goto(address)
    await look.look("over")
    await page.click(f"button:has-text({quoted(t('I was there'))})")
    await look.look("there")
    await page.goto(address)
    await page.click(f"button:has-text({quoted(t('I was not there'))})")
    await look.look("not-there")
    await page.goto(address)
    await page.click(f"button:has-text({quoted(t('Read the notes'))})")
    await look.look("notes")
    await page.goto(address)
    await page.click(f"button:has-text({quoted(t('Looking back'))})")
    await look.look("form")


async def writes_notes(room: RoomOfPeople) -> None:
    """The meeting is over, and has notes."""
    await room.passes(days=8, hours=8)
    await room.says(ANA, "/notes write")
    await room.fills(ANA, {"What was said?": "We tried line followers.\n" * 9 + LONG * 3})
    await room.presses(ANA, "Add something to do")
    await room.fills(ANA, {"What is to be done?": LONG, "Who does it?": "I do it"})


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with started() as browser:
        yield browser


@pytest.mark.timeout(900)
async def test_axe_finds_nothing(
    room: RoomOfPeople, browser: Browser, full: bool, figure: Figure
) -> None:
    secret, found, looks = await a_meeting(room), [], 0
    wrong: list[str] = []
    ways = [
        (language, size, scheme)
        for language in LANGUAGES
        for size in (PHONE, DESK)
        for scheme in ("light", "dark")
    ]
    ways = ways if full else [("de", PHONE, "dark")]
    async with at_the_desk(room) as address:
        for then, go in ((None, before), (writes_notes, afterwards)):
            if then:
                await then(room)
            for language, size, scheme in ways:
                page = await opened(
                    browser, f"{address}/p/{secret}", wrong,
                    viewport=size, color_scheme=scheme, locale=language,
                    java_script_enabled=True,
                )  # fmt: skip
                look = Looker(page, f"{language}-{size['width']}-{scheme}", size["width"])
                await go(look, f"{address}/p/{secret}", words(language))
                found += look.found
                looks += look.looks
                await page.context.close()
    assert found == []
    # A link that is gone is one, and a browser says so; after ten of them the brake is on.
    told = ("404", "429")
    left = [one for one in wrong if not any(code in one for code in told)]
    assert [one for one in left if not one.startswith(address)] == []
    figure(f"{looks} looks at pages in {len({way[0] for way in ways})} languages: axe-core clean")


async def test_it_goes_by_keyboard_alone_and_without_scripts(
    room: RoomOfPeople, browser: Browser
) -> None:
    secret = await a_meeting(room)
    async with at_the_desk(room) as address:
        page = await opened(
            browser, f"{address}/p/{secret}", [], viewport=PHONE, java_script_enabled=False
        )
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_selector("text=Saved: Yes")
        await page.locator("a:has-text('Back to the first page')").focus()
        await page.keyboard.press("Enter")
        await page.wait_for_selector("text=Your answer: Yes")
        await writes_notes(room)
        await page.reload()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_selector("text=We tried line followers")
