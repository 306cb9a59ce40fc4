"""The story of a coordinator who falls ill: alike everywhere, and nothing is asked of her."""

from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_quick, is_told_alike

Figure = Callable[[str], None]
NAME = "coordinator-ill"

pytestmark = pytest.mark.must_hold("B1", 1)


@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    is_told_alike(NAME, platform, full=full)


def test_a_second_run_is_the_same_to_the_byte_and_quick(full: bool, figure: Figure) -> None:
    is_quick(NAME, 10, full=full, figure=figure)


def test_nothing_is_asked_of_her_while_she_is_away() -> None:
    said = golden(NAME)
    away = said[said.index("a coordinator has noted") : said.index("Welcome back! There was 1")]

    assert away.count("privately, to Ana") == 1  # that she is welcome back
    assert "privately, to Ben" in away
