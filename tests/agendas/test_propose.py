"""Members propose what a meeting is about, and see what becomes of it."""

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

ROBOTS = {"What do people do?": "hands-on", "Who leads it?": "I lead it"}
HEAD = """\
# Agenda: Robotics twilight
Tuesday 1 December 2026, 16:00 (London)
"""


async def one_proposed(room: RoomOfPeople, line: str = "Sharing robots, 20 min") -> str:
    """Ben has proposed something in one line."""
    await room.says(BEN, f"/agenda propose {line}")
    return await room.fills(BEN, ROBOTS)


async def test_a_member_proposes_in_one_line(room: RoomOfPeople) -> None:
    await room.plan()
    form = await room.says(BEN, "/agenda propose Sharing robots, 20 min")
    assert form.splitlines()[:4] == [
        "# Propose an item",
        "What is it?: Sharing robots",
        "(For Robotics twilight, Tuesday 1 December 2026, 16:00 (London))",
        "How many minutes?: 20",
    ]
    assert await room.fills(BEN, ROBOTS) == (
        "Thank you. I keep Sharing robots for the coordinators of Robotics twilight. "
        "/agenda shows what becomes of it.\n[Agenda] [Take it back]"
    )


async def test_a_member_proposes_by_buttons_alone(room: RoomOfPeople) -> None:
    await room.plan()
    assert await room.presses(CLEO, "Agenda") == (
        f"{HEAD}Nothing is on the agenda yet.\n[Propose an item]"
    )
    await room.presses(CLEO, "Propose an item")
    await room.fills(CLEO, {"What is it?": "Cake", "What do people do?": "discussion"})
    assert await room.says(CLEO, "/agenda") == (
        f"{HEAD}Nothing is on the agenda yet.\nWhat you proposed:\n"
        "Cake: a coordinator will look at it\n[Take it back]\n[Propose an item]"
    )


async def test_what_becomes_of_it_is_seen_by_who_proposed_it(room: RoomOfPeople) -> None:
    await room.plan()
    await one_proposed(room)
    await one_proposed(room, "A long talk, 60 min")
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Not this time")

    agenda = f"{HEAD}16:00 Sharing robots (20 min, hands-on, Ben)\n16:20 End\nClocks of London\n"
    assert await room.says(BEN, "/agenda") == (
        f"{agenda}What you proposed:\nA long talk: not this time\n"
        "Sharing robots: on the agenda\n[Propose an item]"
    )
    assert await room.says(CLEO, "/agenda") == f"{agenda}[Propose an item]"


async def test_it_can_be_taken_back_until_somebody_has_decided(room: RoomOfPeople) -> None:
    await room.plan()
    await one_proposed(room)
    assert await room.presses(BEN, "Take it back") == (
        "I have taken Sharing robots back.\n[Agenda]"
    )
    assert "proposal" not in await room.says(ANA, "/network")

    await one_proposed(room)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    assert "Sharing robots: on the agenda" in await room.presses(BEN, "Take it back")


async def test_what_cannot_be_is_told_at_its_field_and_kept(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda propose A very long talk, 200 min")
    shown = await room.fills(BEN, ROBOTS)
    assert shown == "How many minutes?: From 1 to 180 minutes, please."
    shown = await room.fills(BEN, ROBOTS | {"How many minutes?": "a while"})
    assert shown == "How many minutes?: Please write the minutes in figures, like 20."
    shown = await room.fills(BEN, ROBOTS | {"What is it?": "x" * 121, "How many minutes?": "9"})
    assert shown == "What is it?: That is 121 characters; there is room for 120."
    shown = await room.fills(BEN, ROBOTS | {"What is it?": "Robots", "How many minutes?": "1 h"})
    assert shown.startswith("Thank you. I keep Robots")


async def test_of_several_meetings_one_is_named_or_chosen(room: RoomOfPeople) -> None:
    await room.plan()
    await room.plan("Governors", **{"Which day?": "2026-12-08"})
    assert (await room.says(BEN, "/agenda gov")).startswith("# Agenda: Governors\n")
    assert (await room.says(BEN, "/agenda something")).startswith("Which meeting do you mean?")
    assert (await room.presses(BEN, "This one")).startswith(HEAD)
    assert (await room.presses(BEN, "Another meeting")).startswith("Which meeting do you mean?")
    assert (await room.presses(BEN, "This one", 1)).startswith("# Agenda: Governors\n")


async def test_nothing_is_proposed_any_more_when_it_is_off_or_over(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda propose Sharing robots, 20 min")
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    refused = await room.fills(BEN, ROBOTS)
    assert refused.startswith("This meeting was called off.")
    assert "Sharing robots" in refused
    await room.presses(ANA, "Undo")

    await room.says(CLEO, "/agenda")
    await room.passes(days=9)
    assert (await room.presses(CLEO, "Propose an item")) == "This meeting is over."
    assert await room.says(CLEO, "/agenda") == "No meeting is planned yet."


async def test_who_is_not_on_the_list_comes_onto_it_by_proposing(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(CLEO, "/network leave")
    await room.says(CLEO, "/agenda propose Cake, 10 min")
    await room.fills(CLEO, {"What do people do?": "discussion"})
    await room.says(ANA, "/agenda arrange")
    assert "proposed by Cleo" in await room.says(ANA, "/agenda arrange")


async def test_another_network_sees_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await one_proposed(room)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    for typed in ("/agenda", "/agenda Robotics", "/agenda arrange", "/agenda propose Cake"):
        shown = await room.says(DEV, typed)
        assert "obot" not in shown
        assert "Ben" not in shown
