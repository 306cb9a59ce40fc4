"""The story of what comes before a meeting: alike everywhere, again and again, and quick."""

import time
from collections.abc import Callable

import pytest

from bot.adapters.alike import as_on
from bot.play import GROUNDS
from tests.stories.test_stories import golden, grounds, play, told

Figure = Callable[[str], None]
NAME = "before"

pytestmark = pytest.mark.must_hold("A4", 1)


@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    if platform not in grounds(NAME, full=full):
        pytest.skip("at full size also by Slack's socket")
    played = told(NAME, platform)
    assert played.transcript == as_on(played.abilities, golden(NAME))


def test_a_second_run_is_the_same_to_the_byte_and_quick(full: bool, figure: Figure) -> None:
    first = told(NAME, "memory").transcript
    begun = time.perf_counter()
    assert play(NAME, "memory").transcript == first
    seconds = time.perf_counter() - begun
    # How quick a machine is shows nothing of the code: only at full size, on one that is quiet.
    assert not full or seconds < 5
    lines = golden(NAME).count("\n")
    figure(f"{lines} lines on {len(GROUNDS)} platforms, {seconds:.1f} s in memory")
