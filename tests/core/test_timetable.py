"""The parts of an agenda: nothing is lost, nothing overlaps, lengths are read as people type."""

# ruff: noqa: DTZ001 -- bounds of instants

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import timetable

ZONES = ("Europe/London", "Europe/Helsinki", "Europe/Rome")
LENGTHS = st.lists(st.integers(1, timetable.MOST), max_size=30)
STARTS = st.datetimes(
    datetime(2026, 1, 1),
    datetime(2030, 1, 1),
    timezones=st.just(UTC),
)
ORDERS = st.lists(st.integers(1, 99), unique=True, max_size=12)


@given(STARTS, st.sampled_from(ZONES), LENGTHS)
def test_each_begins_when_the_one_before_ends(
    start: datetime, zone: str, minutes: list[int]
) -> None:
    times = timetable.times(start, zone, minutes)

    assert len(times) == len(minutes) + 1
    instants = [at.astimezone(UTC) for at in times]
    assert instants[0] == start
    gaps = [later - earlier for earlier, later in pairwise(instants)]
    assert gaps == [timedelta(minutes=length) for length in minutes]
    assert instants[-1] - start == timedelta(minutes=sum(minutes))


def test_times_are_those_of_the_clocks_also_when_these_change() -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 1:30 in London, half an hour before
    times = timetable.times(start, "Europe/London", [20, 40])

    assert [f"{at:%H:%M}" for at in times] == ["01:30", "01:50", "01:30"]


@given(ORDERS, st.integers(1, 99), st.sampled_from((-1, 1)))
def test_a_move_loses_nothing_and_keeps_the_order_of_the_rest(
    order: list[int], item: int, by: int
) -> None:
    moved = timetable.moved(order, item, by)

    assert sorted(moved) == sorted(order)
    assert [one for one in moved if one != item] == [one for one in order if one != item]
    if item in order:
        last = len(order) - 1
        assert moved.index(item) == min(max(order.index(item) + by, 0), last)


@given(ORDERS.filter(lambda order: len(order) > 2))
def test_up_and_then_down_is_as_it_was(order: list[int]) -> None:
    item = order[1]

    assert timetable.moved(timetable.moved(order, item, -1), item, 1) == order


@given(st.lists(st.tuples(st.sampled_from(timetable.KINDS), st.integers(1, 180))))
def test_the_share_is_of_all_minutes(items: list[tuple[str, int]]) -> None:
    share = timetable.share(items)

    if share is None:
        assert items == []
        return
    talked = sum(minutes for kind, minutes in items if kind in ("presentation", "notices"))
    whole = sum(minutes for _, minutes in items)
    assert share == (whole - talked) * 100 // whole


def test_just_below_half_is_below_half() -> None:
    assert timetable.share([("hands-on", 499), ("presentation", 501)]) == 49
    assert timetable.share([("hands-on", 90), ("presentation", 90)]) == 50


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("20", 20), (" 20 ", 20), ("90 mins", 90), ("20min.", 20), ("1 h", 60), ("1 h 30", 90),
        ("1h30min", 90), ("1.5 hours", 90), ("2,5 Std.", 150), ("20 Minuten", 20),
        ("45 minuti", 45), ("1 ora", 60), ("30 minuuttia", 30), ("1 tunti", 60), ("15'", 15),
        ("1 heure", 60), ("0", 0), ("9999", 9999),
        ("twenty", None), ("-5", None), ("5.5", None), ("1:30", None), ("", None),
        ("20 robots", None), ("10-15", None), ("99999", None),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_type_it(typed: str, minutes: int | None) -> None:
    assert timetable.read_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("line", "what", "minutes"),
    [
        ("Sharing robots, 20 min", "Sharing robots", "20"),
        ("Sharing robots 20 mins", "Sharing robots", "20"),
        ("Sharing robots (20 min)", "Sharing robots", "20"),
        ("Robots, 20", "Robots", "20"),
        ("Robots, rockets, 1 h", "Robots, rockets", "60"),
        ("Robots, 1,5 h", "Robots", "90"),
        ("Robots, 200 min", "Robots", "200"),
        ("Plans for 2026, 2027", "Plans for 2026, 2027", ""),
        ("Top 10", "Top 10", ""),
        ("Level 3, part 2", "Level 3, part 2", ""),
        ("Area of 5 m", "Area of 5 m", ""),
        ("20 min", "20 min", ""),
        (", 20", ", 20", ""),
        ("", "", ""),
    ],
)
def test_a_line_is_what_it_is_and_perhaps_how_long(line: str, what: str, minutes: str) -> None:
    assert timetable.typed(line) == (what, minutes)


@given(st.text(max_size=300))
def test_nothing_that_is_typed_is_lost(line: str) -> None:
    what, minutes = timetable.typed(line)

    assert what in line
    assert minutes or what == line
