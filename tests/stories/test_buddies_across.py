"""Two buddies across Slack and Discord, with both at once, and with two chats in memory.

Where the transcript has changed on purpose, `python -m tests.stories.test_buddies_across` writes it
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

STORY = Path(__file__).with_name("buddies-across.both")
GOLDEN = STORY.with_suffix(".txt")


@cache
def told(ground: str) -> str:
    with TemporaryDirectory() as folder:
        return tell(STORY, ground, f"sqlite:///{folder}/story.db").transcript


def alike(transcript: str) -> str:
    return transcript.replace("[Tell them]", "[Submit]")


@pytest.mark.must_hold("C", 5)
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_pair_across_slack_and_discord(ground: str, figure: Callable[[str], None]) -> None:
    transcript = told(ground)

    # Discord's forms have no words of their own on their button; in memory they do.
    assert alike(transcript) == alike(GOLDEN.read_text(encoding="utf-8"))
    figure(f"a pair across Slack and Discord: {transcript.count(chr(10))} lines")


def test_nobody_hears_a_contact_before_both_have_agreed() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    heard = re.findall(r"^    You reach (\w+) by: (.+)$", text, re.MULTILINE)
    before = text.partition("> discord: Cleo presses Yes, tell them")[0]

    assert "You reach" not in before
    assert "You are on no common platform." in before
    assert {*heard} == {("Ben", "ben@hilltop.example"), ("Cleo", "01632 960001")}


if __name__ == "__main__":
    GOLDEN.write_text(told(sys.argv[1] if sys.argv[1:] else "both"), encoding="utf-8")
