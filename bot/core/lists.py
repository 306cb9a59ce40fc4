"""Lists of people as schools send them: bytes to sheets of rows of text.

Nothing in them is ever run, and a formula is the value that the file holds.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from bot.core import columns, workbooks
from bot.core.sheets import CELL, COLUMNS, LARGEST, MARGIN, ROWS, Sheet, Unreadable, Why
from bot.ui import clean

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"%PDF")
ARCHIVES = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""How a text says in which letters it is written."""
OLD = ("cp1252", "mac_roman", "cp850")
"""The letters of Windows, of an old Mac and of a terminal, the likeliest first."""
PARTED = ("\t", ";", "|", ",")
LOOKED_AT = 60
"""Lines by which the sign between columns is found."""
ENOUGH = 4000
"""So many words with a letter that is not ASCII's tell which letters they are."""
_ODD = re.compile(rb"[\x00-\x7f]?[\x80-\xff]{1,8}")
_COMMON = set("äöüßéèêëàâçîïôûùœæåøñáíóúìò")
_SIGNS = set("’‘“”„–—…€°ºª«»§©®\xa0")


def read(data: bytes) -> list[Sheet]:
    """The sheets of a file that hold anything. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(Why.LARGE)
    if not data.strip():
        raise Unreadable(Why.EMPTY)
    if data.startswith(PICTURES) or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        raise Unreadable(Why.PICTURE)
    if data.startswith(ARCHIVES):
        raise Unreadable(Why.ARCHIVE)
    is_book = data.startswith((workbooks.OLE, b"PK\x03\x04", b"PK\x05\x06"))
    found = workbooks.read(data) if is_book else [text(decoded(data))]
    return tidied(found)


def text(said: str) -> Sheet:
    """The rows of a text whose columns are parted by a sign. Raises Unreadable."""
    start = said.lstrip("\ufeff \r\n\t")[:200].casefold()
    if start.startswith(("<!doctype", "<html", "<?xml", "<table", "<meta")):
        raise Unreadable(Why.WEB)
    if start.startswith("{\\rtf"):
        raise Unreadable(Why.DOCUMENT)
    if sum(not c.isprintable() and c not in "\r\n\t\xa0\ufeff" for c in said[:5000]) > 5:  # noqa: PLR2004 -- slips happen
        raise Unreadable(Why.NO_TABLE)
    lines = said.removeprefix("\ufeff").replace("\0", "").splitlines(keepends=True)
    first = lines[0].strip().casefold() if lines else ""
    if first.startswith("sep=") and len(first) == len("sep=;"):
        return Sheet("", ((), *_parted(lines[1:], first[-1])))
    return Sheet("", tuple(_parted(lines, _sign(lines))))


def _parted(lines: Sequence[str], sign: str) -> list[tuple[str, ...]]:
    """The rows, the empty ones too: a row's number is what an office program shows."""
    reader = csv.reader(lines, delimiter=sign, skipinitialspace=True)
    rows: list[tuple[str, ...]] = []
    full = 0
    try:
        for row in reader:
            rows.append(tuple(cell[:CELL] for cell in row[:COLUMNS]))
            full += any(map(str.strip, row))
            if full > ROWS + MARGIN:
                raise Unreadable(Why.ROWS)
    except csv.Error as fault:
        raise Unreadable(Why.NO_TABLE) from fault
    return rows


def _sign(lines: Sequence[str]) -> str:
    """What parts the columns: with it most heads are known, and most rows are as wide as they."""
    return max(PARTED, key=lambda sign: (*_fits(lines, sign), -PARTED.index(sign)))


def _fits(lines: Sequence[str], sign: str) -> tuple[int, int, int]:
    try:
        reader = csv.reader(lines[:LOOKED_AT], delimiter=sign, skipinitialspace=True)
        rows = [row for row in islice(reader, LOOKED_AT) if any(row)]
    except csv.Error:
        return (0, 0, 0)
    if not rows:
        return (0, 0, 0)
    head = max(rows, key=columns.known)
    if known := columns.known(head):
        return (known, sum(len(row) == len(head) for row in rows), len(head))
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return (0, count if width > 1 else 0, width)


def decoded(data: bytes) -> str:
    """The text of a file, in whichever letters it was written. Raises Unreadable."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _in(data, name)
    if b"\0" in data[:200]:
        evens, odds = data[:200:2].count(0), data[1:200:2].count(0)
        if max(evens, odds) < len(data[:200]) // 4:
            raise Unreadable(Why.NO_TABLE)
        return _in(data, "utf-16-be" if evens > odds else "utf-16-le")
    try:
        return data.decode()
    except UnicodeDecodeError:
        odd = b"".join(one[0] for one in islice(_ODD.finditer(data), ENOUGH))
        found = max(OLD, key=lambda name: _looks_right(odd.decode(name, "replace")))
        return data.decode(found, "replace")


def _in(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        raise Unreadable(Why.NO_TABLE) from fault


def _looks_right(said: str) -> int:
    """How far a text looks like one of our languages: small letters inside words count most."""
    total = 0
    for before, c in zip(f" {said}", said, strict=False):
        if c.isascii() or c in _SIGNS:
            continue
        if c in _COMMON:
            total += 2
        elif c.lower() in _COMMON and not before.islower():
            total += 1
        else:
            total -= 2
    return total


def tidied(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The same in clean letters. Raises Unreadable where nothing is left, or far too much."""
    is_only = len(sheets) == 1
    found = [
        Sheet(
            "" if is_only else clean(sheet.name)[:CELL],
            tuple(tuple(map(_tidy, row)) for row in sheet.rows),
        )
        for sheet in sheets
    ]
    full = sum(any(row) for sheet in found for row in sheet.rows)
    if not full:
        raise Unreadable(Why.EMPTY)
    if full > ROWS + MARGIN:
        raise Unreadable(Why.ROWS)
    return found


def _tidy(cell: str) -> str:
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    lines = (" ".join(line.split()) for line in clean(cell).splitlines())
    return "\n".join(filter(None, lines))
