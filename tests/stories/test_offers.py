"""The story of offers: alike everywhere; names only with a yes, and nobody else hears of it."""

import re
from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_told_alike

NAME = "offers"


@pytest.mark.must_hold("D1", 4)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike(NAME, platform, full=full)
    lines = golden(NAME).count("\n")
    figure(f"{lines} lines on {len(GROUNDS)} platforms")


@pytest.mark.must_hold("D1", 4)
def test_who_is_asked_reads_no_name_before_they_say_yes() -> None:
    questions = re.findall(r"^  privately, to \w+:\n((?:    .*\n)*?    \[I can help\].*\n)",
                           golden(NAME), re.MULTILINE)  # fmt: skip

    assert len(questions) == 4
    assert not any(name in said for said in questions for name in ("Ana", "Ben", "Cleo", "Eve"))


@pytest.mark.must_hold("D1", 5)
def test_no_post_tells_who_asked_or_offered() -> None:
    posts = re.findall(r"^  #\S+(?: > thread)?:\n((?:    .*\n)*)", golden(NAME), re.MULTILINE)

    assert posts
    words = ("micro:bits", "circuits", "chemistry lab", "can help")
    assert not any(word in post for post in posts for word in words)
