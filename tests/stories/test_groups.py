"""The story of groups in a meeting: alike everywhere."""

import pytest

from bot.play import GROUNDS
from tests.stories.told import is_told_alike

NAME = "groups"


@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    is_told_alike(NAME, platform, full=full)
