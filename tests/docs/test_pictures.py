"""The pictures of the docs show what the playground shows now."""

import re
from collections.abc import Callable

import pytest

from tests.docs import pictures
from tests.docs.pages import DOCS, ROOT
from tests.playground.chromium import needs_chromium


@needs_chromium
@pytest.mark.must_hold("A6", 1)
@pytest.mark.timeout(300)
async def test_pictures_are_of_the_pages_as_they_are_now(
    full: bool, figure: Callable[[str], None]
) -> None:
    made = {one.name: (image, made_of) async for one, image, made_of in pictures.drawn()}
    stale = {name for name, (_, of) in made.items() if pictures.kept().get(name) != of}

    assert stale == set(), "run: python3 run.py docs pictures"
    if full:
        again = {one.name: image async for one, image, _ in pictures.drawn()}
        assert {name for name, (image, _) in made.items() if again[name] != image} == set()
        figure(f"{len(made)} pictures, drawn twice byte for byte alike, each of the page as it is")


@pytest.mark.must_hold("A6", 1)
def test_every_picture_is_made_by_the_script_and_shown_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.glob("*.md")]
    shown = {
        name
        for page in pages
        for name in re.findall(r"pictures/([a-z-]+)\.png", page.read_text(encoding="utf-8"))
    }
    made = {one.name for one in pictures.SCENES}

    assert shown == made
    assert {file.stem for file in pictures.PICTURES.glob("*.png")} == made
