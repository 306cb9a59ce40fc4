"""The vocabulary of topics: what people teach, are strong in, or would like to learn."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from bot.core.likeness import bare

LANGUAGES = ("en", "de", "fr", "it", "fi")
SURE, LIKE = 91, 74
"""From this likeness on a word is a topic; from that one on it may be meant, and is asked back."""
_PART = 80
"""The likeness of a word to one that it is a part of."""
_SHORT, _LONG = 4, 6
"""A shorter word is looked for as it stands only; from that length on a slip can be told."""
_AND = re.compile(r"\s+(?:and|und|et|e|ed|ja)\s+|\s*[&+]\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\n\r·|/]+|(?<=\s)[-–•*](?=\s)")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its name in each language, and other words for it."""

    key: str
    names: Mapping[str, str] = field(hash=False)
    also: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """What it is called."""
        return self.names.get(language) or self.names["en"]


@cache
def vocabulary() -> Mapping[str, Topic]:
    """All topics that every network has, by key."""
    text = files("bot.core").joinpath("topics.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        row["key"]: Topic(
            row["key"],
            {language: row[language] for language in LANGUAGES},
            tuple(word for word in row["also"].split(";") if word),
        )
        for row in rows
    }


def own(number: int | None, name: str) -> Topic:
    """A network's own topic, which has one name."""
    return Topic(f"own-{number}", {"en": name})


def nearest(text: str, known: Sequence[Topic], most: int = 3) -> list[tuple[Topic, int]]:
    """The topics that a free word may mean, in any language, the likeliest first, each with its
    likeness of 0 to 100; none below LIKE.
    """
    said = bare(text)
    if not said:
        return []
    found = [(topic, max(_likeness(said, word) for word in _words(topic))) for topic in known]
    found.sort(key=lambda one: -one[1])
    return [(topic, round(score)) for topic, score in found[:most] if score >= LIKE]


def sure(text: str, known: Sequence[Topic]) -> Topic | None:
    """The topic that a free word means beyond doubt."""
    first = next(iter(nearest(text, known, 1)), None)
    return first[0] if first and first[1] >= SURE else None


def meant(text: str, known: Sequence[Topic]) -> list[Topic]:
    """The topics that a free word means beyond doubt; of "physics and chemistry" both."""
    if one := sure(text, known):
        return [one]
    parts = [part for part in _AND.split(text) if part.strip()]
    found = [sure(part, known) for part in parts] if len(parts) > 1 else []
    return [topic for topic in found if topic] if found and all(found) else []


def parts(text: str) -> list[str]:
    """The free words of a line or of several, each once."""
    return list(dict.fromkeys(part for one in _BETWEEN.split(text) if (part := one.strip(" .-•*"))))


@lru_cache(maxsize=2048)
def _words(topic: Topic) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bare(word) for word in (*topic.names.values(), *topic.also)))


def _likeness(said: str, word: str) -> float:
    """How like two words are: the same, a slip of each other, or one a part of the other."""
    if said == word:
        return 100
    short, long = sorted((said, word), key=len)
    slip = fuzz.ratio(short, long, score_cutoff=LIKE)
    if " " in said and " " in word:
        slip = max(slip, fuzz.token_sort_ratio(short, long, score_cutoff=LIKE))
    # Hardly anybody slips on the first letter: gastronomy is no astronomy.
    can_be_sure = len(short) >= _LONG and short[0] == long[0]
    most = 99 if can_be_sure else SURE - 1
    if slip < _PART and _is_part(short, long):
        return _PART
    return min(slip, most)


def _is_part(short: str, long: str) -> bool:
    """Whether one is a whole word of the other, or in it as words are put together in German and
    Finnish.
    """
    if len(short) < _SHORT:
        return False
    return short in long.split() or (len(short) >= _LONG and short in long)
