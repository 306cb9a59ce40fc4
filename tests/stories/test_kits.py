"""The story of a kit: alike everywhere, and each hears only what is theirs."""

import re
from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_told_alike

NAME = "kits"


@pytest.mark.must_hold("D1", 4)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike(NAME, platform, full=full)
    lines = golden(NAME).count("\n")
    figure(f"{lines} lines on {len(GROUNDS)} platforms")


@pytest.mark.must_hold("D1", 4)
def test_who_waits_hears_what_who_had_it_says() -> None:
    told = re.findall(r"^  privately, to (\w+):\n(?:    .*\n)*?    Who had it before.*two spare",
                      golden(NAME), re.MULTILINE)  # fmt: skip

    assert set(told) == {"Cleo"}


@pytest.mark.must_hold("D1", 5)
def test_no_post_tells_who_asked_for_what() -> None:
    posts = re.findall(r"^  #\S+(?: > thread)?:\n((?:    .*\n)*)", golden(NAME), re.MULTILINE)

    assert posts
    assert not any(word in post for post in posts for word in ("Robot arm", "crane", "coding"))
