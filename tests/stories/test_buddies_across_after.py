"""Two buddies across Slack and Discord from half-way to the end of a round: each is asked where
they are, and what they say is read by nobody.

Where the transcript has changed on purpose, `python -m tests.stories.test_buddies_across_after`
writes it anew.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.stories.two import GROUNDS, tell

STORY = Path(__file__).with_name("buddies-across-after.both")
GOLDEN = STORY.with_suffix(".txt")


def told(ground: str) -> str:
    with TemporaryDirectory() as folder:
        return tell(STORY, ground, f"sqlite:///{folder}/story.db").transcript


@pytest.mark.must_hold("C", 5)
@pytest.mark.parametrize("ground", GROUNDS)
def test_it_is_told_alike(ground: str) -> None:
    assert told(ground) == GOLDEN.read_text(encoding="utf-8")


def test_who_has_said_nothing_is_written_to_alone_and_where_they_are() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    before, _, _ = text.partition("Once more, just in case: have you met Ben?")
    assert before.rstrip().endswith("discord, privately, to Cleo:")
    assert text.count("Once more") == 1


if __name__ == "__main__":
    GOLDEN.write_text(told(sys.argv[1] if sys.argv[1:] else "both"), encoding="utf-8")
