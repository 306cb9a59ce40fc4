"""Two accounts in one round turn out to be one person."""

import pytest
from sqlmodel import select

from bot.core import buddies, introductions, merging, rounds
from bot.core.people import number
from bot.store import buddies as stored_buddies
from bot.store import networks
from bot.store import rounds as stored
from bot.store.tables import Identity, Pair
from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, HERE, begins, member

FOUR = (BEN, CLEO, EVA, FINN)


def one_person(room: RoomOfPeople, one: int, other: int) -> int:
    """These two are one person from now on; returns who stays."""
    stays, goes = merging.elder(one, other)
    with room.store.write() as db:
        merging.merge(db, stays, goes, room.clock.now())
    return stays


def groups(room: RoomOfPeople, *states: str) -> list[list[int]]:
    """Who is in the pairs in these states of the newest round."""
    with room.store.read() as db:
        row = stored.of(db, HERE, "on", "preview")[0]
        return [
            sorted(members)
            for pair, members in rounds.standing(db, row).pairs
            if pair.state in states
        ]


async def dealt(room: RoomOfPeople, *who: str) -> None:
    """A round of these waits to be introduced."""
    with room.store.write() as db:
        buddies.plan(db, HERE).is_on = True
        for one in who:
            buddies.join(db, HERE, member(room, one), room.clock.now())
        rounds.make(db, networks.get(db, HERE), None, room.clock.now())


@pytest.mark.parametrize("hours", [1, 24], ids=["before they are told", "after it"])
async def test_who_is_in_two_pairs_stays_in_one_and_the_other_is_given_somebody_else(
    room: RoomOfPeople, hours: int
) -> None:
    await begins(room, *FOUR)
    await room.passes(hours=hours)
    first, then = groups(room, "on")
    one_person(room, first[0], then[0])
    assert len(groups(room, "on")) == 1

    await room.passes(days=1)
    found = groups(room, "on")
    assert [len(one) for one in found] == [3]


async def test_in_a_preview_they_are_dealt_anew(room: RoomOfPeople) -> None:
    await dealt(room, *FOUR)
    first, then = groups(room, "dealt")
    stays = one_person(room, first[0], then[0])
    with room.store.write() as db:
        row = rounds.preview(db, HERE)
        assert row is not None
        assert rounds.refresh(db, row, room.clock.now())
    assert sum(stays in one for one in groups(room, "dealt")) == 1
    assert sum(map(len, groups(room, "dealt"))) == 3


async def test_nobody_is_kept_apart_from_themselves(room: RoomOfPeople) -> None:
    ben, cleo = member(room, BEN), member(room, CLEO)
    with room.store.write() as db:
        buddies.never(db, HERE, ben, cleo)
    one_person(room, ben, cleo)
    with room.store.read() as db:
        assert stored_buddies.blocks(db, HERE) == frozenset()
        assert not stored_buddies.never(db, HERE, min(ben, cleo))


async def test_after_undo_and_a_swap_nobody_has_the_conversation_of_others(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(*FOUR)
    await dealt(room, *FOUR)
    now = room.clock.now()
    with room.store.write() as db:
        network, row = networks.get(db, HERE), rounds.preview(db, HERE)
        assert row is not None
        introductions.introduce(db, network, row, now)
        introductions.undo(db, row, now)
        assert not any(pair.talk_id for pair, _ in rounds.standing(db, row).pairs)
        (_, first), (_, then) = rounds.standing(db, row).pairs
        rounds.swap(db, row, first[0], then[0], now)
        moved = next(pair for pair, members in rounds.standing(db, row).pairs if then[0] in members)
        key = number(moved.id)
    with room.store.write() as db:
        account = db.all(select(Identity).where(Identity.member_id == then[0]))[0]
        account.workspace = "elsewhere"
        row = rounds.preview(db, HERE)
        assert row is not None
        introductions.introduce(db, networks.get(db, HERE), row, now)
    with room.store.read() as db:
        found = db.get(Pair, key)
        assert found is not None
        assert found.talk_id is None
