"""The page for teachers says what matching knows and how it weighs it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bot.core.pairing import points
from bot.core.pairing.people import Someone
from tests.docs.pages import DOCS

pytestmark = pytest.mark.must_hold("C", 6)
PAGE = " ".join((DOCS / "buddies.md").read_text(encoding="utf-8").split())
SAID = {
    "schools": "two people of one school",
    "phases": "you teach the same age",
    "sector": "from different sides",
    "subjects": "a subject in common",
    "strengths": "can help with something",
    "needs": "would like to learn",
    "years": "done the work for longer",
    "region": "the same region",
    "times": "free times in common",
    "languages": "a language in common",
    "reach": "how far you would go",
    "face": "how you want to meet",
    "wish": "which phase you wish",
    "waited": "went without somebody last time",
    "paused": "somebody who pauses",
}


def test_all_that_matching_knows_of_a_person_stands_on_the_page() -> None:
    assert {one.name for one in fields(Someone)} - {"id"} == set(SAID)
    assert {words for words in SAID.values() if words not in PAGE} == set()


def test_the_page_has_the_order_of_the_points() -> None:
    weights = {
        "each of you can help": points.BOTH_WAYS,
        "one of you can help": points.ONE_WAY,
        "from different sides": points.SECTOR,
        "you teach the same age": 2 * points.PHASE,
        "you have a subject in common": points.SUBJECT,
        "done the work for longer": points.YEAR * points.YEARS,
        "nobody else has at your own school": points.ISOLATION,
        "the same region": points.REGION,
        "free times in common": points.TIME * points.TIMES,
        "a language in common": points.LANGUAGE,
    }
    start = PAGE.index("from the most to the least")
    assert sorted(weights, key=lambda words: PAGE.index(words, start)) == list(weights)
    assert list(weights.values()) == sorted(weights.values(), reverse=True)
    assert sum(weights.values()) + 2 * points.TOPIC_MORE < 2 * points.BOTH_WAYS
