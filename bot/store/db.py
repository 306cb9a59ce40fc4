"""The database: a Store for the process, a Db for each transaction."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol, TypeVar, TypeVarTuple, cast, overload

from sqlalchemy import Connection, CursorResult, Executable, text
from sqlalchemy.engine import make_url
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

from bot.store import engines
from bot.store.faults import StoreDown, contended, told
from bot.store.queueing import Queue
from bot.store.revision import latest_revision
from bot.store.upserts import Where, upsert

MIGRATING = 0x636F6E76  # "conv": the advisory lock of whoever migrates

M = TypeVar("M", bound=SQLModel)
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Ending(Protocol):
    """What a transaction does last, just before its commit; the lowest `turn` first, so that rows
    are always locked in one order.
    """

    turn: ClassVar[int]

    def __call__(self, db: Db) -> None:
        """Do it."""
        ...


E = TypeVar("E", bound=Ending)


class Db:
    """One transaction. Rows that it gave out stay readable after the commit. `sooner`: it makes
    something due before what was, and whoever sends has to be woken. `scrubs`: what it deletes is
    not to be read from the database's files any more.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._endings: dict[type[Ending], Ending] = {}
        self.sooner = self.scrubs = False

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
    def all(self, statement: SelectOfScalar[T], **given: object) -> Sequence[T]: ...
    @overload
    def all(self, statement: Select[*Ts], **given: object) -> Sequence[tuple[*Ts]]: ...
    def all(self, statement: Any, **given: object) -> Any:
        """All rows of a select of sqlmodel: bare where it selects one thing, else tuples. `given`
        are the values of its bindparams: what is asked for in every call is best built once.
        """
        return self._session.exec(statement, params=given).all()

    @overload
    def first(self, statement: SelectOfScalar[T], **given: object) -> T | None: ...
    @overload
    def first(self, statement: Select[*Ts], **given: object) -> tuple[*Ts] | None: ...
    def first(self, statement: Any, **given: object) -> Any:
        """The first row of a select, or None."""
        return self._session.exec(statement, params=given).first()

    def one_value(self, statement: SelectOfScalar[T], **given: object) -> T:
        """The value of a select that always has exactly one row: a count, a minimum."""
        return self._session.exec(statement, params=given).one()

    def execute(self, statement: UpdateBase) -> int:
        """Run an update or delete; returns how many rows it met. Rows held follow."""
        return self._session.exec(statement).rowcount

    def upsert(
        self,
        table: type[SQLModel],
        values: Mapping[str, object],
        *,
        key: Sequence[str],
        change: Sequence[str] | None = None,
        where: Where | None = None,
    ) -> bool:
        """Insert a row or, where one has this unique key, change it: one statement, safe beside
        others. `change` names the columns to change (all but the key; () keeps the old row),
        `where(old, new)` says whether to; best a function of a module, for the statement is kept
        by it. Returns whether a row was written.
        """
        changed = [name for name in values if name not in key] if change is None else change
        return self._upsert(table, values, key, changed, where, ()).rowcount == 1

    def put(
        self,
        table: type[SQLModel],
        values: Mapping[str, object],
        *,
        key: Sequence[str],
        change: Sequence[str],
        where: Where | None = None,
        back: Sequence[str],
    ) -> tuple[Any, ...] | None:
        """The same; returns these columns of the row that was written, or None where none was."""
        row = self._upsert(table, values, key, change, where, back).first()
        return None if row is None else tuple(row)

    def _upsert(
        self,
        table: type[SQLModel],
        values: Mapping[str, object],
        key: Sequence[str],
        changed: Sequence[str],
        where: Where | None,
        back: Sequence[str],
    ) -> CursorResult[Any]:
        self._session.flush()
        connection = self.connection()
        statement = upsert(
            connection.dialect.name, table, tuple(values), tuple(key), tuple(changed), where,
            tuple(back),
        )  # fmt: skip
        result = connection.execute(statement, dict(values))
        if changed:
            self._expire(table)
        return result

    def change(
        self, table: type[SQLModel], statement: Executable, given: Mapping[str, object]
    ) -> Sequence[tuple[Any, ...]]:
        """Run a statement, best built once, that changes rows of this table; returns what it does.
        Rows held follow.
        """
        self._session.flush()
        found = self.connection().execute(statement, given).all()
        self._expire(table)
        return [tuple(row) for row in found]

    def _expire(self, table: type[SQLModel]) -> None:
        # It went past the session, whose rows would else show what was.
        for row in self._session.identity_map.values():
            if isinstance(row, table):
                self._session.expire(row)

    def connection(self) -> Connection:
        """The connection of this transaction, for statements without rows of ours."""
        return self._session.connection()

    def is_changed(self) -> bool:
        """Whether something waits to be written."""
        own = self._session
        return bool(own.new or own.deleted or self._endings) or any(map(own.is_modified, own.dirty))

    def ending(self, kind: type[E]) -> E:
        """The transaction's one `kind`: made when first asked for, called before the commit. One
        that another asks for while it ends comes after that.
        """
        return cast("E", self._endings.setdefault(kind, kind()))

    def finish(self) -> None:
        """Write all that is pending, and what was left to the end."""
        self._session.flush()
        while self._endings:
            first = min(self._endings, key=lambda kind: kind.turn)
            self._endings.pop(first)(self)

    def end(self) -> None:
        """Finish and commit; only the Store does this."""
        self.finish()
        self._session.commit()


class Store:
    """The database of this process, by its SQLAlchemy URL; safe in any thread. PostgreSQL is
    spoken to by psycopg 3: postgresql+psycopg://...
    """

    def __init__(self, url: str, *, ping_after: float = engines.PING_AFTER) -> None:
        self._url = make_url(url)
        self._one_writer = Queue() if self.is_sqlite else None
        self._writer, self._to_scrub = 0, False
        self._writes, self._reads = (
            engines.sqlite(self._url) if self.is_sqlite else engines.postgres(self._url, ping_after)
        )

    @contextmanager
    def write(self) -> Iterator[Db]:
        """One transaction: committed at the end, rolled back on an exception, never inside another.

        On SQLite it holds the write lock from its first word, so that what it reads stays true.
        On PostgreSQL lock what is read in order to change it (`with_for_update`), or change it by
        one statement. Raises Conflict where another one was faster, Away where it was not done.
        """
        with contended(), self._turn():
            with Session(self._writes, expire_on_commit=False) as session:
                db = Db(session)
                yield db
                db.end()
            self._to_scrub |= db.scrubs
        self.scrub()

    def scrub(self, *, anyway: bool = False) -> None:
        """Leave nothing in SQLite's files of what was to be scrubbed, or `anyway`, as soon as there
        is no reader.
        """
        if self.is_sqlite and (self._to_scrub or anyway):
            with contended(), self._turn():
                self._to_scrub = not engines.scrub(self._writes)

    @contextmanager
    def read(self) -> Iterator[Db]:
        """One snapshot of the database, in which writing fails."""
        # What a reader brings up to date in passing stays in memory: written, it would fail.
        with Session(self._reads, expire_on_commit=False, autoflush=False) as session:
            yield Db(session)

    def migrate(self) -> None:
        """Bring the tables up to date; several processes may do so at once. Raises StoreDown."""
        if self.revision_is_head():
            return
        # Alembic is slow to import, and seldom needed.
        from bot.store import migrations  # noqa: PLC0415

        with self.making() as connection:
            migrations.upgrade(connection)

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """One transaction that may make tables, of one process at a time. Raises StoreDown."""
        with told(self._url), self._turn(), self._writes.begin() as connection:
            engines.take_time(connection)
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """All tables as they are at one instant, whatever revision they have. Raises StoreDown."""
        with told(self._url), self._reads.connect() as connection:
            engines.take_time(connection)
            yield connection

    def revision_is_head(self) -> bool:
        """Whether the tables are this version's. Raises StoreDown, also for a later version's."""
        head = latest_revision()
        with told(self._url), self._reads.connect() as connection:
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

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file, to which one writes at a time."""
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
