"""Our own words become spans; what is filled in stays what it is."""

from datetime import UTC, datetime

import pytest

from bot import ui
from bot.ui.plain import message_text
from bot.views.words import words

EVENING = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
t = words("en")


def test_bold_italic_and_links_are_read_in_our_own_words() -> None:
    said = t.text("**Moved** to _Tuesday_: [see it]({url}).", url="https://example.org/_a_")

    assert said == (
        ui.Span("Moved", bold=True),
        ui.Span(" to "),
        ui.Span("Tuesday", italic=True),
        ui.Span(": "),
        ui.Link("see it", "https://example.org/_a_"),
        ui.Span("."),
    )


def test_what_is_filled_in_is_never_read() -> None:
    said = t.text("{title}: **{who}**", title="**a** _b_ [c](https://d) {who}", who="_x_")

    assert said == (
        ui.Span("**a** _b_ [c](https://d) {who}"),
        ui.Span(": "),
        ui.Span("_x_", bold=True),
    )


def test_spans_are_filled_in_whole_and_take_on_the_looks_around_them() -> None:
    when, ben = t.when(EVENING, "Europe/London"), ui.Mention("U1", "Ben")
    listed = (ui.Span("Ana", italic=True), ui.Span(" and "), ben)

    said = t.text("{when}: **{listed}**", when=when, listed=listed)

    assert said == (
        when,
        ui.Span(": "),
        ui.Span("Ana", bold=True, italic=True),
        ui.Span(" and ", bold=True),
        ben,
    )


def test_an_underscore_inside_a_word_or_a_name_is_no_mark() -> None:
    assert t.text("snake_case and {my_name}_x", my_name="Ana") == (
        ui.Span("snake_case and "),
        ui.Span("Ana"),
        ui.Span("_x"),
    )


def test_an_instant_has_plain_words_for_who_cannot_see_it_drawn() -> None:
    assert t.when(EVENING, "Europe/London") == ui.When(
        EVENING, "Tuesday 1 December 2026, 16:00 (London)"
    )


def test_directional_marks_of_a_name_end_with_it() -> None:
    name = "\u202eabc"

    assert t("Hello {name}!", name=name) == f"Hello {ui.typed(name)}!"
    assert t.text("Hello {name}", name=name)[1] == ui.Span(ui.typed(name))
    assert t.names(["Ana", name]) == f"Ana and {ui.typed(name)}"


@pytest.mark.parametrize(("language", "shown"), [("en", "Where: 12"), ("fr", "Where\u00a0: 12")])
def test_between_a_label_and_its_value_is_the_colon_of_the_language(
    language: str, shown: str
) -> None:
    facts = words(language).facts([("Where", ui.words("12"))])

    assert message_text(ui.Message("", (facts,))) == shown
