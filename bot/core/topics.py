"""The vocabulary of topics: what people teach, are strong in, or would like to learn."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process, utils

LANGUAGES = ("en", "de", "fr", "it", "fi")
SURE, LIKE = 92, 70
"""From this likeness on a word is a topic; from that one on it may be meant, and is asked back."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its name in each language, and other words for it."""

    key: str
    names: Mapping[str, str]
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
    words = {
        f"{topic.key}/{n}": said
        for topic in known
        for n, said in enumerate((*topic.names.values(), *topic.also))
    }
    found = process.extract(
        text, words, scorer=fuzz.WRatio, processor=utils.default_process,
        limit=None, score_cutoff=LIKE,
    )  # fmt: skip
    best: dict[str, int] = {}
    for _, score, key in found:
        best.setdefault(key.rpartition("/")[0], round(score))
    by_key = {topic.key: topic for topic in known}
    return [(by_key[key], score) for key, score in list(best.items())[:most]]
