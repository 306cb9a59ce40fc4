"""Members propose what a meeting is about, and see what becomes of it."""

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

TITLE = "# Agenda: Robotics twilight"
WHEN = "Tuesday 1 December 2026, 16:00 (London)"
ROBOTS = {"What do people do?": "hands-on", "Who leads it?": "I lead it"}


async def proposed(room: RoomOfPeople) -> str:
    """Ben has proposed something in one line."""
    await room.says(BEN, "/agenda propose Sharing robots, 20 min")
    return await room.fills(BEN, ROBOTS)


async def test_a_member_proposes_in_one_line(room: RoomOfPeople) -> None:
    await room.plan()
    form = await room.says(BEN, "/agenda propose Sharing robots, 20 min")
    assert "What is it?: Sharing robots" in form
    assert "How many minutes?: 20" in form
    print(form)
    print(await room.fills(BEN, ROBOTS))
    print(await room.says(BEN, "/agenda"))
    print(await room.says(ANA, "/network"))
    print(await room.says(ANA, "/agenda"))
    print(await room.presses(ANA, "Have a look"))
    print(await room.presses(ANA, "Take it"))
    print(await room.says(CLEO, "/agenda"))
    print(await room.says(BEN, "/agenda"))
    print(await room.says(ANA, "/agenda propose Big talk, 200 min"))
    print(await room.fills(ANA, {"What do people do?": "presentation"}))
    print(await room.fills(ANA, {"How many minutes?": "180", "What do people do?": "presentation"}))
    assert 0
