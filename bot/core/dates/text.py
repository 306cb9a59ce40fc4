"""The text of a phrase, from which what is understood is taken away piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.core.dates.tongues import Tongue, fold

GONE = " \N{BULLET} "
"""Stands where something was taken, so that its neighbours do not become each other's."""
FILLING = (
    "on", "the", "at", "of", "am", "an", "der", "die", "das", "den", "dem", "um", "le", "la",
    "les", "l'", "du", "de", "des", "il", "lo", "di", "del", "della", "alle", "klo", "kello",
    "sharp",
)  # fmt: skip
"""Small words of all languages that stand beside a day or a time."""
_SPACES = re.compile(r"\s+")
_SPLIT_TIME = re.compile(r"\b(\d{1,2})\s+([.:])\s*(\d\d)\b(?!\s*[.:])")
_HALVES = re.compile(r"\b([ap])\. ?m\b\.?")
_SIGNS = re.compile(r"[\s.,;:!?()'\-\N{BULLET}]")
_WORD = re.compile(r"[a-z][a-z']+")
_SHORT, _LONG = 5, 7
"""Letters from which on one slip, and from which on two, are read over."""


class Rest:
    """What is left of a phrase."""

    def __init__(self, phrase: str, tongue: Tongue) -> None:
        text = _SPLIT_TIME.sub(r"\1\2\3", _HALVES.sub(r"\1m", fold(phrase)))
        text = _glued(tongue).sub(r"\1 \2", text)
        text = _WORD.sub(lambda word: _mended(word[0], tongue), text)
        self.text = f" {_SPACES.sub(' ', text).strip()} "

    def take(self, pattern: str) -> re.Match[str] | None:
        """What matches first, as words of their own; it is gone from the text then."""
        found = compiled(pattern).search(self.text)
        if found:
            self.remove(found)
        return found

    def remove(self, found: re.Match[str]) -> None:
        """Take a match away."""
        self.text = f"{self.text[: found.start()]}{GONE}{self.text[found.end() :]}"

    def unread(self, words: Tongue) -> str:
        """What nothing was made of, in any script, but for the words that only lead."""
        parts = (words.at, words.this, words.late, words.morning, words.week, words.to, words.joins)
        for several in (*parts, words.hour, FILLING):
            while self.take(one_of(several)):
                pass
        return " ".join(_SIGNS.sub(" ", self.text).split())

    def has(self, pattern: str) -> bool:
        """Whether it stands there."""
        return compiled(pattern).search(self.text) is not None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, where no letter or figure touches it."""
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of these, the longest first."""
    several = sorted(set(words), key=len, reverse=True)
    return "|".join(several) if several else "(?!)"


@cache
def _glued_words(words: tuple[str, ...], parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({one_of(words)})({one_of(parts)})\b")


def _glued(tongue: Tongue) -> re.Pattern[str]:
    """A weekday with a part of the day, in one word as in German."""
    long = tuple(word for word in tongue.weekdays if len(word) > _SHORT)
    parts = tuple(word for word in (*tongue.morning, *tongue.late) if " " not in word)
    return _glued_words(long, parts)


def _mended(word: str, tongue: Tongue) -> str:
    """The word, or the one that was meant where it has slips and only one is near."""
    known, targets = _words(tongue), _targets(tongue)
    if len(word) < _SHORT or word in known:
        return word
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- slow import

    most = 2 if len(word) >= _LONG else 1
    found = [(OSA.distance(word, one, score_cutoff=most), one) for one in targets]
    nearest = min(distance for distance, _ in found)
    meant = {one: _meaning(one, tongue) for distance, one in found if distance == nearest}
    # Where two are as near that mean different things, nobody knows.
    return next(iter(meant)) if nearest <= most and len(set(meant.values())) == 1 else word


def _meaning(word: str, tongue: Tongue) -> tuple[int, int | None]:
    tables = (tongue.weekdays, tongue.months, tongue.days)
    kind = next(n for n, table in enumerate(tables) if word in table)
    return kind, tables[kind][word]


def _words(tongue: Tongue) -> set[str]:
    tables = (tongue.weekdays, tongue.months, tongue.days, tongue.numbers, tongue.units)
    words = {word for table in tables for word in table}
    return words.union(tongue.fixed, tongue.morning, tongue.late, tongue.next, tongue.this)


def _targets(tongue: Tongue) -> list[str]:
    """The words that may be written with slips."""
    words = sorted({*tongue.weekdays, *tongue.months, *tongue.days})
    return [word for word in words if len(word) >= _SHORT and word.isalpha()]
