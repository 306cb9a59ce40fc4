"""Buddies in the house in which there is something of everything."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update

from bot.commands.calls import Pressed
from bot.store.db import Db
from bot.store.tables import (
    Apart,
    BuddyWish,
    Identity,
    Member,
    Membership,
    NotWith,
    Pair,
    Paired,
    Round,
)
from tests.commands.both import Act
from tests.commands.doors import NOW

HOME, THERE, BEN, NAMESAKE = "northshire", "elsewhere", 2, 50
FAY, GUS = 60, 61
"""Two who are elsewhere; Ana and Fay are buddies."""
ROUNDS = (
    Act("Ana", HOME, Pressed("buddy:0:new:1")),
    Act("Ana", HOME, Pressed("round:2:introduce")),
    Act("Ana", HOME, Pressed("buddy:0:new:1")),
    Act("Ana", HOME, Pressed("round:3:keep:4")),
)
"""The second round of buddies is about to be introduced, and the third one waits; one of its pairs
is to stay.
"""


def buddies(db: Db) -> None:
    """Ana, Ben, Fay and Gus would like a buddy; Ana and Fay are together in the first round. With
    her former self Ana never wants to be.
    """
    at: dict[str, Any] = {"network_id": 1, "since": NOW - timedelta(days=9)}
    for member, name in ((FAY, "Fay"), (GUS, "Gus")):
        db.add(Member(id=member, name=name))
        db.flush()
        there: dict[str, Any] = {"platform": THERE, "workspace": THERE, "user": name}
        db.add(Identity(member_id=member, **there))
        db.add(Membership(network_id=1, member_id=member, role="member", joined_at=NOW))
    for member in (1, BEN, FAY, GUS):
        db.add(BuddyWish(member_id=member, **at))
    db.add(NotWith(network_id=1, member_id=1, other_id=NAMESAKE))
    ago = NOW - timedelta(days=7)
    first: dict[str, Any] = {"network_id": 1, "number": 1, "state": "on", "introduced_at": ago}
    db.add(Round(seed=1, made_at=ago, **first))
    db.flush()
    db.add(Pair(round_id=1, **first))
    db.flush()
    for member in (1, FAY):
        db.add(Paired(network_id=1, pair_id=1, member_id=member))
    db.flush()


def long_before(db: Db) -> None:
    """All rounds were looked at, and Ana has ruled Fay and herself out of the last one. They were
    together in one that is over since yesterday.
    """
    db.execute(update(Round).values(looked_at=NOW - timedelta(minutes=9)))
    db.add(Apart(network_id=1, round_id=3, member_id=1, other_id=FAY))
    ago, over = NOW - timedelta(days=40), NOW - timedelta(days=1)
    was: dict[str, Any] = {"network_id": 1, "number": 0, "state": "over", "introduced_at": ago}
    row = Round(seed=1, made_at=ago, half_at=over, ends_at=over, **was)
    db.add(row)
    db.flush()
    pair = Pair(round_id=row.id or 0, **was)
    db.add(pair)
    db.flush()
    for member in (1, FAY):
        db.add(Paired(network_id=1, pair_id=pair.id or 0, member_id=member))
        db.flush()
