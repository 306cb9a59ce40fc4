"""A coordinator arranges the agenda of a meeting."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

KIND, MINUTES, WHAT = "What do people do?", "How many minutes?", "What is it?"
BRING = "What should people bring, read or try?"


async def with_items(room: RoomOfPeople, **items: str) -> str:
    """Ana has put these on the agenda, each of this kind and length: "notices 10"."""
    told = ""
    for what, how in items.items():
        kind, _, minutes = how.rpartition(" ")
        await room.says(ANA, "/agenda propose")
        told = await room.fills(ANA, {WHAT: what, KIND: kind, MINUTES: minutes})
    return told


async def three(room: RoomOfPeople) -> str:
    """A meeting with a welcome, something to build and a talk about it."""
    await room.plan()
    return await with_items(
        room, Welcome="notices 10", Building="hands-on 45", Talk="discussion 20"
    )


async def deputy(room: RoomOfPeople) -> None:
    """Ben may plan as well."""
    await room.has_deputy(BEN)


def times(told: str) -> list[str]:
    """The lines of an agenda that begin with a time."""
    return [line for line in told.splitlines() if line[2:3] == ":"]


async def test_what_a_coordinator_adds_is_on_the_agenda_with_running_times(
    room: RoomOfPeople,
) -> None:
    assert (await three(room)).splitlines() == [
        "# Agenda: Robotics twilight",
        "Talk is on the agenda.",
        "Tuesday 1 December 2026, 16:00 (London)",
        "75 of 90 minutes are planned, until 17:15 (clocks of London).",
        "People try, talk or look back for 86% of the time.",
        "16:00 Welcome (10 min, notices, nobody leads it yet)",
        "[Down] [Change] [Take out]",
        "16:10 Building (45 min, hands-on, nobody leads it yet)",
        "[Up] [Down] [Change] [Take out]",
        "16:55 Talk (20 min, discussion, nobody leads it yet)",
        "[Up] [Change] [Take out]",
        "[Before you come] [Add an item] [Change the length]",
    ]


async def test_items_move_up_and_down(room: RoomOfPeople) -> None:
    await three(room)

    up = await room.presses(ANA, "Up", 1)
    assert [line[:11] for line in times(up)] == ["16:00 Welco", "16:10 Talk ", "16:30 Build"]
    down = await room.presses(ANA, "Down")
    assert [line[:11] for line in times(down)] == ["16:00 Talk ", "16:20 Welco", "16:30 Build"]


async def test_a_proposal_is_taken_and_comes_last(room: RoomOfPeople) -> None:
    await three(room)
    await room.says(BEN, "/agenda propose Sharing robots, 15 min")
    await room.fills(BEN, {KIND: "presentation", "Who leads it?": "I lead it"})

    told = await room.says(ANA, "/agenda arrange")
    assert told.splitlines()[4:6] == [
        "Proposed: Sharing robots (15 min, presentation, Ben proposes and leads it)",
        "[Take it] [Not this time]",
    ]
    taken = await room.presses(ANA, "Take it")
    assert taken.splitlines()[1:4] == [
        "Sharing robots is on the agenda.",
        "Tuesday 1 December 2026, 16:00 (London)",
        "90 of 90 minutes are planned, until 17:30 (clocks of London).",
    ]
    assert times(taken)[-1] == "17:15 Sharing robots (15 min, presentation, Ben)"


async def test_what_was_taken_out_can_be_put_back_where_it_was(room: RoomOfPeople) -> None:
    await three(room)

    told = await room.presses(ANA, "Take out", 1)
    assert told.splitlines()[1] == "Building is off the agenda."
    assert [line[:11] for line in times(told)] == ["16:00 Welco", "16:10 Talk "]
    back = await room.presses(ANA, "Put it back")
    assert [line[:11] for line in times(back)] == ["16:00 Welco", "16:10 Build", "16:55 Talk "]


async def test_a_proposal_that_was_not_taken_can_be_put_back(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda propose Sharing robots")
    await room.fills(BEN, {KIND: "hands-on"})
    await room.says(ANA, "/agenda arrange")

    assert "Sharing robots is not for this time." in await room.presses(ANA, "Not this time")
    assert "[Take it] [Not this time]" in await room.presses(ANA, "Put it back")


async def test_an_item_is_changed(room: RoomOfPeople) -> None:
    await three(room)
    await room.presses(ANA, "Change", 1)

    told = await room.fills(
        ANA, {WHAT: "Building bridges", MINUTES: "50", "Or somebody else?": CLEO}
    )
    assert times(told)[1] == "16:10 Building bridges (50 min, hands-on, Cleo)"
    await room.presses(ANA, "Change", 1)
    told = await room.fills(ANA, {MINUTES: "40"})  # Cleo still leads it
    assert times(told)[1] == "16:10 Building bridges (40 min, hands-on, Cleo)"


async def test_an_agenda_of_200_minutes_says_what_to_do(room: RoomOfPeople) -> None:
    await room.plan()
    told = await with_items(room, Welcome="notices 20", Building="hands-on 180")

    assert told.splitlines()[3] == (
        "The agenda takes 200 minutes, the meeting 90. Shorten an item, or keep one for another "
        "time. If the meeting lasts longer, change its length."
    )
    await room.presses(ANA, "Change the length")
    told = await room.fills(ANA, {"How many minutes does it last?": "3.5 hours"})
    assert "200 of 210 minutes are planned, until 19:20 (clocks of London)." in told


async def test_a_length_that_no_meeting_has_is_refused(room: RoomOfPeople) -> None:
    await three(room)
    await room.presses(ANA, "Change the length")

    told = await room.fills(ANA, {"How many minutes does it last?": "5"})
    assert told == "How many minutes does it last?: From 10 to 720 minutes, please."


async def test_less_than_half_that_people_do_themselves_is_said_kindly(room: RoomOfPeople) -> None:
    await room.plan()
    told = await with_items(room, Lecture="presentation 60", Building="hands-on 20")

    assert told.splitlines()[4:6] == [
        "People try, talk or look back for 25% of the time.",
        (
            "That is less than half. People learn most when they do something. Could one item "
            "become a talk in small groups, or something to try?"
        ),
    ]


async def test_a_long_agenda_has_pages_and_what_was_moved_stays_in_sight(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    items = {f"Part {n}": "discussion 10" for n in range(1, 9)}
    added = await with_items(room, **items)

    assert [line.split(" (")[0] for line in times(added)] == [
        "16:50 Part 6", "17:00 Part 7", "17:10 Part 8",
    ]  # fmt: skip
    moved = await room.presses(ANA, "Up")
    assert [line.split(" (")[0] for line in times(moved)][-1] == "16:40 Part 6"
    assert "[Later items]" in moved
    assert "17:00 Part 7" in await room.presses(ANA, "Later items")


async def test_before_you_come_is_shown_to_everybody(room: RoomOfPeople) -> None:
    await three(room)
    await room.presses(ANA, "Before you come")
    assert "That is saved." in await room.fills(ANA, {BRING: "Bring one robot."})

    assert "Before you come: Bring one robot." in await room.says(BEN, "/agenda")
    assert "Before you come: Bring one robot." in await room.says(BEN, "/meeting robotics")
    await room.presses(ANA, "Before you come")
    told = await room.fills(ANA, {BRING: "x" * 601})
    assert told == f"{BRING}: That is 601 characters; there is room for 600."


async def test_two_coordinators_at_once_are_told_how_it_stands(room: RoomOfPeople) -> None:
    await three(room)
    await deputy(room)
    for who in (ANA, BEN):
        await room.says(who, "/agenda arrange")
    await room.presses(ANA, "Take out", 1)

    told = await room.presses(BEN, "Up")  # on Building, which is not there any more
    assert told.splitlines()[1] == "That has changed meanwhile. This is how it stands:"
    assert [line[:11] for line in times(told)] == ["16:00 Welco", "16:10 Talk "]


async def test_a_proposal_that_a_colleague_took_is_not_taken_out(room: RoomOfPeople) -> None:
    await room.plan()
    await deputy(room)
    await room.says(CLEO, "/agenda propose Robots")
    await room.fills(CLEO, {KIND: "hands-on"})
    for who in (ANA, BEN):
        await room.says(who, "/agenda arrange")
    await room.presses(ANA, "Take it")
    told = await room.presses(BEN, "Not this time")

    assert told.splitlines()[1] == "That has changed meanwhile. This is how it stands:"
    assert times(told) == ["16:00 Robots (15 min, hands-on, nobody leads it yet)"]


async def test_whoever_sends_a_form_second_changes_nothing_and_loses_nothing(
    room: RoomOfPeople,
) -> None:
    await three(room)
    await deputy(room)
    for who in (ANA, BEN):
        await room.says(who, "/agenda arrange")
        await room.presses(who, "Change")
    await room.fills(ANA, {WHAT: "Hello"})
    told = await room.fills(BEN, {WHAT: "Good afternoon"})

    assert told.splitlines()[1] == "That has changed meanwhile. This is how it stands:"
    assert times(told)[0] == "16:00 Hello (10 min, notices, nobody leads it yet)"
    assert "Good afternoon" in told


async def test_only_coordinators_arrange(room: RoomOfPeople) -> None:
    await three(room)

    assert "Only a coordinator" in await room.says(BEN, "/agenda arrange")


async def test_a_series_taken_back_takes_its_agendas_along(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting repeat robotics")
    await room.fills(ANA, {"How often?": "every week", "Until which day?": "2026-12-15"})
    await room.says(ANA, "/agenda")
    await room.presses(ANA, "Another meeting")
    await room.presses(ANA, "This one", 1)
    await room.presses(ANA, "Add an item")
    await room.fills(ANA, {WHAT: "Later", KIND: "notices"})

    assert "comes once" in await room.presses(ANA, "Undo")
