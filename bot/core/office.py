"""Cells that any office program opens, and in which nothing ever runs."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence

STARTS = "=+-@"
"""A cell that begins with one of these would be a formula (CVE-2021-41270)."""


def cell(value: object) -> object:
    """The value as a cell takes it: a text that an office program would run gets a sign before
    it. Looked at is the first visible character, whatever its width.
    """
    if not isinstance(value, str):
        return value
    kept = "".join(c for c in value if c in "\n\t" or unicodedata.category(c) != "Cc")
    seen = unicodedata.normalize("NFKC", kept).strip()
    return f"'{kept}" if seen[:1] and seen[0] in STARTS else kept


def table(head: Sequence[str], rows: Sequence[Mapping[str, object]]) -> bytes:
    """Rows as CSV with a head, as UTF-8 with the mark by which office programs know it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(head))
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return ("\ufeff" + text.getvalue()).encode()
