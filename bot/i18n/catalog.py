"""The catalogs: one `.po` file for each language beside this file, read when first needed.

A text that a catalog lacks falls back to the English of the code; a house test lets none lack.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.i18n import moments
from bot.i18n.pseudo import PSEUDO, PseudoTranslations

LANGUAGES = ("en", "de", "fr", "it", "fi")
CATALOGS = Path(__file__).parent
HOLE = re.compile(r"\{(\w+)\}")


def marked(message: str, context: str = "") -> str:  # noqa: ARG001 -- the extractor reads it
    """The message as it is. It marks words that stand in a table and are translated when shown,
    by `t(...)`, or by `t.p(context, ...)` where they have a context.
    """
    return message


def nearest(language: str) -> str:
    """The language of ours for a reader of `language` ("de-AT": "de"), English if we lack it."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in (*LANGUAGES, PSEUDO) else "en"


def fill(message: str, values: Mapping[str, object], show: Callable[[object], str] = str) -> str:
    """`message` with each `{name}` replaced by its value, which is never read for more of them."""
    return HOLE.sub(lambda hole: show(values[hole[1]]), message)


@cache
def _texts(language: str) -> NullTranslations:
    if language == PSEUDO:
        return PseudoTranslations()
    with (CATALOGS / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


class Translator:
    """Says things in one language. A message is a whole English text with `{name}` placeholders."""

    def __init__(self, language: str) -> None:
        self.language = nearest(language)
        self._texts = _texts(self.language)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, filled in; a value that is missing is a KeyError."""
        return fill(self._said(self._texts.gettext(message)), values, self._shown)

    def n(self, one: str, many: str, /, *, n: int, **values: object) -> str:
        """The form of the message that goes with the number `n`."""
        return fill(self._said(self._texts.ngettext(one, many, n)), {"n": n, **values}, self._shown)

    def p(self, context: str, message: str, /, **values: object) -> str:
        """The message as meant in this context, for a word that English uses for two things."""
        return fill(self._texts.pgettext(context, message), values, self._shown)

    def day(self, on: date) -> str:
        """The day in full, with its weekday."""
        return moments.day(on, self.language)

    def time(self, at: time) -> str:
        """The time of day, by 24 hours."""
        return moments.clock(at, self.language)

    def moment(self, instant: datetime, zone: str) -> str:
        """The instant as clocks in this IANA zone show it: day, time, and the zone's city."""
        return moments.moment(instant, zone, self.language)

    def city(self, zone: str) -> str:
        """The city by which people know an IANA zone."""
        return moments.city(zone, self.language)

    def decimal(self, value: float) -> str:
        """A number with a decimal, as it is written in this language."""
        return moments.decimal(value, self.language)

    def names(self, names: Iterable[str]) -> str:
        """The names as a list in words: "Ana, Ben and Cleo"."""
        return moments.listed([self._shown(name) for name in names], self.language)

    def _shown(self, value: object) -> str:
        return str(value)

    def _said(self, message: str) -> str:
        return message


@cache
def translator(language: str) -> Translator:
    """The translator for a reader of this language."""
    return Translator(language)
