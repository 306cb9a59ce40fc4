"""What a request or an offer is about, in five languages: things.tsv, and the topics. Pure.

things.tsv has the stems of words: "magnet" is each word that begins so, "ph." that word alone, and
"bar magnet" two words that follow each other. What is `under` another thing is a kind of it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from bot.core.likeness import bare
from bot.core.topics import LANGUAGES, vocabulary

LONGEST = 3000
"""So many letters of a text are read."""
_WORD = 40
"""And so many of a word."""
TELLING = 5
"""A shorter word that is not known tells nothing."""
_TOGETHER = ("de", "fi")
"""In these languages a word may stand within another one."""
_WITHIN, _ABROAD, _SLIP = 6, 7, 7
"""From these lengths on a stem is looked for within words, in other languages, and with a slip."""
_WRITTEN = re.compile(r"\w+")
_AS_IT_IS = "="
"""Before a word of things.tsv that counts only in exactly these letters."""
_SIGNS = str.maketrans({"'": " ", "’": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_SHORT, _BEGINS = 3, 4
"""So short a word for a topic is left out ("Sää"); one of the other length stands as it is."""
_FOLLOWS = 20
"""Words that follow each other go before any single one: so many letters they count more."""
KIND, PHASE, AROUND = "kind:", "phase:", "around"
"""What begins the keys of kinds and phases, and what people write around it all."""
WOMEN = "gender"


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be asked for: how much it tells, and what it is a kind of."""

    key: str
    weight: float
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gist:
    """What a text is about, the kinds and phases that it names, and its long words that are of no
    thing.
    """

    things: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Stem:
    """One way to say a thing: the beginnings of words; with a stop after it, the word alone."""

    key: str
    language: str
    words: tuple[str, ...]
    letters: int


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a thing stands in a text: from the letter of a word to that of another."""

    key: str
    letters: int
    first: tuple[int, int]
    last: tuple[int, int]


@cache
def things() -> Mapping[str, Thing]:
    """All things, by key: those of things.tsv, and the topics."""
    found = {topic: Thing(topic, 1.0) for topic in vocabulary()}
    for row in _rows():
        under = tuple(key for key in row["under"].split(";") if key)
        found[row["key"]] = Thing(row["key"], float(row["weight"] or 1), under)
    return found


@cache
def above(key: str) -> frozenset[str]:
    """All that a thing is a kind of."""
    thing = things().get(key)
    under = thing.under if thing else ()
    return frozenset(under).union(*(above(one) for one in under))


@lru_cache(maxsize=2048)
def gist(text: str, language: str = "") -> Gist:
    """What a text is about; without a language the words of all of them count."""
    words = [word[:_WORD] for word in _parted(text[:LONGEST])]
    hits = _chosen(_hits(words, language))
    known = {place for hit in hits for place in range(hit.first[0], hit.last[0] + 1)}
    left = {word for place, word in enumerate(words) if place not in known}
    slips = {word: _slips(word, language) for word in left}
    keys = {hit.key for hit in hits}.union(*slips.values(), *_as_written(text[:LONGEST]))
    return Gist(
        frozenset(key for key in keys if not key.startswith((KIND, PHASE, AROUND))),
        frozenset(key.removeprefix(KIND) for key in keys if key.startswith(KIND)),
        frozenset(key.removeprefix(PHASE) for key in keys if key.startswith(PHASE)),
        frozenset(word for word in left if len(word) >= TELLING and not slips[word]),
    )


def _parted(text: str) -> list[str]:
    """The words of a text; what an apostrophe parts is two here."""
    return bare(text.translate(_SIGNS)).split()


def _rows() -> Iterator[dict[str, str]]:
    text = files("bot.core").joinpath("things.tsv").read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _stems() -> Iterator[_Stem]:
    for row in _rows():
        for language in ("all", *LANGUAGES):
            for said in row[language].split(";"):
                if (words := _parted(said)) and not _is_exact(said):
                    ends = [f"{word}." if len(word) < _BEGINS else word for word in words[:-1]]
                    last = words[-1] + ("." if said.endswith(".") else "")
                    yield _stem(row["key"], language.replace("all", ""), (*ends, last))
    for topic in vocabulary().values():
        named = [(language, topic.names[language]) for language in LANGUAGES]
        others = [("", word) for word in topic.also if not _is_exact(word)]
        for language, said in [*named, *others]:
            if len(said) <= _SHORT:
                continue
            named_by = (word if len(word) > _BEGINS else f"{word}." for word in _parted(said))
            yield _stem(topic.key, language, tuple(named_by))


def _is_exact(word: str) -> bool:
    """Whether a word is one only as it is written: SEND is no "send", and "sää" no "saa"."""
    return word.startswith(_AS_IT_IS) or (word.isupper() and len(word) <= _BEGINS)


@cache
def _exact() -> Mapping[str, frozenset[str]]:
    """The things that a word means only as it is written."""
    columns = ("all", *LANGUAGES)
    said = [
        (word, row["key"]) for row in _rows() for key in columns for word in row[key].split(";")
    ]
    said += [(word, topic.key) for topic in vocabulary().values() for word in topic.also]
    found: dict[str, set[str]] = {}
    for word, key in said:
        if _is_exact(word):
            found.setdefault(word.removeprefix(_AS_IT_IS), set()).add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _as_written(text: str) -> Iterator[frozenset[str]]:
    """What the words mean that count only so; what is in capitals throughout has none of them."""
    written = set(_WRITTEN.findall(text.casefold() if text.isupper() else text))
    known = _exact()
    return (
        known[word] for word in written | {word.casefold() for word in written} if word in known
    )


def _stem(key: str, language: str, words: tuple[str, ...]) -> _Stem:
    """A stem, with how many letters it counts."""
    letters = sum(len(word.removesuffix(".")) for word in words)
    return _Stem(key, language, words, letters + _FOLLOWS * (len(words) - 1))


@cache
def _index() -> tuple[Mapping[str, tuple[_Stem, ...]], Mapping[str, frozenset[_Stem]]]:
    """All stems by how their first word begins, and by that with one letter of it left out."""
    first: dict[str, list[_Stem]] = {}
    slipped: dict[str, set[_Stem]] = {}
    for stem in dict.fromkeys(_stems()):
        begin = stem.words[0].removesuffix(".")
        first.setdefault(begin, []).append(stem)
        if len(stem.words) == 1 and len(begin) >= _SLIP:
            for less in _less(begin):
                slipped.setdefault(less, set()).add(stem)
    return (
        {begin: tuple(stems) for begin, stems in first.items()},
        {begin: frozenset(stems) for begin, stems in slipped.items()},
    )


def _less(word: str) -> set[str]:
    """A word, and it with each letter but the first left out."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def _hits(words: list[str], language: str) -> Iterator[_Hit]:
    """All that could be meant, also where one is a part of another."""
    for place, word in enumerate(words):
        for start, stem in _begun(word, language):
            said = words[place : place + len(stem.words)]
            if len(said) == len(stem.words) and all(map(_begins, said[1:], stem.words[1:])):
                last = place + len(said) - 1
                end = len(stem.words[-1].removesuffix(".")) + (0 if last > place else start)
                yield _Hit(stem.key, stem.letters, (place, start), (last, end))


@lru_cache(maxsize=16384)
def _begun(word: str, language: str) -> tuple[tuple[int, _Stem], ...]:
    """The stems whose first word stands in a word, and from which letter on."""
    first, found = _index()[0], []
    within = language in (*_TOGETHER, "")
    for start in range(max(1, len(word) - _WITHIN + 1) if within else 1):
        for end in range(start + (_WITHIN if start else 1), len(word) + 1):
            found += [
                (start, stem)
                for stem in first.get(word[start:end], ())
                if _begins(word[start:], stem.words[0]) and _is_heard(stem, language, start)
            ]
    return tuple(found)


def _is_heard(stem: _Stem, language: str, start: int) -> bool:
    """Whether a stem counts in a language: its own, or a long one at the beginning of a word."""
    is_own = not language or stem.language in ("", language)
    return is_own or (not start and stem.letters >= _ABROAD)


def _begins(word: str, stem: str) -> bool:
    return word == stem[:-1] if stem.endswith(".") else word.startswith(stem)


def _chosen(hits: Iterator[_Hit]) -> list[_Hit]:
    """The longest of those that stand upon each other; all of those that are equally long."""
    chosen: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.letters, hit.first, hit.key)):
        if all(_stand_beside(hit, one) for one in chosen):
            chosen.append(hit)
    return chosen


def _stand_beside(one: _Hit, other: _Hit) -> bool:
    """Whether both may be meant: a woman is also told by the word for her work."""
    is_same = (one.first, one.last) == (other.first, other.last)
    is_apart = one.last <= other.first or other.last <= one.first
    return is_same or is_apart or (one.key == WOMEN) != (other.key == WOMEN)


@lru_cache(maxsize=16384)
def _slips(word: str, language: str) -> frozenset[str]:
    """What a word with one slip of the finger may mean."""
    slipped = _index()[1]
    for end in range(len(word), _SLIP - 2, -1):
        near = set().union(*(slipped.get(less, ()) for less in _less(word[:end])))
        if keys := frozenset(stem.key for stem in near if _is_slip(word, end, stem, language)):
            return keys
    return frozenset()


def _is_slip(word: str, end: int, stem: _Stem, language: str) -> bool:
    """Whether a word begins with a slip of a stem."""
    begin = stem.words[0].removesuffix(".")
    is_own = not language or stem.language in ("", language)
    return is_own and OSA.distance(word[:end], begin) <= 1
