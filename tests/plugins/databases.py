"""Both databases with today's tables: `sqlite_url`, `postgres_url`, and `database_url` for a test
on each of them; `sqlite_store` and `store` are open. `empty_..._url` are those without any table.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.db import Store
from tests.plugins.postgres import PostgresServer

KINDS = ("sqlite", "postgres")


def migrate(url: str) -> None:
    """Makes today's tables."""
    with closing(Store(url)) as store:
        store.migrate()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with today's tables, to copy; migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "convenor.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that does not exist yet; in memory each thread would see its own."""
    return f"sqlite:///{tmp_path / 'convenor.db'}"


@pytest.fixture
def sqlite_url(empty_sqlite_url: str, migrated: Path, tmp_path: Path) -> str:
    """The URL of a SQLite file of the test's own."""
    shutil.copy(migrated, tmp_path / migrated.name)
    return empty_sqlite_url


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of a database of the test's own; it is dropped when the test ends."""
    with postgres_server.lent(postgres_server.template("migrated", migrate)) as url:
        yield url


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """The test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def second_url(
    database_url: str, migrated: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """One more database of the same kind, for a test that does its work in two at once."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{shutil.copy(migrated, tmp_path / 'second.db')}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.lent(server.template("migrated", migrate)) as url:
        yield url


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """The same with nothing in it."""
    url: str = request.getfixturevalue(f"empty_{request.param}_url")
    return url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """On each database."""
    with closing(Store(database_url)) as store:
        yield store


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """On SQLite alone."""
    with closing(Store(sqlite_url)) as store:
        yield store
