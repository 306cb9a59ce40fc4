"""In rounds of two, three or four weeks who says nothing is found out in time; nobody is warned in
vain, and who is left hanging twice hears it twice.
"""

from datetime import timedelta

import pytest

from bot.core import buddies
from bot.store import rounds as stored
from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, HERE, begins, buddy, ends, half, latest, until
from tests.progress.test_silent import told

ALL = (BEN, CLEO, EVA, FINN)
THREAT = "If I hear nothing"


async def ben_is_silent(room: RoomOfPeople, weeks: int) -> str:
    """Half-way of a round of so many weeks Ben says nothing; returns with whom he goes."""
    with room.store.write() as db:
        plan = buddies.plan(db, HERE)
        plan.is_on, plan.weeks = True, weeks
    await begins(room, *ALL)
    other = next(iter(buddy(room, BEN)))
    await until(room, half(room))
    for who in {*ALL} - {BEN, other}:
        await room.presses(who, "We met")
    await room.presses(other, "Not yet")
    return other


@pytest.mark.parametrize("weeks", [2, 3, 4])
async def test_who_says_nothing_rests_and_the_other_gets_somebody(
    room: RoomOfPeople, weeks: int
) -> None:
    other = await ben_is_silent(room, weeks)
    await until(room, ends(room) - timedelta(hours=1))
    assert told(room, BEN, THREAT) == 1
    assert told(room, BEN, "I have not heard from you, so you have no buddy for now") == 1
    assert buddy(room, other) == {*ALL} - {BEN, other}


async def test_nobody_is_warned_of_what_can_not_come_any_more(room: RoomOfPeople) -> None:
    other = await ben_is_silent(room, 4)
    await until(room, half(room) + timedelta(days=2))  # it is planned by now
    with room.store.write() as db:
        row = stored.get(db, [HERE], latest(room).id or 0)
        assert row is not None
        assert row.ends_at is not None
        row.ends_at = half(room) + timedelta(days=6)
    await until(room, ends(room) - timedelta(hours=1))
    assert told(room, BEN, "Once more, just in case") == 1
    assert told(room, BEN, THREAT) == 0
    assert buddy(room, BEN) == {other}


async def test_who_hangs_a_second_time_in_a_round_is_told_again(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(days=1)
    await room.says(CLEO, "/buddy leave")
    await room.passes(days=1)
    assert told(room, BEN, "In the next round you come first") == 1

    await room.says(EVA, "/buddy join")
    await room.passes(days=1)
    assert buddy(room, BEN) == {EVA}
    await room.says(EVA, "/buddy leave")
    await room.passes(days=1)
    assert buddy(room, BEN) == set()
    assert told(room, BEN, "In the next round you come first") == 2
