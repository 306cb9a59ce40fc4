"""Who came once and not since is shown to a coordinator, who asks; the bot writes them nothing."""

from bot.commands.calls import Pressed
from tests.commands.test_rights import ask, shown
from tests.newcomers.wall import EVE, STAFFROOM, Visitor, code_of, met
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

WHO = "Who came once"


async def twice(room: RoomOfPeople) -> str:
    """Eve came to the first of two meetings; returns Ana's page of newcomers."""
    await room.says(EVE, f"/network join {await code_of(room, BEN)}", STAFFROOM)
    await room.presses(EVE, "Join, and write to me")
    met(room, -7, BEN, EVE)
    assert WHO not in await room.says(ANA, "/network")
    met(room, -3, BEN)
    assert "1 person came once, and not since." in await room.says(ANA, "/network")
    return await room.presses(ANA, WHO)


async def test_a_coordinator_sees_who_when_and_which_meeting(room: RoomOfPeople) -> None:
    told = await twice(room)

    assert told.splitlines() == [
        "# New in Northshire STEM teachers",
        "Eve since Monday 23 November 2026; invited by Ben",
        "Came once, and not since:",
        "Eve: Bridges, Monday 16 November 2026, 16:00 (London)",
        "[I have asked] [Leave them be]",
        "I write nothing to them: a word from you says more.",
    ]
    assert "Who came once" not in await room.says(BEN, "/network")
    assert not any("came once" in text for text in room.inbox(EVE))


async def test_what_was_asked_is_asked_once_and_can_be_taken_back(room: RoomOfPeople) -> None:
    await twice(room)
    told = await room.presses(ANA, "I have asked")

    assert told.startswith("# New in Northshire STEM teachers\nYou have asked Eve.")
    assert "[I have asked]" not in told
    assert WHO not in await room.says(ANA, "/network")
    assert "[Leave them be]" in await room.presses(ANA, "Undo")
    assert "Eve is left in peace." in await room.presses(ANA, "Leave them be")
    met(room, -1, BEN)
    assert WHO not in await room.says(ANA, "/network")


async def test_who_comes_again_or_says_so_is_not_asked(room: RoomOfPeople) -> None:
    await twice(room)
    await room.plan()
    await room.says(EVE, "/rsvp yes", STAFFROOM)

    assert WHO not in await room.says(ANA, "/network")


async def test_a_meeting_of_which_nobody_said_who_was_there_counts_for_nothing(
    room: RoomOfPeople,
) -> None:
    met(room, -7, BEN, CLEO)
    met(room, -3)

    assert WHO not in await room.says(ANA, "/network")


async def test_dev_sees_none_of_it(room: RoomOfPeople) -> None:
    await twice(room)
    for action in ("newcomers", "asked:5", "let-be:5", "ask-again:5"):
        answer = shown(ask(room, DEV, Pressed(f"network:1:{action}"), "C2"))
        assert answer.startswith("I cannot find that any more.")
    assert "Eve" not in await room.says(DEV, "/network invite")
    assert "Eve" not in await room.presses(DEV, "Who is new")


async def test_somebody_without_an_account_is_shown_too(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    await kim.joins()
    await kim.goes_to_own_page()
    told = await room.says(ANA, "/network invite")
    assert "[Who is new]" in told
    assert await room.presses(ANA, "Who is new") == (
        "# New in Northshire STEM teachers\nKim since Monday 23 November 2026 (no meeting yet)"
    )
