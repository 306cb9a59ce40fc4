"""A database that is away, gone or none: it is told, and costs little."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.store.db import Store
from bot.store.faults import StoreDown
from bot.store.tables import Inbox, Member

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def test_a_connection_that_died_while_resting_is_replaced_unnoticed(postgres_url: str) -> None:
    with_ping, other = Store(postgres_url, ping_after=0), Store(postgres_url)
    with other.write() as db:
        db.connection().execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    with with_ping.write() as db:
        db.add(Inbox(platform="test", call="1", came_at=NOON))
    with_ping.close()
    other.close()


def test_a_connection_that_died_in_use_costs_one_transaction(postgres_url: str) -> None:
    store = Store(postgres_url)
    with store.read() as one, store.read() as two:
        pids = [db.connection().scalar(text("SELECT pg_backend_pid()")) for db in (one, two)]
    with store.write() as db:
        for pid in pids:
            mine = db.connection().scalar(text("SELECT pg_backend_pid()"))
            if pid != mine:
                db.connection().execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    failures = 0
    for _ in range(4):
        try:
            with store.read() as a, store.read() as b:
                a.first(select(Member))
                b.first(select(Member))
        except OperationalError:
            failures += 1
    assert failures <= 1
    store.close()


@pytest.mark.parametrize(
    "url",
    ["sqlite:////nowhere/at/all.db", "postgresql+psycopg://ana:hush@127.0.0.1:1/convenor"],
)
def test_a_database_that_is_gone_is_told_with_its_mend_and_without_the_password(url: str) -> None:
    with pytest.raises(StoreDown) as told:
        Store(url).migrate()
    assert told.value.mend.startswith("Check")
    assert "hush" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("milk, eggs, " * 100)
    with pytest.raises(StoreDown, match="not a database"):
        Store(f"sqlite:///{file}").migrate()
