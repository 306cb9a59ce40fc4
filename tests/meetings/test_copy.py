"""A meeting like a former one: everything is filled in but its day."""

from bot.core.copies import KEPT
from bot.store import meetings
from bot.store.tables import Meeting
from tests.plugins.room import ANA, BEN, RoomOfPeople

ABOUT = "Bring one robot, and we try line following together. " * 20 + "Good."
FILLED = [
    "What is it called?: Robotics twilight",
    "Which day?: _",
    "(Day, month, year: 1.12.2026)",
    "What time does it start?: 16:00",
    "(Clocks of London)",
    "Where?: Room 12",
    f"What is it about?: {ABOUT}",
]

OF_ONE_ALONE = (
    *("id", "network_id", "title", "about", "venue", "local_start", "zone", "starts_at"),
    *("state", "reason", "version", "before", "held_until", "planned_by", "series_id"),
    *("occurrence", "bring", "task", "task_due", "circle"),
    *("class_at", "class_until", "again_at", "again_until"),
)
"""What a copy is asked for, or begins anew."""


def test_of_every_column_it_is_decided_whether_a_copy_and_a_series_keep_it() -> None:
    assert {*KEPT, *OF_ONE_ALONE} == set(Meeting.__table__.columns.keys()), (  # type: ignore[attr-defined]
        "put it into KEPT in bot/core/copies.py, or here"
    )


async def test_a_meeting_that_is_over_is_copied_by_its_button(room: RoomOfPeople) -> None:
    await room.plan(**{"What is it about?": ABOUT})
    await room.passes(days=10)
    assert (await room.presses(ANA, "Read all")).endswith("[Copy]")
    form = await room.presses(ANA, "Copy")

    assert form.splitlines()[1:8] == FILLED
    told = await room.fills(ANA, {"Which day?": "15.12.2026"})
    assert told.splitlines()[:3] == [
        "Robotics twilight is planned. It goes out in 30 seconds.",
        "When: Tuesday 15 December 2026, 16:00 (London)",
        "Where: Room 12",
    ]


async def test_the_day_is_asked_for(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting copy")
    told = await room.fills(ANA)

    assert told == "Which day?: I cannot read that day. Please write it like Tuesday, or 1.12.2026."


async def test_it_is_as_long_as_the_former_one_and_held_like_it(room: RoomOfPeople) -> None:
    await room.plan()
    with room.store.write() as db:
        former = meetings.get(db, [1], 1)
        assert former is not None
        former.minutes, former.mode, former.online_seats = 45, "both", 20
    await room.says(ANA, "/meeting copy")
    await room.fills(ANA, {"Which day?": "15.12.2026"})

    with room.store.read() as db:
        copy = meetings.get(db, [1], 2)
        assert copy is not None
        assert (copy.minutes, copy.mode, copy.online_seats) == (45, "both", 20)


async def test_which_one_is_asked_where_several_may_be_meant(room: RoomOfPeople) -> None:
    await room.plan()
    await room.plan("Soldering evening")
    await room.plan()
    told = await room.says(ANA, "/meeting copy")

    assert told.splitlines() == [
        "Which meeting do you mean?",
        "Robotics twilight, Tuesday 1 December 2026, 16:00 (London)",
        "[This one]",
        "Soldering evening, Tuesday 1 December 2026, 16:00 (London)",
        "[This one]",
    ]
    assert "Soldering evening" in await room.presses(ANA, "This one", 1)


async def test_what_was_called_off_can_be_planned_like_it_was(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=40)
    form = await room.says(ANA, "/meeting copy")

    assert "What is it called?: Robotics twilight" in form


async def test_where_nothing_was_planned_nothing_can_be_copied(room: RoomOfPeople) -> None:
    assert await room.says(ANA, "/meeting copy") == "No meeting is planned yet."


async def test_only_coordinators_copy(room: RoomOfPeople) -> None:
    await room.plan()

    assert "Only a coordinator" in await room.says(BEN, "/meeting copy")
