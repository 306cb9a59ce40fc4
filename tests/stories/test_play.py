"""`convenor play`: the transcript on standard output and nothing else, a clear word where a story
cannot be played.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters.alike import as_on
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.memory import MemoryChat
from bot.adapters.slack.chat import SlackChat
from bot.adapters.story import NotAStory, Types, read
from bot.chat import Abilities

HERE = Path(__file__).parent
STORY = HERE / "first-meeting.story"
ABILITIES: Mapping[str, Abilities] = {
    "memory": MemoryChat.abilities,
    "slack": SlackChat.abilities,
    "discord": DiscordChat.abilities,
}
BEGUN = "now 2026-11-23 10:00 Europe/London\nroom northshire: Ana (admin), Ben\n"


def play(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "play", *map(str, arguments)]
    return subprocess.run(
        command, cwd=HERE.parents[1], capture_output=True, text=True, timeout=100, check=False
    )


@pytest.mark.must_hold("A1", 2)
@pytest.mark.parametrize("platform", ABILITIES)
def test_the_command_prints_the_transcript_and_nothing_else(platform: str) -> None:
    done = play(STORY, "--on", platform)

    golden = STORY.with_suffix(".txt").read_text(encoding="utf-8")
    assert done.stdout == as_on(ABILITIES[platform], golden)
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("", "A story begins with a line such as: now 2026-11-23 10:00 Europe/London"),
        ("now 2026-13-40 10:00 Europe/London", "There is no such time or zone: now 2026-13-40"),
        ("now 2026-11-23 10:00 Europe/Lodnon", "There is no such time or zone: now 2026-11-23"),
        (BEGUN + "room south: (admin)", "I cannot read this line: room south: (admin)"),
        (BEGUN + "Ana dances", "I cannot read this line: Ana dances"),
        (BEGUN + "Ana fills\n  Which day? 1.12.", "I cannot read this line: Which day? 1.12."),
        (BEGUN + "Bne presses Yes", "There is no Bne; there are Ana, Ben."),
        (BEGUN + "Ana in #south types /x", "There is no #south; there are northshire."),
    ],
)
def test_a_line_that_is_no_story_is_named(story: str, said: str) -> None:
    with pytest.raises(NotAStory) as reason:
        read(story)

    assert said in str(reason.value)


def test_signs_that_cannot_be_seen_are_written_by_a_backslash() -> None:
    _, step = read(BEGUN + r"Ana in #northshire types /meeting a\nb\sc\u202e").steps[0]

    assert step == Types("Ana", "northshire", "/meeting a\nb c\u202e")


@pytest.mark.parametrize("platform", ABILITIES)
def test_a_story_that_cannot_go_on_ends_with_a_sentence(platform: str, tmp_path: Path) -> None:
    story = tmp_path / "broken.story"
    story.write_text(BEGUN + "Ana presses Fly away\n", encoding="utf-8")

    done = play(story, "--on", platform)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{story}: Ana presses Fly away\n  ")
    assert "Fly away" in done.stderr.splitlines()[1]
    assert "Traceback" not in done.stderr


def test_a_story_that_is_no_text_ends_with_a_sentence(tmp_path: Path) -> None:
    story = tmp_path / "picture.story"
    story.write_bytes(b"\x89PNG\xff")

    done = play(story)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
