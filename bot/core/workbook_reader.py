"""Reads a workbook from standard input in a process of its own, and writes its sheets as JSON.

It is run as a file, by bot/core/workbooks.py, with little memory and time: whatever a workbook
does to the library that opens it, the house stands. It imports nothing of the house.
"""

import json
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

MEMORY, SECONDS = 640 * 1024 * 1024, 1
"""Of work; the largest list that may come takes a third of that."""
BLANK = 1000
"""After so many empty rows nothing is expected any more."""
Cells = list[str]
Merged = tuple[tuple[int, int], tuple[int, int]]


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _text(value: object) -> str:
    """A cell as text; of a formula it is the value that the file holds."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 -- exact so far
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return ""
        case _:
            return str(value)


def _rows(sheet: Any, rows: int, columns: int, longest: int) -> Iterator[Cells]:  # noqa: ANN401
    """The rows from the first one on, as far as they are looked at. Of cells that were merged each
    row has the value, but not each column.
    """
    first, left = sheet.start or (0, 0)
    yield from ([] for _ in range(first))
    down: dict[int, tuple[int, str]] = {}
    starts = _merged(sheet)
    blank = full = 0
    for at, row in enumerate(sheet.iter_rows(), first):
        cells = ["", *[""] * (left - 1)] if left else []
        cells += [_text(value)[:longest] for value in row[: max(columns - left, 0)]]
        for column, cell in enumerate(cells):
            last, value = down.get(column, (-1, ""))
            if at <= last and not cell:
                cells[column] = value
            elif (end := starts.get((at, column), 0)) > at:
                down[column] = (end, cell)
        while cells and not cells[-1]:
            cells.pop()
        yield cells
        blank, full = (0, full + 1) if cells else (blank + 1, full)
        if blank > BLANK or full > rows:
            return


def _merged(sheet: Any) -> dict[tuple[int, int], int]:  # noqa: ANN401
    """Where cells begin that reach over several rows, with the last of these."""
    try:
        found: list[Merged] = sheet.merged_cell_ranges or []
    except Exception:  # noqa: BLE001 -- some formats know of none
        return {}
    return {first: last[0] for first, last in found[:100_000] if last[0] > first[0]}


def read(data: bytes, sheets: int, rows: int, columns: int, longest: int) -> dict[str, Any]:
    """The sheets of a workbook, or why it cannot be read."""
    import python_calamine as calamine  # noqa: PLC0415 -- after the limits

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        seen = [
            one.name
            for one in book.sheets_metadata
            if one.visible == calamine.SheetVisibleEnum.Visible
            and one.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        return {
            "sheets": [
                [name, list(_rows(book.get_sheet_by_name(name), rows, columns, longest))]
                for name in seen[:sheets]
            ],
            "left": len(seen[sheets:]),
        }
    except calamine.PasswordError:
        return {"why": "locked"}
    except MemoryError:
        return {"why": "bomb"}
    except BaseException as fault:  # noqa: BLE001 -- a panic of the library is no Exception
        return {"why": "locked" if "password" in str(fault).casefold() else "broken"}


if __name__ == "__main__":
    _bounded()
    given = [int(one) for one in sys.argv[1:]]
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read(), *given)))
