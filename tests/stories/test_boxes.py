"""The story of a box: its papers are alike everywhere, and only who coordinates gets them."""

import re
from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_told_alike

NAME = "boxes"


@pytest.mark.must_hold("D1", 4)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike(NAME, platform, full=full)
    lines = golden(NAME).count("\n")
    figure(f"{lines} lines on {len(GROUNDS)} platforms")


@pytest.mark.must_hold("D1", 5)
def test_the_files_are_for_ana_alone() -> None:
    files = re.findall(r"a file for (\w+):\n    (.+)", golden(NAME))

    assert files == [("Ana", "labels.pdf"), ("Ana", "delivery-notes-1.pdf")]
