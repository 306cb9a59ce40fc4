"""Who says nothing, twice, rests; the other gets somebody else."""

from datetime import timedelta

from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, begins, buddy, half, pairs, until

ALL = (BEN, CLEO, EVA, FINN)
JUDGED = timedelta(days=10)
"""So long after half-way who is silent is known to be."""


async def all_but(room: RoomOfPeople, silent: str) -> str:
    """A round of four in which one says nothing; returns who goes together with them."""
    await begins(room, *ALL)
    other = next(iter(buddy(room, silent)))
    await until(room, half(room))
    for who in ALL:
        if who not in (silent, other):
            await room.presses(who, "We met")
    await room.presses(other, "Not yet")
    return other


def told(room: RoomOfPeople, who: str, words: str) -> int:
    """How many private messages of somebody have these words."""
    return sum(words in one for one in room.inbox(who))


async def test_after_a_week_they_are_asked_once_more_privately(room: RoomOfPeople) -> None:
    other = await all_but(room, BEN)
    await until(room, half(room) + timedelta(days=8))
    assert told(room, BEN, "Once more, just in case") == 1
    assert told(room, other, "Once more, just in case") == 0
    assert buddy(room, BEN) == {other}


async def test_then_they_rest_and_the_other_joins_a_pair(room: RoomOfPeople) -> None:
    other = await all_but(room, BEN)
    await until(room, half(room) + JUDGED)

    assert buddy(room, BEN) == set()
    assert buddy(room, other) == set(ALL) - {BEN, other}
    assert told(room, BEN, "I have not heard from you, so you have no buddy for now") == 1
    page = await room.says(BEN, "/buddy")
    assert "You have no buddy for now, until you say that you take part again." in page
    assert "[Take part again]" in page
    assert "9999" not in page


async def test_with_one_button_they_are_back_and_with_somebody_who_is_free(
    room: RoomOfPeople,
) -> None:
    await all_but(room, BEN)
    await until(room, half(room) + JUDGED)

    assert "Welcome back" in await room.presses(BEN, "I am back")
    await room.passes(days=1)
    assert len(buddy(room, BEN)) in (0, 1, 2)


async def test_who_answered_anything_else_in_the_house_is_not_silent(room: RoomOfPeople) -> None:
    other = await all_but(room, BEN)
    await room.passes(days=2)
    await room.says(BEN, "/profile work")
    await room.fills(BEN, {"What do you do?": "Primary teacher"})

    await until(room, half(room) + JUDGED)
    assert told(room, BEN, "Once more, just in case") == 0
    assert buddy(room, BEN) == {other}


async def test_who_answered_something_after_the_second_question_is_not_silent(
    room: RoomOfPeople,
) -> None:
    other = await all_but(room, BEN)
    await until(room, half(room) + timedelta(days=8))
    await room.says(BEN, "/profile work")
    await room.fills(BEN, {"What do you do?": "Primary teacher"})

    await until(room, half(room) + JUDGED)
    assert buddy(room, BEN) == {other}


async def test_where_one_says_that_they_met_the_other_is_left_in_peace(
    room: RoomOfPeople,
) -> None:
    await begins(room, *ALL)
    before = pairs(room)
    await until(room, half(room))
    other = next(iter(buddy(room, BEN)))
    for who in {*ALL} - {BEN}:
        await room.presses(who, "We met")

    await until(room, half(room) + JUDGED)
    assert told(room, BEN, "Once more, just in case") == 0
    assert pairs(room) == before
    assert buddy(room, BEN) == {other}


async def test_who_could_not_be_asked_is_not_silent(room: RoomOfPeople) -> None:
    await begins(room, *ALL)
    before = pairs(room)
    for who in ALL:
        await room.says(who, "/network settings")
        await room.presses(who, "No, thank you")

    await until(room, half(room) + JUDGED)
    assert pairs(room) == before


async def test_nobody_rests_who_was_away_meanwhile(room: RoomOfPeople) -> None:
    other = await all_but(room, BEN)
    await room.passes(days=1)
    await room.says(BEN, "/network away until 28 December")
    await room.fills(BEN)

    await until(room, half(room) + JUDGED)
    assert told(room, BEN, "Once more, just in case") == 0
    assert buddy(room, BEN) == {other}


async def test_who_is_back_hears_no_second_message_where_nobody_is_free(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    await room.presses(CLEO, "Not yet")
    await until(room, half(room) + timedelta(days=9))
    await room.presses(BEN, "I am back")
    before = len(room.inbox(BEN))
    await room.passes(days=2)
    assert len(room.inbox(BEN)) == before
    assert told(room, CLEO, "In the next round you come first") == 1
