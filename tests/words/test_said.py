"""What is said to the bot in plain words is answered with buttons, on every platform."""

import asyncio
import re
from pathlib import Path

import pytest

from bot.adapters.story import read
from bot.commands.calls import Reply
from bot.play import played
from bot.store.tables import Place
from bot.ui import message_text
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.words.hall import COORDINATORS, GUEST, MEMBERS, STRANGER, Hall, begin, buttons

STORY = """
now 2026-11-25 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo (fr)
Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Ben in #northshire types @convenor sorry, can't come on Tuesday
Ben presses No
clock +5s
Cleo in #northshire types @convenor c'est quand la prochaine ?
Ana in #northshire types @convenor we need to move robotics
"""
DIRECT = """
Ben types @convenor when is the next one
Ben presses When and where
"""
HOSTILE = (
    "@everyone <!channel> <@U1> **x** `y` ||z|| [a](https://evil.example) {name} %s \u202eabc\x00"
    "\x1b[31m </meeting:1> <t:1:F> "
)
ON_DISCORD = {"heard_in_private": False}


def told(story: str, platform: str, folder: Path) -> str:
    url = f"sqlite:///{folder}/{platform}.db"
    return asyncio.run(played(read(story), platform, url)).transcript


def after(transcript: str, line: str) -> str:
    """What was seen of one step."""
    found = re.search(rf"^> {re.escape(line)}\n((?:  .*\n)*)", transcript, re.MULTILINE)
    assert found, transcript
    return found[1]


@pytest.mark.must_hold("A5", 5)
@pytest.mark.parametrize("platform", ["memory", "slack", "discord"])
def test_a_mention_is_answered_with_buttons_on_every_platform(
    platform: str, tmp_path: Path
) -> None:
    seen = told(STORY, platform, tmp_path)
    ben = after(seen, "Ben in #northshire types @convenor sorry, can't come on Tuesday")
    cleo = after(seen, "Cleo in #northshire types @convenor c'est quand la prochaine ?")
    ana = after(seen, "Ana in #northshire types @convenor we need to move robotics")
    if platform == "discord":
        assert ben == (
            "  #northshire:\n"
            "    Robotics twilight, Tuesday 1 December 2026, 16:00 (London)\n"
            "    Press a button: only you will see my answer.\n"
            "    [No] [Another answer]\n"
        )
        # What everybody reads is in the network's language, and the same for all.
        assert "[When and where]" in cleo
        assert "Move" not in ana
    else:
        assert ben == (
            "  #northshire, only Ben sees:\n"
            "    You may mean Robotics twilight, Tuesday 1 December 2026, 16:00 (London).\n"
            "    [No] [Another answer]\n"
            "    Nothing changes until you press a button.\n"
        )
        assert "[Quand et où]" in cleo
        assert "[Move or change] [Call off]" in ana
    pressed = after(seen, "Ben presses No")
    assert "only Ben sees" in pressed
    assert "Saved: No" in pressed


@pytest.mark.parametrize("platform", ["memory", "discord"])
def test_a_direct_message_is_answered_whole(platform: str, tmp_path: Path) -> None:
    seen = told(STORY + DIRECT, platform, tmp_path)
    assert "You may mean Robotics twilight" in after(
        seen, "Ben types @convenor when is the next one"
    )
    assert "Room 12" in after(seen, "Ben presses When and where")


@pytest.fixture(scope="module")
def morning(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Hall:
    """What has led to that morning, once; each test has a copy of it."""
    made = asyncio.run(begin(migrated, tmp_path_factory.mktemp("morning")))
    made.store.close()
    return made


@pytest.fixture
def hall(morning: Hall, tmp_path: Path) -> Hall:
    return morning.copied(tmp_path)


def text(answer: object) -> str:
    assert isinstance(answer, Reply)
    return message_text(answer.message)


ANN, BOB = COORDINATORS["en"], MEMBERS["en"]


async def test_a_member_is_told_who_can_change_a_meeting(hall: Hall) -> None:
    answer = hall.asks(BOB, "we have to move robotics to wednesday")
    assert "Only a coordinator" in text(answer)
    assert ANN in text(answer)
    offered = {one.action for one in buttons(answer)}
    assert not [one for one in offered if ":move" in one or ":call-off" in one or ":plan" in one]


@pytest.mark.parametrize(
    "words",
    ["can we plan another session in january", "we must cancel soldering", "move robotics"],
)
async def test_what_everybody_reads_is_the_same_for_all(hall: Hall, words: str) -> None:
    """A coordinator's answer tells no more than anybody's."""
    answers = [hall.asks(who, words, abilities=ON_DISCORD) for who in (ANN, BOB)]
    assert text(answers[0]) == text(answers[1])
    assert buttons(answers[0]) == buttons(answers[1])


async def test_what_everybody_reads_does_not_repeat_what_was_said(hall: Hall) -> None:
    answer = hall.asks(BOB, "blorp my headteacher is a fool", abilities=ON_DISCORD)
    assert "fool" not in text(answer)
    assert [one.label for one in buttons(answer)] == ["What is next", "Help"]


@pytest.mark.parametrize("abilities", [{}, ON_DISCORD], ids=["privately", "openly"])
async def test_hostile_text_is_only_words(hall: Hall, abilities: dict[str, bool]) -> None:
    before = hall.everything()
    for words in (HOSTILE * 40, "x" * 4000, HOSTILE, "1. " * 1300, "@here " * 600):
        answer = hall.asks(BOB, words[:4000], abilities=abilities)
        assert 1 <= len(buttons(answer)) <= 3
        assert "\x00" not in text(answer)
        assert len(text(answer)) < 600
    assert hall.everything() == before


async def test_a_stranger_is_told_where_to_begin(hall: Hall) -> None:
    before = hall.everything()
    for abilities in ({}, ON_DISCORD):
        answer = hall.asks(STRANGER.name, "can't come on Tuesday", "C9", abilities)
        assert [one.action for one in buttons(answer)] == ["network:0:home", "network:0:help"]
        assert "Robotics" not in text(answer)
    assert hall.everything() == before


async def test_another_channel_hears_nothing_of_ones_network(hall: Hall) -> None:
    """In private one is answered everywhere; where others read it, only at home."""
    assert "Robotics" in text(hall.asks(BOB, "can't come on Tuesday", "C9"))
    openly = hall.asks(BOB, "can't come on Tuesday", "C9", ON_DISCORD)
    assert "Robotics" not in text(openly)
    assert [one.action for one in buttons(openly)] == ["network:0:home", "network:0:help"]


@pytest.mark.parametrize("abilities", [{}, ON_DISCORD], ids=["privately", "openly"])
async def test_a_guest_in_a_borrowed_channel_gets_what_guests_may(
    hall: Hall, abilities: dict[str, bool]
) -> None:
    with hall.store.write() as db:
        db.add(
            Place(
                network_id=1, platform="memory", workspace="northshire", channel="C8",
                purpose="room", room="borrowed",
            )
        )  # fmt: skip
    answer = hall.asks(GUEST.name, "what was decided last time", "C8", abilities)
    assert not [one.action for one in buttons(answer) if one.action.startswith("notes")]
    coming = hall.asks(GUEST.name, "can't come on Tuesday", "C8", abilities)
    actions = [one.action for one in buttons(coming)]
    assert "rsvp:2:choose" in actions
    if abilities:
        assert "Robotics" not in text(coming)
        assert "rsvp:2:no" not in actions


async def test_who_is_in_two_networks_is_asked_which_and_loses_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await room.stage.types(BEN, "northshire", "/network join")
    await room.stage.types(BEN, "southshire", "/network join")
    room.stage.seen()
    await room.stage.types(BEN, "", "can't come to robotics")
    asked = room.stage.seen()[-1].text
    assert "Which network do you mean?" in asked
    first = asked.index("Northshire") < asked.index("Southshire")
    await room.stage.presses(BEN, "This one", 1 if first else 2)
    assert "You may mean Robotics twilight" in room.stage.seen()[-1].text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("help", "What you can type"),
        ("meeting", "Coming meetings"),
        ("/meeting", "Coming meetings"),
        ("agenda robotics", "Agenda: Robotics"),
        ("", "Northshire STEM teachers"),
        ("help me I can't come tuesday", "You may mean"),
        ("notes of last time please", "may mean"),
        ("meeting on tuesday, I can't come", "You may mean"),
        ("there is no meeting on 5 january, is there? I can't come then", "no meeting on that day"),
    ],
)
async def test_commands_by_mention_stay_what_they_were(hall: Hall, words: str, shown: str) -> None:
    assert shown in text(hall.asks(BOB, words))


async def test_a_command_by_mention_still_does_what_it_says(room: RoomOfPeople) -> None:
    await room.plan()
    assert "Saved: Yes" in await room.says(BEN, "rsvp yes robotics")
    await room.says(ANA, "@convenor meeting plan Rockets, 9.12.2026 16:00")
    assert "Rockets" in str(room.world.forms[ANA])
    told = await room.says(CLEO, "join")
    assert told == "Nothing changes until you press a button.\n[Join]"
    assert "Do you want to leave" in await room.says(CLEO, "leave")
    assert "You are off the list." in await room.presses(CLEO, "Yes, leave")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("I can't come on Tuesday", "No"),
        ("I'm coming on Tuesday", "Yes"),
        ("won't be able to make it on Tuesday", "No"),
        ("i cannt make it on teusday", "No"),
        ("I can't come on Tuesday, or yes, I am coming", "Answer"),
        ("sorry, no problem", ""),
    ],
)
async def test_a_yes_beside_a_no_is_not_guessed(hall: Hall, words: str, first: str) -> None:
    labels = [button.label for button in buttons(hall.asks(BOB, words))]
    assert (labels[0] if labels else "") == first or not first
    assert first or "No" not in labels
