"""When people are asked what happened in class: weeks later, not in holidays, nor just after."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import plans, when, windows
from bot.core.schooldays import School, Span

LONDON = "Europe/London"
TERMS = (
    Span("Autumn term", date(2026, 9, 2), date(2026, 12, 18)),
    Span("Spring term", date(2027, 1, 4), date(2027, 3, 25)),
    Span("Summer term", date(2027, 4, 12), date(2027, 7, 21)),
    Span("Autumn term", date(2027, 9, 2), date(2027, 12, 17)),
)
HALF_TERM = (Span("Half term", date(2027, 2, 15), date(2027, 2, 19)),)
YEAR = School(LONDON, TERMS, HALF_TERM)


def day(of: datetime) -> date:
    assert (of.astimezone(ZoneInfo(LONDON)).time()) == plans.MORNING
    return of.astimezone(ZoneInfo(LONDON)).date()


def ended(on: date) -> datetime:
    return when.instant(datetime.combine(on, plans.EVENING), LONDON)


@pytest.mark.parametrize(
    ("meeting", "asked", "again"),
    [
        pytest.param(date(2026, 10, 6), date(2026, 12, 1), date(2027, 1, 18), id="in term"),
        pytest.param(date(2026, 10, 29), date(2027, 1, 8), date(2027, 4, 26), id="Christmas"),
        pytest.param(date(2026, 12, 22), date(2027, 2, 26), date(2027, 4, 26), id="half term"),
        # Eight weeks later is in the summer, twelve are too: asked on the last day before it.
        pytest.param(date(2027, 6, 8), date(2027, 7, 21), date(2027, 9, 16), id="summer"),
        # Six weeks would be in the summer as well: then it waits for the autumn.
        pytest.param(date(2027, 7, 6), date(2027, 9, 8), date(2027, 12, 1), id="end of the year"),
    ],
)
def test_it_is_moved_out_of_holidays(meeting: date, asked: date, again: date) -> None:
    assert day(plans.weeks_later(ended(meeting), YEAR)) == asked
    assert day(plans.next_term(plans.weeks_later(ended(meeting), YEAR), YEAR)) == again


def test_without_terms_every_weekday_counts() -> None:
    ends = ended(date(2026, 10, 6))
    assert day(plans.weeks_later(ends, School(LONDON))) == date(2026, 12, 1)
    assert day(plans.next_term(plans.weeks_later(ends, School(LONDON)), School(LONDON))) == date(
        2027, 2, 23
    )


@pytest.mark.parametrize(
    ("meeting", "asked"),
    [
        # Next year's terms are not entered yet: what comes after the summer term is a holiday.
        pytest.param(date(2027, 6, 8), date(2027, 7, 21), id="before it"),
        pytest.param(date(2027, 7, 6), date(2027, 10, 13), id="or long after"),
    ],
)
def test_nobody_is_asked_in_a_summer_of_which_nothing_is_known(meeting: date, asked: date) -> None:
    unknown = School(LONDON, TERMS[:3], HALF_TERM)
    assert day(plans.weeks_later(ended(meeting), unknown)) == asked


def test_half_terms_are_no_next_term() -> None:
    halves = (
        Span("Autumn 1", date(2026, 9, 2), date(2026, 10, 23)),
        Span("Autumn 2", date(2026, 11, 2), date(2026, 12, 18)),
        *TERMS[1:],
    )
    asked = plans.weeks_later(ended(date(2026, 8, 18)), School(LONDON, halves))
    assert day(asked) == date(2026, 10, 13)
    assert day(plans.next_term(asked, School(LONDON, halves))) == date(2027, 1, 18)


@given(st.dates(date(2026, 9, 2), date(2027, 12, 17)))
def test_it_is_asked_on_a_school_day_and_before_nothing_is_due_any_more(on: date) -> None:
    ends = ended(on)
    asked, again = (
        plans.weeks_later(ends, YEAR),
        plans.next_term(plans.weeks_later(ends, YEAR), YEAR),
    )
    for at in (asked, again):
        assert windows.is_open(at, YEAR)
    assert ends + plans.CLASS_SOONEST <= asked + timedelta(days=1)
    assert plans.told_by(asked, YEAR) <= again
    assert plans.told_by(again, YEAR) <= ends + plans.FARTHEST
