"""When people who go together are asked: on school days, and never so near to an end that nothing
could come of it.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core import plans, windows
from bot.core.buddies import WEEKS
from bot.core.progress_times import SETTLES, can_rest, far, silent_from, times, worth_it
from bot.core.schooldays import School, Span

TERM = School("Europe/London")
HOLIDAYS = School(
    "Europe/London", holidays=(Span("Christmas", date(2026, 12, 19), date(2027, 1, 3)),)
)
BEGAN = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("weeks", range(1, 13))
@pytest.mark.parametrize("school", [TERM, HOLIDAYS])
def test_all_of_it_is_between_beginning_and_end_and_in_a_window(weeks: int, school: School) -> None:
    ends = BEGAN + timedelta(weeks=weeks)
    found = times(BEGAN, None, ends, school)
    for at in (found.half, found.nudge):
        if at is not None:
            assert BEGAN + SETTLES <= at <= ends - SETTLES
            assert windows.is_open(at, school)
    assert found.half is not None or found.nudge is None


@pytest.mark.parametrize("weeks", [one for one in WEEKS if one])
@pytest.mark.parametrize("weekday", range(5))
@pytest.mark.parametrize("hour", [7, 15])
def test_in_rounds_of_any_length_who_says_nothing_is_found_out_in_time(
    weeks: int, weekday: int, hour: int
) -> None:
    began = windows.next_open(datetime(2026, 9, 7 + weekday, hour, 35, tzinfo=UTC), TERM)
    half, ends = (
        plans.at(began.date() + timedelta(days=days), plans.AFTERNOON, TERM)
        for days in (weeks * 7 // 2, weeks * 7 - 1)
    )
    found, last = times(began, half, ends, TERM), ends - worth_it(half, ends)
    assert found.nudge is not None
    assert found.nudge > half
    assert silent_from(found.nudge, TERM) < last
    assert can_rest(found.nudge, last, TERM)
    assert not can_rest(last, last, TERM)
    assert last < ends


def test_in_long_rounds_a_week_is_the_share() -> None:
    assert worth_it(BEGAN, BEGAN + timedelta(weeks=6)) == timedelta(weeks=1)
    assert worth_it(BEGAN, BEGAN + timedelta(weeks=1)) < timedelta(days=2)


def test_in_the_holidays_nobody_is_asked() -> None:
    ends = datetime(2027, 1, 15, 15, 30, tzinfo=UTC)
    found = times(BEGAN, datetime(2026, 12, 21, 15, 30, tzinfo=UTC), ends, HOLIDAYS)
    assert found.half == datetime(2027, 1, 4, 7, tzinfo=UTC)
    assert found.nudge == datetime(2027, 1, 7, 15, 30, tzinfo=UTC)


def test_two_school_days_of_patience_and_no_holiday_counts() -> None:
    nudged = datetime(2026, 12, 17, 15, 30, tzinfo=UTC)
    assert silent_from(nudged, TERM) == datetime(2026, 12, 21, tzinfo=UTC)
    assert silent_from(nudged, HOLIDAYS) == datetime(2027, 1, 4, tzinfo=UTC)


def test_who_came_together_late_is_asked_half_way_of_their_own_time() -> None:
    ends = BEGAN + timedelta(weeks=6)
    late = BEGAN + timedelta(weeks=4)
    found = times(late, BEGAN + timedelta(weeks=3), ends, TERM)
    assert found.half is not None
    assert late < found.half < ends
    assert found.nudge is not None
    last = ends - worth_it(BEGAN + timedelta(weeks=3), ends)
    assert not can_rest(found.nudge, last, TERM), "so nobody is asked for the second time"


def test_after_the_round_nobody_waits_for_who_is_away() -> None:
    ends = BEGAN + timedelta(days=5)
    assert far(BEGAN, ends) == ends
    assert far(BEGAN, ends + timedelta(weeks=9)) == BEGAN + timedelta(weeks=2)
