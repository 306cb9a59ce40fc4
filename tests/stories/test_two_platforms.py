"""One person on two platforms, told with Slack and Discord at once, and with two chats in memory.

Where the transcript has changed on purpose, `python -m tests.stories.test_two_platforms` writes it
anew.
"""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.stories.two import GROUNDS, tell

STORY = Path(__file__).with_name("two-platforms.both")
GOLDEN = STORY.with_suffix(".txt")


@cache
def told(ground: str) -> str:
    with TemporaryDirectory() as folder:
        return tell(STORY, ground, f"sqlite:///{folder}/story.db").transcript


@pytest.mark.must_hold("B1", 1)
@pytest.mark.parametrize("ground", GROUNDS)
def test_one_person_on_two_platforms(ground: str, figure: Callable[[str], None]) -> None:
    transcript = told(ground)

    assert transcript == GOLDEN.read_text(encoding="utf-8")
    figure(f"one house on Slack and Discord at once: {transcript.count(chr(10))} lines")


def test_she_is_counted_once_and_asked_once() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    before, after = text.split("You are one person now")
    counted = r"^    Yes (\d) .* Maybe (\d) · No (\d)$"
    counts = [sum(map(int, each)) for each in re.findall(counted, after, re.MULTILINE)]

    assert "Yes 1 · Yes, if I am released 0 · Maybe 1 · No 0" in before
    assert set(counts) == {1}
    assert after.count("discord, privately, to Mira:") == 2  # the day itself, and looking back
    assert "slack, privately, to Mira:" not in after


if __name__ == "__main__":
    GOLDEN.write_text(told(sys.argv[1] if sys.argv[1:] else "both"), encoding="utf-8")
