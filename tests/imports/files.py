"""Files as office programs write them, made byte by byte where no library of ours writes them."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import xlsxwriter
from xlsxwriter.workbook import Workbook

Rows = Sequence[Sequence[object]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xlsx(write: Callable[[Workbook], None]) -> bytes:
    """A workbook into which this writes."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        write(book)
    return held.getvalue()


def sheets(**named: Rows) -> bytes:
    """A workbook of sheets of plain rows."""

    def write(book: Workbook) -> None:
        year = book.add_format({"num_format": "yyyy"})
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell, year)
                    elif cell not in ("", None):
                        sheet.write(at, column, cell)

    return xlsx(write)


def packed(**parts: bytes | str) -> bytes:
    """A zip of these parts; two underscores in a name are a slash, one at its end a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


ODS = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
    for name, of in {"office": "office", "table": "table", "text": "text"}.items()
)


def ods(body: str, mimetype: str = ODS, manifest: str = "") -> bytes:
    """An OpenDocument table with this inside its one sheet."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_SPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="Liste">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        mimetype=mimetype,
        content_xml=content,
        **{"META-INF__manifest_xml": manifest or "<manifest/>"},
    )


def ods_row(*cells: str, times: int = 1, wide: int = 1) -> str:
    """A row of texts, so many times, each cell so many times."""
    inner = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{wide}">'
        f"<text:p>{escape(cell)}</text:p></table:table-cell>"
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{inner}</table:table-row>'


def xls(cells: dict[tuple[int, int], str | float]) -> bytes:
    """A workbook of the years before 2007 with one sheet."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    bof = struct.pack("<HHHHII", 0x0600, 0, 0, 0, 0, 0)
    name = b"\x06\x00People"
    head = record(0x0809, bof[:2] + b"\x05\x00" + bof[4:])
    size = len(head) + 4 + 6 + len(name) + 4
    book = head + record(0x0085, struct.pack("<IH", size, 0) + name) + record(0x000A, b"")
    rows = [at for at, _ in cells] or [0]
    wide = [column for _, column in cells] or [0]
    sheet = record(0x0809, bof[:2] + b"\x10\x00" + bof[4:])
    sheet += record(0x0200, struct.pack("<IIHHH", 0, max(rows) + 1, 0, max(wide) + 1, 0))
    for (at, column), cell in sorted(cells.items()):
        where = struct.pack("<HHH", at, column, 0)
        if isinstance(cell, str):
            text = struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
            sheet += record(0x0204, where + text)
        else:
            sheet += record(0x0203, where + struct.pack("<d", cell))
    return ole({"Workbook": book + sheet + record(0x000A, b"")})


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each large enough to stand in whole sectors."""
    content, chain, starts = b"", list[int](), []
    for data in streams.values():
        padded = data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0")
        first, count = len(chain), len(padded) // SECTOR
        chain += [*range(first + 1, first + count), END]
        starts.append((first, len(padded)))
        content += padded
    folder_at = len(chain)
    chain += [END]
    fats = -(-(len(chain) + 1) // 128)
    while -(-(len(chain) + fats) // 128) > fats:
        fats += 1
    fat_at = len(chain)
    chain += [FAT] * fats
    chain += [FREE] * (fats * 128 - len(chain))
    entries = [_entry("Root Entry", 5, child=1 if streams else FREE)]
    for number, (name, (start, size)) in enumerate(zip(streams, starts, strict=True), 1):
        after = number + 1 if number < len(streams) else FREE
        entries.append(_entry(name, 2, start=start, size=size, right=after))
    folder = b"".join(entries).ljust(SECTOR, b"\0")
    head = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, folder_at, 0, 4096, END, 0, END, 0)
    head += b"".join(struct.pack("<I", fat_at + n if n < fats else FREE) for n in range(109))
    return head + content + folder + struct.pack(f"<{len(chain)}I", *chain)


def _entry(
    name: str, kind: int, *, start: int = END, size: int = 0, child: int = FREE, right: int = FREE
) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    head += struct.pack("<III", FREE, right, child) + bytes(16 + 4 + 16)
    return head + struct.pack("<IQ", start, size)
