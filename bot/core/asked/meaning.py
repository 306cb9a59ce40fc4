"""What plain words may mean, best first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from bot.core.asked import english, finnish, french, german, italian
from bot.core.asked.text import Vocabulary, words_of
from bot.core.dates.tongues import fold

MEANINGS = ("answer", "next", "agenda", "notes", "todo", "here", "reflect", "class", "plan",
            "change", "buddy", "away", "privacy", "help")  # fmt: skip
TONGUES = {
    "en": english.SAID,
    "de": german.SAID,
    "fr": french.SAID,
    "it": italian.SAID,
    "fi": finnish.SAID,
}
MOST = 3
"""So many meanings are offered."""
GAP = 2
"""So many other words may stand between two that belong together."""
SURE = 3.0
"""From here on the reader's own language is enough."""
CLEARLY = 0.2
"""Such a part of the words has to be another language's, and not the reader's."""
LIKELY = 2.5
"""What weighs less is a guess: then what people mean most often may be meant as well."""
HINT = 1.0
"""What weighs no more shows no tone."""
_NEAR = 0.3
"""What weighs less, of the best, was not meant."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What may be meant, the likeliest first, and for each how it was said (`no`, `move`, …).
    `time` is "last", "next" or "after" where a meeting is named so.
    """

    meanings: tuple[str, ...] = ()
    tones: Mapping[str, str] = field(default_factory=dict)
    time: str = ""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that stand in this order, each one of several."""

    label: str
    weight: float
    words: tuple[frozenset[str], ...]


def understand(text: str, language: str) -> Meant:
    """What the words may mean, read in the reader's language or, where they are clearly of another
    or say little in it, in the others.
    """
    words = words_of(text)
    found = _weighed(words, _spoken(words, language))
    if _best(found) < SURE:
        found = max((found, *(_weighed(words, other) for other in TONGUES)), key=_best)
    meant = _meant(found)
    if meant.meanings and _best(found) < LIKELY:
        usual = "next" if "?" in words else "answer"
        meanings = tuple(dict.fromkeys((*meant.meanings[: MOST - 1], usual)))
        meant = replace(meant, meanings=meanings)
    return meant


def _spoken(words: Sequence[str], language: str) -> str:
    """The language of the words: the reader's, unless clearly more of them are another's."""
    known = {one: sum(_vocabulary(one).has(word) for word in words) for one in TONGUES}
    own = known.setdefault(language, 0)
    most = max(known, key=lambda one: known[one])
    return most if known[most] - own > len(words) * CLEARLY else language


def _best(found: Mapping[str, float]) -> float:
    return max(found.values(), default=0.0)


def _weighed(words: Sequence[str], language: str) -> dict[str, float]:
    """What speaks for each label; of several phrases only the heaviest counts whole."""
    hits: dict[str, list[float]] = defaultdict(list)
    meant = [_vocabulary(language).meant(word) for word in words]
    said = frozenset[str]().union(*meant)
    for phrase in _phrases(language):
        if not any(said.isdisjoint(one) for one in phrase.words) and _stands(phrase.words, meant):
            hits[phrase.label].append(phrase.weight)
    return {label: max(some) + (sum(some) - max(some)) / 4 for label, some in hits.items()}


def _stands(wanted: Sequence[frozenset[str]], meant: Sequence[frozenset[str]]) -> bool:
    """Whether the words stand there in this order, with few others between."""
    return any(_follows(wanted, meant, start) for start in range(len(meant)))


def _follows(wanted: Sequence[frozenset[str]], meant: Sequence[frozenset[str]], at: int) -> bool:
    if wanted[0].isdisjoint(meant[at]):
        return False
    if len(wanted) == 1:
        return True
    reach = range(at + 1, min(at + 2 + GAP, len(meant)))
    return any(_follows(wanted[1:], meant, later) for later in reach)


def _meant(found: Mapping[str, float]) -> Meant:
    weights: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for label, weight in found.items():
        meaning, _, tone = label.partition(".")
        weights[meaning].append((weight, tone))
    time = max(weights.pop("time", []), default=(0, ""))[1]
    # Tones of one meaning strengthen it, but no more than one and a half times.
    sums = {m: min(sum(w for w, _ in some), 1.5 * max(some)[0]) for m, some in weights.items()}
    best = max(sums.values(), default=0)
    order = sorted(sums, key=lambda meaning: (-sums[meaning], MEANINGS.index(meaning)))
    meanings = tuple(one for one in order if sums[one] >= _NEAR * best)[:MOST]
    return Meant(meanings, {meaning: _tone(weights[meaning]) for meaning in meanings}, time)


def _tone(some: Sequence[tuple[float, str]]) -> str:
    """How it was said; empty where as much speaks for yes as for no, or a no is only a hint."""
    weights = {tone: weight for weight, tone in some if tone}
    if not weights or weights.get("yes") == weights.get("no", 0.0):
        return ""
    tone = max(weights, key=lambda one: (weights[one], one))
    # Whoever asks who is coming has not said that they are.
    is_asked = any(not said and weight > HINT for weight, said in some)
    return "" if weights[tone] <= HINT and (tone == "no" or is_asked) else tone


@cache
def _phrases(language: str) -> tuple[_Phrase, ...]:
    said = TONGUES.get(language, english.SAID)
    return tuple(one for label, lines in said.items() for one in _read(label, lines))


@cache
def _vocabulary(language: str) -> Vocabulary:
    return Vocabulary(word for phrase in _phrases(language) for one in phrase.words for word in one)


def _read(label: str, lines: str) -> Iterator[_Phrase]:
    """Phrases between commas; a bar parts words of which one is enough, a star ends a stem. With
    `~` before it a phrase is only a hint, with `!` nearly a proof.
    """
    for line in re.sub(r"\|\s+", "|", lines).split(","):
        if not (phrase := line.strip()):
            continue
        words = tuple(frozenset(fold(one).split("|")) for one in phrase.lstrip("~!").split())
        weight = {"~": HINT, "!": 5.0}.get(phrase[0], min(len(words), 3) + 1.0)
        yield _Phrase(label, weight, words)
