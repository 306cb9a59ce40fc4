"""The README and the docs say what the code does."""

import re
from pathlib import Path

import pytest

from bot.commands.table import ACTIONS, NOUNS
from bot.settings import NAMES
from tests.house.docs import DOCS, PRINTED, printed

ROOT = DOCS.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.must_hold("A1", 10)
@pytest.mark.parametrize("page", sorted(PRINTED))
def test_what_is_printed_from_the_code_is_up_to_date(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == printed(page), (
        "run: .venv/bin/python -m tests.house.docs"
    )


@pytest.mark.must_hold("A1", 10)
def test_every_command_and_its_words_are_in_the_readme() -> None:
    for noun in NOUNS:
        line = next(line for line in README.splitlines() if line.startswith(f"| `/{noun}`"))
        for action in ACTIONS:
            if action.noun == noun and action.verb:
                assert f"`{action.verb}`" in line


@pytest.mark.must_hold("A1", 10)
def test_every_setting_is_in_the_operators_page() -> None:
    page = (DOCS / "operator.md").read_text(encoding="utf-8")

    assert [name for name in NAMES if f"`{name}`" not in page] == []


@pytest.mark.must_hold("A1", 10)
@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *DOCS.glob("*.md")], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.must_hold("A1", 10)
def test_the_changelog_has_this_version() -> None:
    version = re.search(r'__version__ = "(.+)"', (ROOT / "bot/__init__.py").read_text())

    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
