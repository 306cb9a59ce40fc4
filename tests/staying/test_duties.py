"""Deputies are told and may say no; a network is handed over, and never without a coordinator."""

from dataclasses import replace

from sqlmodel import select

from bot.adapters.stage import Room
from bot.commands.calls import Pressed, Sent
from bot.store.away import here
from bot.store.people import coordinators
from bot.store.tables import Duty
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


def plan(room: RoomOfPeople) -> list[str]:
    """Who may plan."""
    with room.store.read() as db:
        return [one.name for one in coordinators(db, 1)]


async def settings(room: RoomOfPeople) -> str:
    """What Ana sees of who may plan."""
    return await room.settings("People")


async def stands_in(room: RoomOfPeople, who: str, until: str = "11 January") -> None:
    """Ana is away, and somebody stands in, who has said yes."""
    await room.says(ANA, f"/network away until {until}")
    await room.fills(ANA)
    await room.presses(ANA, "Name a stand-in")
    await room.fills(ANA, {"Who stands in for you?": who})
    await room.says(who, "/network")
    await room.presses(who, "That is fine")


async def test_a_deputy_is_told_what_that_means_and_may_say_no(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, ANA)
    assert "Nothing changes until they say yes" in await room.names(BEN)
    assert plan(room) == [ANA]
    await room.passes(hours=6)

    assert room.inbox(BEN) == [
        (
            "Ana asks you to be a deputy in Northshire STEM teachers: you could then do all that a "
            "coordinator does. Nothing changes until you say yes.\n[That is fine] [No, thank you]"
        )
    ]
    assert "Nobody is cross" in await room.presses(BEN, "No, thank you")
    assert plan(room) == [ANA]
    await room.passes(days=1)
    assert "Ben would rather not look after" in "".join(room.inbox(ANA))
    assert "out of date" in shown(ask(room, BEN, Pressed("network:1:decline:1"), "C1"))


async def test_a_deputy_who_may_not_be_written_to_finds_it_on_their_page(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(ANA)
    await room.names(BEN)
    assert "Only a coordinator" in await room.says(BEN, "/meeting plan")

    assert "asks you to be a deputy" in await room.says(BEN, "/network")
    assert "It is good to have you" in await room.presses(BEN, "That is fine")
    assert "asks you to be a deputy" not in await room.says(BEN, "/network")
    assert plan(room) == [ANA, BEN]
    await room.passes(hours=6)
    assert "Ben has said yes, and may now plan" in "".join(room.inbox(ANA))


async def test_nobody_is_named_who_asked_to_be_left_out(room: RoomOfPeople) -> None:
    await room.leaves(BEN)
    await room.says(ANA, "/network deputy")

    said = await room.fills(ANA, {"Who may plan as well?": BEN})
    assert "has asked to be left out" in said
    assert plan(room) == [ANA]


async def test_named_twice_it_is_told_once_and_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await room.names(BEN)
    await room.names(BEN)
    await room.passes(hours=6)
    assert len(room.inbox(BEN)) == 1

    waits = "Ben is asked to be a deputy, and has not answered yet."
    assert waits in await settings(room)
    assert waits in await room.says(ANA, "/network hand-over")
    await settings(room)
    assert "Taken back" in await room.presses(ANA, "Take that back")
    assert plan(room) == [ANA]
    assert "out of date" in shown(ask(room, BEN, Pressed("network:1:accept:1"), "C1"))
    await room.passes(days=1)
    assert "Ana does not ask you any more" in room.inbox(BEN)[-1]


async def test_only_people_of_the_network_are_named(room: RoomOfPeople) -> None:
    room.world.rooms = [
        Room("northshire", "C1", (ANA, BEN, CLEO)),
        Room("southshire", "C2", (ANA, DEV)),
    ]
    for command, label, more in (
        ("/network deputy", "Who may plan as well?", {}),
        ("/network hand-over", "Who takes over?", {"press": "Hand over"}),
        ("/network away until 11 January", "Who stands in for you?", {"press": "Name a stand-in"}),
    ):
        await room.says(ANA, command)
        if "away" in command:
            await room.fills(ANA)
        for button in more.values():
            await room.presses(ANA, button)
        assert "They are not on this network's list yet." in await room.fills(ANA, {label: DEV})
    assert plan(room) == [ANA]
    with room.store.read() as db:
        assert not db.all(select(Duty))


async def test_who_was_asked_can_always_say_no(room: RoomOfPeople) -> None:
    await room.may_be_written_to(CLEO)
    await room.names(CLEO)
    refused = await room.says(ANA, "/network leave")
    assert "Please name a deputy first" in refused
    assert "Cleo is asked to be a deputy, and has not answered yet.\n[Name a deputy]" in refused

    await room.says(CLEO, "/network")
    assert "nobody is cross" in await room.presses(CLEO, "No, thank you")
    assert plan(room) == [ANA]


async def test_who_leaves_comes_back_by_one_press_from_anywhere(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    left = await room.leaves(ANA)
    assert left == ("You are off the list. Type /network if you want to come back.\n[Come back]")
    assert plan(room) == [BEN]
    # From a direct message, in which no network is at home.
    back = shown(ask(room, ANA, Pressed("network:1:join"), ""))
    assert "You are in Northshire STEM teachers." in back
    assert "cannot find" in shown(ask(room, DEV, Pressed("network:1:join"), ""))


async def test_the_last_stand_in_counts_and_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    await room.says(ANA, "/network away until 11 January")
    await room.fills(ANA)
    for who in (BEN, CLEO):
        await room.says(ANA, "/network away until 11 January")
        await room.fills(ANA)
        await room.presses(ANA, "Name a stand-in")
        assert f"I ask {who}." in await room.fills(ANA, {"Who stands in for you?": who})
        await room.says(who, "/network")
        await room.presses(who, "That is fine")
        assert plan(room) == [ANA, who]
    await room.passes(hours=6)
    assert "You need not stand in for Ana in Northshire STEM teachers any more. Thank you!" in (
        room.inbox(BEN)
    )

    await room.presses(ANA, "Take that back")
    assert plan(room) == [ANA]


async def test_who_stands_in_is_no_coordinator_when_the_last_one_leaves(room: RoomOfPeople) -> None:
    await stands_in(room, BEN)
    assert plan(room) == [ANA, BEN]
    assert "Please name a deputy first" in await room.says(ANA, "/network leave")
    assert "only coordinator" in await room.says(ANA, "/privacy erase")


async def test_who_is_asked_after_another_takes_over_and_both_are_told(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    for who in (BEN, CLEO):
        await room.says(ANA, "/network hand-over")
        await room.presses(ANA, "Hand over")
        said = await room.fills(ANA, {"Who takes over?": who})
        await room.passes(hours=6)
    assert "I do not ask Ben any more." in said
    await room.passes(days=1)
    assert "Ana does not ask you any more to look after" in room.inbox(BEN)[-1]
    assert "asks you to take over" in room.inbox(CLEO)[-1]


async def test_handing_over_changes_nothing_until_the_other_says_yes(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA, CLEO)
    await room.says(ANA, "/network hand-over")
    await room.presses(ANA, "Hand over")
    asked = await room.fills(
        ANA, {"Who takes over?": CLEO, "And you, after that?": "I am a member like the others"}
    )
    assert "You coordinate until they say yes" in asked
    assert plan(room) == [ANA]
    await room.passes(hours=6)
    assert "Ana asks you to take over Northshire STEM teachers" in "".join(room.inbox(CLEO))

    assert "You look after Northshire" in await room.presses(CLEO, "I take over")
    assert plan(room) == [CLEO]
    await room.passes(days=1)
    told = "".join(room.inbox(ANA))
    assert "Cleo looks after Northshire STEM teachers now." in told
    assert "You are a member like the others." in told
    assert "Who is who" in await room.says(CLEO, "/network hand-over")


async def test_the_old_one_may_stay_as_a_deputy(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network hand-over")
    await room.presses(ANA, "Hand over")
    await room.fills(ANA, {"Who takes over?": CLEO})
    await room.says(CLEO, "/network")
    await room.presses(CLEO, "I take over")

    assert plan(room) == [ANA, CLEO]


async def test_no_and_nothing_has_changed(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    await room.says(ANA, "/network hand-over")
    await room.presses(ANA, "Hand over")
    await room.fills(ANA, {"Who takes over?": CLEO})
    await room.says(CLEO, "/network")
    await room.presses(CLEO, "No, thank you")
    await room.passes(days=1)

    assert plan(room) == [ANA]
    assert "Cleo would rather not" in "".join(room.inbox(ANA))
    assert "out of date" in shown(ask(room, CLEO, Pressed("network:1:accept:1"), "C1"))


async def test_a_question_to_take_over_is_only_its_readers_and_only_for_two_weeks(
    room: RoomOfPeople,
) -> None:
    await room.says(ANA, "/network hand-over")
    await room.presses(ANA, "Hand over")
    await room.fills(ANA, {"Who takes over?": CLEO})

    assert "cannot find" in shown(ask(room, BEN, Pressed("network:1:accept:1"), "C1"))
    await room.passes(days=15)
    assert "out of date" in shown(ask(room, CLEO, Pressed("network:1:accept:1"), "C1"))
    assert plan(room) == [ANA]


async def test_who_is_no_coordinator_any_more_cannot_have_handed_over(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.says(BEN, "/network hand-over")
    await room.presses(BEN, "Hand over")
    await room.fills(BEN, {"Who takes over?": CLEO})
    await settings(room)
    await room.presses(ANA, "Take that back")

    assert "out of date" in shown(ask(room, CLEO, Pressed("network:1:accept:2"), "C1"))
    assert plan(room) == [ANA]


async def test_who_stands_in_decides_nothing_about_who_may_plan(room: RoomOfPeople) -> None:
    await stands_in(room, BEN)

    form = {"who": ("U3",), "after": ("deputy",), "until": ("2026-12-20",)}
    for said in (
        Pressed("network:1:deputy"),
        Sent("network:1:deputy", form),
        Pressed("network:1:dismiss:1"),
        Sent("network:1:instead", form),
        Pressed("network:1:hand-to"),
        Sent("network:1:hand-to", form),
    ):
        assert "Who may plan is for the coordinators" in shown(ask(room, BEN, said, "C1"))
    assert plan(room) == [ANA, BEN]
    assert "[Hand over]" not in await room.says(BEN, "/network hand-over")


async def test_an_administrator_may_say_yes_where_no_coordinator_has_for_a_week(
    room: RoomOfPeople,
) -> None:
    room.world.actors = tuple(replace(one, admin=one.name == CLEO) for one in room.world.actors)
    await room.says(ANA, "/network away until 20 January")
    await room.fills(ANA)
    until = {"until": ("2027-01-20",)}
    ask(room, BEN, Sent("network:1:stand-in", until), "C1")

    yes = Pressed("network:1:stand-in-yes:1")
    assert "Only a coordinator" in shown(ask(room, CLEO, yes, "C1"))
    await room.passes(days=7, hours=1)
    assert "Only a coordinator" in shown(ask(room, BEN, yes, "C1"))
    assert "Only a coordinator" in shown(ask(room, CLEO, yes, "C9"))
    assert "Ben offers to stand in" in await room.says(CLEO, "/network")
    assert "Ben stands in" in await room.presses(CLEO, "Yes, please")
    with room.store.read() as db:
        assert here(db, 1) == [2]


async def test_an_offer_ends_by_itself_and_the_only_one_left_stays(room: RoomOfPeople) -> None:
    ask(room, CLEO, Sent("network:1:stand-in", {"until": ("2026-12-01",)}), "C1")
    await room.passes(days=9)
    yes = Pressed("network:1:stand-in-yes:1")
    assert "out of date" in shown(ask(room, ANA, yes, "C1"))

    await stands_in(room, BEN, "20 December")
    await room.says(ANA, "/privacy erase")
    await room.presses(ANA, "Yes, erase everything")
    await room.passes(days=30)
    assert plan(room) == [BEN]
