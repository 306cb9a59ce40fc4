"""The labelled set is what its README says."""

from collections import Counter

import pytest

from tests.fits.pairs import half

LANGUAGES = dict.fromkeys(("en", "de", "fr", "it", "fi"), 10)
MOST, ACROSS = 3, 10


@pytest.mark.parametrize("name", ["tuning", "frozen"])
def test_each_half_has_fifty_of_both_in_five_languages(name: str) -> None:
    found = half(name)
    for texts in (found.requests, found.offers):
        assert Counter(text.language for text in texts) == LANGUAGES
        assert len({text.id for text in texts}) == len(texts)
    offers = {offer.id: offer for offer in found.offers}
    labels = [(one, offers[key]) for one in found.requests for key in found.right[one.id]]
    assert max(Counter(one.id for one, _ in labels).values()) <= MOST
    assert sum(one.language != offer.language for one, offer in labels) >= ACROSS


def test_the_halves_share_nothing() -> None:
    tuning, frozen = half("tuning"), half("frozen")
    for one, other in ((tuning.requests, frozen.requests), (tuning.offers, frozen.offers)):
        assert not {text.words for text in one} & {text.words for text in other}
