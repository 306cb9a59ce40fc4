"""Plain words as they are compared: small letters, no accents, one word after another."""

from __future__ import annotations

import re
from functools import cache

from bot.core.dates.tongues import fold

LONGEST = 600
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


def words_of(text: str) -> list[str]:
    """The words of a text in their order; also its question marks, and what little pictures say."""
    shown = _ADDRESS.sub(" ", text[:LONGEST])
    for sign, word in _SIGNS.items():
        shown = shown.replace(sign, f" {word} ")
    return _WORD.findall(_AGAIN.sub(r"\1", _NOT.sub("nt", fold(shown))))


@cache
def is_like(word: str, wanted: str) -> bool:
    """Whether somebody who typed `word` may have meant `wanted`; a stem ends with a star."""
    stem = wanted.endswith("*")
    wanted = wanted.removesuffix("*")
    said = word[: len(wanted)] if stem else word
    if said == wanted:
        return True
    if len(wanted) < _SHORT or word[:1] != wanted[:1] or word.isdigit():
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- slow import

    most = 2 if len(wanted) >= _LONG else 1
    return OSA.distance(said, wanted, score_cutoff=most) <= most
