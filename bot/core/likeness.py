"""Words as they are compared: what people type in one way or another. Pure."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """A text without capitals, accents and signs, its words with one space between."""
    # An apostrophe joins ("St Mary's", "l'eau" is told apart by nobody).
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("'", "").replace("’", "")
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())
