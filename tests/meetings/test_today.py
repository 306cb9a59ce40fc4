"""The reminder of the day: told once, to whoever comes, and only while it is of use."""

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

REMINDER = "See you today!"


def reminders(room: RoomOfPeople, who: str) -> list[str]:
    return [text for text in room.inbox(who) if "See you" in text]


async def test_whoever_comes_is_reminded_in_the_morning_and_nobody_else(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "No")
    await room.passes(days=7, hours=20)
    assert reminders(room, BEN) == []

    await room.passes(hours=2)
    [told] = reminders(room, BEN)
    assert told == (
        "# Robotics twilight\n"
        "See you today!\n"
        "When: Tuesday 1 December 2026, 16:00 (London)\n"
        "Where: Room 12\n"
        "If something has come up, say so here, and everybody knows:\n"
        "[Yes] [Yes, if I am released] [Maybe] [No]"
    )
    await room.passes(days=2)
    assert [len(reminders(room, who)) for who in (ANA, BEN, CLEO, DEV)] == [0, 1, 0, 0]
    assert [text for text in room.posts() if REMINDER in text] == []


async def test_it_comes_at_seven(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    seen = await room.passes(days=7, hours=20, minutes=59)
    assert not any(REMINDER in one.text for one in seen)
    seen = await room.passes(minutes=1, seconds=5)
    assert [one.who for one in seen if REMINDER in one.text] == [BEN]


async def test_who_changes_their_mind_is_not_reminded(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=7)
    await room.presses(BEN, "No")
    await room.passes(days=2)
    assert reminders(room, BEN) == []


async def test_who_says_yes_two_days_before_is_reminded_and_on_the_day_is_not(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.passes(days=7)
    await room.presses(BEN, "Yes")
    await room.passes(hours=22)
    await room.presses(CLEO, "Yes")
    await room.passes(hours=20)
    assert [len(reminders(room, who)) for who in (BEN, CLEO)] == [1, 0]


async def test_a_meeting_that_moves_has_its_reminder_on_the_other_day(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=7)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-12-03"})
    await room.passes(days=2)
    assert reminders(room, BEN) == []
    await room.passes(days=1)
    assert len(reminders(room, BEN)) == 1


async def test_a_meeting_that_is_called_off_has_none(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=7)
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.passes(days=3)
    assert reminders(room, BEN) == []


async def test_an_early_meeting_has_it_the_evening_before(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Breakfast, 1.12.2026 7:30, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)
    await room.presses(BEN, "Yes")
    seen = await room.passes(days=7, hours=7, minutes=59)
    assert not any("See you" in one.text for one in seen)
    seen = await room.passes(minutes=2)
    assert ["See you tomorrow!" in one.text for one in seen if one.who == BEN] == [True]


async def test_where_nobody_may_be_written_to_the_thread_says_it_once_and_names_nobody(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    for who in (BEN, CLEO):
        await room.says(who, "/network settings")
        await room.presses(who, "No, thank you")
        await room.says(who, "/meeting robotics")
        await room.presses(who, "Yes")
    await room.passes(days=9)
    told = [one for one in room.seen if REMINDER in one.text]
    assert [(one.where, one.who) for one in told] == [("#northshire > thread", "")]
    assert BEN not in told[0].text


async def test_who_no_longer_wants_private_words_finds_it_in_the_thread(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=7)
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "No, thank you")
    await room.passes(days=1)

    assert reminders(room, BEN) == []
    assert [text for text in room.posts("#northshire > thread") if REMINDER in text] != []


async def test_a_meeting_that_moves_to_today_is_told_once(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=6, hours=23)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "2026-11-30"})
    await room.passes(hours=6)

    assert [text.splitlines()[0] for text in room.inbox(BEN)] == ["# Changed: Robotics twilight"]
