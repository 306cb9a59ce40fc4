"""At the end of a round each says whether it was of use; nobody reads it."""

from datetime import timedelta

from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, begins, ends, half, pairs, until


async def ended(room: RoomOfPeople) -> None:
    """A round of two has ended, who had met."""
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    await room.presses(BEN, "We met")
    await until(room, ends(room))


async def test_at_the_end_each_is_asked_once(room: RoomOfPeople) -> None:
    before = len(room.seen)
    await ended(room)
    await room.passes(days=5)

    assert sum("Was it of use?" in one.text for one in room.seen[before:]) == 1
    assert pairs(room) == []


async def test_the_answer_is_theirs_and_can_be_changed(room: RoomOfPeople) -> None:
    await ended(room)
    before = len(room.seen)

    assert "You said: Yes" in await room.presses(BEN, "Yes")
    assert "You said: Somewhat" in await room.presses(BEN, "Somewhat")
    assert [one for one in room.seen[before:] if one.who != BEN] == []


async def test_a_line_for_the_group_is_read_by_nobody_before_it_is_shared(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await room.presses(BEN, "Yes")
    form = await room.presses(BEN, "A line for the group")
    assert "Only you see it until you share it" in form

    sure = await room.fills(BEN, {"What came of it?": "Two schools, one circuit"})
    assert "Sharing posts it, with your name." in sure
    assert not any("one circuit" in one for one in room.posts())

    await room.presses(BEN, "Share it")
    await room.passes(minutes=1)
    assert "Ben shares this with you:\nTwo schools, one circuit" in room.posts()[-1]


async def test_two_weeks_later_it_is_too_late(room: RoomOfPeople) -> None:
    await ended(room)
    await room.passes(days=20)
    assert "an earlier time" in await room.presses(BEN, "Yes")


async def test_with_private_messages_refused_nothing_is_asked(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    for who in (BEN, CLEO, EVA, FINN):
        await room.says(who, "/network settings")
        await room.presses(who, "No, thank you")
    before = len(room.seen)
    await until(room, ends(room) + timedelta(days=5))
    assert not any("Was it of use?" in one.text for one in room.seen[before:])


async def test_a_round_ends_when_the_next_one_begins(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(days=14)
    before = len(room.seen)
    await begins(room, BEN, CLEO)  # the second one
    await room.passes(days=2)

    asked = [one.text for one in room.seen[before:] if "Was it of use?" in one.text]
    assert len(asked) == 1
    assert len(pairs(room)) == 1  # of the second one
    assert "You said: Yes" in await room.presses(BEN, "Yes")


async def test_who_wants_to_be_left_in_peace_is_asked_nothing(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(days=17)
    await room.says(BEN, "/privacy pause until 18 December")
    await room.fills(BEN)
    before = len(room.seen)
    await until(room, half(room))

    asked = [one for one in room.seen[before:] if "Have you met" in one.text]
    assert [(one.who, one.kind) for one in asked] == [(CLEO, "post")]
