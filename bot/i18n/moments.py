"""Days, times and lists as each language writes them, by the patterns of Unicode's CLDR."""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal

_BRITISH = {"en": "en_GB", "qps": "en_GB"}
"""Day before month everywhere; the locale of a language without a country would be American."""


LOCALES = ("en", "de", "fr", "it", "fi")


def _locale(language: str) -> Locale:
    return Locale.parse(_BRITISH.get(language, language))


def day(on: date, language: str) -> str:
    """The day in full: "Tuesday 1 December 2026"."""
    pattern = "full"
    if language in _BRITISH:
        pattern = "EEEE d MMMM y"  # CLDR has a comma after the weekday
    elif language == "fr" and on.day == 1:
        pattern = "EEEE d'er' MMMM y"
    return format_date(on, pattern, _locale(language))


_EVENING = 6


def clock(at: time, language: str) -> str:
    """The time by 24 hours: "16:00", in Finnish "klo 16.00". An hour of the night has two figures,
    since a bare one to six is read as the afternoon.
    """
    if language == "fi":
        short = format_time(at, "short", locale=_locale(language))
        return f"klo {short.zfill(5) if 1 <= at.hour <= _EVENING else short}"
    return format_time(at, "HH:mm", locale=_locale(language))


@lru_cache(512)
def moment(instant: datetime, zone: str, language: str) -> str:
    """An aware instant in a zone: "Tuesday 1 December 2026, 16:00 (London)"."""
    if instant.tzinfo is None:
        raise ValueError("an instant has a zone")
    local = instant.astimezone(ZoneInfo(zone))
    pause = " " if language == "fi" else ", "
    return f"{day(local, language)}{pause}{clock(local.time(), language)} ({city(zone, language)})"


def city(zone: str, language: str) -> str:
    """The city by which people know a zone: "London", "Lontoo"."""
    return get_timezone_location(get_timezone(zone), _locale(language), return_city=True)


def decimal(value: float, language: str) -> str:
    """A number with its decimals."""
    return format_decimal(value, locale=_locale(language))


def listed(names: list[str], language: str) -> str:
    """Names as a list: "Ana, Ben and Cleo"."""
    return format_list(names, "standard", _locale(language))


def cities(zone: str) -> list[str]:
    """The names of a zone's city in every language of ours, and its English one."""
    named = [_locale(language).time_zones.get(zone, {}).get("city", "") for language in LOCALES]
    return [zone.rpartition("/")[2], *filter(None, named)]
