"""Every view and form, in every language, with ordinary and hostile texts, drawn for both platforms
and read back.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cache

import pytest

from bot.i18n import LANGUAGES, PSEUDO
from bot.views.words import words
from tests.adapters import schemas_slack
from tests.adapters.schemas_discord import needs_discord_schema
from tests.gallery import texts
from tests.gallery.drawing import Drawing, in_words, is_seen, shows
from tests.gallery.register import Drawn, views
from tests.gallery.samples import SAMPLES
from tests.gallery.texts import HOSTILE, ORDINARY, Texts

EVERY = (*LANGUAGES, PSEUDO)
needs_schemas = pytest.mark.skipif(not schemas_slack.here(), reason=schemas_slack.MISSING)
Figure = Callable[[str], None]


def gallery(
    language: str, typed: Texts, names: Collection[str] = SAMPLES
) -> Iterator[tuple[str, Drawn]]:
    t = words(language)
    for name in names:
        for number, drawn in enumerate(SAMPLES[name](t, typed)):
            yield f"{name} {number}", drawn


def test_every_view_and_form_has_a_sample() -> None:
    assert set(views()) <= set(SAMPLES)


def test_the_register_sees_a_view_that_has_none() -> None:
    assert "meetings.announcement" in set(views())
    assert "set_up.step_deputy" in set(views())
    assert "forms.with_values" in set(views())


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return Drawing()


@cache
def ordinary(language: str) -> dict[str, set[str]]:
    """Which of the texts each sample shows, where nobody means harm; the same in any of ours."""
    drawn = gallery(language, ORDINARY)
    return {name: shows(in_words(one), ORDINARY) for name, one in drawn}


@needs_discord_schema
@needs_schemas
@pytest.mark.must_hold("A1", 3)
@pytest.mark.must_hold("A4", 6)
@pytest.mark.must_hold("A5", 7)
@pytest.mark.must_hold("D1", 7)
@pytest.mark.parametrize("language", EVERY)
def test_everything_in_every_language(
    language: str, drawing: Drawing, full: bool, figure: Figure
) -> None:
    # What another language has brought into the same shape is held against the limits alone.
    own = Drawing(everything=True) if full else drawing.another()
    for _, drawn in gallery(language, ORDINARY):
        own.draw(drawn)

    views = f"{len(SAMPLES)} views and forms in {len(EVERY)} languages"
    figure(f"gallery of {views}, {own.payloads} payloads in each")


@needs_discord_schema
@needs_schemas
@pytest.mark.must_hold("A1", 3)
@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_seen_is_what_was_typed(kind: str, drawing: Drawing, full: bool) -> None:
    names, number = list(SAMPLES), list(HOSTILE).index(kind)
    for language in EVERY if full else (EVERY[number % len(EVERY)],):
        alike = language if full or language == PSEUDO else "en"
        for long, typed in enumerate(texts.hostile(kind)):
            # At small size a sample has one of the two lengths of every second kind, in turn.
            some = names if full else names[(number + 2 * long) % 4 :: 4]
            for name, drawn in gallery(language, typed, some):
                seen = drawing.draw(drawn)
                for field in ordinary(alike)[name]:
                    assert is_seen(getattr(typed, field), seen), f"{name} hides the {field}"


@needs_discord_schema
@needs_schemas
@pytest.mark.must_hold("A1", 3)
def test_so_many_payloads_were_looked_at(drawing: Drawing, figure: Figure) -> None:
    """Comes last, and counts; alone, it draws one hostile text itself."""
    if not drawing.payloads:
        for _, drawn in gallery(PSEUDO, texts.hostile("markup")[0]):
            drawing.draw(drawn)

    figure(f"{drawing.payloads} payloads with {len(HOSTILE)} kinds of hostile texts")
