"""Workbooks (xlsx, xls, ods): looked at before they are opened, and opened at arm's length."""

import json
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.core.sheets import CELL, COLUMNS, MARGIN, ROWS, SHEETS, Sheet, Unreadable, Why

READER = Path(__file__).with_name("workbook_reader.py")
UNPACKED, RATIO, PARTS = 24 * 1024 * 1024, 150, 1000
"""What a workbook may unpack to, to how many times its size, and how many parts it may have."""
SMALL = 1024 * 1024
"""What unpacks to less than this may be packed as well as it likes."""
SECONDS = 10.0
"""On the clock; the reader itself has far fewer to work."""
CHUNK = 1 << 16
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the older office programs begin, and those of today that have a password."""
ZIP = b"PK"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_WHY = {"locked": Why.LOCKED, "bomb": Why.BOMB, "broken": Why.BROKEN}


def read(data: bytes) -> list[Sheet]:
    """The sheets of a workbook that people see. Raises Unreadable."""
    if data.startswith(ZIP):
        _look(data)
    else:
        _look_old(data)
    return [
        Sheet(name, tuple(map(tuple, rows))) for name, rows in _opened(data)["sheets"] if any(rows)
    ]


def _look_old(data: bytes) -> None:
    """Whether it is a table without a password, by the names of what is in it."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(Why.LOCKED)
    if any(name.encode("utf-16-le") in data for name in ("WordDocument", "PowerPoint Document")):
        raise Unreadable(Why.DOCUMENT)


def _look(data: bytes) -> None:
    """Whether it is a table that can be opened: nothing is believed that it says of its size."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or _is_much(sum(part.file_size for part in parts), data):
                raise Unreadable(Why.BOMB)
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable(Why.LOCKED)
            _is_table(archive)
            _unpack(archive, data)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
        RuntimeError, KeyError,
    ) as fault:  # fmt: skip
        raise Unreadable(Why.BROKEN) from fault


def _is_much(unpacked: int, data: bytes) -> bool:
    return unpacked > UNPACKED or unpacked > max(SMALL, RATIO * len(data))


def _is_table(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return
    if "mimetype" in names and "content.xml" in names:
        if not _start(archive, "mimetype").startswith(_ODS):
            raise Unreadable(Why.DOCUMENT)
        if "META-INF/manifest.xml" in names and b"encryption-data" in _start(
            archive, "META-INF/manifest.xml"
        ):
            raise Unreadable(Why.LOCKED)
        return
    is_office = any(name.startswith(("word/", "ppt/")) for name in names)
    if is_office or "Index/Document.iwa" in names:
        raise Unreadable(Why.DOCUMENT)
    raise Unreadable(Why.ARCHIVE)


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(CHUNK)


def _unpack(archive: zipfile.ZipFile, data: bytes) -> None:
    """Go through all that it holds, a little at a time, and keep nothing."""
    done = 0
    for info in archive.infolist():
        with archive.open(info) as part:
            while chunk := part.read(CHUNK):
                done += len(chunk)
                if _is_much(done, data):
                    raise Unreadable(Why.BOMB)


def _opened(data: bytes) -> dict[str, Any]:
    """What the reader makes of it, in a process that can do no harm."""
    asked = (SHEETS, ROWS + MARGIN, COLUMNS, CELL)
    command = [sys.executable, "-I", str(READER), *map(str, asked)]
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves, and nothing of the file is in it
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False, env={},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unreadable(Why.BOMB) from None
    if done.returncode:
        raise Unreadable(Why.BOMB)
    found: dict[str, Any] = json.loads(done.stdout)
    if "why" in found:
        raise Unreadable(_WHY[found["why"]])
    if found["left"]:
        raise Unreadable(Why.SHEETS)
    return found
