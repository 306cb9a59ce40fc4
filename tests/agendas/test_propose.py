"""A member sees what a meeting is about, and proposes something for it."""

import pytest

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

EMPTY = """\
# Agenda: Robotics twilight
Tuesday 1 December 2026, 16:00 (London)
Nothing is on the agenda yet.
[Propose an item]"""
KIND = "What do people do?"


async def proposed(room: RoomOfPeople, what: str = "Sharing robots, 20 min", **more: str) -> str:
    """Ben has proposed this for the next meeting, and leads it."""
    await room.says(BEN, f"/agenda propose {what}")
    return await room.fills(BEN, {KIND: "hands-on", "Who leads it?": "I lead it"} | more)


async def test_before_there_is_one_it_says_so_and_how_to_propose(room: RoomOfPeople) -> None:
    await room.plan()

    assert await room.says(BEN, "/agenda") == EMPTY


async def test_no_meeting_has_no_agenda(room: RoomOfPeople) -> None:
    assert await room.says(BEN, "/agenda") == "No meeting is planned yet."
    assert await room.says(BEN, "/agenda propose Robots") == "No meeting is planned yet."
    assert await room.says(ANA, "/agenda") == "No meeting is planned yet.\n[Plan a meeting]"


async def test_text_after_the_command_fills_the_form(room: RoomOfPeople) -> None:
    await room.plan()

    assert (await room.says(BEN, "/agenda propose Sharing robots, 20 min")).splitlines() == [
        "# Propose an item",
        "What is it?: Sharing robots",
        "(For Robotics twilight, Tuesday 1 December 2026, 16:00 (London))",
        "How many minutes?: 20",
        "What do people do?:",
        "( ) hands-on",
        "( ) discussion",
        "( ) looking back",
        "( ) presentation",
        "( ) notices",
        "Who leads it?:",
        "( ) I lead it",
        "(x) Not settled yet",
        "Or somebody else?: _",
        "(Whom you pick here leads it.)",
        "[Propose]",
    ]


async def test_a_proposal_is_kept_and_nobody_is_written_to(room: RoomOfPeople) -> None:
    await room.plan()

    assert (await proposed(room)).splitlines() == [
        (
            "Thank you. I keep Sharing robots for the coordinators of Robotics twilight. "
            "/agenda shows what becomes of it."
        ),
        "[Agenda] [Take it back]",
    ]
    assert await room.passes(hours=3) == []
    assert (await room.says(BEN, "/agenda")).splitlines()[2:] == [
        "Nothing is on the agenda yet.",
        "What you proposed:",
        "Sharing robots: a coordinator will look at it",
        "[Take it back]",
        "[Propose an item]",
    ]
    assert await room.says(CLEO, "/agenda") == EMPTY


async def test_a_coordinator_finds_it_on_their_own_page_and_in_the_agenda(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await proposed(room)
    await proposed(room, "A second thing")

    assert "2 proposals for Robotics twilight\n[Proposals]" in await room.says(ANA, "/network")
    assert (await room.says(ANA, "/agenda")).splitlines()[3:] == [
        "2 proposals wait for you.",
        "[Have a look]",
        "[Add an item] [Before you come]",
    ]
    assert "[Take it] [Not this time]" in await room.presses(ANA, "Have a look")
    assert "proposal" not in await room.says(BEN, "/network")


async def test_what_nobody_decided_about_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room)

    assert await room.presses(BEN, "Take it back") == "I have taken Sharing robots back.\n[Agenda]"
    assert await room.presses(BEN, "Agenda") == EMPTY
    assert "proposal" not in await room.says(ANA, "/network")


async def test_what_is_on_the_agenda_cannot_be_taken_back_any_more(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    told = await room.presses(BEN, "Take it back")

    assert "16:00 Sharing robots (20 min, hands-on, Ben)" in told
    assert "Sharing robots: on the agenda" in told


async def test_the_member_sees_what_was_decided_and_gets_no_message(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room)
    await proposed(room, "A long talk")
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    await room.presses(ANA, "Not this time")

    assert room.inbox(BEN) == []
    assert (await room.says(BEN, "/agenda")).splitlines()[2:] == [
        "16:00 Sharing robots (20 min, hands-on, Ben)",
        "16:20 End",
        "Clocks of London",
        "What you proposed:",
        "A long talk: not this time",
        "Sharing robots: on the agenda",
        "[Propose an item]",
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"What is it?": ""}, "What is it?: Please say in a few words what it is."),
        (
            {"What is it?": "x" * 121},
            "What is it?: That is 121 characters; there is room for 120.",
        ),
        (
            {"How many minutes?": "twenty"},
            "How many minutes?: Please write the minutes in figures, like 20.",
        ),
        ({"How many minutes?": "0"}, "How many minutes?: From 1 to 180 minutes, please."),
        ({"How many minutes?": "200"}, "How many minutes?: From 1 to 180 minutes, please."),
    ],
)
async def test_mistakes_stand_at_their_fields(
    room: RoomOfPeople, values: dict[str, str], told: str
) -> None:
    await room.plan()

    assert await proposed(room, "Robots", **values) == told
    assert await room.says(CLEO, "/agenda") == EMPTY


async def test_a_kind_has_to_be_chosen(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda propose Robots")

    assert await room.fills(BEN) == "What do people do?: Please choose one of these."


async def test_lengths_are_read_kindly(room: RoomOfPeople) -> None:
    await room.plan()

    assert "Thank you." in await proposed(room, **{"How many minutes?": "1 h 30"})


async def test_somebody_else_can_be_named(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room, **{"Or somebody else?": CLEO})

    arranged = await room.says(ANA, "/agenda arrange")
    assert "Sharing robots (20 min, hands-on, Cleo leads it, proposed by Ben)" in arranged


async def test_who_asked_to_be_left_out_is_not_noted_again(room: RoomOfPeople) -> None:
    await room.plan()
    await room.leaves(CLEO)
    told = await proposed(room, **{"Or somebody else?": CLEO})

    assert told == (
        "Or somebody else?: I may not note that person. Please write the name into the item."
    )


async def test_a_guest_who_proposes_is_on_the_list(room: RoomOfPeople) -> None:
    await room.plan()
    await room.leaves(CLEO)
    await room.says(CLEO, "/agenda propose Robots")
    await room.fills(CLEO, {KIND: "notices"})

    assert "[Join]" not in await room.says(CLEO, "/network")
    assert "Robots: a coordinator will look at it" in await room.says(CLEO, "/agenda")


async def test_another_meeting_is_named_or_picked(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting plan School visit, 8.12.2026 9:00, Hall")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)

    assert (await room.says(BEN, "/agenda visit")).splitlines()[0] == "# Agenda: School visit"
    assert (await room.says(BEN, "/agenda")).splitlines()[-1] == (
        "[Propose an item] [Another meeting]"
    )
    assert "School visit, Tuesday 8 December" in await room.presses(BEN, "Another meeting")
    assert (await room.presses(BEN, "This one", 1)).startswith("# Agenda: School visit")
    assert "Which meeting do you mean?" in await room.says(BEN, "/agenda rocket science")


async def test_the_way_leads_from_the_post_and_from_a_meeting(room: RoomOfPeople) -> None:
    await room.plan()

    assert room.posts()[-1].splitlines()[-1] == "[Who is coming] [Agenda] [Copy as text]"
    assert await room.presses(BEN, "Agenda") == EMPTY
    assert "[Who is coming] [Agenda] [Copy as text]" in await room.says(BEN, "/meeting robotics")


async def test_a_meeting_that_is_off_takes_no_proposal(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda")
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    assert await room.presses(BEN, "Propose an item") == "This meeting was called off."


async def test_a_meeting_that_is_over_takes_no_proposal(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/agenda")
    await room.passes(days=8, hours=8)
    assert await room.presses(BEN, "Propose an item") == "This meeting is over."


async def test_another_network_sees_nothing_of_it(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room)

    assert await room.says(DEV, "/agenda") == "No meeting is planned yet.\n[Plan a meeting]"


async def test_who_is_erased_is_taken_out_and_the_item_stays(room: RoomOfPeople) -> None:
    await room.plan()
    await proposed(room)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")

    told = await room.says(ANA, "/agenda arrange")
    assert "16:00 Sharing robots (20 min, hands-on, nobody leads it yet)" in told
    assert "Ben" not in told


async def test_a_meeting_that_is_thrown_away_takes_its_agenda_along(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Secret supper, 2.12.2026 18:00")
    await room.fills(ANA)
    await room.says(ANA, "/agenda propose Soup")
    await room.fills(ANA, {KIND: "hands-on"})
    await room.says(ANA, "/meeting")
    await room.presses(ANA, "Open")
    await room.presses(ANA, "Call off")
    await room.fills(ANA)

    assert await room.presses(ANA, "Throw away") == "It is gone, and nobody was told."
