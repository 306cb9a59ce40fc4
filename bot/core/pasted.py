"""A school year as pasted: lines of a table, or a calendar file's text. Pure."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from bot.core import calendar_files, dates, when
from bot.core.calendars import MOST, NAME, Entry, Fault, Kind, Row, Why, fault
from bot.core.dates import Reading
from bot.core.dates import Why as Unsure
from bot.ui import clean, shorten

LARGEST = 64 * 1024
"""Bytes of text that are looked at."""
ROWS = 2 * MOST
"""How many rows are looked at: of those known, and as many new ones."""
_DAY = 40
"""The most characters of a day; looking for one in more takes time."""
_KNOWN = (None, Unsure.NO_TIME, Unsure.PAST)
_YEAR = re.compile(r"\d{4}|\d\s?[./]\s?\d{1,2}\s?[./]\s?\d{2}$")
_HOLIDAY = re.compile(
    r"\b(half[\s-]?terms?|holidays?|vacations?|breaks?|closures?|inset"
    r"|\w*ferien|\w*frei|\w*feiertage?"
    r"|vacances|congés?|pont|fériés?"
    r"|vacanz[ae]|fest[ae]|festività|ponte"
    r"|(?!diploma)\w*loma[nt]?|\w*vapaa\w*)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(terms?|semesters?|trimesters?|school year"
    r"|\w*halbjahr\w*|\w*schuljahr\w*|schulzeit(en)?|\w*unterricht\w*"
    r"|trimestres?|semestres?|périodes?( de cours)?|année scolaire"
    r"|quadrimestr[ei]|pentamestre|period[oi]( di lezioni)?|anno scolastico|lezioni"
    r"|\w*luku(kausi|kaudet|vuosi)|\w*jaksot?)\b",
    re.IGNORECASE,
)
_HALF_TERM = re.compile(r"\bhalf[\s-]?terms?\b", re.IGNORECASE)
_LONG_BREAK = 16
"""Days: a half-term that is longer is one half of a term, and no holiday."""
_HEADING = re.compile(
    r"name|title|summary|first|last|start|end|begins?|ends|from|to|until|date|day|kind|type"
    r"|titel|bezeichnung|erster|letzter|von|bis|beginn|ende|art|tag|datum"
    r"|nom|titre|début|fin|du|au|genre|premier|dernier|jour"
    r"|nome|titolo|inizio|fine|dal|al|tipo|data|primo|ultimo|giorno"
    r"|nimi|alku|loppu|alkaa|päättyy|alkaen|asti|tyyppi|päivä|ensimmäinen|viimeinen"
)
"""The words of a line that is no entry, but the heads of its columns."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What is needed to read a day: the languages, best first, the wall time, and the zone."""

    languages: Sequence[str]
    now: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was found: the entries to add, how many are there already, and what is wrong."""

    entries: Sequence[Entry]
    known: int
    faults: Sequence[Fault]


def read(text: str, known: Sequence[Entry], otherwise: Kind | None, ways: Ways) -> Pasted:
    """The entries that a text holds, beside those known; `otherwise` is what a row is that does
    not say whether it is a term or a holiday.
    """
    if len(text.encode(errors="replace")) > LARGEST:
        return Pasted((), 0, (Fault(Why.MANY),))
    text = text.removeprefix("\ufeff")
    is_file = calendar_files.is_one(text)
    rows = calendar_files.read(text, ways.zone) if is_file else _lines(text, ways)
    fresh: list[Entry] = []
    faults: list[Fault] = []
    there = 0
    for row in islice(rows, ROWS):
        found = row if isinstance(row, Fault) else _entry(row, otherwise)
        if isinstance(found, Fault):
            faults.append(found)
        elif any(map(found.is_as, (*known, *fresh))):
            there += 1
        elif wrong := fault(found, (*known, *fresh), ways.now.date()):
            faults.append(Fault(wrong.why, wrong.said, row.number))
        elif len(known) + len(fresh) >= MOST:
            return Pasted(fresh, there, (*faults, Fault(Why.MANY, "", row.number)))
        else:
            fresh.append(found)
    if next(rows, None) is not None:
        faults.append(Fault(Why.MANY))
    return Pasted(fresh, there, faults)


def _entry(row: Row, otherwise: Kind | None) -> Entry | Fault:
    kind = row.kind or kind_of(row.name, (row.last - row.first).days + 1) or otherwise
    if kind is None:
        return Fault(Why.KIND, row.name, row.number)
    return Entry(kind, row.name, row.first, row.last)


def kind_of(name: str, days: int) -> Kind | None:
    """What a name of so many days says it is, in any of our languages."""
    if _HALF_TERM.search(name) and days > _LONG_BREAK:
        return "term"
    if _HOLIDAY.search(name):
        return "holiday"
    return "term" if _TERM.search(name) else None


def _lines(text: str, ways: Ways) -> Iterator[Row | Fault]:
    first = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = _cells(line)
        if not (first and _is_heading(cells)):
            yield _line(number, cells, ways)
        first = False


def _cells(line: str) -> list[str]:
    parted = "\t" if "\t" in line else ";" if ";" in line else ","
    row = next(csv.reader([line.replace("\0", "")], delimiter=parted, skipinitialspace=True), [])
    cells = [clean(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _is_heading(cells: Sequence[str]) -> bool:
    words = [word for cell in cells for word in cell.casefold().split()]
    return bool(words) and all(_HEADING.fullmatch(word) or _exact(word) for word in words)


def _exact(cell: str) -> Kind | None:
    """The kind that a cell names, if it says nothing else."""
    if _HOLIDAY.fullmatch(cell):
        return "holiday"
    return "term" if _TERM.fullmatch(cell) else None


def _line(number: int, cells: list[str], ways: Ways) -> Row | Fault:
    cells, kind = _without_kind(cells, ways)
    name, *days = cells[:3] or [""]
    if not name:
        return Fault(Why.NAME, "", number)
    if not days or not all(days):
        return Fault(Why.DAYS, name, number)
    read_days: list[date] = []
    for said in days:
        day = _day(said, ways)
        if isinstance(day, Why):
            return Fault(day, said, number)
        read_days.append(day)
    return Row(number, kind, shorten(name, NAME), read_days[0], read_days[-1])


def _without_kind(cells: list[str], ways: Ways) -> tuple[list[str], Kind | None]:
    """The row without the column that says what it is, and what that says."""
    for at, cell in enumerate(cells):
        rest = cells[:at] + cells[at + 1 :]
        if (kind := _exact(cell)) and len(rest) > 1 and _is_name(rest[0], ways):
            return rest, kind
    return cells, None


def _is_name(cell: str, ways: Ways) -> bool:
    """Whether a cell is no day, neither with its year nor without."""
    is_day = not isinstance(_day(cell, ways), Why)
    is_day = is_day or any(one.day and not one.left for one in _readings(cell, ways))
    return not is_day and any(map(str.isalpha, cell))


def _day(text: str, ways: Ways) -> date | Why:
    """The day that was written, in figures or words; a year has to be among them."""
    if not _YEAR.search(text):
        return Why.YEAR if any(map(str.isdigit, text)) else Why.DAY
    try:
        return when.read_day(text, ways.now.date())
    except when.Unreadable:
        good = (r.day for r in _readings(text, ways) if r.day and r.why in _KNOWN and not r.left)
        return next(good, Why.DAY)


def _readings(text: str, ways: Ways) -> Iterator[Reading]:
    """What it may mean, but for what names a time of day: that was meant as another day."""
    if len(text) <= _DAY:
        found = (dates.read(text, language, ways.now) for language in ways.languages)
        yield from (reading for reading in found if reading.at is None)
