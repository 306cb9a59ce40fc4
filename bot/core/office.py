"""Cells that any office program opens, and in which nothing ever runs."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence

STARTS = "=+-@"
"""A cell that begins with one of these would be a formula (CVE-2021-41270)."""
LONGEST = 32_767
"""So many characters a cell of a workbook holds; of more than that nothing would be written."""
_CONTROLS = ("Cc", "Cs")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


def plain(value: object) -> object:
    """The value without control characters, which no office program shows."""
    if not isinstance(value, str):
        return value
    return "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in _CONTROLS)


def cell(value: object) -> object:
    """The value as a cell of a text file takes it: a text that an office program would run gets a
    sign before it. Looked at is the first visible character, whatever its width.
    """
    kept = plain(value)
    if not isinstance(kept, str):
        return kept
    return f"'{kept}" if _first_seen(kept) in STARTS else kept


def _first_seen(text: str) -> str:
    """The first character that shows, in its ordinary width; a space where none does."""
    seen = unicodedata.normalize("NFKC", text)
    return next((c for c in seen if unicodedata.category(c) not in _UNSEEN), " ")


def table(head: Sequence[str], rows: Sequence[Mapping[str, object]]) -> bytes:
    """Rows as CSV with a head, as UTF-8 with the mark by which office programs know it."""
    text = io.StringIO()
    # All in quotes: where a program parts cells by semicolons, "a;=1" would else be two of them.
    writer = csv.DictWriter(text, list(head), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return ("\ufeff" + text.getvalue()).encode()


def workbook(head: Sequence[str], rows: Sequence[Mapping[str, object]]) -> bytes:
    """Rows as a workbook (xlsx) of one sheet with a head. Every text is written as a text, so it
    stands there as it was typed and is never a formula or a link.
    """
    import xlsxwriter  # noqa: PLC0415 -- slow import

    out = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **never}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for line, row in enumerate([dict(zip(head, head, strict=True)), *rows]):
            for column, key in enumerate(head):
                value = plain(row.get(key, ""))
                if isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value:
                    sheet.write_string(line, column, str(value)[:LONGEST])
        sheet.autofit()
    return out.getvalue()
