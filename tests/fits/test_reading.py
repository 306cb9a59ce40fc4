"""What a request or an offer is about, what finds what, and all that may be typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.fits import MOST, Told, asks_for, fit, offers_for
from bot.core.things import above, gist, things
from tests.fits.pairs import half
from tests.fits.scoring import told

TUNING = half("tuning")
OFFERS = [told(one) for one in TUNING.offers]
REQUESTS = [told(one) for one in TUNING.requests]


@pytest.mark.parametrize(
    ("language", "words", "phase"),
    [
        ("en", "for Year 8", "secondary"),
        ("en", "my Y13s", "post-16"),
        ("fr", "pour des CM1", "primary"),
        ("fr", "avec les 5e", "secondary"),
        ("de", "für Klasse 3", "primary"),
        ("de", "mit der 11. Klasse", "post-16"),
        ("it", "in terza media", "secondary"),
        ("fi", "8-luokka", "secondary"),
        ("fi", "4. luokan kanssa", "primary"),
        ("de", "für 5 Klassen", ""),
        ("fi", "2 luokkaa", ""),
    ],
)
def test_a_year_says_a_phase(language: str, words: str, phase: str) -> None:
    assert gist(words, language).phases == frozenset({phase} - {""})


@pytest.mark.parametrize(
    ("language", "words", "thing"),
    [
        ("de", "Stromkreiskoffer", "circuits"),
        ("fi", "virtapiireistä", "circuits"),
        ("fr", "l’électricité", "electricity"),
        ("it", "dell'ottica", "optics"),
        ("en", "microsopes", "microscopy"),
        ("de", "Schülermikroskope", "microscopy"),
        ("fi", "juotoskolvit", "electronics"),
        ("fr", "Maquette de l'œil", "senses"),
        ("en", "a power plant", "power-stations"),
        ("en", "plants from seeds", "plants"),
        ("en", "onion cells", "cells"),
        ("", "DNA", "genetics"),
    ],
)
def test_a_word_is_known_with_endings_within_others_and_with_a_slip(
    language: str, words: str, thing: str
) -> None:
    assert thing in gist(words, language).things


@pytest.mark.parametrize(
    ("language", "words", "thing"),
    [
        ("en", "a power plant", "plants"),
        ("de", "Stromlinien", "electricity"),
        ("it", "racconta vulcani ai bambini", "artificial-intelligence"),
        ("fr", "c'est pour la classe", "text-programming"),
        ("en", "boxes for 8 groups", "group-work"),
    ],
)
def test_the_same_word_for_another_thing_is_not_taken_for_it(
    language: str, words: str, thing: str
) -> None:
    assert thing not in gist(words, language).things


def test_another_phase_another_thing_and_no_word_are_shown_nothing() -> None:
    offer = Told("o", "kit", "secondary", "Class set of circuits", "en")
    asks = {
        "right": Told("r", "kit", "secondary", "Stromkreise", "de"),
        "any": Told("r", "kit", "any", "Stromkreise", "de"),
        "said": Told("r", "kit", "", "Stromkreise für Klasse 3", "de"),
        "younger": Told("r", "kit", "primary", "Stromkreise", "de"),
        "other": Told("r", "kit", "secondary", "Vulkane", "de"),
        "empty": Told("r", "kit", "secondary", " ", "de"),
    }
    found = [name for name, request in asks.items() if offers_for(request, [offer])]
    assert found == ["right", "any"]


def test_kinds_stand_in_for_each_other_and_the_right_one_goes_first() -> None:
    kinds = ("read", "help", "room", "kit")
    offers = [Told(kind, kind, "any", "fractions", "en") for kind in kinds]
    asked = Told("r", "help", "any", "Bruchrechnen", "de")
    assert [one.key for one in offers_for(asked, offers)] == ["help", "read", "kit"]


def test_a_kind_that_is_named_beside_the_chosen_one_counts_too() -> None:
    visit = Told("v", "visit", "any", "Wind farm near Husum", "en")
    plain = Told("r", "kit", "any", "eolico", "it")
    both = Told("r", "kit", "any", "eolico, oppure un posto da vedere", "it")
    assert (offers_for(plain, [visit]), offers_for(both, [visit])) == ([], [visit])


def test_topics_that_were_chosen_count_like_words() -> None:
    offer = Told("o", "help", "any", "Frag mich einfach", "de", frozenset({"optics"}))
    request = Told("r", "help", "any", "on s'y perd", "fr", frozenset({"optics"}))
    assert offers_for(request, [offer]) == [offer]


def test_an_offer_finds_the_requests_that_find_it() -> None:
    for offer in OFFERS:
        for request in asks_for(offer, REQUESTS):
            assert fit(request, offer) > 0
    hits = sum(
        offer.key in TUNING.right[request.key]
        for offer in OFFERS
        for request in asks_for(offer, REQUESTS)
    )
    assert hits / sum(map(len, TUNING.right.values())) >= 0.9


@given(st.permutations(OFFERS), st.sampled_from(REQUESTS))
def test_the_order_of_the_offers_changes_nothing(offers: list[Told], request: Told) -> None:
    assert offers_for(request, offers) == offers_for(request, OFFERS)


TEXTS = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["a", "ä", "x'", "stromkreis", "💡", "\x00", ".", "\u202e", "1 "]).map(
        lambda piece: (piece * 3000)[:3000]
    ),
)


@given(TEXTS, st.sampled_from(["kit", "room", "help", "never heard of"]), st.sampled_from(
    ["en", "de", "fr", "it", "fi", "", "sv"]
))  # fmt: skip
def test_whatever_is_typed_is_answered_twice_alike(text: str, kind: str, language: str) -> None:
    request = Told("r", kind, "any", text, language)
    found = offers_for(request, OFFERS)
    assert found == offers_for(request, OFFERS)
    assert len(found) <= MOST
    assert text.strip() or not found


def test_all_that_a_thing_is_under_is_a_thing_and_nothing_is_under_itself() -> None:
    assert {one for thing in things().values() for one in thing.under} <= set(things())
    assert [key for key in things() if key in above(key)] == []
