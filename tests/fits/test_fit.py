"""Requests and offers find each other, measured on a set that was labelled before the fit was made.
Of the frozen half only totals are told, so that nobody tunes by it.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.fits import Told, offers_for
from tests.fits.pairs import half
from tests.fits.scoring import score

RECALL, PRECISION = 0.9, 0.5


@pytest.mark.must_hold("D1", 3)
@pytest.mark.parametrize("name", ["tuning", "frozen"])
def test_what_is_right_is_found_and_half_of_what_is_shown_is_right(
    name: str, figure: Callable[[str], None]
) -> None:
    both, across = score(half(name)), score(half(name), across=True)
    figure(f"{name}: {both}; across languages {across}")
    assert (both.recall >= RECALL, both.precision >= PRECISION) == (True, True)


def test_pairs_that_were_made_on_the_way_still_find_each_other() -> None:
    with (Path(__file__).parent / "on_the_way.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    pairs = [
        (
            Told(f"r{n}", row[0], row[1], row[3], row[2]),
            Told(f"o{n}", row[4], row[5], row[7], row[6]),
        )
        for n, row in enumerate(rows)
    ]
    offers = [offer for _, offer in pairs]
    found = sum(offer in offers_for(request, offers) for request, offer in pairs)
    assert found / len(pairs) >= RECALL
