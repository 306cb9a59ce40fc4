"""Who gets somebody else in mid-round gets them by the rules of every round, on either database."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.core import buddies
from bot.core.people import number
from bot.store.db import Store
from bot.store.tables import NEVER, Affiliation, Institution, RoundOut
from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import (
    EVA,
    FINN,
    GIA,
    HERE,
    HUGO,
    begins,
    buddy,
    ends,
    half,
    in_state,
    member,
    school,
    until,
)

FOUR = (BEN, CLEO, EVA, FINN)


async def test_nobody_joins_somebody_with_whom_they_never_want_to_go(room: RoomOfPeople) -> None:
    await begins(room, *FOUR)
    left = next(iter(buddy(room, BEN)))
    two = [one for one in FOUR if one not in (BEN, left)]
    with room.store.write() as db:
        buddies.never(db, HERE, member(room, two[0]), member(room, BEN))
    await room.leaves(left)
    await room.passes(days=1)

    assert [{*one} for one in in_state(room, "on")] == [{*two}]
    assert sum("In the next round you come first" in one for one in room.inbox(BEN)) == 1
    told = [one.text for one in room.seen if one.kind == "post"]
    assert not any("never" in one.lower() for one in told)


async def test_people_of_one_school_are_not_put_together(room: RoomOfPeople) -> None:
    await begins(room, *FOUR)
    left = next(iter(buddy(room, BEN)))
    other = next(one for one in FOUR if one not in (BEN, left))
    with room.store.write() as db:
        place = Institution(network_id=HERE, name="Hilltop")
        db.add(place)
        db.flush()
        for who in (BEN, other):
            db.add(
                Affiliation(
                    network_id=HERE, member_id=member(room, who), institution_id=number(place.id)
                )
            )
    await room.leaves(left)
    await room.passes(days=1)
    assert buddy(room, BEN) == set()


async def test_who_could_not_be_placed_before_is_the_first_to_be_asked(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    with room.store.write() as db:
        buddies.join(db, HERE, member(room, EVA), room.clock.now())
    await room.passes(days=1)
    assert buddy(room, EVA) == set()  # who joins in mid-round waits, unless somebody needs them

    await room.leaves(CLEO)
    await room.passes(days=1)
    assert buddy(room, BEN) == {EVA}


async def test_who_joins_in_a_round_that_goes_on_reads_when_they_get_somebody(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(hours=6)
    said = await room.says(EVA, "/buddy join")
    assert "As soon as somebody is free, I tell you: at the latest in your next round." in said
    await room.says(EVA, "/buddy leave")
    assert "As soon as somebody is free" in await room.says(EVA, "/buddy join")
    await until(room, ends(room) - timedelta(days=6))
    assert "As soon as somebody is free" not in await room.says(EVA, "/buddy")


async def test_who_paused_when_a_round_began_is_in_the_next_one(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        buddies.join(db, HERE, member(room, EVA), room.clock.now()).paused_until = NEVER
    await begins(room, BEN, CLEO)
    await room.passes(hours=6)
    said = await room.says(EVA, "/buddy join")
    assert "You are in the next round." in said
    assert "As soon as somebody" not in said


async def test_three_with_a_conversation_read_their_names_once(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA)
    await room.passes(hours=6)
    page = await room.says(BEN, "/buddy")
    assert "You have a conversation of your own" in page
    assert "Press the name" not in page
    assert page.count("Eva") == 1


async def test_who_joins_after_somebody_was_left_hanging_is_put_together_with_them(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(days=1)
    await room.leaves(CLEO)
    await room.passes(days=1)
    assert "I found nobody" not in "\n".join(room.inbox(BEN))
    with room.store.read() as db:
        assert [row.why for row in db.all(select(RoundOut))] == ["hanging"]

    with room.store.write() as db:
        buddies.join(db, HERE, member(room, EVA), room.clock.now())
    await room.passes(days=1)
    assert buddy(room, BEN) == {EVA}
    with room.store.read() as db:
        assert db.all(select(RoundOut)) == []


async def test_who_was_left_hanging_comes_first_in_the_next_round(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    await room.passes(days=1)
    with room.store.write() as db:
        for who in (GIA, HUGO):
            buddies.join(db, HERE, member(room, who), room.clock.now())
    await room.passes(days=1)
    assert {*buddy(room, BEN), *buddy(room, CLEO)} == {GIA, HUGO}


@pytest.fixture
def databases(store: Store) -> RoomOfPeople:
    """The school on either database."""
    return school(store)


async def test_on_either_database(databases: RoomOfPeople) -> None:
    room = databases
    await room.begin()
    await begins(room, *FOUR)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    await room.passes(hours=17)
    assert [len(one) for one in in_state(room, "on")] == [3]
