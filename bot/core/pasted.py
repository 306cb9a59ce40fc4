"""A school year as pasted: lines of a table, or a calendar file's text. Pure."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import dates, when
from bot.core.calendars import MOST, NAME, Entry, Fault, Kind, Why, fault
from bot.core.dates import Why as Unsure
from bot.ui import clean

LARGEST = 64 * 1024
"""Bytes of text that are looked at."""
_KNOWN = (None, Unsure.NO_TIME, Unsure.PAST)
_YEAR = re.compile(r"\d{4}|\d\s?[./]\s?\d{1,2}\s?[./]\s?\d{2}$")
_OPEN, _CLOSE = (
    re.compile(rf"^{word}:VEVENT\b", re.MULTILINE | re.IGNORECASE) for word in ("BEGIN", "END")
)
_FIGURES = re.compile(r"[\d\s./-]*")
_ALONE = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
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
    r"|\w*schulzeit\w*|\w*halbjahr\w*|\w*schuljahr\w*|\w*unterricht\w*"
    r"|trimestres?|semestres?|périodes?|année scolaire"
    r"|quadrimestr[ei]|pentamestre|period[oi]|anno scolastico|lezioni"
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


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    kind: Kind | None
    name: str
    first: date
    last: date


def read(text: str, known: Sequence[Entry], otherwise: Kind | None, ways: Ways) -> Pasted:
    """The entries that a text holds, beside those known; `otherwise` is what a row is that does
    not say whether it is a term or a holiday.
    """
    if len(text.encode(errors="replace")) > LARGEST:
        return Pasted((), 0, (Fault(Why.MANY),))
    fresh: list[Entry] = []
    faults: list[Fault] = []
    there = 0
    for row in _events(text, ways) if _OPEN.search(text) else _lines(text, ways):
        found = row if isinstance(row, Fault) else _entry(row, otherwise)
        if isinstance(found, Fault):
            faults.append(found)
            continue
        if any(map(found.is_as, (*known, *fresh))):
            there += 1
            continue
        wrong = fault(found, (*known, *fresh), ways.now.date())
        number = row.number if isinstance(row, _Row) else 0
        if wrong:
            faults.append(Fault(wrong.why, wrong.said, number))
        elif len(known) + len(fresh) >= MOST:
            return Pasted(fresh, there, (*faults, Fault(Why.MANY, "", number)))
        else:
            fresh.append(found)
    return Pasted(fresh, there, faults)


def _entry(row: _Row, otherwise: Kind | None) -> Entry | Fault:
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


def _lines(text: str, ways: Ways) -> Iterator[_Row | Fault]:
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


def _line(number: int, cells: list[str], ways: Ways) -> _Row | Fault:
    cells, kind = _without_kind(cells, ways)
    name, *days = cells[:3] or [""]
    if not name:
        return Fault(Why.NAME, "", number)
    if not days or not all(days):
        return Fault(Why.DAYS, name, number)
    found = [_day(day, ways) for day in days]
    for said, day in zip(days, found, strict=True):
        if isinstance(day, Why):
            return Fault(day, said, number)
    read_days = [day for day in found if isinstance(day, date)]
    return _Row(number, kind, name[:NAME], read_days[0], read_days[-1])


def _without_kind(cells: list[str], ways: Ways) -> tuple[list[str], Kind | None]:
    """The row without the column that says what it is, and what that says."""
    for at, cell in enumerate(cells):
        rest = cells[:at] + cells[at + 1 :]
        if (kind := _exact(cell)) and len(rest) > 1 and not _is_day(rest, ways):
            return rest, kind
    return cells, None


def _is_day(rest: Sequence[str], ways: Ways) -> bool:
    """Whether what follows is meant as a day, readable or not, and no name."""
    name = rest[0]
    only_two = len(rest) == 2  # noqa: PLR2004 -- a name and a day, or a first and a last one
    is_figures = _FIGURES.fullmatch(name) or (only_two and name[:1].isdigit())
    return bool(is_figures) or isinstance(_day(name, ways), date)


def _day(text: str, ways: Ways) -> date | Why:
    """The day that was written, in figures or words; a year has to be among them."""
    if not _YEAR.search(text):
        return Why.YEAR if any(c.isdigit() for c in text) else Why.DAY
    try:
        return when.read_day(text, ways.now.date())
    except when.Unreadable:
        readings = (dates.read(text, language, ways.now) for language in ways.languages)
        good = (r.day for r in readings if r.day and r.why in _KNOWN and not r.left)
        return next(good, Why.DAY)


def _events(text: str, ways: Ways) -> Iterator[_Row | Fault]:
    """The events of a calendar, also where its head or its end is lacking."""
    for number, part in enumerate(_OPEN.split(text)[1:], 1):
        end = _CLOSE.search(part)
        if end is None:
            yield Fault(Why.CUT, "", number)
        else:
            yield _event(number, part[: end.start()], ways)


def _event(number: int, text: str, ways: Ways) -> _Row | Fault:
    """One event, read by itself, so that a broken one spoils no other."""
    from icalendar import Calendar, Event  # noqa: PLC0415 -- slow import

    try:
        calendar = Calendar.from_ical(_ALONE.format(text))
    except (ValueError, KeyError, IndexError):
        return Fault(Why.BROKEN, "", number)
    event = next((part for part in calendar.subcomponents if isinstance(part, Event)), None)
    name = clean(str(event.get("SUMMARY", "")))[:NAME] if event else ""
    if event is None or event.get("RRULE"):
        return Fault(Why.REPEATS if event else Why.BROKEN, name, number)
    begins, ends, lasts = (_value(event, key) for key in ("DTSTART", "DTEND", "DURATION"))
    if not isinstance(begins, date) or (event.get("DTEND") and not isinstance(ends, date)):
        wrong = event.get("DTEND" if isinstance(begins, date) else "DTSTART")
        return Fault(Why.DAY, clean(str(wrong or "")), number)
    if isinstance(lasts, timedelta) and ends is None:
        ends = begins + lasts
    last = ends if isinstance(ends, date) else None
    return _Row(number, None, name, *_span(begins, last, ways.zone))


def _value(event: Mapping[str, object], key: str) -> object:
    """A moment or a length; None where there is none, or it cannot be read."""
    from icalendar import vDDDTypes, vDuration  # noqa: PLC0415 -- slow import

    found = event.get(key)
    if isinstance(found, vDDDTypes):
        return found.dt
    return found.td if isinstance(found, vDuration) else None


def _span(begins: date, ends: date | None, zone: str) -> tuple[date, date]:
    """The first and the last day: what a calendar calls the end is the first day after."""
    first, _ = _local(begins, zone)
    if ends is None:
        return first, first
    day, is_midnight = _local(ends, zone)
    return first, day - timedelta(days=1) if is_midnight and day > first else day


def _local(moment: date, zone: str) -> tuple[date, bool]:
    """The day of a moment on the network's clocks, and whether it is that day's first."""
    if not isinstance(moment, datetime):
        return moment, True
    local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment
    return local.date(), not (local.hour or local.minute)
