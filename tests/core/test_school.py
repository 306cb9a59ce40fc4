"""Which days are school days, the same year again, and whose public holidays there are."""

from datetime import date, timedelta

import pytest

from bot.core import regions
from bot.core.calendars import Again, Entry, again
from bot.core.schooldays import School, Span

TODAY = date(2026, 11, 23)
AUTUMN = Span("Autumn term", date(2026, 9, 1), date(2026, 12, 18))
SPRING = Span("Spring term", date(2027, 1, 4), date(2027, 3, 25))
CHRISTMAS = Span("Christmas holidays", date(2026, 12, 21), date(2027, 1, 1))


def school(*, terms: tuple[Span, ...] = (), holidays: tuple[Span, ...] = ()) -> School:
    return School("Europe/London", terms, holidays, regions.public("GB-ENG", "en"))


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 22), "Christmas holidays"),
        (date(2026, 12, 19), ""),  # a Saturday between two terms
        (date(2026, 12, 1), None),
        (date(2027, 4, 7), None),  # after all that is known
    ],
)
def test_a_day_is_free_by_the_nearest_reason(day: date, holiday: str | None) -> None:
    assert school(terms=(AUTUMN, SPRING), holidays=(CHRISTMAS,)).holiday(day) == holiday


def test_without_terms_every_weekday_counts_but_public_holidays() -> None:
    days = [date(2026, 12, 21) + timedelta(days=n) for n in range(7)]

    found = [day.day for day in days if school().is_school_day(day)]

    assert found == [21, 22, 23, 24]


def entry(name: str, first: date, last: date) -> Entry:
    return Entry("holiday" if "holiday" in name else "term", name, first, last)


LAST_YEAR = [
    entry("Autumn term", date(2025, 9, 2), date(2025, 12, 19)),
    entry("Christmas holidays", date(2025, 12, 22), date(2026, 1, 2)),
]


def test_last_year_comes_again_52_weeks_later_on_the_same_weekdays() -> None:
    found = again(LAST_YEAR, TODAY)

    assert found == Again(
        2025,
        [
            entry("Autumn term", date(2026, 9, 1), date(2026, 12, 18)),
            entry("Christmas holidays", date(2026, 12, 21), date(2027, 1, 1)),
        ],
        0,
    )
    assert [e.first.weekday() for e in found.entries] == [e.first.weekday() for e in LAST_YEAR]


def test_what_is_there_stays_and_what_has_no_room_is_left_out() -> None:
    there = entry("Autumn term", date(2026, 9, 1), date(2026, 12, 18))
    other = entry("Winter holidays", date(2026, 12, 24), date(2027, 1, 5))

    found = again([*LAST_YEAR, there, other], date(2026, 7, 1))

    assert found == Again(2025, [], 1)


def test_without_entries_there_is_nothing_to_take_over() -> None:
    assert again([], TODAY) is None
    assert again(LAST_YEAR, TODAY, 2019) is None


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("GB-ENG", "GB-ENG"), ("gb-eng", "GB-ENG"), ("England", "GB-ENG"), ("at-9", "AT-9"),
        ("Wien", "AT-9"), ("Zürich", "CH-ZH"), ("Österreich", "AT"), ("suomi", "FI"),
        ("Royaume-Uni", "GB"), ("Bayern", "DE-BY"), ("at-99", None), ("Atlantis", None),
        ("GBR", None), ("-", None),
    ],
)  # fmt: skip
def test_a_region_is_known_by_its_code_and_by_its_names(text: str, region: str | None) -> None:
    assert regions.find(text) == region


@pytest.mark.parametrize("region", ["GB-ENG", "AT", "AT-9", "CH-ZH", "FI", "IT", "FR", "DE-BY"])
def test_what_a_region_is_called_leads_back_to_it(region: str) -> None:
    names = [regions.name(region, language) for language in ("en", "de", "fr", "it", "fi")]

    assert [regions.find(name) for name in names] == [region] * 5


def test_holidays_are_named_in_the_readers_language_where_that_is_known() -> None:
    christmas = date(2026, 12, 25)

    named = [regions.public("CH", language)(christmas) for language in ("en", "de", "fr", "it")]

    assert named == ["Christmas Day", "Weihnachten", "Noël", "Natale"]
    assert regions.public("IT", "fi")(christmas) == "Natale"
    assert regions.public("", "en")(christmas) == ""
    assert regions.public("XX", "en")(christmas) == ""


def test_a_region_is_suggested_by_the_zone() -> None:
    zones = ("Europe/London", "Europe/Vienna", "Europe/Helsinki", "Etc/UTC", "Nowhere")

    assert [regions.suggested(zone) for zone in zones] == ["GB-ENG", "AT", "FI", "", ""]
    assert regions.nearest("Austira") == "AT"
