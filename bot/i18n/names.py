"""Names of weekdays and languages, as CLDR has them in each of ours."""

from functools import cache

from babel import Locale

from bot.i18n.moments import LOCALES


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language if language in LOCALES else "en")


def weekday(number: int, language: str) -> str:
    """The weekday, Monday 0, as it stands by itself."""
    name: str = _locale(language).days["stand-alone"]["wide"][number]
    return name


def tongue(code: str, language: str) -> str:
    """The name of a language."""
    name: str = _locale(language).languages.get(code, code)
    return name
