"""Deputies are told and may say no; a network is handed over, and never without a coordinator."""

from dataclasses import replace

from bot.commands.calls import Pressed, Sent
from bot.store.away import here
from bot.store.people import coordinators
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


def plan(room: RoomOfPeople) -> list[str]:
    """Who may plan."""
    with room.store.read() as db:
        return [one.name for one in coordinators(db, 1)]


async def test_a_deputy_is_told_what_that_means_and_may_say_no(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, ANA)
    await room.has_deputy(BEN)
    assert plan(room) == [ANA, BEN]
    await room.passes(hours=6)

    assert room.inbox(BEN) == [
        (
            "Ana has named you a deputy in Northshire STEM teachers: you may do all that a "
            "coordinator does. You can say no.\n[That is fine] [No, thank you]"
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
    await room.has_deputy(BEN)

    assert "has named you a deputy" in await room.says(BEN, "/network")
    assert "It is good to have you" in await room.presses(BEN, "That is fine")
    assert "has named you a deputy" not in await room.says(BEN, "/network")


async def test_nobody_is_named_who_asked_to_be_left_out(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network leave")
    await room.says(ANA, "/network deputy")

    said = await room.fills(ANA, {"Who may plan as well?": BEN})
    assert "has asked to be left out" in said
    assert plan(room) == [ANA]


async def test_named_twice_it_is_told_once_and_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await room.has_deputy(BEN)
    await room.has_deputy(BEN)
    await room.passes(hours=6)
    assert len(room.inbox(BEN)) == 1

    await room.says(ANA, "/network settings")
    assert "Taken back" in await room.presses(ANA, "Take that back")
    assert plan(room) == [ANA]
    assert "out of date" in shown(ask(room, BEN, Pressed("network:1:accept:1"), "C1"))


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
    await room.says(ANA, "/network settings")
    await room.presses(ANA, "Take that back")

    assert "out of date" in shown(ask(room, CLEO, Pressed("network:1:accept:2"), "C1"))
    assert plan(room) == [ANA]


async def test_who_stands_in_decides_nothing_about_who_may_plan(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network away until 11 January")
    await room.fills(ANA, {"Who stands in for you?": BEN})

    form = {"who": ("U3",), "after": ("deputy",)}
    for said in (
        Pressed("network:1:deputy"),
        Sent("network:1:deputy", form),
        Pressed("network:1:dismiss:1"),
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

    await room.says(ANA, "/network away until 20 December")
    await room.fills(ANA, {"Who stands in for you?": BEN})
    await room.says(ANA, "/network leave")
    await room.passes(days=30)
    assert plan(room) == [BEN]
