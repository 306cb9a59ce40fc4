"""A language that nobody speaks, English with accents and nearly half as long again: it shows words
that are in no catalog, sentences that are glued together, and places too small for other languages.
"""

import math
import re
from gettext import NullTranslations

PSEUDO = "qps"
GROWTH = 0.4

_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
_KEPT = re.compile(r"(\{\w+\}|\]\([^)]*\)|(?<!\w)/\w+)")
"""Placeholders, the addresses of links, and the names of commands."""


def pseudo(message: str) -> str:
    """The message in brackets, at least 40 % longer, its placeholders as they were."""
    parts = _KEPT.split(message)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    return f"⟦{''.join(parts)}{'·' * (math.ceil(len(message) * GROWTH) - 2)}⟧"


class PseudoTranslations(NullTranslations):
    """English, as the code has it, put into the pseudo-language."""

    def gettext(self, message: str) -> str:
        """The message."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that goes with the number."""
        return pseudo(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """The message; the context changes nothing."""
        return pseudo(super().pgettext(context, message))
