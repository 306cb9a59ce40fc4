"""The events of a calendar file (iCalendar, RFC 5545), as days. Pure."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.calendars import NAME, Fault, Row, Why
from bot.ui import clean, shorten

if TYPE_CHECKING:
    from icalendar import Event

_BEGIN, _END = "BEGIN:VEVENT", "END:VEVENT"
_ANY = re.compile(rf"^{_BEGIN}\b", re.MULTILINE | re.IGNORECASE)


def is_one(text: str) -> bool:
    """Whether a text is that of a calendar file, or of a part of one."""
    return _ANY.search(text) is not None


def read(text: str, zone: str) -> Iterator[Row | Fault]:
    """The days of each event on the clocks of a zone, or what is wrong with it. What was cancelled
    is left out.
    """
    for number, event in enumerate(_events(text), 1):
        if event is None:
            yield Fault(Why.CUT, "", number)
        elif row := _row(number, event, zone):
            yield row


def _events(text: str) -> Iterator[str | None]:
    """The text of each event; None for one that does not end."""
    lines: list[str] | None = None
    for line in text.splitlines():
        head = line.strip().upper()
        if head == _BEGIN:
            if lines is not None:
                yield None
            lines = []
        elif head == _END and lines is not None:
            yield "\r\n".join((_BEGIN, *lines, _END))
            lines = None
        elif lines is not None:
            lines.append(line)
    if lines is not None:
        yield None


def _row(number: int, text: str, zone: str) -> Row | Fault | None:
    """One event, read by itself, so that a broken one spoils no other."""
    from icalendar import Calendar, Event  # noqa: PLC0415 -- slow import

    try:
        calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}\r\nEND:VCALENDAR\r\n")
        event = next((part for part in calendar.subcomponents if isinstance(part, Event)), None)
        return Fault(Why.BROKEN, "", number) if event is None else _of(number, event, zone)
    except (ValueError, KeyError, IndexError):
        return Fault(Why.BROKEN, "", number)
    except OverflowError:  # a day before the first year, or after the last
        return Fault(Why.BROKEN, "", number)


def _of(number: int, event: "Event", zone: str) -> Row | Fault | None:
    name = shorten(clean(str(_first(event, "SUMMARY") or "")), NAME)
    if str(_first(event, "STATUS") or "").upper() == "CANCELLED":
        return None
    if event.get("RRULE") or event.get("RDATE"):
        return Fault(Why.REPEATS, name, number)
    begins, ends, lasts = (_value(event, key) for key in ("DTSTART", "DTEND", "DURATION"))
    if not isinstance(begins, date) or (event.get("DTEND") and not isinstance(ends, date)):
        wrong = "DTEND" if isinstance(begins, date) else "DTSTART"
        return Fault(Why.DAY, _written(event, wrong), number)
    if isinstance(lasts, timedelta) and ends is None:
        ends = begins + lasts
    last = ends if isinstance(ends, date) else None
    return Row(number, None, name, *_span(begins, last, zone))


def _first(event: "Event", key: str) -> object:
    """What stands under a key; the first of it, where the file says it twice."""
    found = event.get(key)
    return found[0] if isinstance(found, list) and found else found


def _written(event: "Event", key: str) -> str:
    found = _first(event, key)
    raw = found.to_ical() if hasattr(found, "to_ical") else found
    return clean(raw.decode(errors="replace") if isinstance(raw, bytes) else str(raw or ""))


def _value(event: "Event", key: str) -> object:
    """A moment or a length; None where there is none, or it cannot be read."""
    from icalendar import vDDDTypes, vDuration  # noqa: PLC0415 -- slow import

    found = _first(event, key)
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
