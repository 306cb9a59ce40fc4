"""A day on which nothing is to be done in a round costs next to nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot.core import buddies, introductions, progress, rounds, rounds_on
from bot.core.people import number
from bot.scheduler import jobs
from bot.store import rounds as stored
from bot.store.db import Store
from bot.store.tables import BuddyWish, Delivery, Identity, Member, Membership, Network, Place

NOW = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)
MOST = 25
"""So many statements a look at one network needs, however many people there are."""


def round_of(store: Store, pairs: int) -> int:
    """A network with a round of so many pairs; returns its number."""
    with store.write() as db:
        network = Network(name="North", language="en", zone="Europe/London", begun_at=NOW)
        db.add(network)
        db.flush()
        key = number(network.id)
        db.add(Place(network_id=key, platform="slack", workspace="W", channel="C", purpose="home",
                     room="r"))  # fmt: skip
        for at in range(pairs * 2):
            person = Member(name=f"P{at}")
            db.add(person)
            db.flush()
            who = number(person.id)
            db.add(Membership(network_id=key, member_id=who, role="member", private=True,
                              joined_at=NOW))  # fmt: skip
            db.add(Identity(member_id=who, platform="slack", workspace="W", user=f"U{at}"))
            db.add(BuddyWish(network_id=key, member_id=who, since=NOW))
        buddies.plan(db, key).is_on = True
        row = rounds.make(db, network, None, NOW)
        introductions.introduce(db, network, row, NOW)
    return key


def statements(store: Store, now: datetime) -> tuple[int, int]:
    """How many statements one look needs: that read, and that hold the lock."""
    counts = [0, 0]

    def count(which: int) -> None:
        counts[which] += 1

    def reads(*_: object) -> None:
        count(0)

    def writes(*_: object) -> None:
        count(1)

    event.listen(store._reads, "before_cursor_execute", reads)
    event.listen(store._writes, "before_cursor_execute", writes)
    jobs.look_after_rounds(store, now)
    event.remove(store._reads, "before_cursor_execute", reads)
    event.remove(store._writes, "before_cursor_execute", writes)
    return counts[0], counts[1]


@pytest.mark.parametrize("pairs", [3, 30])
def test_a_quiet_day_needs_few_statements_and_no_lock(sqlite_store: Store, pairs: int) -> None:
    round_of(sqlite_store, pairs)
    read, write = statements(sqlite_store, NOW + timedelta(days=3))
    assert write == 0
    assert read <= MOST


def test_after_all_are_asked_it_is_quiet_again(sqlite_store: Store) -> None:
    key = round_of(sqlite_store, 30)
    with sqlite_store.read() as db:
        half = stored.of(db, key, "on")[0].half_at
    assert half is not None
    before = half - timedelta(hours=24)
    with sqlite_store.read() as db:
        assert list(rounds_on.to_look_after(db, before)) == [key]
    assert statements(sqlite_store, before)[1] > 0

    read, write = statements(sqlite_store, before + timedelta(minutes=10))
    assert (read <= MOST, write) == (True, 0)
    with sqlite_store.read() as db:
        assert db.all(select(Delivery).where(Delivery.view == progress.HALF))
