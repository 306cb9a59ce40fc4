"""How soon an offer is found for a request, among five hundred that are open.

The texts are those of the tuning half, put together anew so that none is there twice. Cold: none
of the offers was read before, as in the first request after a start; warm: all were.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from random import Random
from statistics import median

from bot.core.fits import Told, asks_for, offers_for
from bot.core.things import gist
from tests.fits.pairs import Text, half
from tests.fits.scoring import told

OPEN, ROUNDS = 500, 50
MAY_TAKE = 0.05
"""Seconds of a processor for one request, when all offers have been read."""


def anew(texts: tuple[Text, ...], count: int, rng: Random) -> list[Told]:
    """So many texts, each with the words of two of one language."""
    made = []
    for number in range(count):
        one = rng.choice(texts)
        other = rng.choice([text for text in texts if text.language == one.language])
        words = f"{one.words} {' '.join(rng.sample(other.words.split(), 3))} {number}"
        made.append(Told(f"t{number}", one.kind, one.phase, words, one.language))
    return made


def seconds(does: Callable[[], object]) -> float:
    """Seconds of a processor that something takes."""
    begun = time.process_time()
    does()
    return time.process_time() - begun


def main(arguments: list[str]) -> int:
    """Measures, and tells in words and as figures; 1 where a request takes too long."""
    rng, tuning = Random(1), half("tuning")
    offers = anew(tuning.offers, int(arguments[0]) if arguments else OPEN, rng)
    requests = [told(one) for one in tuning.requests][:ROUNDS]
    vocabulary = seconds(partial(gist, "once", "en"))
    cold = seconds(partial(offers_for, requests[0], offers))
    warm = [seconds(partial(offers_for, one, offers)) for one in requests]
    back = [seconds(partial(asks_for, one, requests)) for one in offers[:ROUNDS]]
    figures = {
        "vocabulary": vocabulary, "cold": cold, "median": median(warm), "most": max(warm),
        "back": median(back),
    }  # fmt: skip
    print(
        f"{len(offers)} open offers: {median(warm) * 1000:.1f} ms a request (median), "
        f"{max(warm) * 1000:.1f} ms at most; {cold * 1000:.0f} ms when none was read before, "
        f"and once {vocabulary * 1000:.0f} ms for the words"
    )
    print(f"an offer finds its requests among {len(requests)} in {median(back) * 1000:.1f} ms")
    print(json.dumps(figures))
    return int(max(warm) > MAY_TAKE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
