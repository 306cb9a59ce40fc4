"""Days and times in figures, and instants when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import when

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("1/12/2026", date(2026, 12, 1)),
        ("01/12/26", date(2026, 12, 1)),
        ("1. 12. 2026", date(2026, 12, 1)),
        (" 1.12. ", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("23.11.", date(2026, 11, 23)),
        ("22.11.", date(2027, 11, 22)),
        ("29.2.", date(2028, 2, 29)),
    ],
)
def test_days_in_figures(typed: str, meant: date) -> None:
    assert when.read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31.11.2026", "1.13.2026", "30.2.", "2026-13-01", "1"]
)
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(when.Unreadable):
        when.read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:00", time(16)),
        ("16.30", time(16, 30)),
        ("16h", time(16)),
        ("16h15", time(16, 15)),
        ("16 Uhr", time(16)),
        ("klo 16.00", time(16)),
        ("4pm", time(16)),
        ("4 PM", time(16)),
        ("4:15 am", time(4, 15)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("4", time(16)),
        ("7", time(7)),
        ("04:00", time(4)),
    ],
)
def test_times_in_figures(typed: str, meant: time) -> None:
    assert when.read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "noon", "25:00", "16:61", "13pm", "0am"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(when.Unreadable):
        when.read_time(typed)


def test_a_time_that_the_clocks_skip_is_the_first_after_the_gap() -> None:
    skipped = datetime.fromisoformat("2027-03-28T01:30")

    assert when.instant(skipped, "Europe/London") == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first() -> None:
    twice = datetime.fromisoformat("2026-10-25T01:30")

    assert when.instant(twice, "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    local=st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2030-12-31")),
    zone=st.sampled_from(["Europe/London", "Europe/Helsinki", "Australia/Lord_Howe", "UTC"]),
)
def test_four_stays_four(local: datetime, zone: str) -> None:
    shown = when.instant(local, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    assert timedelta() <= shown - local <= timedelta(hours=1)


def test_zones_by_their_city() -> None:
    assert when.zone_named("london") == "Europe/London"
    assert when.zone_named("Europe/Rome") == "Europe/Rome"
    assert when.zone_named(" new york ") == "America/New_York"
    assert when.zone_named("Atlantis") is None
    assert when.zone_like("Helsinky") == "Europe/Helsinki"
