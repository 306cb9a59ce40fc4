"""How days and times are named in each language: words, not rules. Accents may be left out."""

from bot.core.dates.tongues.english import ENGLISH
from bot.core.dates.tongues.finnish import FINNISH
from bot.core.dates.tongues.french import FRENCH
from bot.core.dates.tongues.german import GERMAN
from bot.core.dates.tongues.italian import ITALIAN
from bot.core.dates.tongues.tongue import Tongue, fold

__all__ = ["TURNING", "Tongue", "fold", "tongue"]

_TONGUES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "it": ITALIAN, "fi": FINNISH}

TURNING = frozenset(word for one in _TONGUES.values() for word in one.turning)
"""Words of all languages that make another day or time of the one they stand beside."""


def tongue(language: str) -> Tongue:
    """The words of a language; English for one that has none."""
    return _TONGUES.get(language, ENGLISH)
