"""The entries of a school year, what is wrong with one, and the same a year later."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import calendars
from bot.core.calendars import Entry, Fault, Why

TODAY = date(2026, 11, 23)
AUTUMN = Entry("term", "Autumn term", date(2026, 9, 2), date(2026, 12, 18))
HALF = Entry("holiday", "Half term", date(2026, 10, 24), date(2026, 11, 1))
KINDS = st.sampled_from(calendars.KINDS)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def entry(first: str, last: str, name: str = "Spring term", kind: str = "term") -> Entry:
    """A term, or a holiday."""
    return Entry(
        "holiday" if kind == "holiday" else "term",
        name,
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("wish", "wrong"),
    [
        (entry("2027-01-04", "2027-03-26"), None),
        (entry("2027-01-04", "2027-01-04"), None),
        (entry("2027-01-04", "2027-03-26", ""), Fault(Why.NAME)),
        (entry("2027-03-26", "2027-01-04"), Fault(Why.ORDER, "Spring term")),
        (entry("2062-01-04", "2062-03-26"), Fault(Why.FAR, "2062")),
        (entry("1962-01-04", "1962-03-26"), Fault(Why.FAR, "1962")),
        (entry("2027-01-04", "2028-01-04"), None),
        (entry("2027-01-04", "2028-01-05"), Fault(Why.LONG, "Spring term")),
        (entry("2026-12-18", "2027-03-26"), Fault(Why.OVERLAP, "Autumn term")),
        (entry("2026-12-19", "2027-03-26"), None),
        (entry("2026-10-24", "2026-11-01", "October", "holiday"), Fault(Why.OVERLAP, "Half term")),
        (entry("2026-12-18", "2027-01-03", "Winter", "holiday"), None),
        (entry("2027-01-01", "2027-04-30", "Winter", "holiday"), None),
        (entry("2027-01-01", "2027-05-01", "Winter", "holiday"), Fault(Why.LONG, "Winter")),
    ],
)
def test_what_is_wrong_with_an_entry(wish: Entry, wrong: Fault | None) -> None:
    assert calendars.fault(wish, [AUTUMN, HALF], TODAY) == wrong


def test_last_year_comes_again_52_weeks_later_on_the_same_weekdays() -> None:
    found = calendars.again([AUTUMN, HALF], TODAY)

    assert found == calendars.Again(
        2026,
        [
            Entry("term", "Autumn term", date(2027, 9, 1), date(2027, 12, 17)),
            Entry("holiday", "Half term", date(2027, 10, 23), date(2027, 10, 31)),
        ],
        0,
    )


def test_what_is_there_already_is_not_added_and_what_has_no_room_is_counted() -> None:
    again = Entry("term", "Autumn term", date(2027, 9, 1), date(2027, 12, 17))
    other = Entry("holiday", "October", date(2027, 10, 25), date(2027, 10, 29))

    assert calendars.again([AUTUMN, HALF, again, other], TODAY) == calendars.Again(2026, [], 1)


def test_the_year_that_has_begun_is_taken_and_without_one_the_next() -> None:
    last = Entry("term", "Autumn term", date(2025, 9, 3), date(2025, 12, 19))
    later = Entry("term", "Autumn term", date(2027, 9, 1), date(2027, 12, 17))

    assert calendars.again([], TODAY) is None
    assert calendars.again([last, AUTUMN, later], TODAY) == calendars.Again(2026, [], 0)
    found = calendars.again([later], TODAY)
    assert found is not None
    assert [one.first for one in found.entries] == [date(2028, 8, 30)]
    assert calendars.again([AUTUMN], TODAY, 2019) is None


@given(
    st.lists(st.builds(Entry, KINDS, st.sampled_from(["A", "B", ""]), DAYS, DAYS), max_size=12),
    DAYS,
)
def test_whatever_is_known_only_what_can_be_kept_comes_again(
    known: Sequence[Entry], today: date
) -> None:
    found = calendars.again(known, today)
    if found is None:
        assert not known
        return
    kept = list(known)
    for one in found.entries:
        assert calendars.fault(one, kept, today) is None
        before = Entry(
            one.kind, one.name, one.first - timedelta(weeks=52), one.last - timedelta(weeks=52)
        )
        assert before in known
        assert one.first.weekday() == before.first.weekday()
        kept.append(one)
