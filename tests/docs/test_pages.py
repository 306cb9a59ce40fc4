"""The README and the docs say what the code does, and lead nowhere that is not there."""

import re
import tomllib
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from bot.commands.table import ACTIONS, NOUNS
from bot.core import plans
from bot.settings import NAMES
from bot.views.delivered import KINDS
from tests.docs import told
from tests.docs.pages import DOCS, PRINTED, ROOT, written
from tests.gallery.samples import SAMPLES
from tests.plugins.must_hold import TITLES

Figure = Callable[[str], None]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.must_hold("A1", 10)
@pytest.mark.must_hold("A6", 2)
@pytest.mark.parametrize("page", [*sorted(PRINTED), "house.svg"])
def test_what_is_printed_from_the_code_is_up_to_date(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == written()[page], (
        "run: python3 run.py docs pages"
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


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as links write them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.must_hold("A1", 10)
@pytest.mark.must_hold("A6", 2)
@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *DOCS.glob("*.md")], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text(encoding="utf-8")):
        name, _, part = target.partition("#")
        there = page.parent / name if name else page
        assert there.exists(), f"{page.name} links to {target}"
        assert not part or part in anchors(there), f"{page.name} links to {target}"


@pytest.mark.must_hold("A6", 2)
def test_everything_that_has_a_name_is_told(figure: Figure) -> None:
    verbs = {action.name for action in ACTIONS if action.verb}
    reminders = {*plans.STANDARD, *plans.AFTERWARDS, plans.OWN}
    promises = sum(len(titles) for titles in TITLES.values())

    assert set(told.VERBS) == verbs, "say in tests/docs/told.py what it does"
    assert set(told.REMINDERS) == reminders, "say in tests/docs/told.py when it goes out"
    assert set(told.SENT) | {told.REMINDER} == set(KINDS)
    figure(
        f"{len(NOUNS)} commands with {len(verbs)} words, {len(NAMES)} settings,"
        f" {len(told.SENT) + len(reminders)} kinds of message that leave by themselves,"
        f" {len(SAMPLES)} messages and forms, {promises} promises, {len(told.ABILITIES)} abilities"
    )


@pytest.mark.must_hold("A6", 2)
def test_every_promise_has_tests() -> None:
    page = (DOCS / "promises.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| [A-Z]\d*\.\d", line)]

    assert len(rows) == sum(len(titles) for titles in TITLES.values())
    assert [row for row in rows if "`tests/" not in row] == []


@pytest.mark.must_hold("A6", 4)
def test_every_library_is_accounted_for_in_the_readme(figure: Figure) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split(r"[\[<>=;~!]", one)[0].strip() for one in asked}
    section = README.partition("## What it stands on")[2]

    assert {name for name in names if not re.search(rf"\b{re.escape(name)}\b", section)} == set()
    figure(f"{len(names)} libraries asked for, each with its reason in the README")


@pytest.mark.must_hold("A1", 10)
@pytest.mark.must_hold("A6", 5)
def test_the_changelog_has_this_version() -> None:
    version = re.search(r'__version__ = "(.+)"', (ROOT / "bot/__init__.py").read_text())

    assert version
    assert f'version = "{version[1]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
