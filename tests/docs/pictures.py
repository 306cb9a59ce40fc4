"""The pictures of the docs, drawn from the playground: always the same day, people and acts.

`docs/pictures/made-of.json` keeps of what each was made: a test says when a page has changed since,
and needs no eyes for that. Drawn again on one machine they are the same byte for byte; another
machine's letters may differ.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from playwright.async_api import Browser

from bot import ui
from bot.adapters.story import Fills, Passes, Presses, Step, Types
from bot.pages import STATIC
from bot.playground.game import Game
from bot.views.words import words
from tests.docs.pages import DOCS
from tests.playground.chromium import CHROMIUM, opened, serving, started

PICTURES = DOCS / "pictures"
MADE_OF = PICTURES / "made-of.json"
MONDAY = date(2026, 11, 30)
ANA, BEN, ROOM = "Ana Silva", "Ben Carter", "northshire"
PHONE, DESK = {"width": 390, "height": 2000}, {"width": 1200, "height": 860}
ALONE = ".bar, .tour, .compose, .seen { display: none }"
"""What a picture of one part of the page does without."""
NEWEST = ".items > li:last-child .item"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows: after these acts the part `of` the page at `where`, or as much of the
    whole as a screen shows.
    """

    name: str
    where: str
    of: str = ""
    after: Sequence[Step] = ()


def _items() -> Sequence[Step]:
    """An agenda of three items."""
    made: list[Step] = []
    for title, minutes, kind in (
        ("What we tried since October", "15", "looking back"),
        ("A line follower in pairs", "45", "hands-on"),
        ("Robots in a class of thirty", "20", "discussion"),
    ):
        made.append(Types(ANA, ROOM, f"/agenda propose {title}"))
        made.append(Fills(ANA, {"How many minutes?": minutes, "What do people do?": kind}))
    return made


LOOKED_BACK = {
    "Was it worth your time?": "Very much",
    "What was most useful?": "Building it first, then talking about it.",
    "What will you try, and with whom?": "The line follower with my year 8",
}
SCENES: Sequence[Picture] = (
    Picture("playground", f"/as/ana/{ROOM}#latest"),
    Picture("on-slack", "/message/@post", ".on-slack"),
    Picture("on-discord", "/message/@post", ".on-discord"),
    Picture("answer", f"/as/ben/{ROOM}", ".item:has(.tally)"),
    Picture("home", "/as/ben/@home", "form.item"),
    Picture(
        "plan", f"/as/ana/{ROOM}", "section.form",
        [Types(ANA, ROOM, "/meeting plan Soldering evening, Wednesday next week 4pm, Room 12")],
    ),
    Picture(
        "agenda", f"/as/ana/{ROOM}", NEWEST,
        [Fills(ANA, {}), Passes(timedelta(minutes=1)), *_items(), Types(ANA, ROOM, "/agenda")],
    ),
    Picture(
        "reminders", f"/as/ana/{ROOM}", NEWEST,
        [Presses(BEN, "Yes"), Types(ANA, ROOM, "/meeting remind robotics")],
    ),
    Picture(
        "waits", "/as/ana/@home", "form.item",
        [Types(BEN, ROOM, "/agenda propose Sharing worksheets"),
         Fills(BEN, {"What do people do?": "discussion"}), Passes(timedelta(days=4))],
    ),
    Picture(
        "looking-back", f"/as/ben/{ROOM}", "section.form",
        [Passes(timedelta(days=4, hours=6)), Presses(BEN, "I am here"),
         Passes(timedelta(hours=2)), Presses(BEN, "Looking back")],
    ),
    Picture(
        "results", f"/as/ana/{ROOM}", NEWEST,
        [Fills(BEN, LOOKED_BACK), Types(ANA, ROOM, "/reflect results robotics")],
    ),
    Picture(
        "class", "/as/ben/@inbox", "section.form",
        [Passes(timedelta(weeks=8)), Presses(BEN, "Tell")],
    ),
)  # fmt: skip


async def drawn() -> AsyncIterator[tuple[Picture, bytes, str]]:
    """Every picture, its bytes, and a fingerprint of what it was made of."""
    game = Game(words("en"), today=lambda: MONDAY)
    await game.begin()
    try:
        async with serving(game) as address, started() as browser:
            for picture in SCENES:
                for step in picture.after:
                    await game.life.trial.lives(step)
                yield picture, *await _draw(browser, address, picture, game)
    finally:
        await game.close()


async def _draw(browser: Browser, address: str, picture: Picture, game: Game) -> tuple[bytes, str]:
    posts = [one for one in game.sights.world.shown if not (one.private or one.by or one.who)]
    post = next(one.ref for one in posts if one.message.title == ui.typed("Robotics twilight"))
    where = f"{address}{picture.where.replace('@post', post)}"
    page = await opened(browser, where, [], viewport=PHONE if picture.of else DESK)
    if picture.of:
        await page.add_style_tag(content=ALONE)
    part = page.locator(picture.of or "body").last
    html = await part.evaluate("part => part.outerHTML")
    style = (STATIC / "style.css").read_text(encoding="utf-8")
    made_of = hashlib.sha256(f"{html}{style}".encode()).hexdigest()
    shot = part if picture.of else page
    image = await shot.screenshot(animations="disabled", caret="hide")
    await page.context.close()
    return image, made_of


def kept() -> dict[str, str]:
    """Of what the pictures that stand in the docs were made, by name."""
    found: dict[str, str] = json.loads(MADE_OF.read_text()) if MADE_OF.exists() else {}
    return found


async def write() -> list[str]:
    """Draw all pictures anew; returns the names of those that have changed."""
    if CHROMIUM is None:
        return ["no browser: apt-get install -y chromium"]
    PICTURES.mkdir(exist_ok=True)
    made, changed = {}, []
    async for picture, image, made_of in drawn():
        made[picture.name] = made_of
        file = PICTURES / f"{picture.name}.png"
        if not file.exists() or file.read_bytes() != image:
            file.write_bytes(image)
            changed.append(picture.name)
    MADE_OF.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n")
    for file in PICTURES.glob("*.png"):
        if file.stem not in made:
            file.unlink()
    return changed


def path(name: str) -> Path:
    """Where a picture stands."""
    return PICTURES / f"{name}.png"
