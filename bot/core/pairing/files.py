"""People and their past from two files of comma separated values, for `convenor pair`.

What cannot be read is told in one sentence that names the line and says what to write instead.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from bot.core.pairing.people import Keys, Met, Someone

PEOPLE = (
    "id", "name", "school", "phase", "sector", "subjects", "strengths", "needs", "years", "region",
    "availability", "paused_until", "blocks",
)  # fmt: skip
HISTORY = ("round", "a", "b")
ALIKE = 0.66
"""How much a column is like one that is missing, so that it may be that one, misspelt."""
LONGEST = 1_000_000
"""Characters of one field; Python's own limit would stop a long list of blocks with a riddle."""


class Misread(ValueError):
    """A file is not what it should be; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The people, until when each pauses, and who must never be put together."""

    people: list[Someone]
    pauses: dict[str, date]
    blocks: frozenset[frozenset[str]]

    def on(self, day: date) -> list[Someone]:
        """The people of a round on this day; on the day a pause ends, they are back."""
        return [
            replace(one, paused=one.id in self.pauses and day < self.pauses[one.id])
            for one in self.people
        ]


def people(content: bytes, name: str) -> Listed:
    """Everybody of the file, in its order. Raises Misread."""
    found: dict[str, Someone] = {}
    pauses: dict[str, date] = {}
    blocked: dict[str, tuple[str, Keys]] = {}
    for where, row in _rows(content, name, PEOPLE, ("id",)):
        key = row["id"]
        if not key:
            raise Misread(f"{where} has no id; give each person one of their own.")
        if key in found:
            raise Misread(f"{where} has the id {key!r} a second time; give each person their own.")
        found[key] = _someone(where, row)
        if row["paused_until"]:
            pauses[key] = _day(where, row["paused_until"])
        blocked[key] = where, _list(row["blocks"])
    if not found:
        raise Misread(f"{name} has no people in it; write one on each line below the first.")
    blocks = set()
    for key, (where, others) in blocked.items():
        for other in sorted(others):
            _known(where, other, found, "blocks")
            if other == key:
                raise Misread(f"{where} blocks its own id {key!r}; take it out of blocks.")
            blocks.add(frozenset({key, other}))
    return Listed(list(found.values()), pauses, frozenset(blocks))


def history(content: bytes, name: str, listed: Listed) -> list[Met]:
    """Who was with whom in which round. Raises Misread."""
    ids = {one.id: one for one in listed.people}
    found = []
    for where, row in _rows(content, name, HISTORY, HISTORY):
        number = _number(where, "round", row["round"])
        if number is None:
            raise Misread(f"{where} has no round; write its number, like 1.")
        for column in ("a", "b"):
            _known(where, row[column], ids, column)
        if row["a"] == row["b"]:
            raise Misread(f"{where} puts {row['a']!r} with themselves; write two ids, or drop it.")
        found.append(Met(number, row["a"], row["b"]))
    return found


def _someone(where: str, row: Mapping[str, str]) -> Someone:
    return Someone(
        id=row["id"],
        schools=_list(row["school"]),
        phases=_keys(row["phase"]),
        sector=row["sector"].casefold(),
        subjects=_keys(row["subjects"]),
        strengths=_keys(row["strengths"]),
        needs=_keys(row["needs"]),
        years=_number(where, "years", row["years"]),
        region=row["region"],
        times=_keys(row["availability"]),
    )


def _list(text: str) -> Keys:
    return frozenset(part.strip() for part in text.split(";")) - {""}


def _keys(text: str) -> Keys:
    return _list(text.casefold())


def _number(where: str, column: str, text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > len("1000000"):
        raise Misread(f"{where} has {text!r} under {column}; write a whole number, like 7.")
    return int(text)


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Misread(
            f"{where} has {text!r} under paused_until; write a day like 2027-01-31, or nothing."
        ) from fault


def _known(where: str, key: str, ids: Mapping[str, object], column: str) -> None:
    if key not in ids:
        raise Misread(
            f"{where} names {key!r} under {column}, who is not among the people;"
            " mend the id, or take it out."
        )


def _rows(
    content: bytes, name: str, columns: Sequence[str], needed: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with the name of its line; empty lines do not count, and columns that are not
    `needed` may be left out.
    """
    lines = _lines(_text(content, name), name)
    head = [cell.strip().casefold() for cell in next(lines, (0, []))[1]]
    _fit(name, head, columns, needed)
    for number, cells in lines:
        where = f"Line {number} of {name}"
        if len(cells) > len(head):
            raise Misread(
                f"{where} has {len(cells)} fields and the first line {len(head)};"
                ' put a field that holds a comma or a semicolon in quotes, like "a; b".'
            )
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(head) - len(cells))]
            row = dict(zip(head, (cell.strip() for cell in padded), strict=True))
            yield where, dict.fromkeys(columns, "") | row


def _fit(name: str, head: Sequence[str], columns: Sequence[str], needed: Sequence[str]) -> None:
    """Whether the first line can be read. Raises Misread."""
    expected = f"its first line should be: {','.join(columns)}"
    absent = [column for column in columns if column not in head]
    for cell in head:
        meant = [] if cell in columns else get_close_matches(cell, absent, 1, ALIKE)
        if meant:
            raise Misread(f"{name} has a column {cell}; if it is {meant[0]}, please call it so.")
    if missing := [column for column in needed if column in absent]:
        raise Misread(f"{name} has no column {' and no '.join(missing)}; {expected}")
    if twice := [column for column in columns if head.count(column) > 1]:
        raise Misread(f"{name} has the column {twice[0]} twice; {expected}")


def _text(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Misread(f"{name} is not text in UTF-8; save it as “CSV UTF-8”.") from fault
    if "\0" in text:
        raise Misread(f"{name} is no list in text; save it as “CSV UTF-8”.")
    if not text.strip():
        raise Misread(f"{name} is empty; save the list again as “CSV UTF-8”.")
    return text


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line, however a spreadsheet parts them: the first line tells."""
    first = text.lstrip().splitlines()[0]
    parted = max(",;\t", key=first.count)
    csv.field_size_limit(LONGEST)
    rows = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=parted, strict=True)
    try:
        for row in rows:
            if row:
                yield rows.line_num, row
    except csv.Error as fault:
        raise Misread(
            f"Line {rows.line_num} of {name} cannot be parted into fields ({fault});"
            " look for a quotation mark that has no other."
        ) from fault
