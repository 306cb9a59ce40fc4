"""The story of a round of buddies from half-way to its report: alike everywhere, and nobody hears
who asked for somebody else, or said nothing.
"""

from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_quick, is_told_alike

Figure = Callable[[str], None]
NAME = "buddies-after"

pytestmark = pytest.mark.must_hold("C", 5)


@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    is_told_alike(NAME, platform, full=full)


def test_a_second_run_is_the_same_to_the_byte_and_quick(full: bool, figure: Figure) -> None:
    is_quick(NAME, 10, full=full, figure=figure)


def test_the_other_two_read_nothing_of_who_asked() -> None:
    said = golden(NAME)
    two, three = "\n  #Ben+Cleo:\n", "\n  #Gia+Hugo+Iris:\n"
    anew = "    # Your buddy\n    Some groups have changed in this round."

    assert said.count(two) == 1
    assert said.partition(two)[2].startswith(anew)
    assert said.partition(three)[2].startswith(anew)


def test_who_is_silent_is_written_to_alone() -> None:
    said = golden(NAME)
    for words in ("Once more, just in case: have you met Eva?", "I have not heard from you"):
        assert said.count(words) == 1
        assert said[: said.index(words)].rstrip().endswith("privately, to Finn:")
