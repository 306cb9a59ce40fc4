"""Which meeting plain words name: by its day, by its title, or by neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.core.asked import subjects
from bot.core.asked.text import LONGEST, is_like, words_of
from bot.core.dates.text import compiled, one_of
from bot.core.dates.tongues import Tongue, fold, tongue

LANGUAGES = ("en", "de", "fr", "it", "fi")
COMMON = frozenset((
    "meeting", "session", "evening", "afternoon", "morning", "workshop", "network", "teachers",
    "treffen", "sitzung", "abend", "nachmittag", "netzwerk", "reunion", "seance", "soiree",
    "atelier", "rencontre", "incontro", "riunione", "serata", "laboratorio", "tapaaminen", "ilta",
    "kokous", "paja", "with", "from", "that", "this", "what", "next", "last", "time", "school",
    "class", "schule", "classe", "scuola", "koulu", "avec", "pour", "dans", "della", "delle",
))  # fmt: skip
"""Words that many titles have, and that name none."""
_TITLE_WORD, _STEM = 4, 5
_ABBREVIATED = {"tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_ARTICLE = (r"(?:the|am|den|der|vom|zum|beim|le|du|au|les|il|del|al|dal|dell'|l'|all'|sul|giorno"
            r"|on|for|um den|les)")  # fmt: skip
_NO_TIME = (r"(?!\s?(?:h\b|:|uhr|pm|am\b|heures?|min|kids|pupils|people|pers|leute|schul|eleves"
            r"|alunni|%|[.,]\d\d))")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting that may be named: its number, title and wall time."""

    number: int
    title: str
    local: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """The meetings that are named, as Known has them. `missed`: a day was named, and no meeting is
    on it.
    """

    meetings: tuple[Known, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class _Day:
    """A day as it was said: of the week, or of a month; `at` is where it stands in the text."""

    at: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None

    def is_on(self, on: date) -> bool:
        if self.weekday is not None:
            return on.weekday() == self.weekday
        return on.day == self.day and self.month in (None, on.month)


def name(text: str, language: str, known: Sequence[Known], now: datetime) -> Named:
    """The meetings, coming and past, that a text names at the wall time `now`."""
    titled = _by_title(text, known)
    days = _days(fold(text[:LONGEST]), language, now.date())
    dated = next((on for day in days if (on := [m for m in known if day.is_on(m.local)])), [])
    if titled:
        both = [one for one in titled if one in dated]
        return Named(tuple(both or titled))
    return Named(tuple(dated), missed=bool(days) and not dated)


def _by_title(text: str, known: Sequence[Known]) -> list[Known]:
    """Those of whose title most stands in the text."""
    said = [word for word in words_of(text) if len(word) >= subjects.SHORT - 1]
    counts = {one.number: _shared(one.title, said) for one in known}
    most = max(counts.values(), default=0)
    return [one for one in known if most and counts[one.number] == most]


def _shared(title: str, said: Sequence[str]) -> int:
    """How many words of a title are said, in its own language or another."""
    own = [word for word in words_of(title) if len(word) >= _TITLE_WORD and word not in COMMON]
    return sum(any(_same(word, other) for other in said) for word in own)


def _same(word: str, said: str) -> bool:
    """Whether a word of a title is the one that was said: with slips, with another ending, or as
    another language has it.
    """
    if said in COMMON:
        return False
    stem = word[: max(_STEM, len(word) - 3)]
    alike = is_like(said, word) or (len(word) >= _STEM and said.startswith(stem))
    return alike or bool(subjects.of(word) & subjects.of(said))


def _days(text: str, language: str, today: date) -> list[_Day]:
    """The days that are named, in the order in which they are; those with a date before those of
    the week.
    """
    tongues = [tongue(one) for one in (language, *(o for o in LANGUAGES if o != language))]
    dated = [*_in_words(text, tongues), *_in_figures(text)]
    related = _related(text, tongues[0], today)
    weekly = [*_weekdays(text), *related]
    return sorted(dated, key=_place) or sorted(weekly, key=_place)


def _place(day: _Day) -> int:
    return day.at


def _in_words(text: str, tongues: Sequence[Tongue]) -> Iterator[_Day]:
    """12 November, November 12th, 1. joulukuuta; a month's short name only beside a figure."""
    for words in tongues:
        month = one_of(words.months)
        link = r"(?:st|nd|rd|th|er|\.)?(?: of| den| de| di)? ?"
        for found in compiled(rf"(\d{{1,2}}){link}({month})").finditer(text):
            yield _Day(found.start(), day=int(found[1]), month=words.months[found[2]])
        for found in compiled(rf"({month})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?").finditer(text):
            yield _Day(found.start(), day=int(found[2]), month=words.months[found[1]])


def _in_figures(text: str) -> Iterator[_Day]:
    """1.12., 1/12, the 1st, am 10., le 12."""
    for found in re.finditer(r"(?<![\d.:])(\d{1,2}) ?[./-] ?(\d{1,2})(?![\d:])", text):
        if 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 31:  # noqa: PLR2004 -- a calendar's
            yield _Day(found.start(), day=int(found[1]), month=int(found[2]))
    for shape in (
        r"(?<![\d.:/])(\d{1,2})(?:st|nd|rd|th|er)\b",
        r"(?<![\d.:/])(\d{1,2})\.(?![\d])(?= ?[a-z,;?!]|\s|$)",
        rf"\b{_ARTICLE} ?(\d{{1,2}})\b{_NO_TIME}(?![./]\d)",
        r"(?<![\d.:/])(\d{1,2}) ?(?:pna|paiva)",
    ):
        for found in re.finditer(shape, text):
            if 1 <= int(found[1]) <= 31:  # noqa: PLR2004
                yield _Day(found.start(), day=int(found[1]))


def _weekdays(text: str) -> Iterator[_Day]:
    """Days of the week by their whole names, with any ending; short names are other words too."""
    for found in re.finditer(r"[a-z]+", text):
        word = found[0]
        if word in _ABBREVIATED:
            yield _Day(found.start(), weekday=_ABBREVIATED[word])
            continue
        if (weekday := _weekday(word)) is not None:
            yield _Day(found.start(), weekday=weekday)


@lru_cache(10_000)
def _weekday(word: str) -> int | None:
    tables = [tongue(language).weekdays for language in LANGUAGES]
    whole = [(name, n) for table in tables for name, n in table.items() if len(name) >= _STEM]
    found = [n for name, n in whole if word.startswith(name)]
    found += [n for name, n in whole if len(name) > _STEM and is_like(word, name)]
    return found[0] if found else None


def _related(text: str, words: Tongue, today: date) -> Iterator[_Day]:
    """Today, tomorrow, yesterday."""
    for found in compiled(one_of(words.days)).finditer(text):
        if words.days[found[0]]:
            on = today + timedelta(days=words.days[found[0]])
            yield _Day(found.start(), day=on.day, month=on.month)
