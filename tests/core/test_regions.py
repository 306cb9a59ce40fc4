"""Whose public holidays, as people name the place."""

from datetime import date

import pytest

from bot.core import regions
from bot.i18n import LANGUAGES


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("England", "GB-ENG"), (" england ", "GB-ENG"), ("gb-eng", "GB-ENG"), ("UK", "GB"),
        ("Great Britain", "GB"), ("Royaume-Uni", "GB"), ("Vereinigtes Königreich", "GB"),
        ("Austria", "AT"), ("at", "AT"), ("Österreich", "AT"), ("Itävalta", "AT"), ("Wien", "AT-9"),
        ("Zürich", "CH-ZH"), ("Ticino", "CH-TI"), ("Svizzera", "CH"), ("Bayern", "DE-BY"),
        ("Finnland", "FI"), ("Suomi", "FI"), ("Schweden", "SE"), ("Ireland", "IE"),
        ("Nowhere", None), ("GB-XX", None), ("XX", None), ("-", None), ("AUT", None),
    ],
)  # fmt: skip
def test_a_region_by_its_code_or_its_name_in_any_of_our_languages(
    said: str, code: str | None
) -> None:
    assert regions.find(said) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_form_shows_is_found_again(language: str) -> None:
    for code in ("AT", "AT-9", "GB", "GB-ENG", "CH-AI", "DE-BY", "IT", "IT-BZ", "FI", "FR", "US"):
        assert regions.find(regions.name(code, language)) == code


def test_the_nearest_is_suggested() -> None:
    nearest = [regions.nearest(said) for said in ("Englnd", "zurich", "Osterreich", "Südtirol")]

    assert [regions.name(code, "en") for code in nearest[:3]] == [
        "United Kingdom, England", "Switzerland, Zürich", "Austria",
    ]  # fmt: skip


def test_where_a_network_of_a_zone_probably_is() -> None:
    zones = ("Europe/London", "Europe/Vienna", "Europe/Rome", "Asia/Tokyo", "UTC")

    assert [regions.suggested(zone) for zone in zones] == ["GB-ENG", "AT", "IT", "JP", ""]


def test_public_holidays_are_named_in_the_readers_language_where_that_is_known() -> None:
    day = date(2026, 12, 8)

    assert regions.public("AT", "de")(day) == "Mariä Empfängnis"
    assert regions.public("AT", "en")(day) == "Immaculate Conception"
    assert regions.public("AT", "fi")(day) == "Mariä Empfängnis"
    assert regions.public("GB-ENG", "en")(day) == ""
    assert regions.coming("GB-ENG", "en", day) == (date(2026, 12, 25), "Christmas Day")


@pytest.mark.parametrize("region", ["", "at", "XX", "GB-XX", "???"])
def test_of_a_region_that_is_not_known_no_day_is_a_holiday(region: str) -> None:
    assert regions.public(region, "en")(date(2026, 12, 25)) == ""
    assert regions.coming(region, "en", date(2026, 12, 25)) is None


@pytest.mark.parametrize("year", [1, 1900, 2100, 9999])
def test_no_year_is_too_far(year: int) -> None:
    assert regions.public("GB-ENG", "en")(date(year, 2, 3)) == ""
