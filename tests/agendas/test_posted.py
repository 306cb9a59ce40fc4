"""The agenda comes to people by itself."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

THREAD = "#northshire > thread"
LATER = {"Which day?": "2026-12-10"}


async def robots(room: RoomOfPeople, bring: str = "") -> None:
    """Ana has put something on the agenda, and asks for something."""
    await room.says(ANA, "/agenda propose Robots, 30 min")
    await room.fills(ANA, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    if bring:
        await room.presses(ANA, "Before you come")
        await room.fills(ANA, {"What should people bring, read or try?": bring})


def in_thread(room: RoomOfPeople) -> list[str]:
    """What was posted into the thread before the meeting, but for whether people come."""
    return [
        one.text
        for one in room.seen
        if one.kind == "post"
        and one.where == THREAD
        and "Will you come?" not in one.text
        and "When:" in one.text
    ]


async def test_a_week_before_it_is_in_the_thread(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await robots(room, "Bring a robot.")
    await room.passes(days=10, hours=6)
    assert in_thread(room) == [
        """\
# Robotics twilight
This is what we have planned.
When: Thursday 10 December 2026, 16:00 (London)
Where: Room 12
16:00 Robots (30 min, hands-on, Ana)
Clocks of London
Before you come: Bring a robot.
[Agenda]"""
    ]


async def test_where_there_is_none_none_is_posted(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.passes(days=12)
    assert in_thread(room) == []


async def test_one_that_is_taken_out_again_is_not_posted(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await robots(room)
    await room.passes(days=10)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take out")
    await room.passes(days=1)
    assert in_thread(room) == []


async def test_a_coordinators_words_go_out_also_without_one(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Move or reword")
    await room.fills(ANA, {"What shall I say?": "The agenda follows."})
    await room.passes(days=10, hours=6)
    assert [text.splitlines()[1] for text in in_thread(room)] == ["The agenda follows."]


async def test_what_is_only_asked_for_is_posted_too(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.says(ANA, "/agenda")
    await room.presses(ANA, "Before you come")
    await room.fills(ANA, {"What should people bring, read or try?": "Bring a robot."})
    await room.passes(days=10, hours=6)
    assert [text.splitlines()[-2:] for text in in_thread(room)] == [
        ["Before you come: Bring a robot.", "[Agenda]"]
    ]


async def test_one_made_later_is_in_the_reminder_of_the_day(room: RoomOfPeople) -> None:
    await room.passes(hours=13)
    await room.may_be_written_to(BEN)
    await room.plan(**LATER)
    await room.presses(BEN, "Yes")
    await room.passes(days=12)
    await robots(room, "Bring a robot.")
    await room.passes(days=5)
    assert in_thread(room) == []
    assert [text for text in room.inbox(BEN) if "See you today!" in text] == [
        """\
# Robotics twilight
See you today!
When: Thursday 10 December 2026, 16:00 (London)
Where: Room 12
16:00 Robots (30 min, hands-on, Ana)
Clocks of London
Before you come: Bring a robot.
If something has come up, say so here, and everybody knows:
[Yes] [Yes, if I am released] [Maybe] [No]"""
    ]


async def test_two_meetings_of_a_day_each_have_theirs_in_one_message(room: RoomOfPeople) -> None:
    await room.passes(hours=13)
    await room.may_be_written_to(BEN)
    await room.plan()
    await room.presses(BEN, "Yes")
    await robots(room, "Bring a robot.")
    await room.plan("Governors", **{"What time does it start?": "18:00"})
    await room.passes(seconds=5)
    await room.presses(BEN, "Yes")
    await room.passes(days=9)
    (both,) = [text for text in room.inbox(BEN) if "See you today!" in text]
    assert both.splitlines()[:8] == [
        "# Coming up",
        "Robotics twilight",
        "See you today!",
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Where: Room 12",
        "16:00 Robots (30 min, hands-on, Ana)",
        "Clocks of London",
        "Before you come: Bring a robot.",
    ]


def edits(room: RoomOfPeople) -> list[list[str]]:
    """What the posted agenda was changed to: its items."""
    return [
        [line for line in one.text.splitlines() if " min, " in line]
        for one in room.seen
        if one.kind == "edit" and one.where == THREAD
    ]


async def posted(room: RoomOfPeople) -> None:
    """Ben leads the robots and Ana the kits, and everybody has read it."""
    await room.plan(**LATER)
    await room.says(BEN, "/agenda propose Robots, 30 min")
    await room.fills(BEN, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    await room.says(ANA, "/agenda propose Kits, 20 min")
    await room.fills(ANA, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await room.passes(days=10, hours=6)
    assert len(in_thread(room)) == 1


async def test_what_is_arranged_anew_stands_in_what_was_posted_once_for_several(
    room: RoomOfPeople,
) -> None:
    await posted(room)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Down")
    await room.presses(ANA, "Up")
    await room.presses(ANA, "Down")
    assert edits(room) == []
    await room.passes(minutes=2)
    assert edits(room) == [
        ["16:00 Kits (20 min, hands-on, Ana)", "16:20 Robots (30 min, hands-on, Ben)"]
    ]


async def test_who_is_erased_is_named_in_it_no_longer(room: RoomOfPeople) -> None:
    """Also long after the meeting."""
    await posted(room)
    await room.passes(days=20)
    await room.says(BEN, "/privacy")
    await room.presses(BEN, "Erase everything")
    await room.presses(BEN, "Yes, erase everything")
    await room.passes(minutes=1)
    assert edits(room)[-1] == [
        "16:00 Robots (30 min, hands-on)",
        "16:30 Kits (20 min, hands-on, Ana)",
    ]


async def test_the_length_of_a_meeting_stands_on_its_post(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, {"When does it end?": "17:30"})
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Change the length")
    await room.fills(ANA, {"How many minutes does it last?": "60"})
    await room.passes(minutes=1)
    assert "Until: 17:00" in room.posts()[-1]


async def test_what_was_written_privately_stays_as_it_was_told(room: RoomOfPeople) -> None:
    """Two meetings in one message: of neither anything is lost when a lead of one is erased."""
    await room.passes(hours=13)
    await room.may_be_written_to(BEN)
    for title, at in (("Robots", "16:00"), ("Kits", "18:00")):
        await room.plan(title, **LATER, **{"What time does it start?": at})
        await room.passes(seconds=5)
        await room.presses(BEN, "Yes")
    await room.says(CLEO, "/agenda propose Bridges, 30 min")
    await room.fills(CLEO, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Take it")
    await room.passes(days=16, hours=12)
    (told,) = [text for text in room.inbox(BEN) if "See you today!" in text]
    assert told.count("See you today!") == 2
    await room.says(CLEO, "/privacy")
    await room.presses(CLEO, "Erase everything")
    await room.presses(CLEO, "Yes, erase everything")
    await room.passes(minutes=1)
    assert [one for one in room.seen if one.kind == "edit" and one.who == BEN] == []


def heading(room: RoomOfPeople) -> list[str]:
    """When the meeting is and until when, as the posted agenda says now."""
    text = next(
        one.text for one in reversed(room.seen) if one.where == THREAD and " min, " in one.text
    )
    return [line for line in text.splitlines() if line.startswith(("When:", "Until:"))]


async def test_who_leaves_leads_nothing_that_is_to_come(room: RoomOfPeople) -> None:
    await posted(room)
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "Leave this network")
    await room.presses(BEN, "Yes, leave")
    await room.passes(minutes=1)
    assert edits(room)[-1] == [
        "16:00 Robots (30 min, hands-on)",
        "16:30 Kits (20 min, hands-on, Ana)",
    ]
    assert "16:00 Robots (30 min, hands-on)\n" in await room.says(ANA, "/agenda")


async def test_a_posted_agenda_tells_the_new_day_and_the_new_end(room: RoomOfPeople) -> None:
    await posted(room)
    assert heading(room) == ["When: Thursday 10 December 2026, 16:00 (London)"]
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"What time does it start?": "16:30"})
    await room.passes(minutes=1)
    assert heading(room) == ["When: Thursday 10 December 2026, 16:30 (London)"]
    assert edits(room)[-1][0] == "16:30 Robots (30 min, hands-on, Ben)"
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, {"When does it end?": "18:00"})
    await room.passes(minutes=1)
    assert heading(room)[1:] == ["Until: 18:00 (London)"]


async def test_an_undone_move_leaves_a_posted_agenda_as_it_was(room: RoomOfPeople) -> None:
    await posted(room)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"What time does it start?": "16:30"})
    await room.presses(ANA, "Undo")
    await room.passes(minutes=2)
    assert heading(room) == ["When: Thursday 10 December 2026, 16:00 (London)"]


async def test_an_agenda_that_comes_too_late_can_be_sent_by_hand(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.passes(days=12)
    await robots(room)
    assert "Not sent: there was no agenda then." in await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Send it now")
    await room.passes(minutes=1)
    assert [text.splitlines()[1] for text in in_thread(room)] == ["This is what we have planned."]


async def test_the_length_of_the_agenda_outlives_the_form_of_places(room: RoomOfPeople) -> None:
    await room.plan(**LATER)
    await room.says(ANA, "/agenda arrange")
    await room.presses(ANA, "Change the length")
    await room.fills(ANA, {"How many minutes does it last?": "60"})
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, {"How many places in the room?": "20"})
    await room.passes(minutes=1)
    assert "Until: 17:00" in room.posts()[-1]
