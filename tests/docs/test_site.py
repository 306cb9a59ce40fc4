"""The site of the docs builds without a network, and asks nobody outside for anything."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.docs import site
from tests.docs.pages import DOCS


class Asked(HTMLParser):
    """What a page loads, not what it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        loads = given.get("src") if tag != "link" else given.get("href")
        if loads and tag in ("script", "img", "link", "iframe", "source"):
            self.found.append(loads)


@pytest.mark.must_hold("A6", 2)
def test_the_site_has_every_page_and_loads_nothing_from_outside(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    made = site.build(tmp_path / "site")
    built = {page.stem for page in made.glob("*.html")} - {"404"}
    loaded = {
        address
        for page in made.glob("*.html")
        for address in Asked(page.read_text(encoding="utf-8")).found
    }

    assert built == {page.stem for page in DOCS.glob("*.md")} | {"index", "style", "changelog"}
    assert {address for address in loaded if re.match(r"(https?:)?//", address)} == set()
    figure(f"{len(built)} pages, {len(loaded)} things loaded, all of them from the site itself")


@pytest.mark.must_hold("A6", 2)
def test_a_dead_link_stops_the_building(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "docs"
    pages.mkdir()
    for page in DOCS.glob("*"):
        if page.is_file():
            (pages / page.name).write_bytes(page.read_bytes())
    (pages / "member.md").write_text("# For members\n\n[nowhere](nowhere.md)\n")
    monkeypatch.setattr(site, "DOCS", pages)

    with pytest.raises(RuntimeError, match=r"nowhere\.md"):
        site.build(tmp_path / "site")
