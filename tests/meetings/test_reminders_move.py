"""What goes out by itself when a meeting moves, or when an outage held it up."""

from datetime import timedelta

from tests.meetings.test_reminders import everybody_may_be_written_to, told
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def test_moving_the_meeting_moves_what_goes_out(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-03"})
    await room.presses(ANA, "Send now")
    shown = await room.says(ANA, "/meeting remind")
    assert "Thursday 26 November 2026, 15:30 (London) to everybody" in shown
    assert "Friday 27 November 2026, 15:30 (London) to who has not answered" in shown
    assert "Thursday 3 December 2026, 07:00 (London) to who is coming" in shown


async def test_what_was_sent_at_once_goes_again_on_the_new_day(room: RoomOfPeople) -> None:
    """A meeting that moves has its morning again, and not what was sent so many days before."""
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=3, hours=17)
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Send it now")
    await room.passes(minutes=5)
    assert told(room, "See you") == [BEN]
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-10"})
    await room.passes(days=12)
    assert told(room, "See you") == [BEN]
    await room.passes(days=1)
    assert told(room, "See you today!") == [BEN]


async def test_who_was_asked_once_is_not_asked_again_for_another_day(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.passes(days=4)
    assert told(room, "Will you come?") == [ANA, BEN, CLEO]
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-10"})
    await room.passes(days=12)
    assert told(room, "Will you come?") == [ANA, BEN, CLEO]


async def test_nobody_is_asked_before_a_move_can_no_longer_be_undone(room: RoomOfPeople) -> None:
    """Nor in lesson time: the meeting comes so near that it should have been asked already."""
    await everybody_may_be_written_to(room)
    await room.plan(**{"Which day?": "2026-12-18"})
    await room.passes(days=15, hours=14)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-11"})
    await room.passes(seconds=20)
    await room.presses(ANA, "Undo")
    await room.passes(minutes=5)
    assert told(room, "Will you come?") == []
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-11"})
    await room.passes(minutes=5)
    assert told(room, "Will you come?") == []
    before = len(room.seen)
    await room.passes(hours=18)
    asked = [one for one in room.seen[before:] if "Will you come?" in one.text]
    assert sorted(one.who for one in asked if one.who) == [ANA, BEN, CLEO]
    assert all("late" not in one.text for one in asked)


async def test_what_would_go_after_the_meeting_begins_says_so(room: RoomOfPeople) -> None:
    await room.plan(**{"What time does it start?": "18:00"})
    await room.says(ANA, "/meeting remind 1.12.2026 17:30, to those coming: bring it")
    await room.fills(ANA)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"What time does it start?": "16:00"})
    await room.passes(minutes=1)
    assert "the meeting has begun by then" in await room.says(ANA, "/meeting remind")
    await room.passes(days=9)
    assert "did not arrive" not in "".join(room.inbox(ANA))


async def test_what_an_outage_held_up_waits_for_the_next_school_day(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan(**{"Which day?": "2026-12-03"})
    await room.passes(days=2)
    room.clock.jump(timedelta(days=4))  # from Wednesday to Sunday evening
    before = len(room.seen)
    await room.passes(minutes=5)
    assert [one.who for one in room.seen[before:] if one.who] == []
    await room.passes(hours=12)
    assert told(room, "Will you come?") == [ANA, BEN, CLEO]
