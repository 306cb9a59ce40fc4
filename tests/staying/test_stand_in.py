"""Standing in ends when a coordinator is back, and whoever did or offered to is told."""

from bot.commands.calls import Pressed
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.staying.test_duties import plan, stands_in


async def offers(room: RoomOfPeople, who: str = BEN, until: str = "12 December") -> None:
    """Ana is away, and somebody offers to stand in."""
    await room.says(ANA, f"/network away until {until}")
    await room.fills(ANA)
    await room.says(who, "/network")
    await room.presses(who, "I can stand in")
    await room.fills(who)


async def test_an_offer_ends_when_who_may_plan_is_back_and_whoever_offered_is_told(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(BEN)
    await offers(room)
    page = await room.says(BEN, "/network")
    assert "You have offered to stand in until Saturday 12 December 2026." in page
    assert "[I can stand in]" not in page
    assert "[I can stand in]" in await room.says(CLEO, "/network")

    await room.says(ANA, "/network back")
    assert "offers to stand in" not in await room.says(ANA, "/network")
    assert shown(ask(room, ANA, Pressed("network:1:stand-in-yes:1"), "C1")) == (
        "A coordinator is here again, so nobody needs to stand in any more."
    )
    assert plan(room) == [ANA]
    await room.passes(days=1)
    assert room.inbox(BEN) == [
        (
            "Thank you for offering to stand in for Northshire STEM teachers. "
            "A coordinator is here again, so nobody needs to."
        )
    ]


async def test_an_offer_that_was_taken_ends_as_well(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await offers(room)
    await room.says(ANA, "/network")
    await room.presses(ANA, "Yes, please")
    assert plan(room) == [ANA, BEN]
    await room.says(ANA, "/network back")
    assert plan(room) == [ANA]
    await room.passes(days=1)
    assert "A coordinator is here again" in room.inbox(BEN)[-1]


async def test_who_stands_in_stands_there_until_when_and_hears_of_an_early_end(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(BEN)
    await stands_in(room, BEN)
    assert "Coordinators: Ana (away until Monday 11 January 2027) and Ben (until Monday 11" in (
        await room.says(CLEO, "/network")
    )
    await room.says(ANA, "/network back")
    await room.passes(days=1)
    assert room.inbox(BEN) == [
        "You need not stand in for Ana in Northshire STEM teachers any more. Thank you!"
    ]


async def test_who_stands_in_to_the_agreed_day_is_not_told_what_they_know(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(BEN)
    await stands_in(room, BEN, "2 December")
    await room.passes(days=12)
    assert plan(room) == [ANA]
    assert "You need not stand in" not in "".join(room.inbox(BEN))


async def test_what_was_said_comes_before_whom_to_tell(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network settings")
    await room.presses(ANA, "No, thank you")
    await room.names(BEN)
    await room.says(BEN, "/network")
    assert await room.presses(BEN, "No, thank you") == (
        "That is fine, and nobody is cross.\n"
        "I may not write to Ana privately: please tell them yourself."
    )
