"""Coordinators arrange the agenda of a meeting with buttons."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

HEAD = """\
# Agenda: Robotics twilight
"""
WHEN = "Tuesday 1 December 2026, 16:00 (London)\n"
BELOW = "[Before you come] [Add an item] [Change the length]"
HALF = (
    "That is less than half. People learn most when they do something. Could one item become a "
    "talk in small groups, or something to try?"
)


async def adds(room: RoomOfPeople, line: str, kind: str = "hands-on", who: str = ANA) -> str:
    """Somebody adds an item."""
    await room.says(who, f"/agenda propose {line}")
    return await room.fills(who, {"What do people do?": kind})


def titles(shown: str) -> list[str]:
    """The items of an agenda, each with when it begins."""
    return [line.partition(" (")[0] for line in shown.splitlines() if line[2:3] == ":"]


async def test_what_a_coordinator_adds_is_on_it(room: RoomOfPeople) -> None:
    await room.plan()
    assert await adds(room, "Robots, 30 min") == (
        f"{HEAD}Robots is on the agenda.\n{WHEN}"
        "30 of 90 minutes are planned, until 16:30 (clocks of London).\n"
        "People try, talk or look back for 100% of the time.\n"
        "16:00 Robots (30 min, hands-on, nobody leads it yet)\n[Change] [Take out]\n"
        f"{BELOW}"
    )


async def test_items_are_moved_changed_taken_out_and_put_back(room: RoomOfPeople) -> None:
    await room.plan()
    for line in ("Robots, 30 min", "News, 5 min", "Cake, 20 min"):
        shown = await adds(room, line)
    assert titles(shown) == ["16:00 Robots", "16:30 News", "16:35 Cake"]
    assert titles(await room.presses(ANA, "Up", 1)) == ["16:00 Robots", "16:30 Cake", "16:50 News"]
    assert titles(await room.presses(ANA, "Down")) == ["16:00 Cake", "16:20 Robots", "16:50 News"]

    form = await room.presses(ANA, "Change")
    assert "What is it?: Cake" in form
    shown = await room.fills(ANA, {"How many minutes?": "10"})
    assert titles(shown) == ["16:00 Cake", "16:10 Robots", "16:40 News"]

    shown = await room.presses(ANA, "Take out", 1)
    assert titles(shown) == ["16:00 Cake", "16:10 News"]
    assert "Robots is off the agenda." in shown
    shown = await room.presses(ANA, "Put it back")
    assert titles(shown) == ["16:00 Cake", "16:10 Robots", "16:40 News"]


async def test_a_proposal_is_taken_or_not_this_time_which_can_be_undone(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await adds(room, "Robots, 20 min", who=BEN)
    await adds(room, "Cake, 20 min", who=CLEO)
    shown = await room.says(ANA, "/agenda arrange")
    assert "Proposed: Robots (20 min, hands-on, nobody leads it yet, proposed by Ben)" in shown
    shown = await room.presses(ANA, "Not this time")
    assert shown.startswith(f"{HEAD}Robots is not for this time.\n")
    assert "Proposed: Robots" not in shown
    assert "Proposed: Robots" in await room.presses(ANA, "Put it back")
    assert titles(await room.presses(ANA, "Take it", 1)) == ["16:00 Cake"]
    assert titles(await room.presses(ANA, "Take it")) == ["16:00 Cake", "16:20 Robots"]


async def test_an_agenda_of_200_minutes_is_said_and_has_a_way_on(room: RoomOfPeople) -> None:
    await room.plan()
    await adds(room, "Robots, 110 min")
    shown = await adds(room, "Cake, 90 min")
    assert (
        "The agenda takes 200 minutes, the meeting 90. Shorten an item, or keep one for another "
        "time. If the meeting lasts longer, change its length." in shown
    )
    await room.presses(ANA, "Change the length")
    assert await room.fills(ANA, {"How many minutes does it last?": "721"}) == (
        "How many minutes does it last?: From 10 to 720 minutes, please."
    )
    shown = await room.fills(ANA, {"How many minutes does it last?": "3 h 20"})
    assert "200 of 200 minutes are planned, until 19:20 (clocks of London)." in shown


async def test_below_half_a_friendly_word_is_said(room: RoomOfPeople) -> None:
    await room.plan()
    assert HALF not in await adds(room, "Robots, 30 min")
    assert HALF not in await adds(room, "A talk, 30 min", "presentation")
    shown = await adds(room, "News, 5 min", "notices")
    assert f"People try, talk or look back for 46% of the time.\n{HALF}" in shown


async def test_what_to_bring_stands_where_people_look(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/agenda")
    await room.presses(ANA, "Before you come")
    await room.fills(ANA, {"What should people bring, read or try?": "Bring a *robot*."})
    for typed in ("/agenda", "/meeting Robotics"):
        assert "Before you come: Bring a *robot*." in await room.says(BEN, typed)


async def test_many_items_have_pages(room: RoomOfPeople) -> None:
    await room.plan()
    for number in range(7):
        shown = await adds(room, f"Part {number}, 10 min")
    assert titles(shown) == ["16:50 Part 5", "17:00 Part 6"]
    assert len(titles(await room.presses(ANA, "Earlier items"))) == 5
    assert titles(await room.presses(ANA, "Later items")) == ["16:50 Part 5", "17:00 Part 6"]
    shown = await room.presses(ANA, "Up")
    assert "16:40 Part 5" in titles(shown)


async def test_two_coordinators_at_once(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/network settings")
    await room.presses(ANA, "Name a deputy")
    await room.fills(ANA, {"Who may plan as well?": "Ben"})
    await adds(room, "Robots, 30 min")
    await room.says(BEN, "/agenda arrange")
    await room.presses(BEN, "Change")
    await room.presses(ANA, "Change")
    await room.fills(ANA, {"What is it?": "Robots and cake"})
    shown = await room.fills(BEN, {"What is it?": "Nothing but robots"})
    assert shown.startswith(f"{HEAD}That has changed meanwhile. This is how it stands:\n")
    assert titles(shown) == ["16:00 Robots and cake"]
    assert "Nothing but robots" in shown

    await room.says(BEN, "/agenda arrange")
    await room.presses(ANA, "Take out")
    shown = await room.presses(BEN, "Take out")
    assert shown.startswith(f"{HEAD}That has changed meanwhile.")

    await room.says(BEN, "/agenda arrange")
    await room.presses(BEN, "Before you come")
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Before you come")
    await room.fills(ANA, {"What should people bring, read or try?": "Cups."})
    shown = await room.fills(BEN, {"What should people bring, read or try?": "Plates."})
    assert shown.startswith(f"{HEAD}That has changed meanwhile.")
    assert "Plates." in shown
    assert "Before you come: Cups." in await room.says(CLEO, "/agenda")


async def test_only_a_coordinator_arranges(room: RoomOfPeople) -> None:
    await room.plan()
    await adds(room, "Robots, 30 min", who=BEN)
    assert "Only a coordinator" in await room.says(BEN, "/agenda arrange")
