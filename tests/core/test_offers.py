"""Until when a freed seat is kept, and when that is told: by the clock of the network."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import offers, windows
from bot.core.schooldays import School, Span

LONDON = ZoneInfo("Europe/London")
SCHOOL = School(
    "Europe/London", holidays=(Span("Christmas", date(2026, 12, 21), date(2027, 1, 1)),)
)


def at(text: str) -> datetime:
    """An instant in London, as in "1 16:00": the day of December 2026, and the time."""
    day, _, clock = text.partition(" ")
    return datetime.strptime(f"2026-12-{int(day):02} {clock}", "%Y-%m-%d %H:%M").replace(
        tzinfo=LONDON
    )


@pytest.mark.parametrize(
    ("freed", "meeting", "told", "until"),
    [
        ("1 7:30", "10 16:00", "1 07:30", "2 08:00"),  # in a window; the deadline not before eight
        ("1 10:00", "10 16:00", "1 15:30", "2 15:30"),  # in lesson time: after school
        ("4 19:00", "10 16:00", "7 07:00", "8 08:00"),  # Friday evening: Monday morning
        ("18 19:00", "20 16:00", "18 19:00", "19 18:00"),  # no window before: at once
        ("9 16:00", "10 16:00", "9 16:00", "10 15:00"),  # never later than an hour before
        ("9 23:00", "10 16:00", "10 07:00", "10 15:00"),  # not at night
        ("10 9:00", "10 16:00", "10 09:00", "10 15:00"),  # the next window is too late: at once
        ("9 20:00", "10 08:30", "9 20:00", None),  # nobody answers at night: no time to ask
        ("9 18:30", "10 08:30", "9 18:30", "9 20:00"),  # an early meeting: by the evening before
        ("10 13:59", "10 16:00", "10 13:59", "10 15:00"),  # two hours before
        ("10 14:01", "10 16:00", "10 14:01", None),  # less than that
        ("18 17:00", "23 10:00", "18 17:00", "19 17:00"),  # a meeting in the holidays
    ],
)
def test_when_it_is_told_and_until_when_it_is_kept(
    freed: str, meeting: str, told: str, until: str | None
) -> None:
    offer = offers.plan(at(freed), at(meeting), SCHOOL)

    expected = offers.Offer(at(told), at(until)) if until else None
    assert offer == expected


@pytest.mark.parametrize(
    ("at_", "meeting", "told"),
    [
        ("1 10:00", "10 16:00", "1 15:30"),
        ("10 14:30", "10 16:00", "10 14:30"),
        ("9 23:00", "10 8:00", "10 07:00"),
    ],
)
def test_when_somebody_is_told_who_has_a_place(at_: str, meeting: str, told: str) -> None:
    assert offers.news(at(at_), at(meeting), SCHOOL) == at(told)


def test_a_moved_meeting_leaves_less_time() -> None:
    assert offers.last_answer(at("9 15:00"), at("9 12:00"), "Europe/London") == at("9 11:00")
    assert offers.last_answer(at("9 15:00"), at("12 12:00"), "Europe/London") == at("9 15:00")


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1)),  # noqa: DTZ001 -- made aware below
    st.floats(0, 30 * 24),
    st.booleans(),
)
def test_every_offer_is_fair(freed: datetime, hours: float, holiday: bool) -> None:
    now = freed.replace(tzinfo=ZoneInfo("Europe/Vienna"))
    holidays = (Span("long", freed.date(), freed.date() + timedelta(days=40)),) if holiday else ()
    school = School("Europe/Vienna", holidays=holidays)
    meeting = now.astimezone(ZoneInfo("UTC")) + timedelta(hours=hours)
    offer = offers.plan(now, meeting, school)
    if offer is None:
        return
    told = offer.send.astimezone(ZoneInfo("Europe/Vienna")).time()
    until = offer.until.astimezone(ZoneInfo("Europe/Vienna")).time()
    assert now <= offer.send
    assert offer.until <= meeting - timedelta(hours=1)
    assert offer.until - offer.send >= timedelta(hours=1)
    assert offers.FIRST <= until <= offers.LAST
    assert offers.UP <= told < offers.QUIET
    # Outside the windows goes only what leaves less than a day (DOMAIN.md).
    assert windows.is_open(offer.send, school) or offer.until - offer.send < timedelta(days=1)
