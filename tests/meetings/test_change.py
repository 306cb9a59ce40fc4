"""A meeting is moved or called off: the post changes, and whoever said yes is told."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def _move(room: RoomOfPeople) -> str:
    await room.says(ANA, "/meeting move")
    return await room.fills(ANA, {"Which day?": "2026-12-03"})


async def test_moving_tells_the_thread_and_who_said_yes(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "No")
    await room.passes(seconds=3)
    told = await _move(room)
    shown = await room.passes(seconds=32)

    assert told.splitlines()[3] == (
        "1 person said yes. The post changes, and a reply in its thread says so. "
        "I write privately to 1 person."
    )
    assert sorted((s.kind, s.where, s.who) for s in shown) == [
        ("edit", "#northshire", ""),
        ("post", "", BEN),
        ("post", "#northshire > thread", ""),
    ]
    assert room.inbox(BEN)[0].splitlines()[:4] == [
        "# Changed: Robotics twilight",
        "When: Thursday 3 December 2026, 16:00 (London)",
        "Where: Room 12",
        "Before: Tuesday 1 December 2026, 16:00 (London)",
    ]


async def test_an_undone_move_tells_nobody_and_changes_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)
    await _move(room)

    assert await room.presses(ANA, "Undo") == (
        "Undone. Robotics twilight is as it was: Tuesday 1 December 2026, 16:00 (London)."
    )
    await room.passes(minutes=2)
    assert {post.splitlines()[1] for post in room.posts()} == {
        "When: Tuesday 1 December 2026, 16:00 (London)"
    }
    assert room.inbox(BEN) == []


async def test_a_click_while_a_move_can_be_undone_does_not_show_the_move(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await _move(room)
    await room.presses(BEN, "Yes")

    assert await room.passes(seconds=20) == []
    assert "3 December" in (await room.passes(seconds=12))[0].text


async def test_moving_what_has_not_gone_out_announces_it_as_it_is_now(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    told = await _move(room)

    assert told.splitlines()[0] == "Robotics twilight is planned. It goes out in 30 seconds."
    shown = await room.passes(seconds=40)
    assert [s.text.splitlines()[1] for s in shown] == [
        "When: Thursday 3 December 2026, 16:00 (London)"
    ]


async def test_calling_off_says_why(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA, {"A word to those who wanted to come?": "The heating is broken."})
    await room.passes(seconds=32)

    called_off = [
        "# Called off: Robotics twilight",
        "This meeting was called off.",
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Where: Room 12",
        "The heating is broken.",
    ]
    assert room.inbox(BEN)[-1].splitlines() == called_off
    assert room.posts()[-1].splitlines() == called_off


async def test_a_call_off_can_be_undone(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    await room.passes(minutes=1)

    assert room.posts()[-1].splitlines()[0] == "# Robotics twilight"
    assert (await room.presses(BEN, "Yes")).splitlines()[1] == "Saved: Yes"


async def test_which_of_several_is_asked(room: RoomOfPeople) -> None:
    await room.plan("Robotics twilight")
    await room.plan("Physics café")
    told = await room.says(ANA, "/meeting move")

    assert told.splitlines()[0] == "Which meeting do you mean?"
    assert (await room.says(ANA, "/meeting move café")).splitlines()[1] == (
        "What is it called?: Physics café"
    )


async def test_a_meeting_that_is_over_cannot_be_moved_or_answered(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting move")
    await room.passes(days=9)

    assert "Move" not in await room.fills(ANA)
    assert await room.presses(BEN, "Yes") == "This meeting is over."
