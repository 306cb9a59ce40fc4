"""Whose public holidays a network keeps, by the codes of ISO 3166 ("AT", "GB-ENG"). Pure."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from bot.i18n import LANGUAGES

AT_HOME = ("GB", "IE", "DE", "AT", "CH", "LI", "FR", "BE", "LU", "IT", "FI")
"""The countries whose parts are known by name too."""
_BY_ZONE = {"Europe/London": "GB-ENG"}
_ALSO = {"uk": "GB", "great britain": "GB", "usa": "US"}
"""What people call countries, and neither their codes nor their names in our catalogs do."""
_NOWHERE = "ZZ"
_NEXT = 400


def public(region: str, language: str) -> Callable[[date], str]:
    """Names the public holiday that a day is in a region, in a language where that is known; empty
    where it is none.
    """

    def name(day: date) -> str:
        return _of_year(region, language, day.year).get(day, "") if region else ""

    return name


@lru_cache(256)
def _of_year(region: str, language: str, year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415 -- slow import

    country, _, part = region.partition("-")
    try:
        spoken = _tongue(holidays.country_holidays(country, subdiv=part or None), language)
        days = holidays.country_holidays(country, subdiv=part or None, years=year, language=spoken)
    except NotImplementedError:  # a region that a later version of the library has dropped
        return {}
    return {day: days[day] for day in sorted(days)}


def _tongue(country: object, language: str) -> str | None:
    """The library's own name for a language; without it, it would go by the machine's."""
    spoken: tuple[str, ...] = getattr(country, "supported_languages", ())
    near = [one for one in spoken if one.partition("_")[0] == language]
    default: str | None = getattr(country, "default_language", None)
    return min(near, key=lambda one: one == "en_US", default=default)


def coming(region: str, language: str, today: date) -> tuple[date, str] | None:
    """The next public holiday of a region."""
    is_one = public(region, language)
    days = (today + timedelta(days=n) for n in range(_NEXT))
    return next(((day, name) for day in days if (name := is_one(day))), None)


def suggested(zone: str) -> str:
    """The region that a network of this zone probably keeps."""
    found = str(get_global("zone_territories").get(zone, ""))
    return _BY_ZONE.get(zone) or (found if found != _NOWHERE else "")


def name(region: str, language: str) -> str:
    """A region as people know it: "Austria", "United Kingdom, England"."""
    country, _, part = region.partition("-")
    whole = str(_locale(language).territories.get(country, country))
    if not part:
        return whole
    known = {code: alias for alias, code in reversed(list(_parts(country).items()))}
    return f"{whole}, {known.get(part, part)}"


def find(text: str) -> str | None:
    """The region of this code or name, in any of our languages; None where there is none."""
    wanted = _folded(text)
    return _ALSO.get(wanted) or _names().get(wanted) or _by_code(text.strip())


def _by_code(text: str) -> str | None:
    import holidays  # noqa: PLC0415 -- slow import

    country, _, part = text.partition("-")
    country = country.strip().upper()
    parts = holidays.list_supported_countries().get(country)
    if parts is None or len(country) != 2:  # noqa: PLR2004 -- its longer names are other codes
        return None
    if not part:
        return country
    own = next((p for p in parts if p.casefold() == part.strip().casefold()), None)
    return f"{country}-{own}" if own else None


def nearest(text: str) -> str:
    """The region whose name is spelled most like `text`, to suggest."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- slow import

    best = process.extractOne(_folded(text), list(_names()), scorer=fuzz.ratio)
    return _names()[best[0]]


@cache
def _names() -> Mapping[str, str]:
    """Regions by their names: countries in our languages, and the parts of those at home."""
    import holidays  # noqa: PLC0415 -- slow import

    found = {_folded(alias): code for alias, code in _all_parts()}
    for _, code in _all_parts():
        found |= {_folded(name(code, language)): code for language in LANGUAGES}
    for code in holidays.list_supported_countries():
        if len(code) == 2:  # noqa: PLR2004 -- its longer names are other codes
            for language in LANGUAGES:
                found[_folded(str(_locale(language).territories.get(code, code)))] = code
    return found


def _all_parts() -> Iterator[tuple[str, str]]:
    for country in AT_HOME:
        for alias, part in _parts(country).items():
            if len(alias) > 3:  # noqa: PLR2004 -- shorter ones are letters of number plates
                yield alias, f"{country}-{part}"


@cache
def _parts(country: str) -> Mapping[str, str]:
    """The parts of a country: its code by each of its names."""
    import holidays  # noqa: PLC0415 -- slow import

    try:
        return dict(holidays.country_holidays(country).subdivisions_aliases)
    except NotImplementedError:
        return {}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language if language in LANGUAGES else "en")
