"""Restoring a backup into an empty database: all of it or nothing, and then on hold."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sqlalchemy import Connection, Date, DateTime, Table, Time, exc, insert, inspect, select, text
from sqlalchemy.types import TypeEngine

from bot.store import backup, held
from bot.store.backup import BadBackup, Content, Head
from bot.store.db import Store
from bot.store.revision import latest_revision
from bot.store.tables import Row

GAP = 1000
"""Numbers left out after the highest one: buttons of what came after the backup name some."""


def restore(store: Store, path: Path, now: datetime) -> Head:
    """Put a backup into a database that is empty or not made yet, bring its tables up to date, and
    hold back all that it would send. Returns what it was of. Raises BadBackup, StoreDown.
    """
    head = backup.check(path)
    if head.revision > latest_revision():
        raise BadBackup(
            f"{path} was made by a later version ({head.version}). Please restore it with that one."
        )
    # Alembic is slow to import.
    from bot.store import migrations  # noqa: PLC0415

    with backup.opened(path) as archive, store.making() as connection:
        _make_room(connection)
        migrations.upgrade(connection, head.revision)
        _fill(connection, archive, head)
        migrations.upgrade(connection)
        held.hold(connection, head.at, now)
        _leave_gaps(connection)
    return head


def _make_room(connection: Connection) -> None:
    """Take tables away that are there and empty: they may be of another revision."""
    there = backup.reflected(connection)
    known = Row.metadata.tables.keys()
    if any(t.name not in known or connection.execute(select(t).limit(1)).first() for t in there):
        raise BadBackup(
            "The database is not empty, and a backup never goes over what is there. Set "
            "DATABASE_URL to an empty database, or DATA_DIR to a new folder, and restore again."
        )
    for table in reversed(there):
        table.drop(connection)
    if inspect(connection).has_table(backup.VERSIONS):
        connection.execute(text(f"DROP TABLE {backup.VERSIONS}"))


def _fill(connection: Connection, archive: ZipFile, head: Head) -> None:
    tables = backup.reflected(connection)
    if {t.name: set(t.columns.keys()) for t in tables} != {
        name: set(content.columns) for name, content in head.tables.items()
    }:
        raise ValueError("other tables than those of its revision")
    for table in tables:
        content = head.tables[table.name]
        try:
            for some in _batches(archive, table, content):
                connection.execute(insert(table), some)
        except (exc.IntegrityError, exc.DataError, exc.StatementError) as fault:
            raise ValueError(f"rows that {table.name} does not take") from fault


def _batches(archive: ZipFile, table: Table, content: Content) -> Iterator[list[dict[str, Any]]]:
    read = [_reader(table.columns[name].type) for name in content.columns]
    found = backup.rows(archive, table.name, content)
    while some := list(islice(found, backup.AT_ONCE)):
        yield [
            {
                name: None if value is None else reading(value)
                for name, reading, value in zip(content.columns, read, row, strict=True)
            }
            for row in some
        ]


def _reader(kind: TypeEngine[Any]) -> Callable[[Any], Any]:
    """How a value of a column comes back from JSON."""
    if isinstance(kind, DateTime):
        zone = UTC if kind.timezone else None
        return lambda value: datetime.fromisoformat(value).replace(tzinfo=zone)
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, Time):
        return time.fromisoformat
    return lambda value: value


def _leave_gaps(connection: Connection) -> None:
    """PostgreSQL counts on from where its own counters stand; SQLite from the highest number."""
    if connection.dialect.name != "postgresql":
        return
    for table in Row.metadata.sorted_tables:
        if "id" in table.columns:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "  # noqa: S608
                    f"coalesce(max(id), 0) + {GAP}) FROM {table.name}"
                )
            )
