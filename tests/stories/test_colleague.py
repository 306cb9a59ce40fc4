"""A colleague without an account answers, comes and reads the notes, alike on every platform."""

from collections.abc import Callable

import pytest

from bot.adapters.story import NotAStory, OnPage, Opens, Presses, read
from bot.adapters.story_writing import write
from bot.play import GROUNDS
from tests.stories.told import STORIES, golden, is_told_alike

BEGUN = "now 2026-11-23 10:00 Europe/London\nroom northshire: Ana (admin), Ben\n"


@pytest.mark.must_hold("B1", 1)
@pytest.mark.parametrize("platform", GROUNDS)
def test_a_colleague_answers_comes_and_reads_the_notes(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike("colleague", platform, full=full)
    figure(f"a colleague without an account, the same on {platform}")


@pytest.mark.must_hold("B1", 4)
def test_no_secret_stands_in_a_transcript() -> None:
    assert "https://convenor.example/p/…" in golden("colleague")


def test_what_is_done_on_a_page_is_read_and_written() -> None:
    story = read((next(one for one in STORIES if one.stem == "colleague")).read_text("utf-8"))
    steps = [step for _, step in story.steps]

    assert Opens("Kim", "Ben") in steps
    assert OnPage("Kim", Presses("Kim", "Yes")) in steps
    assert [step for _, step in read(write(story)).steps] == steps


def test_a_link_is_somebodys_who_is_there() -> None:
    with pytest.raises(NotAStory, match="There is no Tom"):
        read(f"{BEGUN}Kim opens the link of Tom")
