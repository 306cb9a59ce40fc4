"""The story of what comes before a meeting: alike everywhere, again and again, and quick."""

from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import is_quick, is_told_alike

Figure = Callable[[str], None]
NAME = "before"

pytestmark = pytest.mark.must_hold("A4", 1)


@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    is_told_alike(NAME, platform, full=full)


def test_a_second_run_is_the_same_to_the_byte_and_quick(full: bool, figure: Figure) -> None:
    is_quick(NAME, 5, full=full, figure=figure)
