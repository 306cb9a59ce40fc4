"""What goes out for a meeting by itself, and when: the table, at its edges."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import plans, when, windows
from bot.core.schooldays import School, Span

LONDON = ZoneInfo("Europe/London")
AUTUMN = Span("Autumn term", date(2026, 9, 2), date(2026, 12, 18))
SPRING = Span("Spring term", date(2027, 1, 4), date(2027, 3, 26))
HOLIDAYS = (
    Span("Training day", date(2026, 12, 4), date(2026, 12, 4)),
    Span("Half term", date(2027, 2, 15), date(2027, 2, 19)),
)
YEAR = School("Europe/London", (AUTUMN, SPRING), HOLIDAYS)
MONDAY = "2026-11-23 10:00"


def local(text: str) -> datetime:
    """A wall time."""
    return datetime.fromisoformat(text)


def table(school: School, starts: str, told: str) -> list[tuple[str, str]]:
    """What goes out by itself, and when on the clocks there."""
    at = when.instant(local(told), school.zone)
    zone = ZoneInfo(school.zone)
    found = plans.standard(local(starts), school, at)
    return [(plan.name, f"{plan.due.astimezone(zone):%Y-%m-%d %H:%M}") for plan in found]


@pytest.mark.must_hold("A4", 5)
@pytest.mark.parametrize(
    ("starts", "told", "dues"),
    [
        pytest.param(
            "2026-11-24 16:00", MONDAY,
            {"agenda": "2026-11-23 15:30", "today": "2026-11-24 07:00"},
            id="tomorrow",
        ),
        pytest.param("2026-11-23 11:00", MONDAY, {}, id="in an hour"),
        pytest.param("2026-11-23 17:00", MONDAY, {}, id="this afternoon"),
        pytest.param("2026-11-24 07:30", "2026-11-23 22:00", {}, id="early, told at night"),
        pytest.param(
            "2026-11-24 16:00", "2026-11-23 22:00", {"today": "2026-11-24 07:00"},
            id="tomorrow, told at night",
        ),
        pytest.param(
            "2026-11-25 00:00", MONDAY,
            {"agenda": "2026-11-23 15:30", "today": "2026-11-24 18:00"},
            id="at midnight",
        ),
        pytest.param(
            "2026-12-07 00:00", MONDAY,
            {
                "unanswered": "2026-12-03 15:30",
                "agenda": "2026-11-30 15:30",
                "today": "2026-12-03 18:00",
            },
            id="at midnight after a long weekend",
        ),
        pytest.param(
            "2026-12-02 07:30", MONDAY,
            {
                "unanswered": "2026-11-27 15:30",
                "agenda": "2026-11-25 15:30",
                "today": "2026-12-01 18:00",
            },
            id="at 7:30",
        ),
        pytest.param(
            "2026-12-05 10:00", MONDAY,
            {
                "unanswered": "2026-12-01 15:30",
                "agenda": "2026-11-27 15:30",
                "today": "2026-12-03 18:00",
            },
            id="at a weekend after a day off",
        ),
        pytest.param(
            "2026-12-30 14:00", MONDAY,
            {
                "unanswered": "2026-12-18 15:30",
                "agenda": "2026-12-18 15:30",
                "today": "2026-12-18 18:00",
            },
            id="in the holidays",
        ),
        pytest.param(
            "2027-01-04 16:00", MONDAY,
            {
                "unanswered": "2026-12-18 15:30",
                "agenda": "2026-12-18 15:30",
                "today": "2027-01-04 07:00",
            },
            id="on the first day after the holidays",
        ),
        pytest.param("2027-01-04 07:30", "2026-12-30 10:00", {}, id="early then, told before"),
        pytest.param(
            "2027-01-04 16:00", "2026-12-30 10:00", {"today": "2027-01-04 07:00"},
            id="on the first day after the holidays, told in them",
        ),
        pytest.param(
            "2027-02-25 16:00", "2027-02-11 07:00",
            {
                "unanswered": "2027-02-22 07:00",  # not sooner than two days after
                "agenda": "2027-02-12 15:30",
                "today": "2027-02-25 07:00",
            },
            id="in a fortnight with a half term between, told on its last days",
        ),
    ],
)  # fmt: skip
def test_what_goes_out_when(starts: str, told: str, dues: dict[str, str]) -> None:
    assert table(YEAR, starts, told) == list(dues.items())


@pytest.mark.must_hold("A4", 5)
@pytest.mark.parametrize(
    ("zone", "starts", "told", "dues"),
    [
        (
            "Europe/London", "2027-03-30 16:00", "2027-03-15 10:00",
            ["2027-03-26T15:30", "2027-03-23T15:30", "2027-03-30T06:00"],
        ),
        (
            "Europe/London", "2026-10-27 16:00", "2026-10-12 10:00",
            ["2026-10-23T14:30", "2026-10-20T14:30", "2026-10-27T07:00"],
        ),
        (
            "Europe/Helsinki", "2027-03-28 03:30", "2027-03-15 10:00",
            ["2027-03-24T13:30", "2027-03-19T13:30", "2027-03-26T16:00"],
        ),
        (
            "Europe/Helsinki", "2026-10-25 03:30", "2026-10-12 10:00",
            ["2026-10-21T12:30", "2026-10-16T12:30", "2026-10-23T15:00"],
        ),
    ],
)  # fmt: skip
def test_across_a_change_of_the_clocks_the_wall_time_holds(
    zone: str, starts: str, told: str, dues: list[str]
) -> None:
    at = when.instant(local(told), zone)
    found = plans.standard(local(starts), School(zone), at)

    assert [f"{plan.due:%Y-%m-%dT%H:%M}" for plan in found] == dues


@pytest.mark.must_hold("A4", 5)
@pytest.mark.parametrize(
    ("starts", "due"),
    [
        ("2026-12-15 16:00", "2026-12-01 07:00"),
        ("2027-01-12 16:00", "2026-12-18 07:00"),  # two weeks before there is no school
        ("2026-12-18 16:00", "2026-12-03 07:00"),  # a training day
        ("2027-04-06 16:00", "2027-03-23 07:00"),  # the clocks go on meanwhile
    ],
)
def test_one_of_a_series_is_announced_on_a_school_morning(starts: str, due: str) -> None:
    found = plans.invitation(local(starts), YEAR)

    assert f"{found.astimezone(LONDON):%Y-%m-%d %H:%M}" == due


FIRST = datetime(2026, 9, 1)  # noqa: DTZ001 -- wall time
ZONES = st.sampled_from(
    ["Europe/London", "Europe/Helsinki", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"]
)
SPANS = st.builds(
    lambda first, days: Span("x", first, first + timedelta(days=days)),
    st.dates(date(2026, 8, 1), date(2027, 9, 1)),
    st.integers(0, 60),
)
SCHOOLS = st.builds(
    School, ZONES, st.lists(SPANS, max_size=4).map(tuple), st.lists(SPANS, max_size=3).map(tuple)
)
MINUTES = st.integers(0, 400 * 24 * 60).map(lambda n: FIRST + timedelta(minutes=n))


@pytest.mark.must_hold("A4", 5)
@given(SCHOOLS, MINUTES, st.timedeltas(timedelta(minutes=1), timedelta(days=60)))
def test_whatever_is_planned_goes_in_time_and_when_messages_may(
    school: School, starts: datetime, before: timedelta
) -> None:
    begins = when.instant(starts, school.zone)
    told = begins - before
    found = plans.standard(starts, school, told)

    assert len({plan.name for plan in found}) == len(found)
    for plan in found:
        assert told <= plan.due < begins
        assert plan.expires == begins
        assert _is_timely(plan.due, school), plan


def _is_timely(at: datetime, school: School) -> bool:
    """Whether a message may go; where there is no school for long, on any weekday."""
    day = at.astimezone(ZoneInfo(school.zone)).date()
    ways = ([day + timedelta(days=n * way) for n in range(150)] for way in (1, -1))
    if all(any(map(school.is_school_day, days)) for days in ways):
        return windows.is_open(at, school)
    return windows.is_open(at, School(school.zone))
