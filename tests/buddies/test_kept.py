"""A pair that was kept stays only as long as its people go together."""

from collections import Counter

import pytest

from bot.core import buddies, rounds
from bot.store import networks
from bot.store.db import Db
from bot.store.tables import Round
from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import BEN, CLEO, RoomOfPeople

HERE = 1
"""The number of Ana's network."""


def groups(db: Db, row: Round) -> list[tuple[int, ...]]:
    """Who goes together."""
    return [members for _, members in rounds.standing(db, row).pairs]


@pytest.mark.parametrize("how", ["leaves", "never again"])
async def test_dealt_again_nobody_is_in_it_twice(room: RoomOfPeople, how: str) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    now = room.clock.now()
    with room.store.write() as db:
        row = rounds.make(db, networks.get(db, HERE), None, now)
        pair, (one, other) = rounds.standing(db, row).pairs[0]
        pair.kept = True
        if how == "leaves":
            buddies.leave(db, HERE, one, now)
        else:
            buddies.never(db, HERE, one, other)
        db.flush()
        rounds.deal_again(db, row, now)

    with room.store.read() as db:
        found = groups(db, row)
    assert {one, other} not in [set(members) for members in found]
    assert set(Counter(member for members in found for member in members).values()) == {1}
    assert len(found) == (1 if how == "leaves" else 2)


async def test_a_pair_parted_by_hand_takes_no_kept_one_along(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    now = room.clock.now()
    with room.store.write() as db:
        row = rounds.make(db, networks.get(db, HERE), None, now)
        (kept, (gone, _)), (parted, _) = rounds.standing(db, row).pairs
        kept.kept = True
        buddies.leave(db, HERE, gone, now)
        db.flush()
        rounds.part(db, row, parted, now)

    with room.store.read() as db:
        found = groups(db, row)
    assert gone not in [one for members in found for one in members]
    assert len({one for members in found for one in members}) == sum(map(len, found))
