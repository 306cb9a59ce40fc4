"""What goes by the school year: planning, moving, a series; and who has yet to enter it is told."""

from tests.networks.test_terms import NOTHING, pasted
from tests.plugins.room import ANA, BEN, RoomOfPeople


async def planned(room: RoomOfPeople, day: str) -> str:
    await room.says(ANA, f"/meeting plan Robotics, {day} 16:00")
    return await room.fills(ANA)


async def test_planning_into_a_holiday_says_so_and_it_stays(room: RoomOfPeople) -> None:
    await pasted(room)
    told = await planned(room, "22.12.2026")

    assert told.splitlines()[:3] == [
        "Robotics is planned. It goes out in 30 seconds.",
        "When: Tuesday 22 December 2026, 16:00 (London)",
        (
            "Mind: there is no school on Tuesday 22 December 2026 (Christmas holidays). "
            "It stays planned."
        ),
    ]
    assert "Mind" not in await planned(room, "15.12.2026")


async def test_moving_onto_a_public_holiday_says_so(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Public holidays")
    await room.fills(ANA)
    await room.plan()
    await room.says(ANA, "/meeting move")
    told = await room.fills(ANA, {"Which day?": "25.12.2026"})

    assert "no school on Friday 25 December 2026 (Christmas Day)" in told


async def test_a_series_leaves_the_holidays_out_and_says_so(room: RoomOfPeople) -> None:
    await pasted(room)
    await room.plan()
    await room.says(ANA, "/meeting repeat")
    told = await room.fills(ANA, {"How often?": "every week", "Until which day?": "12.1.2027"})

    assert told.splitlines()[:8] == [
        "Robotics twilight is planned 5 times. It goes out in 30 seconds, in one post.",
        "Tuesday 1 December 2026, 16:00 (London)",
        "Tuesday 8 December 2026, 16:00 (London)",
        "Tuesday 15 December 2026, 16:00 (London)",
        "Tuesday 5 January 2027, 16:00 (London)",
        "Tuesday 12 January 2027, 16:00 (London)",
        (
            "2 dates in the holidays are left out: Tuesday 22 December 2026 (Christmas holidays); "
            "Tuesday 29 December 2026 (Christmas holidays)."
        ),
        told.splitlines()[7],
    ]


async def test_a_series_that_would_be_all_holidays_is_refused(room: RoomOfPeople) -> None:
    await pasted(room)
    await room.says(ANA, "/meeting plan Robotics, 18.12.2026 16:00")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.says(ANA, "/meeting repeat")
    told = await room.fills(ANA, {"How often?": "every week", "Until which day?": "1.1.2027"})

    assert told == (
        "Until which day?: 2 dates in the holidays are left out: Friday 25 December 2026 "
        "(Christmas holidays); Friday 1 January 2027 (Christmas holidays). "
        "By that day it does not come again. Please choose a later one."
    )


async def test_coordinators_are_told_once_that_no_terms_are_known(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    await room.plan()
    assert room.inbox(ANA) == []
    await room.passes(hours=6)
    [told] = room.inbox(ANA)

    assert told.splitlines() == [
        "# Northshire STEM teachers",
        (
            "I do not know your terms yet, so every weekday counts as a school day. "
            "Tell me your terms, and I leave everybody in peace in the holidays."
        ),
        "[Enter our terms]",
    ]
    assert room.inbox(BEN) == []
    await room.plan("Another one")
    await room.passes(days=1)
    assert [text for text in room.inbox(ANA) if "do not know your terms" in text] == [told]
    assert await room.presses(ANA, "Enter our terms") == NOTHING


async def test_who_has_entered_terms_meanwhile_is_not_told(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    await room.plan()
    await pasted(room)
    await room.passes(hours=6)

    assert room.inbox(ANA) == []
