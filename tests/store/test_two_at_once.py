"""Two who do the same at once: one waits for the other, and nothing is lost or there twice."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from sqlmodel import select

from bot.core import joining
from bot.core.people import number
from bot.store import profiles
from bot.store.db import Db, Store
from bot.store.faults import Conflict
from bot.store.tables import Interest, JoinCode, Member, Network, Topic

T = TypeVar("T")
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
A_MOMENT = 0.3


@pytest.fixture
def town(store: Store) -> Store:
    """A network, two people in it, and a topic of its own that the first of them has."""
    with store.write() as db:
        db.add(Network(name="Northshire", language="en", zone="Europe/London", begun_at=NOON))
        rows = [Member(name=name) for name in ("Ben", "Cleo")]
        for row in rows:
            db.add(row)
        db.flush()
        db.add(Topic(network_id=1, name="kites"))
        db.flush()
        profiles.set_interests(db, number(rows[0].id), "wish", ["own-1"])
    return store


def beside(store: Store, first: Callable[[Db], T], then: Callable[[Db], T]) -> tuple[T, Future[T]]:
    """What both do, the second while the first has not ended yet."""

    def second() -> T:
        begun.set()
        with store.write() as db:
            return then(db)

    begun = threading.Event()
    with ThreadPoolExecutor(1) as other, store.write() as db:
        said = first(db)
        later = other.submit(second)
        begun.wait()
        threading.Event().wait(A_MOMENT)
        assert not later.done()
    return said, later


def test_a_topic_that_goes_is_not_taken_meanwhile(town: Store) -> None:
    def goes(db: Db) -> None:
        profiles.set_interests(db, 1, "wish", [])
        profiles.drop_topics(db, ["own-1"])

    _, later = beside(town, goes, lambda db: profiles.set_interests(db, 2, "strength", ["own-1"]))
    with pytest.raises(Conflict):
        later.result()
    with town.read() as db:
        assert (db.all(select(Topic.id)), db.all(select(Interest.topic))) == ([], [])


def test_a_topic_that_is_taken_meanwhile_does_not_go(town: Store) -> None:
    def goes(db: Db) -> None:
        profiles.set_interests(db, 1, "wish", [])
        profiles.drop_topics(db, ["own-1"])

    beside(town, lambda db: profiles.set_interests(db, 2, "strength", ["own-1"]), goes)
    with town.read() as db:
        assert (db.all(select(Topic.id)), db.all(select(Interest.member_id))) == ([1], [2])


def test_two_who_ask_for_the_code_are_shown_the_same(town: Store) -> None:
    def asks(db: Db) -> str:
        return joining.code_of(db, 1, None, NOON, (b"test",)).code

    first, later = beside(town, asks, asks)
    assert later.result() == first
    with town.read() as db:
        assert len(db.all(select(JoinCode.code))) == 1
