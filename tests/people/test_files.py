"""What is given away as a file opens in any office program, and nothing in it ever runs."""

import csv
import io
import itertools
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from bot.core import office

Figure = Callable[[str], None]

RUNS = (
    "1+1", "cmd|'/c calc'!A0", 'HYPERLINK("https://evil.example","click")', "SUM(A1:A9)",
    'WEBSERVICE("https://evil.example")', 'DDE("cmd";"/c calc";"x")',
    'IMPORTXML("https://evil.example","//a")', "A1", "1+1;=1+1",
)  # fmt: skip
BEFORE = ("", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "\ufeff", "\x00", "\u2028")
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
LINKS = (
    "https://evil.example", "mailto:a@evil.example", "internal:Sheet1!A1", "external:c:/x.xlsx",
    "www.evil.example", "{=1+1}", "a;=1+1;b", 'a","=1+1', "a\n=1+1", "a\t=1+1", "'=1+1", "1E5",
    "007", "_x003D_1+1", "\ufffe=1", "<f>1+1</f>", "&equals;1+1",
)  # fmt: skip
PAYLOADS = (
    *(f"{before}{sign}{RUNS[n % len(RUNS)]}"
      for n, (before, sign) in enumerate(itertools.product(BEFORE, SIGNS))),
    *LINKS,
    *(f"={run}" for run in RUNS),
)  # fmt: skip
HEAD = ("Name", "Can help with")
ROWS = [{"Name": payload, "Can help with": f"Robotics {n}"} for n, payload in enumerate(PAYLOADS)]


def kept(text: str) -> str:
    """What of a text is meant to be in the file: control characters are not."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def sheet(content: bytes) -> Sequence[Sequence[object]]:
    """The rows of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.must_hold("B1", 6)
def test_a_workbook_holds_texts_as_typed_and_neither_formula_nor_link(figure: Figure) -> None:
    content = office.workbook(HEAD, ROWS)
    archive = zipfile.ZipFile(io.BytesIO(content))
    found = [
        element.tag.rpartition("}")[2]
        for name in archive.namelist()
        if name.endswith((".xml", ".rels"))
        for element in ET.fromstring(archive.read(name)).iter()  # noqa: S314 -- ours
    ]
    assert {"f", "hyperlink", "hyperlinks", "ddeLink", "externalLink"} & set(found) == set()
    assert b"relationships/hyperlink" not in b"".join(
        archive.read(name) for name in archive.namelist()
    )
    (head, *rows) = sheet(content)
    assert tuple(head) == HEAD
    # XML knows no U+FFFE, and no line ends in a carriage return: nothing else is lost.
    assert [_same(row[0]) for row in rows] == [_same(kept(payload)) for payload in PAYLOADS]
    figure(f"{len(PAYLOADS)} payloads in a workbook and a text file: no formula, no link")


def _same(value: object) -> str:
    return str(value).replace("\ufffe", "").replace("_xFFFE_", "").strip()


@pytest.mark.must_hold("B1", 6)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_a_text_file_begins_like_a_formula(delimiter: str) -> None:
    """An office program of another country parts cells by semicolons."""
    text = office.table(HEAD, ROWS).decode("utf-8-sig")
    cells = [
        cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for cell in row
    ]  # fmt: skip
    for cell in cells:
        shown = unicodedata.normalize("NFKC", cell).strip(" \t\r\n\u200b\ufeff\u2028")
        assert shown[:1] not in ("=", "+", "-", "@"), repr(cell)


def test_what_was_typed_is_in_the_text_file() -> None:
    text = office.table(HEAD, ROWS).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    for row, payload in zip(rows, PAYLOADS, strict=True):
        assert row["Name"] in (kept(payload), f"'{kept(payload)}")


@pytest.mark.skipif(not shutil.which("soffice"), reason="apt-get install libreoffice-calc")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_libreoffice_computes_nothing(tmp_path: Path, kind: str) -> None:
    make = office.workbook if kind == "xlsx" else office.table
    (tmp_path / f"people.{kind}").write_bytes(make(HEAD, ROWS))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "fods", "--outdir", str(tmp_path),
         str(tmp_path / f"people.{kind}")],
        check=True, timeout=110,
    )  # fmt: skip
    flat = (tmp_path / "people.fods").read_text(encoding="utf-8")
    assert "table:formula" not in flat
    assert 'xlink:href="https://evil' not in flat


def test_a_text_longer_than_a_cell_is_cut() -> None:
    (_, row) = sheet(office.workbook(("Name",), [{"Name": "a" * 40_000}]))
    assert row == ["a" * office.LONGEST]
