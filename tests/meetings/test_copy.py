"""A meeting planned like a former one."""

from bot.store import meetings
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople

FORM = """\
# Plan a meeting
What is it called?: Robotics twilight
Which day?: _
(Day, month, year: 1.12.2026)
What time does it start?: 16:00
(Clocks of London)
Where?: Room 12
What is it about?: Bring your box
[Plan]"""


async def test_a_former_meeting_comes_again_on_another_day(room: RoomOfPeople) -> None:
    await room.plan(**{"What is it about?": "Bring your box"})
    await room.passes(days=20)

    assert await room.says(ANA, "/meeting copy") == FORM
    assert (await room.fills(ANA, {"Which day?": "Tuesday 12 January 2027"})).splitlines() == [
        "Robotics twilight is planned. It goes out in 30 seconds.",
        "When: Tuesday 12 January 2027, 16:00 (London)",
        "Where: Room 12",
        "This tells 3 people in #northshire.",
        "After that, by itself:",
        (
            "Tuesday 5 January 2027, 15:30 (London) to everybody, in the thread: "
            "The agenda, if there is one by then"
        ),
        (
            "Friday 8 January 2027, 15:30 (London) to who has not answered: "
            "Will you come? One click is enough."
        ),
        "Tuesday 12 January 2027, 07:00 (London) to who is coming: The reminder of the day",
        "[Send now] [Undo] [Reminders]",
    ]
    seen = await room.passes(seconds=31)
    assert [one.text.splitlines()[:2] for one in seen] == [
        ["# Robotics twilight", "When: Tuesday 12 January 2027, 16:00 (London)"]
    ]


async def test_the_copy_is_as_long_and_held_as_the_former_one(room: RoomOfPeople) -> None:
    await room.plan()
    with room.store.write() as db:
        former = meetings.get(db, [1], 1)
        assert former is not None
        former.minutes, former.mode, former.seats, former.online_seats = 45, "both", 20, 30
        former.link = "https://example.org/robotics"
    await room.says(ANA, "/meeting copy robotics")
    await room.fills(ANA, {"Which day?": "2026-12-15", "Where?": "Hall"})

    with room.store.read() as db:
        made = meetings.get(db, [1], 2)
    assert made is not None
    assert (made.minutes, made.mode, made.seats, made.online_seats, made.link, made.venue) == (
        45, "both", 20, 30, "https://example.org/robotics", "Hall",
    )  # fmt: skip


async def test_each_name_is_offered_once_the_latest_first(room: RoomOfPeople) -> None:
    await room.plan("Robotics twilight")
    await room.plan("School visit", **{"Which day?": "2026-12-03"})
    await room.plan("robotics twilight", **{"Which day?": "2026-12-08"})

    assert (await room.says(ANA, "/meeting copy")).splitlines() == [
        "Which meeting do you mean?",
        "robotics twilight, Tuesday 8 December 2026, 16:00 (London)",
        "[This one]",
        "School visit, Thursday 3 December 2026, 16:00 (London)",
        "[This one]",
    ]
    assert "School visit" in await room.presses(ANA, "This one", 1)
    assert "What is it called?: School visit" in await room.says(ANA, "/meeting copy visit")
    assert "What is it called?: robotics" in await room.says(ANA, "/meeting copy Robotics Twilight")


async def test_a_day_has_to_be_named_and_one_that_is_over_is_refused(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting copy")

    assert await room.fills(ANA) == (
        "Which day?: I cannot read that day. Please write it like Tuesday, or 1.12.2026."
    )
    assert await room.fills(ANA, {"Which day?": "2026-11-20"}) == (
        "Which day?: Friday 20 November 2026, 16:00 (London) is over. Please choose a time to come."
    )
    assert "is planned" in await room.fills(ANA, {"Which day?": "2026-12-15"})


async def test_the_copy_can_be_taken_back_and_the_former_one_stays(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting copy")
    await room.fills(ANA, {"Which day?": "2026-12-15"})
    before = len(room.posts())
    await room.presses(ANA, "Undo")
    await room.passes(minutes=5)

    assert len(room.posts()) == before
    assert (await room.says(BEN, "/meeting")).count("Robotics twilight") == 1


async def test_what_was_called_off_can_come_another_time(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA, {"A word to those who wanted to come?": "Snow"})
    await room.presses(ANA, "Send now")
    await room.says(ANA, "/meeting copy")

    assert "is planned" in await room.fills(ANA, {"Which day?": "2026-12-15"})


async def test_without_a_meeting_there_is_nothing_to_copy(room: RoomOfPeople) -> None:
    assert await room.says(ANA, "/meeting copy") == "No meeting is planned yet."
    await room.plan()
    assert "Only a coordinator" in await room.says(BEN, "/meeting copy")
    assert await room.says(DEV, "/meeting copy") == "No meeting is planned yet."
