"""Two take the same list in at the same moment, from two processes: PostgreSQL lets both write."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import func, select

from bot.commands.calls import Pressed
from bot.core import imports, lists
from bot.core.imports import Ways
from bot.importing import Wish, run
from bot.settings import Settings
from bot.settings.kinds import Secret
from bot.store import networks
from bot.store.db import Db, Store
from bot.store.tables import Institution, Member, Network
from tests.commands.test_rights import ask, shown
from tests.imports.desks import KEYS, NOW
from tests.plugins.room import ANA, RoomOfPeople

LIST = b"Name;School\nKim Lee;Hill School\nSam Fox;Dale School\n"
ONE = 1  # Ana's network


@pytest.fixture
def theirs(postgres_url: str) -> Iterator[Store]:
    with closing(Store(postgres_url)) as store:
        yield store


def waits(db: Db) -> int:
    """The number of a list that Ana has looked at."""
    row = imports.wait(db, ONE, None, lists.read(LIST), "digest", NOW)
    assert row.id
    return row.id


def takes(db: Db) -> None:
    """One of the two, who is first."""
    networks.lock(db, ONE)
    found = lists.read(LIST)
    plan = imports.plan(db, ONE, found, Ways({}), NOW.date(), KEYS)
    imports.take(db, imports.wait(db, ONE, None, found, "digest", NOW), plan, NOW)


def stops(store: Store, other: Future[object]) -> None:
    """Until the other one waits for a lock, or has done all without one."""
    asked = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    for _ in range(300):
        with store.read() as db:
            if other.done() or db.connection().scalar(asked):
                return
        time.sleep(0.05)
    pytest.fail("the other one neither waited nor was done")


def doubles(store: Store) -> list[str]:
    """The people and schools of which there are two."""
    with store.read() as db:
        return [
            name
            for table in (Member, Institution)
            for name in db.all(select(table.name).group_by(table.name).having(func.count() > 1))
        ]


async def test_who_presses_second_plans_for_what_the_first_has_taken_in(theirs: Store) -> None:
    room = RoomOfPeople(theirs)
    await room.begin()
    with theirs.write() as db:
        row = waits(db)
    with ThreadPoolExecutor() as others:
        with theirs.write() as db:
            takes(db)
            second = others.submit(ask, room, ANA, Pressed(f"import:{ONE}:take:{row}"), "C1")
            stops(theirs, second)  # type: ignore[arg-type]
        assert "All of that was there already." in shown(second.result())

    assert doubles(theirs) == []


def test_the_command_line_plans_for_what_a_coordinator_has_taken_in(
    theirs: Store, postgres_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with theirs.write() as db:
        db.add(Network(name="Northshire", language="en", zone="Europe/London", begun_at=NOW))
    (file := tmp_path / "people.csv").write_bytes(LIST)
    settings = Settings(
        data_dir=tmp_path, secret_key=Secret("k" * 32), database_url=Secret(postgres_url)
    )
    with ThreadPoolExecutor() as others:
        with theirs.write() as db:
            takes(db)
            second = others.submit(run, settings, Wish("Northshire", file))
            stops(theirs, second)  # type: ignore[arg-type]
        assert second.result() == 0
    assert "All of that was there already." in capsys.readouterr().out

    assert doubles(theirs) == []
