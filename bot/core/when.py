"""Days and times as typed in figures, and the instant they mean in a zone. Pure."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.i18n import cities

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})(?:\s?[./]\s?(\d{4}|\d{2})|\.)?")
_TIME = re.compile(r"(?:klo\s?)?(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?\s?(h|uhr|am|pm)?", re.IGNORECASE)
_NOON = 12
_LAST_BARE_AFTERNOON = 6


class Unreadable(ValueError):
    """This is not a day, or not a time, as figures can say it."""


def read_day(text: str, today: date) -> date:
    """The day that figures name: 2026-12-01, 1.12.2026, 1/12/26, 1.12. (then the next such day).

    Day before month, in every language. Raises Unreadable.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if not (match := _DAY_FIRST.fullmatch(text)):
        raise Unreadable(text)
    day, month = int(match[1]), int(match[2])
    if match[3]:
        year = int(match[3])
        return _date(year if year > 99 else 2000 + year, month, day)  # noqa: PLR2004 -- two figures
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise Unreadable(text)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(str(error)) from error


def read_time(text: str) -> time:
    """The time of day that figures name: 16:00, 16.00, 16h, 16 Uhr, 4pm; an hour from 1 to 6 is
    the afternoon's, unless it is written 04:30.

    Raises Unreadable.
    """
    match = _TIME.fullmatch(text.strip())
    if not match:
        raise Unreadable(text)
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half in ("am", "pm"):
        if not 1 <= hour <= _NOON:
            raise Unreadable(text)
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif not match[1].startswith("0") and 1 <= hour <= _LAST_BARE_AFTERNOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError as error:
        raise Unreadable(text) from error


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall time in a zone.

    A time that the clocks skip is the first one after the gap; one that comes twice is the first.
    """
    there = ZoneInfo(zone)
    while True:
        at = local.replace(tzinfo=there, fold=0).astimezone(UTC)
        if at.astimezone(there).replace(tzinfo=None) == local:
            return at
        local = local.replace(second=0, microsecond=0) + timedelta(minutes=1)


_BIG_CITIES = {
    "Europe/London": "Belfast Birmingham Bristol Cardiff Edinburgh Glasgow Leeds Manchester",
    "Europe/Berlin": "Bremen Dresden Frankfurt Hamburg Hannover Köln Leipzig München Stuttgart",
    "Europe/Vienna": "Graz Innsbruck Linz Salzburg",
    "Europe/Zurich": "Basel Bern Genève Lausanne Lugano",
    "Europe/Paris": "Bordeaux Lille Lyon Marseille Nantes Nice Rennes Strasbourg Toulouse",
    "Europe/Rome": "Bari Bologna Firenze Genova Milano Napoli Palermo Torino Venezia",
    "Europe/Helsinki": "Espoo Jyväskylä Kuopio Oulu Rovaniemi Tampere Turku Vantaa",
}
"""Cities of the partners' countries that have no zone of their own name."""


@cache
def _zones() -> dict[str, str]:
    """Zones by their own names and big cities, all folded: read in no time, and mostly enough."""
    names = {name: zone for zone in _ours() for name in (zone, zone.rpartition("/")[2])}
    big = {city: zone for zone, line in _BIG_CITIES.items() for city in line.split()}
    return {_folded(name): zone for name, zone in (names | big).items()}


@cache
def _cities() -> dict[str, str]:
    """Zones also by their cities' names in our languages."""
    names = {_folded(name): zone for zone in _ours() for name in cities(zone)}
    return names | _zones()


def _ours() -> list[str]:
    """All zones, those of Europe last: of two cities of one name it is the one meant."""
    return sorted(available_timezones(), key=lambda zone: (zone.startswith("Europe/"), zone))


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold().replace("_", " "))
    return "".join(c for c in letters if not unicodedata.combining(c))


def zone_named(text: str) -> str | None:
    """The IANA zone that a city in any of our languages, or a zone's own name, means; or None."""
    name = _folded(text)
    return _zones().get(name) or _cities().get(name)


def zone_like(text: str) -> str:
    """The zone whose city is spelled most like `text`, to suggest."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- slow import

    european = [name for name, zone in _cities().items() if zone.startswith("Europe/")]
    best = process.extractOne(_folded(text), european, scorer=fuzz.ratio, score_cutoff=60)
    best = best or process.extractOne(_folded(text), list(_cities()), scorer=fuzz.ratio)
    return _cities()[best[0]]
