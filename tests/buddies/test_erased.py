"""Somebody is erased: counts stay, and nothing else of them."""

from sqlmodel import select

from bot.store.tables import BuddyWish, Paired, Tally
from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def erases(room: RoomOfPeople, who: str) -> None:
    """Somebody erases all that is kept of them."""
    await room.says(who, "/privacy erase")
    await room.presses(who, "Yes, erase everything")


async def test_before_it_is_introduced_the_others_are_dealt_anew(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.says(ANA, "/buddy round")
    await erases(room, FINN)

    said = await room.says(ANA, "/buddy round")
    assert "Some pairs have changed since you looked." in said
    assert "1 group of three: 3 people." in said
    assert "Finn" not in said


async def test_afterwards_that_they_had_a_buddy_is_a_count(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)
    await erases(room, BEN)

    with room.store.read() as db:
        rows = db.all(select(Tally).where(Tally.kind == "buddy"))
        assert [(row.said, row.count) for row in rows] == [("paired", 1)]
        assert [row.member_id for row in db.all(select(Paired))] == [3]
        assert [row.member_id for row in db.all(select(BuddyWish))] == [3]
    assert "at the latest in your next round." in await room.says(CLEO, "/buddy")
    assert "Ben" not in await room.says(ANA, "/buddy round")


async def test_who_leaves_the_network_would_like_no_buddy_any_more(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.leaves(BEN)
    assert "1 person would like a buddy" in await room.says(ANA, "/buddy round")
    await room.says(BEN, "/network join")
    assert "I would like a buddy" in await room.says(BEN, "/buddy")
