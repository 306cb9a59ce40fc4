"""What happens in between: two changes at once, undo after a change, what nobody was told of."""

from bot.chat import Person
from bot.core import people
from tests.plugins.room import ANA, BEN, CLEO, KEYS, RoomOfPeople


async def test_undo_after_a_change_that_nobody_knew_of_sends_nothing(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-03"})
    told = await room.presses(ANA, "Undo")

    assert told.splitlines()[0] == "Nothing was sent. I kept Robotics for you."
    assert await room.passes(minutes=5) == []


async def test_what_was_undone_is_found_again(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    listed = await room.says(ANA, "/meeting")

    assert "Kept for you; nobody was told." in listed
    assert "[Change and send] [Throw away]" in await room.presses(ANA, "Open")
    assert await room.says(BEN, "/meeting") == "No meeting is planned yet."


async def test_nobody_else_knows_before_it_is_announced(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)

    assert await room.says(BEN, "/meeting") == "No meeting is planned yet."
    assert await room.says(BEN, "/rsvp yes") == "No meeting is planned yet."
    assert "Robotics" not in await room.says(BEN, "/network")
    assert "Robotics" in await room.says(ANA, "/meeting")


async def test_two_moves_in_half_a_minute_are_told_as_one(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)
    for day in ("2026-12-03", "2026-12-04"):
        await room.says(ANA, "/meeting move")
        await room.fills(ANA, {"Which day?": day})
    await room.passes(seconds=40)

    assert [text.splitlines()[1:4] for text in room.inbox(BEN)] == [
        [
            "When: Friday 4 December 2026, 16:00 (London)",
            "Where: Room 12",
            "Before: Tuesday 1 December 2026, 16:00 (London)",
        ]
    ]


async def test_undo_of_the_second_move_goes_back_to_what_people_know(room: RoomOfPeople) -> None:
    await room.plan()
    for day in ("2026-12-03", "2026-12-04"):
        await room.says(ANA, "/meeting move")
        await room.fills(ANA, {"Which day?": day})

    assert await room.presses(ANA, "Undo") == (
        "Undone. Robotics twilight is as it was: Tuesday 1 December 2026, 16:00 (London)."
    )


async def test_an_edit_that_waits_does_not_show_a_move_that_can_be_undone(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "Yes")
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-03"})
    shown = await room.passes(seconds=20)

    assert not [seen for seen in shown if "3 December" in seen.text]


async def test_calling_off_what_nobody_knew_of_keeps_it(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.says(ANA, "/meeting call-off")
    told = await room.fills(ANA)

    assert told.splitlines() == [
        "Nothing was sent. I kept Robotics for you.",
        "[Change and send] [Throw away]",
    ]
    assert await room.passes(minutes=1) == []


async def test_throwing_away_works_when_somebody_has_answered(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.says(ANA, "/rsvp yes")
    await room.presses(ANA, "Undo")

    assert await room.presses(ANA, "Throw away") == "It is gone, and nobody was told."


async def test_a_form_that_was_overtaken_changes_nothing_and_loses_nothing(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.has_deputy(BEN)
    await room.says(ANA, "/meeting move")
    await room.says(BEN, "/meeting move")
    await room.fills(BEN, {"Where?": "Hall B"})
    told = await room.fills(ANA, {"Which day?": "2026-12-03"})

    assert told.splitlines() == [
        "Robotics twilight has been changed meanwhile. It is now:",
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Where: Hall B",
        "I kept what you typed, and changed nothing.",
        "[Open my form again]",
    ]
    assert "Which day?: 2026-12-03" in await room.presses(ANA, "Open my form again")
    assert "3 December" in await room.fills(ANA)


async def test_a_newer_announcement_takes_the_place_of_one_that_failed(room: RoomOfPeople) -> None:
    room.world.barred.add("northshire")
    await room.plan()
    room.world.barred.clear()
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-03"})
    await room.passes(seconds=40)

    assert "did not arrive" not in await room.says(ANA, "/network")
    assert len(room.posts()) == 1


async def test_erasing_takes_the_name_off_meetings_that_are_over(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=20)
    await room.leaves(BEN)
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    await room.passes(days=1)
    await room.roll.run()

    assert "Ben" not in room.posts()[-1]
    assert "This tells 2 people" in await room.says(ANA, "/network set-up")


async def test_an_older_key_still_knows_who_was_erased(room: RoomOfPeople) -> None:
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    actor = room.world.actor(BEN)
    listed = [(Person("memory", "northshire", actor.user), room.world.profile(actor))]
    with room.store.write() as db:
        new = people.enrol(db, 1, listed, room.clock.now(), (b"newer", *KEYS))

    assert new == []
