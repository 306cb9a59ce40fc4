"""A backup: the whole database as it was at one instant, in one file, whichever database it is.

The file is a zip. Each table is a file of JSON lines in it, one list of values for each row, and
`head.json` says what they are. That is written last, with digests: what was cut or changed is seen.
"""

import hashlib
import json
import os
import re
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Connection, MetaData, Table, inspect, select, text

from bot.store.db import Store
from bot.store.faults import StoreDown

FORMAT = "convenor-backup-1"
HEAD = "head.json"
VERSIONS = "alembic_version"
"""The table in which Alembic keeps the revision; the head has that."""
AT_ONCE = 500
"""How many rows are in memory at a time."""
_UNREADABLE = (
    BadZipFile, zlib.error, EOFError, OSError, KeyError, TypeError, ValueError, RuntimeError,
)  # fmt: skip


class BadBackup(Exception):
    """The file cannot be restored; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a backup has of one table: its columns, how many rows, and the digest of their lines."""

    columns: tuple[str, ...]
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup is of: the tables' revision, the instant, the version that made it."""

    revision: str
    at: datetime
    version: str
    tables: Mapping[str, Content]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(content.rows for content in self.tables.values())


def write(store: Store, to: Path, *, version: str, now: datetime) -> Head:
    """Write all tables, as they are at this instant, into a new file, while the house runs. The
    file is there when it is whole. Raises StoreDown, FileExistsError or another OSError.
    """
    if to.exists():
        raise FileExistsError(f"{to} is there already.")
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=to.parent)  # its owner's alone
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            head = _fill(store, file, version, now)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(to.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return head


def _fill(store: Store, file: IO[bytes], version: str, now: datetime) -> Head:
    store.revision_is_head()  # raises where the tables are a later version's
    with store.snapshot() as connection, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        if not inspect(connection).has_table(VERSIONS):
            raise StoreDown("There is no database yet.", "So there is nothing to back up.")
        revision = connection.scalar(text(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608
        tables = {table.name: _write(connection, table, archive) for table in reflected(connection)}
        head = Head(str(revision), now, version, tables)
        said = {"format": FORMAT, **asdict(head), "at": now.isoformat()}
        archive.writestr(HEAD, json.dumps(said, indent=1))
    return head


def reflected(connection: Connection) -> list[Table]:
    """The tables as the database itself tells of them, each after those that it refers to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != VERSIONS]


def _write(connection: Connection, table: Table, archive: ZipFile) -> Content:
    digest, count = hashlib.sha256(), 0
    rows = connection.execute(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": AT_ONCE}
    )
    with archive.open(_member(table.name), "w", force_zip64=True) as file:
        for row in rows:
            line = json.dumps([_plain(value) for value in row], ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            file.write(line)
            count += 1
    return Content(tuple(table.columns.keys()), count, digest.hexdigest())


def _plain(value: object) -> object:
    """As JSON takes it. Instants lose their zone, which is UTC: SQLite keeps none."""
    if isinstance(value, datetime) and value.tzinfo:
        value = value.astimezone(UTC).replace(tzinfo=None)
    return value.isoformat() if isinstance(value, date | time) else value


def _member(table: str) -> str:
    return f"{table}.jsonl"


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """The file, to read from. Raises BadBackup, also where that is found out later."""
    try:
        with ZipFile(path) as archive:
            yield archive
    except FileNotFoundError:
        raise BadBackup(f"There is no file {path}.") from None
    except _UNREADABLE as fault:
        raise BadBackup(
            f"{path} is no whole backup ({type(fault).__name__}). Nothing was changed; "
            "please take another one."
        ) from fault


def check(path: Path) -> Head:
    """What a backup is of, once all of it has been read and found whole. Raises BadBackup."""
    with opened(path) as archive:
        head = _head(json.loads(archive.read(HEAD)))
        for name, content in head.tables.items():
            for _ in rows(archive, name, content):
                pass
    return head


def rows(archive: ZipFile, table: str, content: Content) -> Iterator[list[Any]]:
    """The rows of a table. Raises ValueError at the latest after the last one, where they are not
    what the head tells of.
    """
    digest, count = hashlib.sha256(), 0
    with archive.open(_member(table)) as file:
        for line in file:
            digest.update(line)
            count += 1
            yield _row(line, len(content.columns))
    if (count, digest.hexdigest()) != (content.rows, content.digest):
        raise ValueError(f"{table} is not as it was written")


def _row(line: bytes, length: int) -> list[Any]:
    found = json.loads(line)
    if not isinstance(found, list) or len(found) != length:
        raise ValueError("a row has other columns")
    return found


def _head(said: Mapping[str, Any]) -> Head:
    if said["format"] != FORMAT or not re.fullmatch(r"(?!0000)\d{4}", said["revision"]):
        raise ValueError("another kind of file")
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None:
        raise ValueError("an instant has a zone")
    tables = {
        str(name): Content(tuple(map(str, of["columns"])), int(of["rows"]), str(of["digest"]))
        for name, of in said["tables"].items()
    }
    return Head(said["revision"], at, str(said["version"]), tables)
