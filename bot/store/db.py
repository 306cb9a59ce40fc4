"""The database: a Store for the process, a Db for each transaction."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, Protocol, TypeVar, TypeVarTuple, cast, overload

from sqlalchemy import ColumnElement, Connection, Engine, Table, create_engine, event, exc, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

PATIENCE = 10.0
"""Seconds to wait for another writer, or for a server that does not answer."""
PING_AFTER = 5.0
"""A PostgreSQL connection that has rested for so many seconds is asked whether it is alive."""
THREADS = 16
MIGRATING = 0x636F6E76  # "conv": the advisory lock of whoever migrates

M = TypeVar("M", bound=SQLModel)
T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Columns = ReadOnlyColumnCollection[str, ColumnElement[Any]]


class StoreDown(Exception):
    """The database cannot be used: what is wrong, and how to mend it. Names no password."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend


class Ending(Protocol):
    """What a transaction does last, just before its commit."""

    def __call__(self, db: Db) -> None:
        """Do it."""
        ...


E = TypeVar("E", bound=Ending)


class Db:
    """One transaction. Rows that it gave out stay readable after the commit."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._endings: dict[Callable[[], Ending], Ending] = {}

    def add(self, row: SQLModel) -> None:
        """Write a new row at the next flush, which any reading does first."""
        self._session.add(row)

    def delete(self, row: SQLModel) -> None:
        """Delete a row at the next flush."""
        self._session.delete(row)

    def flush(self) -> None:
        """Write what is pending, so that new rows have their ids."""
        self._session.flush()

    def get(self, table: type[M], key: object) -> M | None:
        """The row with this primary key, or None."""
        return self._session.get(table, key)

    @overload
    def all(self, statement: SelectOfScalar[T]) -> Sequence[T]: ...
    @overload
    def all(self, statement: Select[*Ts]) -> Sequence[tuple[*Ts]]: ...
    def all(self, statement: Any) -> Any:
        """All rows of a select of sqlmodel: bare where it selects one thing, else tuples."""
        return self._session.exec(statement).all()

    @overload
    def first(self, statement: SelectOfScalar[T]) -> T | None: ...
    @overload
    def first(self, statement: Select[*Ts]) -> tuple[*Ts] | None: ...
    def first(self, statement: Any) -> Any:
        """The first row of a select, or None."""
        return self._session.exec(statement).first()

    def one_value(self, statement: SelectOfScalar[T]) -> T:
        """The value of a select that always has exactly one row: a count, a minimum."""
        return self._session.exec(statement).one()

    def execute(self, statement: UpdateBase) -> int:
        """Run an insert, update or delete; returns how many rows it met. Rows held follow."""
        # SQLAlchemy keeps the count of an insert only where asked to.
        return self._session.exec(statement, execution_options={"preserve_rowcount": True}).rowcount

    def upsert(
        self,
        table: type[SQLModel],
        values: Mapping[str, object],
        *,
        key: Sequence[str],
        change: Sequence[str] | None = None,
        where: Callable[[Columns, Columns], ColumnElement[bool]] | None = None,
    ) -> bool:
        """Insert a row or, where one has this unique key, change it: one statement, safe beside
        others. `change` names the columns to change (all but the key; () keeps the old row),
        `where(old, new)` says whether to. Returns whether a row was written.
        """
        old = cast("Table", table.__table__)  # type: ignore[attr-defined]
        insert = postgresql.insert if self._is_postgres() else sqlite.insert
        statement = insert(old).values(dict(values))
        changed = [name for name in values if name not in key] if change is None else change
        if not changed:
            return self.execute(statement.on_conflict_do_nothing(index_elements=key)) == 1
        new = cast("Columns", statement.excluded)
        written = statement.on_conflict_do_update(
            index_elements=key,
            set_={name: new[name] for name in changed},
            where=where(cast("Columns", old.c), new) if where else None,
        )
        self._session.flush()
        met = self.execute(written)
        # It went past the session, whose rows would else show what was.
        for row in self._session.identity_map.values():
            if isinstance(row, table):
                self._session.expire(row)
        return met == 1

    def connection(self) -> Connection:
        """The connection of this transaction, for statements without rows of ours."""
        return self._session.connection()

    def ending(self, kind: Callable[[], E]) -> E:
        """The transaction's one `kind`: made when first asked for, called before the commit."""
        return cast("E", self._endings.setdefault(kind, kind()))

    def end(self) -> None:
        """Call the endings and commit; only the Store does this."""
        self._session.flush()
        for act in self._endings.values():
            act(self)
        self._session.commit()

    def _is_postgres(self) -> bool:
        return self._session.get_bind().dialect.name == "postgresql"


class Store:
    """The database of this process, by its SQLAlchemy URL; safe in any thread.

    PostgreSQL is spoken to by psycopg 3: postgresql+psycopg://...
    """

    def __init__(self, url: str, *, ping_after: float = PING_AFTER) -> None:
        self._url = make_url(url)
        self._one_writer = threading.Lock() if self._is_sqlite() else None
        self._writer = 0
        self._writes, self._reads = (
            (_sqlite(self._url, writes=True), _sqlite(self._url, writes=False))
            if self._is_sqlite()
            else _postgres(self._url, ping_after)
        )

    @contextmanager
    def write(self) -> Iterator[Db]:
        """One transaction: committed at the end, rolled back on an exception, never inside another.

        On SQLite it holds the write lock from its first word, so that what it reads stays true.
        On PostgreSQL lock what is read in order to change it (`with_for_update`), or change it by
        one statement.
        """
        with self._turn(), Session(self._writes, expire_on_commit=False) as session:
            db = Db(session)
            yield db
            db.end()

    @contextmanager
    def read(self) -> Iterator[Db]:
        """One snapshot of the database, in which writing fails."""
        with Session(self._reads, expire_on_commit=False) as session:
            yield Db(session)

    def migrate(self) -> None:
        """Bring the tables up to date; several processes may do so at once. Raises StoreDown."""
        if self.revision_is_head():
            return
        # Alembic is slow to import, and seldom needed.
        from bot.store import migrations  # noqa: PLC0415

        with _told(self._url), self._turn(), self._writes.begin() as connection:
            if not self._is_sqlite():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
            migrations.upgrade(connection)

    def revision_is_head(self) -> bool:
        """Whether the tables are this version's. Raises StoreDown, also for a later version's."""
        head = latest_revision()
        with _told(self._url), self._reads.connect() as connection:
            if not self._reads.dialect.has_table(connection, "alembic_version"):
                return False
            found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if found is not None and found > head:
            raise StoreDown(
                f"The database is a later version's ({found}; this one knows {head}).",
                "Start that version again, or restore a backup from before it.",
            )
        return bool(found == head)

    def close(self) -> None:
        """Close all connections; the Store may be used again after."""
        self._writes.dispose()
        self._reads.dispose()

    def _is_sqlite(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self._one_writer is None:
            yield
            return
        if self._writer == threading.get_ident():
            raise RuntimeError("one transaction was begun inside another")
        # SQLite would poll instead of queueing, which makes the slowest wait seven times as long.
        with self._one_writer:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = 0


def latest_revision() -> str:
    """The number of the last migration of this version; migrations are numbered files."""
    # Of bot.store: asking for the package of migrations itself would import alembic.
    folder = files("bot.store").joinpath("migrations", "versions")
    names = (file.name for file in folder.iterdir())
    return max((name[:4] for name in names if name[0].isdigit()), default="")


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
        if not writes:
            connection.execute("PRAGMA query_only = ON")

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def _postgres(url: URL, ping_after: float) -> tuple[Engine, Engine]:
    engine = create_engine(
        url, pool_size=THREADS, max_overflow=8, pool_use_lifo=True, pool_timeout=PATIENCE,
        connect_args={"connect_timeout": int(PATIENCE)}, hide_parameters=True,
    )  # fmt: skip

    # A ping before every transaction costs a round trip; one after a rest finds the same dead ones.
    # One that dies in use fails its own transaction, and the pool then drops the rest by itself.
    def checked_in(_: object, record: ConnectionPoolEntry) -> None:
        record.info["rested"] = time.monotonic()

    def checked_out(
        connection: DBAPIConnection, record: ConnectionPoolEntry, _: object
    ) -> None:
        if time.monotonic() - record.info.get("rested", time.monotonic()) < ping_after:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise exc.DisconnectionError from error

    event.listen(engine, "checkin", checked_in)
    event.listen(engine, "checkout", checked_out)
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine, snapshot


@contextmanager
def _told(url: URL) -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        where = url.render_as_string(hide_password=True)
        why = " ".join(str(error.orig).split())
        mend = (
            "Check that its folder exists, is on a local disk and may be written to."
            if url.get_backend_name() == "sqlite"
            else "Check that the server runs, and DATABASE_URL: host, port, database, user."
        )
        raise StoreDown(f"The database at {where} cannot be used: {why}.", mend) from error
