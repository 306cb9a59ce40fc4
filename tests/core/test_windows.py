"""When messages go that can wait: the next instant at which they may."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import regions, windows
from bot.core.schooldays import School, Span

LONDON = "Europe/London"
YEAR = School(
    LONDON,
    terms=(
        Span("Autumn term", date(2026, 9, 2), date(2026, 12, 18)),
        Span("Spring term", date(2027, 1, 4), date(2027, 3, 26)),
    ),
    holidays=(
        Span("Half term", date(2026, 10, 24), date(2026, 11, 1)),
        Span("Training day", date(2026, 12, 4), date(2026, 12, 4)),
    ),
    public=regions.public("GB-ENG", "en"),
)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23 06:59", "2026-11-23 07:00"),
        ("2026-11-23 07:00", "2026-11-23 07:00"),
        ("2026-11-23 08:14", "2026-11-23 08:14"),
        ("2026-11-23 08:15", "2026-11-23 15:30"),
        ("2026-11-23 18:29", "2026-11-23 18:29"),
        ("2026-11-23 18:30", "2026-11-24 07:00"),
        ("2026-12-03 18:30", "2026-12-07 07:00"),  # a training day, and the weekend
        ("2026-12-18 18:30", "2027-01-04 07:00"),
        ("2026-10-23 20:00", "2026-11-02 07:00"),  # the clocks go back meanwhile
    ],
)
def test_when_messages_go_that_can_wait(at: str, opens: str) -> None:
    zone = ZoneInfo(LONDON)
    asked = datetime.fromisoformat(at).replace(tzinfo=zone)

    found = windows.next_open(asked.astimezone(UTC), YEAR)

    assert found == datetime.fromisoformat(opens).replace(tzinfo=zone)
    assert windows.is_open(found, YEAR)


def test_a_school_year_without_school_is_taken_to_be_wrong() -> None:
    never = School(LONDON, holidays=(Span("Ever", date(2026, 1, 1), date(2030, 1, 1)),))
    friday = datetime(2026, 11, 27, 10, tzinfo=UTC)

    assert windows.next_open(friday, never) == datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert windows.day_before(date(2026, 11, 30), never) == date(2026, 11, 27)


ZONES = st.sampled_from(
    ["Europe/London", "Europe/Helsinki", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"]
)
SPANS = st.builds(
    lambda first, days: Span("x", first, first + timedelta(days=days)),
    st.dates(date(2026, 9, 1), date(2027, 7, 1)),
    st.integers(0, 40),
)


@given(
    ZONES,
    st.lists(SPANS, max_size=3),
    st.lists(SPANS, max_size=3),
    st.datetimes(datetime(2026, 9, 1), datetime(2027, 7, 1), timezones=st.just(UTC)),  # noqa: DTZ001 -- Hypothesis wants them so
)
def test_the_next_window_is_open_and_nothing_before_it_is(
    zone: str, terms: list[Span], holidays: list[Span], at: datetime
) -> None:
    school = School(zone, tuple(terms), tuple(holidays))
    found = windows.next_open(at, school)

    assert found >= at
    local = found.astimezone(ZoneInfo(zone))
    assert any(opens <= local.time() < closes for opens, closes in windows.WINDOWS)
    days = [at.date() + timedelta(days=n) for n in range(1, 199)]
    if any(map(school.is_school_day, days)):  # else the school year is taken to be wrong
        assert windows.is_open(found, school)
    step = at
    while step < min(found, at + timedelta(days=20)):
        assert not windows.is_open(step, school)
        step += timedelta(minutes=67)
