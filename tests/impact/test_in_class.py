"""What happened in class: asked weeks later of who was there, and read as was promised."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.scheduler.jobs import jobs
from bot.store.tables import Impact, Member, Term
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
    assert "I show figures as soon as five people can say." in shown


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
    shown = await room.says(BEN, "/impact")
    assert "I ask nothing just now." in shown
    assert "Next: Tuesday 26 January 2027." in shown


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


async def test_after_days_without_power_it_is_asked_all_the_same(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(days=50)
    room.clock.jump(timedelta(days=10))
    room.clock.jobs = jobs(room.store)  # a process that begins
    await room.passes(days=3)
    assert told(room, ASKED) == [BEN]


async def test_terms_entered_late_move_nothing_that_people_were_told(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    with room.store.write() as db:
        db.add(Term(network_id=1, kind="holiday", name="Snow", first=date(2027, 1, 20),
                    last=date(2027, 2, 2)))  # fmt: skip
    assert "Thank you. It is kept." in await tells(room, BEN)
    await room.passes(days=30)
    assert told(room, ASKED) == [BEN]
    assert "I ask what happened in class on" in await room.presses(BEN, "Change it")


async def test_what_was_told_can_be_changed_while_it_is_open(room: RoomOfPeople) -> None:
    await weeks_later(room)
    await room.passes(hours=1)
    await tells(room, BEN)
    assert "[Change it]" in await room.says(BEN, "/impact")
    await room.presses(BEN, "Change it")
    form = [one.text for one in room.seen if one.kind == "form"][-1]
    assert "(x) I agree strongly" in form


@pytest.mark.must_hold("A5", 4)
async def test_the_group_reads_figures_who_was_not_there_none(room: RoomOfPeople) -> None:
    """Five tell; the thread, which everybody reads, says no more than that they have."""
    await weeks_later(room)
    await room.passes(hours=1)
    await tells(room, BEN)
    with room.store.write() as db:
        for n in range(4):
            member = Member(name=f"Guest {n}")
            db.add(member)
            db.flush()
            row: dict[str, Any] = {"network_id": 1, "meeting_id": 1, "member_id": member.id}
            now = room.clock.now()
            db.add(Impact(**row, item="practice", answer="agree", time=1, said_at=now))
    await room.passes(days=20)
    thread = [one.text for one in room.seen if "people have told" in one.text and not one.who]
    assert thread == [
        """\
# Robotics twilight
5 people have told what happened in class. People who were there can read it.
[Read it]"""
    ]
    assert "“I do something differently in class”: 5 of 5 agree." in await room.presses(
        BEN, "Read it"
    )
    for who in (CLEO, DEV):
        assert "of 5" not in await room.says(who, "/impact results")
    assert "can read the figures" in await room.presses(CLEO, "Read it")
    assert not [one for one in room.seen if "of 5 agree" in one.text and one.who not in (ANA, BEN)]
