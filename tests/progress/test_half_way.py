"""Half-way people say whether they have met, each for themselves."""

from datetime import timedelta

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.progress.school import begins, buddy, half, latest, said, until


async def test_half_way_each_is_asked_once(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    before = len(room.seen)

    await until(room, half(room))
    asked = [one for one in room.seen[before:] if "Have you met" in one.text]
    assert len(asked) == 1  # in the conversation of both
    await room.passes(minutes=50)
    assert [one for one in room.seen[before:] if "Have you met" in one.text] == asked


async def test_one_answers_and_the_other_sees_nothing_of_it(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    before = len(room.seen)

    assert "Have a good time" in await room.presses(BEN, "We met")
    assert said(room, BEN) == "met"
    assert said(room, CLEO) == ""
    assert [one for one in room.seen[before:] if one.who != BEN] == []


async def test_an_answer_can_be_changed(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))

    await room.presses(BEN, "Not yet")
    await room.presses(BEN, "We have a date")
    assert said(room, BEN) == "planned"
    assert buddy(room, BEN) == {CLEO}


async def test_nothing_is_asked_in_lesson_time(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    asked = half(room).astimezone(room.clock.now().tzinfo)
    assert asked.weekday() < 5
    assert (asked.hour, asked.minute) == (15, 30)
    assert asked - room.clock.now() > timedelta(days=7)
    assert latest(room).ends_at is not None
    assert ANA  # she coordinates, and has no buddy
