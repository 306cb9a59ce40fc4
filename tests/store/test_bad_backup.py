"""What is no whole backup of ours is refused before anything is written."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from bot.store import backup
from bot.store.backup import HEAD, BadBackup, Head
from bot.store.db import Store
from bot.store.restore import restore
from bot.store.tables import Member
from tests.store.filling import fill
from tests.store.test_backup import CRASH, Size, content, save


def test_a_cut_or_damaged_file_is_refused_before_anything_is_written(
    sqlite_store: Store, tmp_path: Path, size: Size
) -> None:
    with sqlite_store.making() as connection:
        fill(connection)
    path = save(sqlite_store, tmp_path)
    whole, head, chance = path.read_bytes(), backup.check(path), Random(1)
    for _ in range(size(2000, 200)):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        assert found(path, bytes(damaged)) in (None, head)
    for _ in range(size(200, 20)):
        assert found(path, whole[: chance.randrange(len(whole))]) is None
    for name in ("nothing.zip", "."):
        with pytest.raises(BadBackup):
            backup.check(tmp_path / name)


def found(path: Path, data: bytes) -> Head | None:
    """What a file of these bytes is a backup of; None where it is refused."""
    path.write_bytes(data)
    try:
        return backup.check(path)
    except BadBackup:
        return None


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same backup, with its parts changed by somebody."""
    made = path.with_name("changed.zip")
    with ZipFile(path) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("a name", "no whole backup"),
        ("a later revision", "later version"),
        ("a strange revision", "no whole backup"),
        ("other columns", "no whole backup"),
        ("no tables", "no whole backup"),
        ("a dangling row", "no whole backup"),
    ],
)
def test_a_changed_one_is_refused_and_the_database_stays_empty(
    empty_database_url: str, sqlite_store: Store, tmp_path: Path, what: str, said: str
) -> None:
    with sqlite_store.making() as connection:
        fill(connection)
    path = save(sqlite_store, tmp_path)

    def change(name: str, data: bytes) -> bytes:
        if what == "a dangling row" and name == "member.jsonl":
            return b""
        if name != HEAD:
            return data.replace(b"Zo", b"Xo") if what == "a name" else data
        told = json.loads(data)
        revisions = {"a later revision": "9999", "a strange revision": "0000"}
        told["revision"] = revisions.get(what, told["revision"])
        if what == "other columns":
            told["tables"]["member"]["columns"][1] = "title"
        if what == "no tables":
            told["tables"] = {}
        if what == "a dangling row":
            nobody = {"rows": 0, "digest": hashlib.sha256().hexdigest()}
            told["tables"]["member"] |= nobody
        return json.dumps(told).encode()

    changed = rewritten(path, change)
    other = Store(empty_database_url.replace("convenor.db", "other.db"))
    with pytest.raises(BadBackup, match=said):
        restore(other, changed, CRASH)
    assert content(other) == {}
    other.close()


def test_what_is_there_is_never_gone_over(store: Store, tmp_path: Path) -> None:
    path = save(store, tmp_path)
    restore(store, path, CRASH)
    with store.write() as db:
        db.add(Member(name="Ana"))
    before = content(store)

    with pytest.raises(BadBackup, match="not empty"):
        restore(store, path, CRASH)
    assert content(store) == before
