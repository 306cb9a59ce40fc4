"""Plain words as they are compared: small letters, no accents, one word after another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from bot.core.dates.tongues import fold

LONGEST = 400
"""Characters that are looked at; what is longer has said by then what it is about."""
_ADDRESS = re.compile(r"https?://\S+")
_NOT = re.compile(r"n't\b")
_AGAIN = re.compile(r"([^\W\d_])\1{2,}")
_WORD = re.compile(r"[^\W_]+|[?!]")
_SIGNS = {
    "✅": "signdone", "☑": "signdone", "✔": "signdone",
    "👍": "signyes", "🙋": "signyes", "✋": "signyes", "🙌": "signyes", "💪": "signyes",
    "🤒": "signill", "🤧": "signill", "🤢": "signill", "😷": "signill", "🤮": "signill",
    "😭": "signsorry", "😩": "signsorry", "😢": "signsorry", "🤞": "signmaybe", "🤷": "signmaybe",
}  # fmt: skip
_SHORT, _LONG = 5, 8
"""Letters from which on one slip is read over, and from which on two."""
SLIPS = 2
"""At most so many slips are read over."""
REMEMBERED = 20_000
"""So many comparisons are kept: people use the same words again and again."""


def words_of(text: str) -> list[str]:
    """The words of a text in their order; also its question marks, and what little pictures say."""
    shown = _ADDRESS.sub(" ", text[:LONGEST])
    for sign, word in _SIGNS.items():
        shown = shown.replace(sign, f" {word} ")
    return _WORD.findall(_AGAIN.sub(r"\1", _NOT.sub("nt", fold(shown))))


@lru_cache(REMEMBERED)
def is_like(word: str, wanted: str) -> bool:
    """Whether somebody who typed `word` may have meant `wanted`, with slips; a stem ends with a
    star.
    """
    stem = wanted.endswith("*")
    wanted = wanted.removesuffix("*")
    said = word[: len(wanted)] if stem else word
    if said == wanted:
        return True
    if len(wanted) < _SHORT or word[:1] != wanted[:1] or abs(len(said) - len(wanted)) > SLIPS:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- slow import

    most = SLIPS if len(wanted) >= _LONG else 1
    return OSA.distance(said, wanted, score_cutoff=most) <= most


class Vocabulary:
    """Words and stems, of which those are found that somebody may have meant."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._wanted = frozenset(wanted)
        self._begin: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._wanted):
            self._begin[one[:1]].append(one)
        self._meant = lru_cache(REMEMBERED)(self._found)

    def meant(self, word: str) -> frozenset[str]:
        """What a typed word stands for; slips are read over where it is none as it stands."""
        return self._meant(word)

    def has(self, word: str) -> bool:
        """Whether the word is one of these just as it stands."""
        return word in self._wanted

    def _found(self, word: str) -> frozenset[str]:
        ways = (word, *(f"{word[:end]}*" for end in range(1, len(word) + 1)))
        exact = self._wanted.intersection(ways)
        if exact or len(word) < _SHORT - 1 or word.isdigit():
            return exact
        return frozenset(one for one in self._begin[word[0]] if is_like(word, one))
