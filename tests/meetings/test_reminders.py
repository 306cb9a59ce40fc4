"""What goes out for a meeting by itself, and how a coordinator changes it."""

from bot.core import plans
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

LIST = """\
# Robotics twilight
This goes out by itself:
Tuesday 24 November 2026, 15:30 (London) to everybody, in the thread (3): \
The agenda, if there is one by then
[Change]
Friday 27 November 2026, 15:30 (London) to who has not answered (3): \
Will you come? One click is enough.
Some of them I may not write to: they read it in the thread.
[Change]
Tuesday 1 December 2026, 07:00 (London) to who is coming (0): The reminder of the day
[Change]
[Add a reminder] [In the meeting and after it]
Nobody gets more than two private messages a week, or five for one meeting."""
ASKED = """\
# Robotics twilight
Will you come? One click is enough.
When: Tuesday 1 December 2026, 16:00 (London)
Where: Room 12
[Yes] [Yes, if I am released] [Maybe] [No]
This is the only time that I ask."""


def told(room: RoomOfPeople, words: str) -> list[str]:
    """Whom a message with these words reached: names, and rooms."""
    posts = [one for one in room.seen if one.kind == "post" and words in one.text]
    return sorted(one.who or one.where for one in posts)


async def everybody_may_be_written_to(room: RoomOfPeople) -> None:
    await room.passes(hours=13)
    await room.may_be_written_to(ANA, BEN, CLEO)


async def test_the_list_says_what_goes_out_when_and_to_how_many(room: RoomOfPeople) -> None:
    await room.plan()

    assert await room.says(ANA, "/meeting remind") == LIST
    after = await room.presses(ANA, "In the meeting and after it")
    assert after.count("[Change]") == len(plans.AFTERWARDS) - 1  # there is no task
    assert (
        "Tuesday 26 January 2027, 07:00 (London) to who was there (0): What happened in class?"
        in after
    )
    assert await room.presses(ANA, "Before the meeting") == LIST


async def test_only_a_coordinator_sees_it(room: RoomOfPeople) -> None:
    await room.plan()
    refused = await room.says(BEN, "/meeting remind")
    assert "goes out" not in refused
    assert "Robotics" not in await room.says(DEV, "/meeting remind")


async def test_who_has_not_answered_is_asked_once_and_then_left_in_peace(
    room: RoomOfPeople,
) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.passes(days=7)

    assert told(room, "Will you come?") == [ANA, CLEO]
    assert [text for text in room.inbox(CLEO) if "Will you" in text] == [ASKED]
    await room.presses(CLEO, "Maybe")
    await room.passes(days=10)
    assert told(room, "Will you come?") == [ANA, CLEO]


async def test_where_some_may_not_be_written_to_the_thread_asks_and_names_nobody(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.passes(days=7)

    assert told(room, "Will you come?") == ["#northshire > thread", BEN, CLEO]


async def test_one_is_added_in_one_line_and_reaches_who_is_coming(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "No")
    form = await room.says(
        ANA, "/meeting remind Thursday 26.11. 7:30, to those coming: bring your box, and cake"
    )
    assert form.splitlines()[2:] == [
        "Which day?: 2026-11-26",
        "What time?: 07:30",
        "To whom?:",
        "( ) everybody, in the thread",
        "( ) who has not answered",
        "(x) who is coming",
        "( ) who leads something",
        "What shall I say?: bring your box, and cake",
        "[Keep]",
    ]
    shown = await room.fills(ANA)
    assert (
        "26 November 2026, 07:30 (London) to who is coming (1): bring your box, and cake" in shown
    )

    await room.passes(days=5)
    assert told(room, "bring your box, and cake") == [BEN]


async def test_what_is_typed_without_a_colon_is_not_taken_for_an_audience(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    for typed, whom, words in (
        ("Thursday 7:30, to all", "everybody, in the thread", "_"),
        ("Thursday 7:30, who has not answered yet", "who has not answered", "_"),
        ("Bring your box to the hall", "who is coming", "Bring your box to the hall"),
        ("Is anybody coming by train, all of you?", "who is coming",
         "Is anybody coming by train, all of you?"),
        ("to all: Come to the hall", "everybody, in the thread", "Come to the hall"),
    ):  # fmt: skip
        form = await room.says(ANA, f"/meeting remind {typed}")
        assert (f"(x) {whom}" in form, f"What shall I say?: {words}" in form) == (True, True)


async def test_one_can_be_reworded_moved_dropped_and_put_back(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change", 1)
    await room.presses(ANA, "Move or reword")
    shown = await room.fills(ANA, {"Which day?": "2026-11-26", "What shall I say?": "Are you in?"})
    assert "Thursday 26 November 2026, 15:30 (London) to who has not answered (3): Are you" in shown
    await room.presses(ANA, "Change", 2)
    shown = await room.presses(ANA, "Drop it")
    assert "The reminder of the day\nDropped: it does not go out." in shown
    await room.presses(BEN, "Yes")
    await room.passes(days=5)
    assert told(room, "Are you in?") == [ANA, CLEO]

    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Put it back")
    await room.passes(days=5)
    assert told(room, "See you today!") == [BEN]


async def test_what_is_dropped_does_not_go(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change", 1)
    await room.presses(ANA, "Drop it")
    await room.presses(BEN, "Yes")
    await room.passes(days=10)
    assert told(room, "Will you come?") == []


async def test_send_now_waits_for_after_school_and_can_be_undone(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.passes(hours=11)  # Tuesday, ten o'clock
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change", 1)
    assert await room.presses(ANA, "Send it now") == (
        "It goes to 3 people: Tuesday 24 November 2026, 15:30 (London).\n[Undo] [Reminders]"
    )
    assert "Friday 27 November 2026, 15:30 (London) to who" in await room.presses(ANA, "Undo")
    await room.passes(hours=24)
    assert told(room, "Will you come?") == []

    await room.passes(hours=6)  # Wednesday, four o'clock
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Send it now")
    await room.passes(seconds=31)
    assert told(room, "Will you come?") == [ANA, BEN, CLEO]
    assert await room.presses(ANA, "Undo") == "It has gone out already.\n[Reminders]"
    await room.passes(days=9)
    assert told(room, "Will you come?") == [ANA, BEN, CLEO]


async def test_what_cannot_be_is_told_at_its_field_and_kept(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting remind Tuesday 24.11. 10:00, to those coming: bring a box")
    shown = await room.fills(ANA)
    assert (
        "What time?: I write on school days, 7:00 to 8:15 and 15:30 to 18:30. "
        "The nearest time is Tuesday 24 November 2026, 15:30 (London)." in shown
    )
    shown = await room.fills(ANA, {"Which day?": "2026-12-02", "What time?": "16:00"})
    assert "By then the meeting has begun. Please choose an earlier time." in shown
    shown = await room.fills(ANA, {"Which day?": "2026-11-20", "What shall I say?": " "})
    assert "is over. Please choose a time to come." in shown


async def test_what_is_due_together_is_one_message(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan("Robotics", **{"What time does it start?": "15:45"})
    await room.presses(BEN, "Yes")
    await room.plan("Governors", **{"What time does it start?": "18:00"})
    await room.passes(seconds=5)
    await room.presses(BEN, "Yes")
    await room.passes(days=9)

    both = [text for text in room.inbox(BEN) if "See you today!" in text]
    assert [text.splitlines()[0] for text in both] == ["# Coming up"]
    assert [line for line in both[0].splitlines() if line in ("Robotics", "Governors")] == [
        "Robotics",
        "Governors",
    ]


async def test_nobody_gets_more_than_two_a_week_and_the_list_says_so(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.plan()
    await room.presses(BEN, "Yes")
    for day, words in (("26.11.", "first"), ("27.11.", "second"), ("30.11.", "third")):
        await room.says(ANA, f"/meeting remind {day} 16:00, to those coming: {words} box")
        await room.fills(ANA)
    await room.passes(days=9, hours=1)

    mine = [text.splitlines()[1] for text in room.inbox(BEN) if "box" in text or "See you" in text]
    assert mine == ["first box", "second box"]


async def test_a_meeting_can_be_named_before_the_reminder(room: RoomOfPeople) -> None:
    await room.plan()
    await room.plan("Soldering evening", **{"Which day?": "2026-12-03"})
    form = await room.says(ANA, "/meeting remind soldering, Monday 7:30, to those coming: bring it")
    assert "Soldering evening, Thursday 3 December" in form
    assert "What shall I say?: bring it" in form
    assert "Soldering evening" in await room.says(ANA, "/meeting remind soldering: bring it")


async def test_what_is_too_long_is_given_back(room: RoomOfPeople) -> None:
    await room.plan()
    told = await room.says(ANA, f"/meeting remind Monday 7:30, to all: {'x' * 700} END")
    assert "there is room for 600" in told
    assert "END" in told
