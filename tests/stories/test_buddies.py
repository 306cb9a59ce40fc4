"""The story of buddies: alike everywhere; the preview is the round, and a secret stays one."""

import re
from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_told_alike

NAME = "buddies"


@pytest.mark.must_hold("C", 5)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike(NAME, platform, full=full)
    figure(f"preview, swap, introduction and a trio, on {len(GROUNDS)} platforms")


@pytest.mark.must_hold("C", 5)
def test_each_conversation_is_of_a_pair_that_the_coordinator_saw() -> None:
    before, after = golden(NAME).split("> Ana presses Introduce them")[-2:]
    seen = re.findall(r"^    ([\w, ]+ and \w+) \(stays if it can\)$", before, re.MULTILINE)
    told = re.findall(r"^    ([\w, ]+ and \w+), you are buddies now", after, re.MULTILINE)

    assert sorted(told) == sorted(set(seen))
    assert sum(len(re.split(", | and ", names)) for names in told) == 5


def test_with_whom_somebody_never_goes_is_read_by_them_alone() -> None:
    heads = re.findall(r"^  (.+):\n    # Never with …$", golden(NAME), re.MULTILINE)

    assert heads == ["a form opens for Zoe", "#northshire, only Zoe sees"]
