"""Every edge of what goes out by itself: what can no longer go in time does not go."""

# ruff: noqa: DTZ001 -- wall times have no zone

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import plans, when, windows
from bot.core.schooldays import School, Span
from bot.store.tables import Term
from tests.meetings.test_reminders import everybody_may_be_written_to
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

Size = Callable[[int, int], int]
Figure = Callable[[str], None]

pytestmark = pytest.mark.must_hold("A4", 5)
ZONES = ("Europe/London", "Europe/Vienna", "Europe/Paris", "Europe/Rome", "Europe/Helsinki")
LONDON = School("Europe/London")


def due(local: datetime, told: datetime, school: School = LONDON) -> dict[str, str]:
    """What goes out for a meeting at this wall time that is announced then, by the local clock."""
    there = ZoneInfo(school.zone)
    return {
        plan.name: plan.due.astimezone(there).strftime("%a %d %b %H:%M")
        for plan in plans.standard(local, school, told)
    }


MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "goes"),
    [
        pytest.param(datetime(2026, 11, 23, 11), {}, id="in an hour"),
        pytest.param(datetime(2026, 11, 23, 16), {}, id="today"),
        pytest.param(datetime(2026, 11, 24, 16), {
            "agenda": "Mon 23 Nov 15:30", "today": "Tue 24 Nov 07:00",
        }, id="tomorrow"),
        pytest.param(datetime(2026, 11, 24, 7, 30), {
            "agenda": "Mon 23 Nov 15:30", "today": "Mon 23 Nov 18:00",
        }, id="early tomorrow"),
        pytest.param(datetime(2026, 11, 25, 0, 0), {
            "agenda": "Mon 23 Nov 15:30", "today": "Tue 24 Nov 18:00",
        }, id="at midnight"),
        pytest.param(datetime(2026, 11, 28, 10), {
            "agenda": "Mon 23 Nov 15:30", "unanswered": "Wed 25 Nov 15:30",
            "today": "Fri 27 Nov 18:00",
        }, id="at a weekend"),
        pytest.param(datetime(2026, 12, 8, 16), {
            "agenda": "Tue 01 Dec 15:30", "unanswered": "Fri 04 Dec 15:30",
            "today": "Tue 08 Dec 07:00",
        }, id="in a fortnight"),
    ],
)  # fmt: skip
def test_what_goes_out(local: datetime, goes: dict[str, str]) -> None:
    assert due(local, MONDAY) == goes


def test_what_was_due_before_anybody_knew_of_the_meeting_is_in_nobodys_plan() -> None:
    told = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert due(datetime(2026, 11, 24, 16), told) == {}


CHRISTMAS = Span("Christmas", date(2026, 12, 19), date(2027, 1, 3))
WITH_HOLIDAYS = School("Europe/London", holidays=(CHRISTMAS,))


@pytest.mark.parametrize(
    ("local", "goes"),
    [
        pytest.param(datetime(2026, 12, 29, 16), {
            "agenda": "Fri 18 Dec 15:30", "unanswered": "Fri 18 Dec 15:30",
            "today": "Fri 18 Dec 18:00",
        }, id="in a holiday"),
        pytest.param(datetime(2027, 1, 4, 16), {
            "agenda": "Fri 18 Dec 15:30", "unanswered": "Fri 18 Dec 15:30",
            "today": "Mon 04 Jan 07:00",
        }, id="the day after a holiday"),
        pytest.param(datetime(2027, 1, 12, 16), {
            "agenda": "Tue 05 Jan 15:30", "unanswered": "Fri 08 Jan 15:30",
            "today": "Tue 12 Jan 07:00",
        }, id="with a holiday between"),
    ],
)  # fmt: skip
def test_in_holidays_nobody_hears_a_word(local: datetime, goes: dict[str, str]) -> None:
    assert due(local, MONDAY, WITH_HOLIDAYS) == goes


@pytest.mark.parametrize(
    ("local", "told"),
    [
        (datetime(2026, 10, 27, 16), datetime(2026, 9, 28, 9, tzinfo=UTC)),
        (datetime(2027, 3, 30, 16), datetime(2027, 3, 1, 9, tzinfo=UTC)),
    ],
)
def test_across_a_change_of_the_clocks_the_wall_time_stays(local: datetime, told: datetime) -> None:
    clocks = {name: said.rpartition(" ")[2] for name, said in due(local, told).items()}
    assert clocks == {"agenda": "15:30", "unanswered": "15:30", "today": "07:00"}


SPANS = st.builds(
    lambda first, days: Span("Holiday", first, first + timedelta(days=days)),
    st.dates(date(2026, 9, 1), date(2027, 8, 1)),
    st.integers(0, 45),
)


@given(
    zone=st.sampled_from(ZONES),
    holidays=st.lists(SPANS, max_size=4),
    told=st.datetimes(datetime(2026, 9, 1), datetime(2027, 7, 1)),
    ahead=st.timedeltas(timedelta(minutes=5), timedelta(days=60)),
)
@settings(max_examples=1500, deadline=None)
def test_whatever_is_planned_is_in_time_and_at_a_good_time(
    zone: str, holidays: list[Span], told: datetime, ahead: timedelta
) -> None:
    school = School(zone, holidays=tuple(holidays))
    at = told.replace(tzinfo=UTC)
    local = (at + ahead).astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)
    starts = when.instant(local, zone)
    found = plans.standard(local, school, at)
    assert len({plan.name for plan in found}) == len(found)
    for plan in found:
        assert windows.is_open(plan.due, school)
        assert at < plan.due < plan.expires == starts
        if plan.name == plans.UNANSWERED:
            assert plan.due >= at + plans.QUIET


def test_a_holiday_without_end_stops_nothing_for_ever() -> None:
    school = School("Europe/London", holidays=(Span("x", date(2020, 1, 1), date(2040, 1, 1)),))
    told = windows.next_open(MONDAY, school)
    assert told.weekday() < 5
    assert windows.is_open(told, LONDON)


async def plan(room: RoomOfPeople, day: str, at: str, title: str = "Robotics") -> None:
    await room.says(ANA, f"/meeting plan {title}, {day} {at}, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=2)


async def test_a_meeting_in_an_hour_is_announced_and_nobody_is_reminded(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    await room.passes(hours=11)
    await plan(room, "24.11.2026", "11:00")
    await room.presses(BEN, "Yes")
    seen = await room.passes(days=3)
    told = [one.text.splitlines()[1] for one in seen if one.kind == "post" and one.who == BEN]
    assert [text.partition("?")[0] for text in told] == ["Were you there"]


async def test_two_in_a_day_are_told_of_in_one_message(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    for title, at in (("Robotics", "13:00"), ("Governors", "17:00")):
        await plan(room, "26.11.2026", at, title)
        await room.presses(BEN, "Yes")
        await room.passes(seconds=2)
    seen = await room.passes(days=3)
    mine = [one.text for one in seen if one.who == BEN]
    assert [text.splitlines()[0] for text in mine] == ["# Coming up"]


async def test_in_the_holidays_nobody_is_written_to(room: RoomOfPeople) -> None:
    await everybody_may_be_written_to(room)
    with room.store.write() as db:
        days = date(2026, 11, 28), date(2026, 12, 6)
        db.add(Term(network_id=1, kind="holiday", name="Snow", first=days[0], last=days[1]))
    await plan(room, "3.12.2026", "16:00")
    await room.presses(BEN, "Yes")
    seen = await room.passes(days=14)
    told = [(one.who, one.text.splitlines()[1]) for one in seen if one.kind == "post" and one.who]
    assert sorted((who, text.partition(". ")[0]) for who, text in told) == [
        (ANA, "Who was there? Nobody has said it yet."),
        (ANA, "Will you come? One click is enough."),
        (BEN, "See you soon!"),
        (
            BEN,
            "Were you there? People who were there, and the coordinators, see it with your name.",
        ),
        (CLEO, "Will you come? One click is enough."),
    ]


def test_the_windows_are_those_of_the_domain(figure: Figure) -> None:
    day = datetime.combine(date(2026, 11, 24), time())
    minutes = [day + timedelta(minutes=n) for n in range(24 * 60)]
    open_at = [
        local.time()
        for local in minutes
        if windows.is_open(when.instant(local, "Europe/London"), LONDON)
    ]
    assert (open_at[0], open_at[74], open_at[75], open_at[-1]) == (
        time(7), time(8, 14), time(15, 30), time(18, 29),
    )  # fmt: skip
    figure("10 edges by name, 1,500 meetings by chance in five zones")
