"""How both databases are connected to."""

import sqlite3
import time

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 10.0
"""Seconds to wait for another writer, or for a server that does not answer."""
PING_AFTER = 5.0
"""A PostgreSQL connection that has rested for so many seconds is asked whether it is alive."""
LONGEST = {"idle_in_transaction_session_timeout": "10s", "transaction_timeout": "20s"}
"""How long PostgreSQL lets a transaction rest, and last (from version 17 on), before it ends it:
whoever has fallen asleep over a lock, or is cut off, would else hold up all others for hours.
"""
LINE = {
    "connect_timeout": int(PATIENCE), "tcp_user_timeout": 15_000,
    "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 2,
}  # fmt: skip
"""So that a line that is cut without a word is known to be cut within 20 s (libpq's settings)."""
_SET = "SELECT set_config(name, %s, %s) FROM pg_settings WHERE name = %s"
THREADS = 16


def sqlite(url: URL) -> tuple[Engine, Engine]:
    """An engine that writes, by one connection, and one that can only read."""
    return _sqlite(url, writes=True), _sqlite(url, writes=False)


def _sqlite(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(
        url, pool_size=1 if writes else THREADS, max_overflow=0 if writes else 8,
        hide_parameters=True,
    )  # fmt: skip

    def connected(connection: sqlite3.Connection, _: object) -> None:
        # Else sqlite3 begins a transaction only at the first change, and what was read before it
        # is outside: updates are lost without an error.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is deleted is written over, or whoever was erased could be read from the file.
        connection.execute("PRAGMA secure_delete = ON")
        if not writes:
            connection.execute("PRAGMA query_only = ON")

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def scrub(engine: Engine) -> bool:
    """Bring all that SQLite has written beside its file into it, and leave nothing beside it; False
    where somebody reads just now, and it has to be done again.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (is_busy, *_) = cursor.fetchone() or (1,)
        cursor.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
        return not is_busy
    finally:
        connection.close()


def postgres(url: URL, ping_after: float) -> tuple[Engine, Engine]:
    """An engine that writes and one that only reads, a snapshot each time; they share one pool."""
    engine = create_engine(
        url, pool_size=THREADS, max_overflow=8, pool_use_lifo=True, pool_timeout=PATIENCE,
        connect_args=LINE, hide_parameters=True,
    )  # fmt: skip

    def connected(connection: DBAPIConnection, _: object) -> None:
        # Not as options of the connection: poolers refuse those.
        cursor = connection.cursor()
        for name, longest in LONGEST.items():
            cursor.execute(_SET, (longest, False, name))
        cursor.close()
        connection.commit()

    # A ping before every transaction costs a round trip; one after a rest finds the same dead ones.
    # One that dies in use fails its own transaction, and the pool then drops the rest by itself.
    def checked_in(_: object, record: ConnectionPoolEntry) -> None:
        record.info["rested"] = time.monotonic()

    def checked_out(connection: DBAPIConnection, record: ConnectionPoolEntry, _: object) -> None:
        if time.monotonic() - record.info.get("rested", time.monotonic()) < ping_after:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise exc.DisconnectionError from error

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkin", checked_in)
    event.listen(engine, "checkout", checked_out)
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine, snapshot


def take_time(connection: Connection) -> None:
    """Let this transaction last as long as it needs: one that goes through all there is."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_SET, ("0", True, "transaction_timeout"))
