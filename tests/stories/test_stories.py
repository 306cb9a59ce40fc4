"""Every story gives the same transcript on every platform: the one that stands beside it.

Where it has changed on purpose, `python3 run.py play NAME.story > NAME.txt` writes it anew.
"""

import re
from collections.abc import Callable

import pytest

from bot.adapters.alike import DIFFERENCES, as_on
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.slack.chat import SlackChat
from bot.chat import Abilities
from bot.play import GROUNDS
from tests.adapters import schemas_slack
from tests.adapters.schemas_discord import needs_discord_schema
from tests.stories.sent import Sent
from tests.stories.told import (
    NAMES,
    STORIES,
    golden,
    grounds,
    is_the_same_again,
    is_told_alike,
    told,
)


def shared_out(name: str) -> object:
    """A story that is told once more at small size too, or else only at the full one."""
    is_small = name in ("first-meeting", "questions")
    return name if is_small else pytest.param(name, marks=pytest.mark.at_full_size)


ALL = Abilities(field_errors=True, day_picker=True, lists_members=True, repeat_safe=120)
Figure = Callable[[str], None]


@pytest.mark.must_hold("A1", 2)
@pytest.mark.parametrize("platform", GROUNDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_platform_gives_the_same_transcript(
    name: str, platform: str, figure: Figure, full: bool
) -> None:
    is_told_alike(name, platform, full=full)
    lines = golden(name).count("\n")
    figure(f"{len(STORIES)} stories on {len(GROUNDS)} platforms; {name}: {lines} lines")


@pytest.mark.must_hold("A1", 2)
@pytest.mark.parametrize("name", [shared_out(name) for name in NAMES])
def test_a_second_run_is_the_same_to_the_byte(name: str) -> None:
    is_the_same_again(name)


@needs_discord_schema
@pytest.mark.skipif(not schemas_slack.here(), reason=schemas_slack.MISSING)
@pytest.mark.must_hold("A1", 3)
@pytest.mark.timeout(300)
def test_all_that_the_stories_send_is_as_the_platforms_describe_it(
    figure: Figure, full: bool
) -> None:
    sent = Sent(everything=full)
    for name in NAMES:
        for on in grounds(name, full=full):
            sent.check(told(name, on).platform)

    figure(f"{sent.payloads} payloads of {len(STORIES)} stories on {len(GROUNDS)} platforms")


def test_what_a_platform_can_do_is_as_its_abilities_say() -> None:
    on_slack = told("first-meeting", "slack").transcript
    on_discord = told("first-meeting", "discord").transcript

    assert ("[Submit]" not in on_slack) is SlackChat.abilities.submit_label
    assert ("[Submit]" not in on_discord) is DiscordChat.abilities.submit_label
    assert ("have joined" not in on_slack) is SlackChat.abilities.lists_members
    assert ("have joined" not in on_discord) is DiscordChat.abilities.lists_members
    assert ("privately, a file" not in on_slack) is SlackChat.abilities.files_in_place
    assert ("privately, a file" not in on_discord) is DiscordChat.abilities.files_in_place


def test_a_platform_that_can_do_everything_tells_no_difference() -> None:
    assert as_on(ALL, golden("first-meeting")) == golden("first-meeting")


@pytest.mark.parametrize("ability", DIFFERENCES)
def test_no_difference_is_allowed_that_no_story_shows(ability: str) -> None:
    assert any(DIFFERENCES[ability](golden(name)) != golden(name) for name in NAMES)


def test_only_what_people_and_platforms_do_differs() -> None:
    """The table changes words of three kinds of lines, and no others."""
    for name in NAMES:
        lines = golden(name).splitlines()
        for change in DIFFERENCES.values():
            now = change(golden(name)).splitlines()
            changed = [before for before, after in zip(lines, now, strict=True) if before != after]
            assert all(
                re.fullmatch(r" {4}This tells .*|  #\S+, a file for .*| {4}\[[^\]]+\]", line)
                for line in changed
            )
