"""Whatever the core takes can be shown: every text at its limit, of any signs at all."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.i18n import LANGUAGES, PSEUDO
from bot.ui import clean, typed, weight
from bot.views import meetings, set_up
from bot.views.words import words
from tests.gallery.drawing import Drawing
from tests.gallery.samples import SAMPLES
from tests.gallery.texts import CHANNEL, NAME, WORD, Texts

SIGNS = [
    *"\\*_~`|<>[]()#-+.:@/!&= \n\t\x00\x1f\u200b\u200d\u2066\u2067\u2068\u2069\u202e\u200f",
    *("@everyone", "https://a.fi/", "<@1>", ":tada:", "\U0001f469\u200d\U0001f3eb", "ש", "é", "w"),
]
signs = st.lists(st.sampled_from(SIGNS) | st.characters(), min_size=1, max_size=12).map("".join)


def at_most(limit: int) -> st.SearchStrategy[str]:
    """A text as the core takes it, most often as long as it may be."""

    def fill(text: str, most: int) -> str:
        return clean(clean(text * most)[:most]) or "x"

    return st.builds(fill, signs, st.sampled_from([limit, limit, limit - 1, 1]))


typed_anywhere = st.builds(
    Texts,
    title=at_most(meetings.TITLE),
    venue=at_most(meetings.VENUE),
    about=at_most(meetings.ABOUT),
    reason=at_most(meetings.REASON),
    network=at_most(set_up.NAME),
    room=at_most(CHANNEL),
    name=at_most(NAME),
    word=at_most(WORD),
)


@pytest.mark.must_hold("A1", 3)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_that_the_core_takes_is_too_long_to_show(
    name: str, size: Callable[[int, int], int]
) -> None:
    @settings(max_examples=size(30, 3), suppress_health_check=list(HealthCheck))
    @given(st.sampled_from([*LANGUAGES, PSEUDO]), typed_anywhere)
    def can_be_shown(language: str, texts: Texts) -> None:
        drawing = Drawing(schemas=False)
        for drawn in SAMPLES[name](words(language), texts):
            drawing.draw(drawn)

    can_be_shown()


@pytest.mark.parametrize("text", ["\u200b", " \u2066\n\u200d\u00ad ", "\x00\u202e", ""])
def test_what_shows_nothing_is_nothing(text: str) -> None:
    assert clean(text) == ""
    assert clean(f"{text}a") != ""


@given(at_most(200))
def test_a_typed_text_grows_by_two_signs_at_most(text: str) -> None:
    assert len(typed(text)) <= len(text) + 2
    assert weight(typed(text)) <= 2 * len(text) + 2


@given(at_most(200))
def test_every_isolate_that_a_typed_text_opens_it_closes(text: str) -> None:
    depth = 0
    for c in typed(text):
        depth += (c in "\u2066\u2067\u2068") - (c == "\u2069")
        assert depth >= 0
    assert depth == 0
