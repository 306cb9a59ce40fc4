"""Series against another reckoner of time: nothing twice, nothing skipped, 4 pm stays 4 pm."""

# ruff: noqa: DTZ001 -- wall times have no zone
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from whenever import Date, PlainDateTime, SkippedTime, ZonedDateTime

from bot.core import plans, series, when
from bot.core.schooldays import School
from bot.core.series import RULES, Rule

ZONES = (
    "Europe/London", "Europe/Vienna", "Europe/Rome", "Europe/Paris", "Europe/Helsinki",
    "Europe/Dublin", "UTC",
)  # fmt: skip
END = date(2030, 12, 31)
FIRSTS = (
    datetime(2026, 1, 6, 16),  # a Tuesday at 4 pm
    datetime(2026, 1, 4, 1, 30),  # a Sunday night, when clocks change
    datetime(2026, 1, 31, 2, 30),  # the last Saturday of a month, the same
    datetime(2026, 1, 5, 7, 30),  # before school: the evening before is reminded of
    datetime(2026, 1, 29, 18),
)
Size = Callable[[int, int], int]


def by_hand(first: datetime, rule: Rule) -> list[PlainDateTime]:
    """The same series by counting days on a calendar of another library."""
    start = Date(first.year, first.month, first.day)
    end, at = Date(END.year, END.month, END.day), first.time()
    if rule != "monthly":
        step = 7 if rule == "weekly" else 14
        days = [start.add(days=n) for n in range(0, 5 * 366, step)]
    else:
        days = [day for month in months(start) if (day := same_weekday(start, month)) >= start]
    return [
        PlainDateTime(day.year, day.month, day.day, at.hour, at.minute)
        for day in days
        if day <= end
    ]


def months(start: Date) -> list[Date]:
    return [Date(start.year, start.month, 1).add(months=n) for n in range(60)]


def same_weekday(start: Date, month: Date) -> Date:
    """The second Tuesday of a month where `start` is one; the last one instead of a fifth."""
    days = [month.add(days=n) for n in range(31)]
    same = [
        day for day in days if day.month == month.month and day.day_of_week() == start.day_of_week()
    ]
    return same[(start.day - 1) // 7] if start.day <= 28 else same[-1]


def by_another(local: PlainDateTime, zone: str) -> datetime:
    """The instant of a wall time: the first of two, and the end of a gap."""
    try:
        local.assume_tz(zone, disambiguation="raise")
    except SkippedTime:
        before = local.assume_tz(zone, disambiguation="earlier")
        after = before.next_transition()
        assert isinstance(after, ZonedDateTime)
        return after.to_stdlib().astimezone(UTC)
    except ValueError:  # it comes twice
        pass
    return local.assume_tz(zone, disambiguation="earlier").to_stdlib().astimezone(UTC)


@pytest.mark.must_hold("A2", 8)
def test_ten_thousand_meetings_are_where_another_reckoner_has_them(
    size: Size, figure: Callable[[str], None]
) -> None:
    count = changes = 0
    for zone, rule, first in product(ZONES, RULES, FIRSTS[: size(len(FIRSTS), 2)]):
        times = series.wall_times(first, rule, END)
        expected = by_hand(first, rule)
        assert [PlainDateTime(t.isoformat()) for t in times] == expected
        instants = [when.instant(local, zone) for local in times]
        assert instants == [by_another(local, zone) for local in expected]
        assert instants == sorted(set(instants))
        for local, at in zip(times, instants, strict=True):
            shown = at.astimezone(ZoneInfo(zone))
            moved = shown.replace(tzinfo=None) - local
            changes += bool(moved)
            assert timedelta(0) <= moved <= timedelta(hours=1)
        count += len(times)
    assert count >= size(10_000, 1_000)
    figure(f"{count} meetings in {len(ZONES)} zones, {changes} of them in a gap of the clocks")


@pytest.mark.must_hold("A2", 8)
@pytest.mark.parametrize("zone", ZONES)
def test_four_pm_stays_four_pm_and_seven_stays_seven(zone: str) -> None:
    there = ZoneInfo(zone)
    for local in series.wall_times(FIRSTS[0], "weekly", END):
        school = School(zone)
        starts = when.instant(local, zone).astimezone(there)
        assert starts.replace(tzinfo=None) == local
        assert starts.time() == time(16)
        today = plans.today(local, school).astimezone(there).replace(tzinfo=None)
        assert today == local.replace(hour=7)
        invited = plans.invitation(local, school).astimezone(there).replace(tzinfo=None)
        assert invited == local.replace(hour=7) - timedelta(weeks=2)


def test_what_is_early_is_reminded_of_the_evening_before() -> None:
    due = plans.today(datetime(2026, 12, 1, 7, 30), School("Europe/London"))
    assert due == datetime(2026, 11, 30, 18, tzinfo=UTC)
