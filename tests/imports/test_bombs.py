"""What would fill the memory or the day of the house is refused within two seconds."""

import io
import resource
import time
import zipfile
from collections.abc import Callable
from random import Random

import pytest
from xlsxwriter.workbook import Workbook

from bot.core import lists
from bot.core.sheets import LARGEST, Unreadable, Why
from tests.imports import files

MEGA = 1024 * 1024


def far(book: Workbook) -> None:
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Name")
    sheet.write(1048575, 16383, "far away")


def with_part(name: str, content: bytes) -> bytes:
    """A workbook into which somebody has put one part more."""
    held = io.BytesIO(files.sheets(A=[["Name"], ["Kim Lee"]]))
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


def many_parts() -> bytes:
    return files.packed(xl__workbook_xml="<w/>", **{f"a{n}": "" for n in range(1500)})


def overlapping() -> bytes:
    """A thousand names for the same packed zeros (after Fifield, "A better zip bomb")."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(5 * MEGA))
        (info,) = archive.infolist()
        for _ in range(900):
            archive.filelist.append(info)
        archive._didModify = True  # type: ignore[attr-defined]
    return held.getvalue()


def lying() -> bytes:
    """It says that it unpacks to a hundred bytes, and does to ten megabytes."""
    data = with_part("xl/more.xml", bytes(10 * MEGA))
    size = (10 * MEGA).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def strings() -> bytes:
    """Two million shared strings, just below what is let in."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(files.sheets(A=[["Name"], ["Kim Lee"]]))) as plain,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in plain.namelist():
            if name != "xl/sharedStrings.xml":
                archive.writestr(name, plain.read(name))
        archive.writestr("xl/sharedStrings.xml", b"<sst>" + b"<si><t>x</t></si>" * (4 * MEGA // 3))
        archive.writestr("xl/noise", Random(1).randbytes(MEGA // 2))
    return held.getvalue()


def sheets() -> bytes:
    return files.sheets(**{f"S{n}": [["Name"], ["Kim Lee"]] for n in range(60)})


BOMBS: dict[str, Callable[[], bytes]] = {
    "a million times unpacked": lambda: with_part("xl/worksheets/sheet9.xml", bytes(26 * MEGA)),
    "shared strings": strings,
    "many parts": many_parts,
    "many sheets": sheets,
    "names for the same bytes": overlapping,
    "a lie about its size": lying,
    "a zip in a zip": lambda: files.packed(a_zip=files.packed(b_zip=bytes(10 * MEGA))),
    "a cell far away": lambda: files.xlsx(far),
    "a cell far away, of 2003": lambda: files.xls({(0, 0): "Name", (65535, 255): "x"}),
    "a cell a billion times": lambda: files.ods(files.ods_row("Kim", times=1 << 20, wide=1 << 14)),
    "a row a million times": lambda: files.ods(
        files.ods_row("Name") + files.ods_row("Kim Lee", times=1 << 20)
    ),
    "more than five megabytes": lambda: b"Name\n" + b"Kim Lee\n" * (LARGEST // 8 + 1),
    "odd letters only": lambda: bytes(range(128, 256)) * (LARGEST >> 7),
    "very many rows with odd letters": lambda: b"Zo\xeb;Hill\n" * (LARGEST // 10),
    "one cell of four megabytes": lambda: b'Name\n"' + b"x" * 4 * MEGA,
    "a formula of entities": lambda: with_part(
        "xl/worksheets/sheet2.xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY a%d "&a;&a;&a;&a;">' % n for n in range(50))
        + b"]><x>&a49;</x>",
    ),
}


HARMLESS = ("a formula of entities", "shared strings")
"""What is in them is never looked at."""
REFUSED = {Why.BOMB, Why.BROKEN, Why.ROWS, Why.SHEETS, Why.LARGE, Why.ARCHIVE, Why.NO_TABLE}


def refused(data: bytes) -> bool:
    try:
        lists.read(data)
    except Unreadable as fault:
        return fault.why in REFUSED
    return False


def worked() -> float:
    """Seconds of work, ours and of the readers that have ended: whatever else the machine does."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


@pytest.mark.must_hold("B1", 2)
def test_bombs_are_refused_within_two_seconds_and_little_memory(
    figure: Callable[[str], None],
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds: dict[str, float] = {}
    for name, make in BOMBS.items():
        data = make()
        start = worked()
        assert refused(data) or name in HARMLESS, name
        seconds[name] = worked() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    assert max(seconds.values()) < 2, seconds
    assert grown < 250
    figure(
        f"{len(BOMBS)} bombs refused, the slowest in {max(seconds.values()):.1f} s, "
        f"{grown} MB more, their reader at most {child} MB"
    )
