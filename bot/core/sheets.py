"""What a list of people is as it was sent: sheets of rows of text, or why it is none."""

from dataclasses import dataclass
from enum import StrEnum

LARGEST = 5 * 1024 * 1024
"""Bytes of a file."""
ROWS = 5000
"""People in a list."""
MARGIN = 100
"""Rows beside these: titles, heads, totals, notes."""
COLUMNS, CELL, SHEETS = 60, 500, 20
"""What is looked at: columns, characters of a cell, sheets."""


class Why(StrEnum):
    """Why a file is no list of people."""

    EMPTY = "empty"
    LARGE = "large"
    ROWS = "rows"
    SHEETS = "sheets"
    PICTURE = "picture"
    DOCUMENT = "document"
    ARCHIVE = "archive"
    WEB = "web"
    LOCKED = "locked"
    BOMB = "bomb"
    BROKEN = "broken"
    NO_TABLE = "no table"


class Unreadable(Exception):
    """The file is no list of people."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name, which is empty where there is only one; its rows from the first on."""

    name: str
    rows: tuple[tuple[str, ...], ...]
