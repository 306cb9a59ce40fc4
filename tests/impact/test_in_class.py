"""What happened in class: asked weeks later of who was there, and read as was promised."""

import pytest

from tests.attendance.test_here import begun, told
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

ASKED = "What happened in class since"
SAID = {
    "I do something differently in class": "I agree strongly",
    "I passed it on to colleagues": "I do not agree",
    "My pupils take more part": "Too early to say",
    "What did you see that tells you so?": "8b asked for more",
}
CIRCLE = (
    "The coordinators read it with your name. "
    "People who were there see figures, from five people on."
)


async def weeks_later(room: RoomOfPeople) -> None:
    """Ben was there and wanted to try something; it is the morning eight weeks later."""
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(hours=2)
    await room.presses(BEN, "Looking back")
    will = {"What will you try, and with whom?": "Line followers with 8b"}
    await room.fills(BEN, {"Was it worth your time?": "Mostly"} | will)
    await room.passes(days=55, hours=12)


async def tells(room: RoomOfPeople, who: str, **more: str) -> str:
    await room.presses(who, "Tell")
    return await room.fills(who, SAID | more)


async def test_eight_weeks_later_who_was_there_is_asked_with_their_own_plan(
    room: RoomOfPeople,
) -> None:
    await weeks_later(room)
    assert told(room, ASKED) == []
    await room.passes(hours=1)
    [asked] = [one for one in room.seen if ASKED in one.text]
    # Cleo had said yes, and never that she was there.
    assert (asked.who, asked.text) == (
        BEN,
        f"""\
# Robotics twilight
What happened in class since this meeting on Tuesday 1 December 2026? One minute.
You wanted to try: “Line followers with 8b”
{CIRCLE}
[Tell]""",
    )
    assert (
        await tells(room, BEN)
        == f"""\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
Thank you. It is kept. {CIRCLE}
Where it is too early, I ask you once more next term.
[Change it]"""
    )


async def test_for_whom_it_was_too_early_is_asked_that_alone_once_more(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    await tells(room, BEN)
    await room.passes(days=84)
    assert told(room, "What do you see now?") == [BEN]
    await room.presses(BEN, "Tell", 1)
    [form] = [one.text for one in room.seen if one.kind == "form"][-1:]
    assert "My pupils take more part" in form
    assert "differently" not in form
    await room.fills(BEN, {"My pupils take more part": "Too early to say"})
    await room.passes(days=200)
    assert told(room, "What do you see now?") == [BEN]


async def test_who_tells_nothing_is_asked_no_more(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(days=300)
    assert told(room, ASKED) == [BEN]
    assert "is over for this meeting" in await room.presses(BEN, "Tell")


async def test_where_people_may_not_be_written_to_the_thread_asks(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "No, thank you")
    await room.passes(hours=1)
    assert told(room, ASKED) == ["#northshire > thread"]
    [asked] = [one.text for one in room.seen if ASKED in one.text]
    assert "8b" not in asked


async def test_the_coordinator_hears_of_it_and_reads_names_the_group_nothing_of_so_few(
    room: RoomOfPeople,
) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    await tells(room, BEN)
    await room.passes(days=15)
    assert told(room, "1 person has told.") == [ANA]
    shown = await room.presses(ANA, "Read it")
    assert "Ben\nI do something differently in class: I agree strongly" in shown
    assert "8b asked for more" in shown
    assert "A figure comes once five people can say." in shown


@pytest.mark.must_hold("A5", 4)
async def test_nobody_outside_the_circle_reads_it(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    await tells(room, BEN)
    for who in (CLEO, DEV, BEN):
        assert "8b asked" not in await room.says(who, "/impact results Robotics")
    await room.passes(days=20)
    for who in (CLEO, DEV):
        shown = await room.says(who, "/impact results Robotics")
        assert "told" not in shown.replace("to tell", "")
        assert "8b asked" not in shown
    # Who was there reads figures, and there are none of so few.
    mine = await room.says(BEN, "/impact results Robotics")
    assert "1 person has told." in mine
    assert "8b asked" not in mine
    assert "agree" not in mine


async def test_what_cannot_be_kept_is_told_at_its_field(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    await room.presses(BEN, "Tell")
    assert "Please answer at least one" in await room.fills(BEN, {})
    told_ = await tells(room, BEN, **{"What did you see that tells you so?": "x" * 4_000})
    assert "there is room for 1500" in told_


async def test_before_it_is_asked_it_says_when(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(days=30)
    assert "I ask nothing just now." in await room.says(BEN, "/impact")


async def test_a_coordinator_can_take_it_from_the_list(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(days=30)
    await room.says(ANA, "/notes")
    assert "What happened in class?" in await room.presses(ANA, "Reminders")
    await room.presses(ANA, "Change")
    assert "Dropped" in await room.presses(ANA, "Drop it")
    await room.passes(days=60)
    assert told(room, ASKED) == []
