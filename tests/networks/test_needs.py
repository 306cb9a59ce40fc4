"""A person's own page says what waits for them, each with a button."""

from tests.attendance.test_here import begun
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def test_a_coordinator_sees_who_has_not_answered_and_what_is_proposed(
    room: RoomOfPeople,
) -> None:
    for who in (BEN, CLEO):
        await room.says(who, "/network join")
    await room.plan()
    assert "people have not answered" not in await room.says(ANA, "/network")
    await room.passes(days=3)
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/agenda propose Robots, 20 min")
    await room.fills(BEN, {"What do people do?": "hands-on"})
    shown = await room.says(ANA, "/network")
    assert (
        """\
This waits for you:
Robotics twilight: 2 people have not answered.
1 proposal for Robotics twilight
[Who has not answered] [Proposals]"""
        in shown
    )
    assert (
        await room.presses(ANA, "Who has not answered")
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
Not answered yet: Ana and Cleo
[Reminders] [Who is coming]"""
    )
    assert "people have not answered" not in await room.says(BEN, "/network")


async def test_after_a_meeting_it_says_what_is_still_to_be_said_and_done(
    room: RoomOfPeople,
) -> None:
    await begun(room)
    await room.passes(hours=2)
    assert "Robotics twilight: nobody has said who was there." in await room.says(ANA, "/network")
    await room.presses(BEN, "I am here")
    await room.says(ANA, "/notes try One lesson")
    await room.fills(ANA, {"By which day?": "2026-12-02"})
    await room.says(ANA, "/notes add Order kits")
    await room.fills(ANA, {"Or somebody else?": BEN, "By which day?": "2026-12-04"})
    await room.passes(seconds=1)
    assert "how did the task go" not in await room.says(BEN, "/network")
    await room.passes(days=1)
    shown = await room.says(BEN, "/network")
    assert (
        """\
This waits for you:
Robotics twilight: looking back, one minute
Robotics twilight: how did the task go?
You have 1 thing to do.
[Looking back] [How did it go?] [What I have to do]"""
        in shown
    )
    await room.presses(BEN, "How did it go?")
    await room.presses(BEN, "Did it")
    assert "how did the task go" not in await room.says(BEN, "/network")
    assert "due" not in await room.says(ANA, "/network")
    await room.passes(days=4)
    assert "1 thing to do is due." in await room.says(ANA, "/network")
    shown = await room.presses(ANA, "What is due")
    assert "Order kits (Ben, by Friday 4 December 2026)\n[Change or done]" in shown


async def test_nobody_else_sees_it(room: RoomOfPeople) -> None:
    await begun(room)
    await room.passes(days=2)
    assert "waits for you" not in await room.says(DEV, "/network")
