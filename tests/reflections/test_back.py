"""Looking back: in a minute, read by those who were promised, and closed after a week."""

from tests.attendance.test_here import begun, told
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

ROBOTS = {
    "Was it worth your time?": "Mostly",
    "What was most useful?": "The robots\nand the people",
    "What will you try, and with whom?": "Line followers with 8b",
    "By which day?": "2026-12-15",
    "With what do you want help?": "Sensors",
}


async def looks_back(room: RoomOfPeople, who: str, **more: str) -> str:
    await room.presses(who, "Looking back")
    return await room.fills(who, ROBOTS | more)


async def ended(room: RoomOfPeople) -> None:
    """Ben was there, and the meeting is over."""
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(hours=2)


async def test_at_its_end_the_thread_asks_and_says_who_will_see_it(room: RoomOfPeople) -> None:
    await ended(room)
    [asked] = [one for one in room.seen if one.kind == "post" and "Looking back" in one.text]
    assert (asked.where, asked.text) == (
        "#northshire > thread",
        """\
# Robotics twilight
Looking back, one minute: what do you take with you? People who were there, and the coordinators, \
see it with your name.
[Looking back]""",
    )
    assert (
        await looks_back(room, BEN)
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
Thank you. It is kept. People who were there, and the coordinators, see it with your name.
[Change it] [Ask the network for help]"""
    )


async def test_an_agenda_with_time_for_it_asks_in_the_meeting(room: RoomOfPeople) -> None:
    await room.plan()
    for item, kind in (("Robots, 50 min", "hands-on"), ("How was it, 10 min", "looking back")):
        await room.says(ANA, f"/agenda propose {item}")
        await room.fills(ANA, {"What do people do?": kind})
    await room.passes(days=8, hours=6, minutes=49)
    assert told(room, "Looking back, one minute") == []
    await room.passes(minutes=2)
    assert told(room, "Looking back, one minute") == ["#northshire > thread"]


async def test_who_has_not_is_asked_once_more_on_the_next_school_day(room: RoomOfPeople) -> None:
    await ended(room)
    await room.passes(days=1)
    nudges = [one.text for one in room.seen if one.kind == "post" and one.who == BEN
              and "Looking back" in one.text]  # fmt: skip
    assert len(nudges) == 1
    await room.passes(days=20)
    assert len([t for t in room.inbox(BEN) if "Looking back" in t]) == 1


async def test_who_has_looked_back_is_asked_nothing_more(room: RoomOfPeople) -> None:
    await ended(room)
    await looks_back(room, BEN)
    await room.passes(days=20)
    assert [text for text in room.inbox(BEN) if "Looking back" in text] == []
    assert "nothing to look back on" in await room.says(BEN, "/reflect")


async def test_what_was_said_is_told_in_numbers_and_read_by_who_was_there(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await looks_back(room, BEN)
    await room.passes(days=8)
    [results] = [one for one in room.seen if "looked back. People" in one.text]
    assert (results.where, results.text) == (
        "#northshire > thread",
        """\
# Robotics twilight
1 person has looked back. People who were there can read it.
[Read it]""",
    )
    assert (
        await room.presses(BEN, "Read it")
        == """\
# Looking back
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
1 person has looked back. People who were there, and the coordinators, can read it.
Ben
The robots
and the people
Will try: Line followers with 8b, by Tuesday 15 December 2026
Wants help: Sensors"""
    )
    # Cleo said yes and did not come: she does not read it.
    assert "Only people who were there" in await room.presses(CLEO, "Read it")
    assert "The robots" in await room.presses(ANA, "Read it")


async def test_a_coordinator_can_keep_it_to_coordinators_before_anybody_has_answered(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await room.says(ANA, "/reflect results robotics")
    await room.presses(ANA, "Only for coordinators")
    assert "Only the coordinators see it" in await looks_back(room, BEN)
    assert "Only the coordinators can read it." in await room.says(BEN, "/reflect results robotics")
    # What was promised cannot be changed any more.
    assert "[" not in await room.says(ANA, "/reflect results robotics")
    await room.passes(days=9)
    assert told(room, "has looked back") == []


async def test_what_cannot_be_kept_is_told_at_its_field(room: RoomOfPeople) -> None:
    await ended(room)
    await room.presses(BEN, "Looking back")
    told_ = await room.fills(BEN, {"What was most useful?": "x" * 1_600})
    assert told_.splitlines() == [
        "Was it worth your time?: Please choose one of these.",
        "What was most useful?: That is 1600 characters; there is room for 1500.",
    ]
    told_ = await room.fills(BEN, ROBOTS | {"By which day?": "next Friday"})
    assert told_.startswith("By which day?: This week or the week after?")


async def test_after_a_week_it_is_closed_and_what_was_typed_is_given_back(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await room.presses(BEN, "Looking back")
    await room.passes(days=10)
    told_ = await room.fills(BEN, ROBOTS)
    assert "It was open for a week." in told_
    assert "The robots" in told_


async def test_an_answer_can_be_changed_and_counts_once(room: RoomOfPeople) -> None:
    await ended(room)
    await looks_back(room, BEN)
    form = await room.presses(BEN, "Change it")
    assert "The robots" in form
    await room.fills(BEN, {"What was most useful?": "The sensors"})
    told_ = await room.says(ANA, "/reflect results robotics")
    assert "1 person has looked back" in told_
    assert "The sensors" in told_
    assert "The robots" not in told_
