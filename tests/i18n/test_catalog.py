"""What is said, in each language."""

from datetime import UTC, date, datetime, time

import pytest

from bot.i18n import LANGUAGES, PSEUDO, marked, translator
from bot.i18n.pseudo import pseudo

EVENING = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)


def test_a_value_is_filled_in_and_never_read() -> None:
    t = translator("en")

    assert t("{who} plans {title}.", who="{title}", title="{0} 100 %") == "{title} plans {0} 100 %."


def test_a_missing_value_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        translator("en")("You are coming to {title}.")


def test_a_number_chooses_its_form() -> None:
    t = translator("en")

    said = [t.n("{n} person", "{n} people", n=n) for n in (0, 1, 2)]

    assert said == ["0 people", "1 person", "2 people"]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("de-AT", "de"), ("fr_FR", "fr"), ("FI", "fi"), ("pt-BR", "en"), ("", "en"), ("qps", PSEUDO)],
)
def test_each_reader_gets_the_nearest_language(asked: str, spoken: str) -> None:
    assert translator(asked).language == spoken


def test_a_context_alone_changes_no_english() -> None:
    assert translator("en").p("answer", marked("Maybe")) == "Maybe"


def test_a_moment_is_written_as_each_language_writes_it() -> None:
    assert [translator(language).moment(EVENING, "Europe/London") for language in LANGUAGES] == [
        "Tuesday 1 December 2026, 16:00 (London)",
        "Dienstag, 1. Dezember 2026, 16:00 (London)",
        "mardi 1er décembre 2026, 16:00 (Londres)",
        "martedì 1 dicembre 2026, 16:00 (Londra)",
        "tiistai 1. joulukuuta 2026 klo 16.00 (Lontoo)",
    ]


def test_a_moment_is_that_of_the_zone() -> None:
    assert translator("en").moment(EVENING, "Europe/Helsinki") == (
        "Tuesday 1 December 2026, 18:00 (Helsinki)"
    )


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        translator("en").moment(EVENING.replace(tzinfo=None), "Europe/London")


def test_days_and_times_stand_alone_too() -> None:
    assert translator("fr").day(date(2026, 12, 2)) == "mercredi 2 décembre 2026"
    assert translator("fi").time(time(8, 5)) == "klo 8.05"


def test_names_are_a_list_in_words() -> None:
    cast = ["Ana", "Ben", "Cleo"]

    assert [translator(language).names(cast) for language in LANGUAGES] == [
        "Ana, Ben and Cleo",
        "Ana, Ben und Cleo",
        "Ana, Ben et Cleo",
        "Ana, Ben e Cleo",
        "Ana, Ben ja Cleo",
    ]


def test_the_pseudo_language_speaks_through_the_same_methods() -> None:
    t = translator(PSEUDO)

    assert t("Yes") == "⟦Ýéš⟧"
    assert t.p("answer", "Yes") == "⟦Ýéš⟧"
    assert t.n("{n} person", "{n} people", n=2) == "⟦2 péóplé··⟧"


@pytest.mark.parametrize(
    "message", ["Ok", "You are coming to {title}.", "**Moved**: [see {a}](https://b) /meeting plan"]
)
def test_the_pseudo_language_is_longer_and_keeps_what_is_not_words(message: str) -> None:
    said = pseudo(message)

    assert len(said) >= 1.4 * len(message)
    for kept in ("{title}", "{a}", "](https://b)", "/meeting", "**"):
        assert said.count(kept) == message.count(kept)
