"""What a newcomer's first test run shows: this machine can do what the tests need."""

import socket
import sqlite3
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from tests.plugins.postgres import PostgresServer

pytestmark = pytest.mark.newcomer


def addressed(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def test_two_workers_on_a_real_postgres_never_take_the_same_row(empty_postgres_url: str) -> None:
    url = addressed(empty_postgres_url)
    claim = "SELECT n FROM work ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED"
    with psycopg.connect(url) as first, psycopg.connect(url) as second:
        first.execute("CREATE TABLE work AS SELECT generate_series(1, 2) AS n")
        first.commit()
        claimed = [worker.execute(claim).fetchone() for worker in (first, second)]
    assert claimed == [(1,), (2,)]


def test_a_template_is_prepared_once_and_copied(postgres_server: PostgresServer) -> None:
    prepared = []

    def prepare(url: str) -> None:
        prepared.append(url)
        with psycopg.connect(addressed(url)) as connection:
            connection.execute("CREATE TABLE people AS SELECT 'Ana' AS name")

    seen = []
    for _ in range(2):
        copy = postgres_server.make_database(postgres_server.template("people", prepare))
        with psycopg.connect(addressed(postgres_server.url(copy))) as connection:
            seen.append(connection.execute("SELECT name FROM people").fetchall())
        postgres_server.drop_database(copy)
    assert (len(prepared), seen) == (1, [[("Ana",)], [("Ana",)]])


def test_each_database_starts_empty(empty_database_url: str) -> None:
    engine: Engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE people (name TEXT)"))
        names = connection.execute(text("SELECT name FROM people")).all()
    engine.dispose()
    assert names == []


def test_sqlite_is_new_enough_to_return_what_it_wrote() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35)


def reach_by_number() -> None:
    socket.create_connection(("192.0.2.1", 80))


def reach_by_name() -> None:
    socket.getaddrinfo("slack.com", 443)


def reach_by_datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"", ("192.0.2.1", 53))


@pytest.mark.parametrize("reach", [reach_by_number, reach_by_name, reach_by_datagram])
def test_no_test_reaches_the_world(reach: Callable[[], None]) -> None:
    with pytest.raises(RuntimeError, match="this machine only"):
        reach()


def test_a_test_reaches_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = ("localhost", server.getsockname()[1])
        with socket.create_connection(address) as client:
            assert client.getpeername()[0] == "127.0.0.1"
