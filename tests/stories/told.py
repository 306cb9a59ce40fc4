"""The stories, each told once on each platform, and looked at by several tests."""

import asyncio
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.adapters.alike import as_on
from bot.adapters.story import read
from bot.play import GROUNDS, Played, played

STORIES = sorted(Path(__file__).parent.glob("*.story"))
NAMES = [path.stem for path in STORIES]


def golden(name: str) -> str:
    """What everybody is to see."""
    return (STORIES[NAMES.index(name)].with_suffix(".txt")).read_text(encoding="utf-8")


def play(name: str, platform: str) -> Played:
    """What they do see."""
    story = read(STORIES[NAMES.index(name)].read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        return asyncio.run(played(story, platform, f"sqlite:///{folder}/story.db"))


told = cache(play)


@cache
def again(name: str) -> tuple[str, float]:
    """What everybody sees where it is played once more in memory, and how long it took."""
    begun = time.perf_counter()
    return play(name, "memory").transcript, time.perf_counter() - begun


def grounds(name: str, *, full: bool) -> list[str]:
    """Where a story is played: at small size only one of them by Slack's socket."""
    return [on for on in GROUNDS if full or on != "slack-socket" or name == "first-meeting"]


def is_told_alike(name: str, platform: str, *, full: bool) -> None:
    """Check that the platform gives the transcript that stands beside the story."""
    if platform not in grounds(name, full=full):
        pytest.skip("at full size also by Slack's socket")
    here = told(name, platform)
    assert here.transcript == as_on(here.abilities, golden(name)), (
        f"meant so? python3 run.py play tests/stories/{name}.story > tests/stories/{name}.txt"
    )


def is_the_same_again(name: str) -> float:
    """Check that a second run is the same to the byte; returns how long it took."""
    second, seconds = again(name)
    assert second == told(name, "memory").transcript
    return seconds


def is_quick(name: str, within: float, *, full: bool, figure: Callable[[str], None]) -> None:
    """Check that a second run is the same, and takes no longer than so many seconds."""
    seconds = is_the_same_again(name)
    # How quick a machine is shows nothing of the code: only at full size, on one that is quiet.
    assert not full or seconds < within
    lines = golden(name).count("\n")
    figure(f"{lines} lines on {len(GROUNDS)} platforms, {seconds:.1f} s in memory")
