"""Notes of a meeting, and what is to be done: posted, reminded when due, handed on, carried on."""

from tests.attendance.test_here import begun, told
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

THREAD = "#northshire > thread"
TEXT = {"What was said?": "We tried line followers.", "What was decided?": "Kits for all."}


async def written(room: RoomOfPeople) -> None:
    """The meeting is over, and Ana has written the notes."""
    await begun(room)
    await room.passes(hours=2)
    await room.says(ANA, "/notes write")
    await room.fills(ANA, TEXT)


async def to_do(room: RoomOfPeople, what: str, **more: str) -> str:
    await room.says(ANA, f"/notes add {what}")
    return await room.fills(ANA, {"By which day?": "2026-12-09", **more})


def in_thread(room: RoomOfPeople) -> list[str]:
    """The notes as they stand in the thread, one after the other."""
    return [one.text for one in room.seen if one.where == THREAD and "# Notes" in one.text]


async def test_they_are_posted_in_the_thread_after_half_a_minute(room: RoomOfPeople) -> None:
    await written(room)
    assert in_thread(room) == []
    await room.passes(seconds=31)
    assert in_thread(room) == [
        """\
# Notes: Robotics twilight
We tried line followers.
Decided: Kits for all.
[Notes]"""
    ]


async def test_they_can_be_kept_without_a_post(room: RoomOfPeople) -> None:
    await written(room)
    await room.presses(ANA, "Do not post it")
    await room.passes(days=1)
    assert in_thread(room) == []
    assert "We tried line followers." in await room.says(BEN, "/notes")


async def test_a_post_follows_what_is_changed_and_added(room: RoomOfPeople) -> None:
    await written(room)
    await room.passes(minutes=1)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.passes(minutes=1)
    assert (
        in_thread(room)[-1]
        == """\
# Notes: Robotics twilight
We tried line followers.
Decided: Kits for all.
To do:
Order kits (Ben, by Wednesday 9 December 2026)
[Notes]"""
    )
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Change or done")
    assert await room.presses(BEN, "Done") == "Thank you. Order kits is done.\n[Undo] [Notes]"
    await room.passes(minutes=1)
    assert "Order kits (Ben, by Wednesday 9 December 2026, done)" in in_thread(room)[-1]


async def test_who_does_it_is_told_in_the_morning_it_is_due_and_can_hand_it_on(
    room: RoomOfPeople,
) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.passes(days=7, hours=12)
    assert told(room, "Due now") == []
    await room.passes(hours=3)
    assert told(room, "Due now: Order kits") == [BEN]
    await room.presses(BEN, "Change or hand on")
    await room.fills(BEN, {"Or somebody else?": CLEO, "By which day?": "2026-12-11"})
    await room.passes(days=3)
    assert told(room, "Due now: Order kits") == [BEN, CLEO]


async def test_what_is_done_in_time_is_not_reminded(room: RoomOfPeople) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Change or done")
    await room.presses(BEN, "Done")
    await room.passes(days=10)
    assert told(room, "Due now") == []


async def test_what_is_open_stands_on_the_next_agenda(room: RoomOfPeople) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.plan("Soldering", **{"Which day?": "2027-01-12"})
    assert (
        "Still to do from before:\nOrder kits (Ben, by Wednesday 9 December 2026)"
    ) in await room.says(CLEO, "/agenda")


async def test_only_who_does_it_and_coordinators_change_it(room: RoomOfPeople) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    shown = await room.says(CLEO, "/notes")
    assert "Order kits" in shown
    assert "[Change or done]" not in shown
    assert "Only a coordinator" in await room.says(CLEO, "/notes write")
    assert "kits" not in await room.says(DEV, "/notes")


async def test_what_cannot_be_kept_is_told_at_its_field(room: RoomOfPeople) -> None:
    await written(room)
    await room.says(ANA, "/notes write")
    assert "Please write what was said" in await room.fills(
        ANA, {"What was said?": "", "What was decided?": ""}
    )
    told_ = await room.fills(ANA, {"What was said?": "x" * 2_600})
    assert "there is room for 2000" in told_
    assert "no meeting yet" in await room.says(DEV, "/notes write")


async def test_what_is_due_finds_room_among_the_other_messages(room: RoomOfPeople) -> None:
    """Two private messages a week, also where three things are due."""
    await written(room)
    for day in ("2026-12-09", "2026-12-10", "2026-12-11"):
        await to_do(room, f"Kits for {day}", **{"Or somebody else?": BEN, "By which day?": day})
    await room.passes(days=10, hours=6)
    at = [one for one in room.seen if one.kind == "post" and one.who == BEN]
    assert len([one for one in at if "Due now" in one.text]) == 2
    await room.passes(days=7)
    assert told(room, "Due now") == [BEN, BEN, BEN]


async def test_who_is_erased_is_named_in_the_thread_no_longer(room: RoomOfPeople) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.passes(minutes=1)
    assert "Order kits (Ben, " in in_thread(room)[-1]
    await room.says(BEN, "/privacy")
    await room.presses(BEN, "Erase everything")
    await room.presses(BEN, "Yes, erase everything")
    await room.passes(minutes=1)
    assert "Order kits (by Wednesday" in in_thread(room)[-1]


async def test_who_has_left_is_told_of_nothing_that_is_due(room: RoomOfPeople) -> None:
    await written(room)
    await to_do(room, "Order kits", **{"Or somebody else?": BEN})
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "Leave this network")
    await room.presses(BEN, "Yes, leave")
    await room.passes(days=10)
    assert told(room, "Due now") == []


async def test_of_two_who_write_at_once_neither_loses_anything(room: RoomOfPeople) -> None:
    await begun(room)
    await room.passes(hours=2)
    await room.has_deputy(BEN)
    await room.says(ANA, "/notes write")
    await room.says(BEN, "/notes write")
    await room.fills(BEN, {"What was said?": "Ben's notes"})
    told_ = await room.fills(ANA, {"What was said?": "Ana's notes"})
    assert "That has changed meanwhile." in told_
    assert "Ben's notes" in told_
    assert "Ana's notes" in told_


async def test_who_could_not_come_gets_what_they_missed_once_and_no_question(
    room: RoomOfPeople,
) -> None:
    await begun(room)
    await room.passes(hours=16)
    await room.presses(CLEO, "I couldn't come")
    await room.says(ANA, "/notes write")
    await room.fills(ANA, TEXT)
    assert told(room, "What you missed") == []
    # She has had two private messages this week.
    await room.passes(days=8)
    assert told(room, "What you missed: Robotics twilight") == [CLEO]
    await room.says(ANA, "/notes write")
    await room.fills(ANA, {"What was said?": "More"})
    await room.passes(days=80)
    assert told(room, "What you missed") == [CLEO]
    assert told(room, "What happened in class since") == []


async def test_what_is_not_posted_is_sent_to_nobody(room: RoomOfPeople) -> None:
    await begun(room)
    await room.passes(hours=16)
    await room.presses(CLEO, "I couldn't come")
    await room.says(ANA, "/notes write")
    await room.fills(ANA, TEXT)
    await room.presses(ANA, "Do not post it")
    await room.passes(days=20)
    assert told(room, "What you missed") == []
