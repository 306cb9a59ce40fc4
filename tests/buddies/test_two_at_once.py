"""The scheduler and a coordinator have the same round in hand, in two processes: PostgreSQL lets
both write.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.commands.calls import Pressed
from bot.core import buddies, introductions, next_rounds, rounds
from bot.core.people import number
from bot.store import networks
from bot.store import rounds as stored
from bot.store.db import Store
from bot.store.tables import Delivery, Round
from tests.commands.test_rights import ask, shown
from tests.imports.test_two_at_once import stops
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, HERE, member, school


@pytest.fixture
def theirs(postgres_url: str) -> Iterator[Store]:
    with closing(Store(postgres_url)) as store:
        yield store


async def due(store: Store) -> tuple[RoomOfPeople, int]:
    """Two pairs are to be introduced by themselves now; the number of their round."""
    room = school(store)
    await room.begin()
    await room.may_be_written_to(BEN, CLEO, EVA, FINN)
    four = [member(room, who) for who in (BEN, CLEO, EVA, FINN)]
    now = room.clock.now()
    with store.write() as db:
        plan = buddies.plan(db, HERE)
        plan.is_on, plan.weeks, plan.next_on = True, 4, now.date()
        for one in four:
            buddies.join(db, HERE, one, now)
        row = rounds.make(db, networks.get(db, HERE), None, now)
        row.goes_at = now - timedelta(minutes=1)
        row.looked_at = now
        return room, number(row.id)


def came_out(store: Store) -> tuple[list[str], int]:
    """The states of all rounds, and how often somebody is told of a buddy."""
    with store.read() as db:
        views = [row.view for row in db.all(select(Delivery))]
        told = sum(view in (introductions.INTRODUCED, introductions.TOLD) for view in views)
        return [row.state for row in db.all(select(Round))], told


def goes(store: Store, now: datetime) -> None:
    """What the scheduler does."""
    with store.write() as db:
        next_rounds.look_after(db, HERE, now)


@pytest.mark.parametrize(("press", "result"), [("introduce", ("on", 2)), ("drop", ("dropped", 0))])
async def test_the_scheduler_comes_second(
    theirs: Store, press: str, result: tuple[str, int]
) -> None:
    room, key = await due(theirs)
    now = room.clock.now()
    with ThreadPoolExecutor() as others:
        with theirs.write() as db:
            network, row = networks.get(db, HERE), stored.get(db, [HERE], key, to_change=True)
            assert row is not None
            second = others.submit(goes, theirs, now)
            stops(theirs, second)  # type: ignore[arg-type]
            if press == "introduce":
                introductions.introduce(db, network, row, now)
                next_rounds.introduced(db, network, row, now)
            else:
                next_rounds.drop(db, network, row, now)
        second.result()

    assert came_out(theirs) == ([result[0]], result[1])


@pytest.mark.parametrize("press", ["introduce", "drop", "deal", "show"])
async def test_the_coordinator_comes_second(theirs: Store, press: str) -> None:
    room, key = await due(theirs)
    with ThreadPoolExecutor() as others:
        with theirs.write() as db:
            networks.lock(db, HERE)
            second = others.submit(ask, room, ANA, Pressed(f"round:{key}:{press}"), "C1")
            stops(theirs, second)  # type: ignore[arg-type]
            next_rounds.look_after(db, HERE, room.clock.now())
        assert "out of date" in shown(second.result())

    assert came_out(theirs) == (["on"], 2)
