"""The story of a newcomer: alike everywhere, and nobody hears what they had not agreed to."""

import re
from collections.abc import Callable

import pytest

from bot.play import GROUNDS
from tests.stories.told import golden, is_told_alike

NAME = "newcomer"


@pytest.mark.must_hold("B1", 1)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(
    platform: str, full: bool, figure: Callable[[str], None]
) -> None:
    is_told_alike(NAME, platform, full=full)
    joined = work("Cleo", "/network join k46", "Join, and write to me")
    figure(f"a newcomer by a code, on {len(GROUNDS)} platforms; she joins with {joined} acts")


def work(who: str, first: str, last: str) -> int:
    """How many things a person does from the first to the last of them."""
    lines = [line for line in golden(NAME).splitlines() if line.startswith(f"> {who} ")]
    begins = next(n for n, line in enumerate(lines) if first in line)
    ends = next(n for n, line in enumerate(lines) if last in line)
    return ends - begins + 1


@pytest.mark.must_hold("B1", 1)
def test_who_looks_out_for_whom_is_said_to_the_two_alone() -> None:
    said = re.findall(
        r"^  (privately.*):\n    # .*\n    (.*(?:look out|first time).*)$",
        golden(NAME),
        re.MULTILINE,
    )

    assert said == [
        (
            "privately, to Mira",
            "Cleo comes for the first time. Please look out for them, and introduce them.",
        ),
        ("privately, to Cleo", "Mira will look out for you. Ask whatever you like."),
    ]


@pytest.mark.must_hold("B1", 1)
def test_nothing_is_written_to_who_came_once() -> None:
    after = golden(NAME).partition("> Ana presses Who came once")[2]

    assert "You have asked Cleo." in after
    assert "to Cleo" not in after
