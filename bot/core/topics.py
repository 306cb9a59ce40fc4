"""The vocabulary of topics: what people teach, are strong in, or would like to learn."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from bot.core.likeness import bare

LANGUAGES = ("en", "de", "fr", "it", "fi")
SURE, LIKE = 91, 74
"""From this likeness on a word is a topic; from that one on it may be meant, and is asked back."""
_PART = 80
"""The likeness of a word to one that it is a part of."""
_SHORT, _LONG = 4, 6
"""A shorter word is looked for as it stands only; from that length on a slip can be told."""
_AND = re.compile(r"\s+(?:and|und|et|e|ed|ja)\s+|\s*[&+-]\s*", re.IGNORECASE)
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
    said, words = bare(text), _words(tuple(known))
    if not said:
        return []
    best: dict[str, float] = {}
    for word in _near(said, tuple(words)):
        for key in words[word]:
            best[key] = max(best.get(key, 0), _likeness(said, word))
    by_key = {topic.key: topic for topic in known}
    found = sorted(best.items(), key=lambda one: -one[1])
    return [(by_key[key], round(score)) for key, score in found[:most] if score >= LIKE]


def _near(said: str, words: Sequence[str]) -> list[str]:
    """The words that are anything like what was said."""
    like = [word for word, _, _ in _extract(said, words, fuzz.ratio)]
    if " " in said:
        like += [word for word, _, _ in _extract(said, words, fuzz.token_sort_ratio)]
    like += [word for word in words if said in word or word in said]
    return list(dict.fromkeys(like))


def _extract(
    said: str, words: Sequence[str], scorer: Callable[..., float]
) -> list[tuple[str, float, int]]:
    return process.extract(said, words, scorer=scorer, score_cutoff=LIKE, limit=None)


@lru_cache(maxsize=64)
def _words(known: tuple[Topic, ...]) -> Mapping[str, tuple[str, ...]]:
    """All words as they are compared, with the keys of the topics that they may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for topic in known:
        for word in {bare(name) for name in (*topic.names.values(), *topic.also)}:
            found[word] = (*found.get(word, ()), topic.key)
    return found


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
