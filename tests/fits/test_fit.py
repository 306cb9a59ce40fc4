"""Requests and offers find each other, measured on a set that was labelled before the fit was made.
Of the frozen half only totals are told, so that nobody tunes by it.
"""

from collections.abc import Callable

import pytest

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
