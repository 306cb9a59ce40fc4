"""What a text of a request or an offer is about, in five languages: things.tsv, and the topics. Pure.

things.tsv has the stems of words: "magnet" is each word that begins so, "ph." that word alone, and
"bar magnet" two words that follow each other. What is `under` another thing is a kind of it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from bot.core.likeness import bare
from bot.core.topics import LANGUAGES, vocabulary

LONGEST = 3000
"""So many letters of a text are read."""
_TOGETHER = ("de", "fi")
"""In these languages a word may stand within another one."""
_WITHIN, _ABROAD, _SLIP = 6, 7, 6
"""From these lengths on a stem is looked for within words, in other languages, and with a slip."""
_SIGNS = str.maketrans({"'": " ", "’": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_SHORT, _BEGINS = 3, 4
"""So short a word for a topic is left out ("IT", "SI"); a shorter one than that stands as it is."""
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
    """What a text is about, the kinds and phases that it names, and its words that are not known."""

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


@lru_cache(maxsize=8192)
def gist(text: str, language: str = "") -> Gist:
    """What a text is about; without a language the words of all of them count."""
    words = _parted(text[:LONGEST])
    keys, open_ = set(), set()
    known = {place: False for place in range(len(words))}
    for hit in _chosen(_hits(words, language)):
        keys.add(hit.key)
        known |= dict.fromkeys(range(hit.first[0], hit.last[0] + 1), True)
    for place in (place for place, is_known in known.items() if not is_known):
        slips = _slips(words[place], language)
        keys |= slips
        open_ |= set() if slips else {words[place]}
    kinds = frozenset(key.removeprefix(KIND) for key in keys if key.startswith(KIND))
    phases = frozenset(key.removeprefix(PHASE) for key in keys if key.startswith(PHASE))
    plain = frozenset(key for key in keys if not key.startswith((KIND, PHASE, AROUND)))
    return Gist(plain, kinds, phases, frozenset(open_))


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
                if words := _parted(said):
                    ends = [f"{word}." if len(word) < _BEGINS else word for word in words[:-1]]
                    last = words[-1] + ("." if said.endswith(".") else "")
                    yield _Stem(row["key"], language.replace("all", ""), (*ends, last))
    for topic in vocabulary().values():
        named = [(language, topic.names[language]) for language in LANGUAGES]
        others = [("", word) for word in topic.also if len(word) > _SHORT]
        for language, said in [*named, *others]:
            ends = (word if len(word) > _BEGINS else f"{word}." for word in _parted(said))
            yield _Stem(topic.key, language, tuple(ends))


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
    first = _index()[0]
    for place, word in enumerate(words):
        inside = range(len(word) - _WITHIN + 1) if language in (*_TOGETHER, "") else range(1)
        for start in (0, *inside[1:]):
            least = _WITHIN if start else 1
            for end in range(start + least, len(word) + 1):
                for stem in first.get(word[start:end], ()):
                    if hit := _hit(stem, words, (place, start), language):
                        yield hit


def _hit(stem: _Stem, words: list[str], at: tuple[int, int], language: str) -> _Hit | None:
    """Where a stem stands whose first word begins there; None where the rest does not follow."""
    place, start = at
    long = sum(map(len, stem.words)) >= _ABROAD
    if language and stem.language not in ("", language) and (start or not long):
        return None
    said = [words[place][start:], *words[place + 1 : place + len(stem.words)]]
    if len(said) < len(stem.words) or not all(map(_begins, said, stem.words)):
        return None
    letters = sum(len(word.removesuffix(".")) for word in stem.words)
    letters += _FOLLOWS * (len(stem.words) - 1)
    last, end = place + len(stem.words) - 1, len(stem.words[-1].removesuffix("."))
    return _Hit(stem.key, letters, at, (last, end + (start if last == place else 0)))


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


def _slips(word: str, language: str) -> set[str]:
    """What a word with one slip of the finger may mean."""
    slipped = _index()[1]
    for end in range(len(word), _SLIP - 2, -1):
        said = word[:end]
        stems = set().union(*(slipped.get(less, ()) for less in _less(said)))
        keys = {
            stem.key
            for stem in stems
            if (stem.language in ("", language) or not language)
            and (len(word) <= len(stem.words[0]) + 1 or len(stem.words[0]) > _SLIP)
            and OSA.distance(said, stem.words[0].removesuffix(".")) <= 1
        }
        if keys:
            return keys
    return set()
