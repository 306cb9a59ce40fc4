"""The parts of an agenda: nothing is lost, the order is kept, and the times add up."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import timetable

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
minutes = st.lists(st.integers(1, timetable.MOST), max_size=30)
starts = st.integers(0, 2_000_000).map(lambda n: BEGIN + timedelta(minutes=n))
zones = st.sampled_from(["Europe/London", "Europe/Helsinki", "Europe/Zurich", "UTC"])


@given(st.lists(st.integers(), unique=True, min_size=1), st.data(), st.integers(-3, 3))
def test_moving_loses_no_item_and_keeps_the_order_of_the_others(
    order: list[int], data: st.DataObject, by: int
) -> None:
    item = data.draw(st.sampled_from(order))
    moved = timetable.moved(order, item, by)

    assert sorted(moved) == sorted(order)
    assert [one for one in moved if one != item] == [one for one in order if one != item]
    wanted = order.index(item) + by
    assert moved.index(item) == min(max(wanted, 0), len(order) - 1)


@given(st.lists(st.integers(0, 9), unique=True))
def test_what_is_not_there_moves_nothing(order: list[int]) -> None:
    assert timetable.moved(order, 10, 1) == order


@given(starts, zones, minutes)
def test_running_times_add_up_whatever_the_clocks_do(
    at: datetime, zone: str, lengths: list[int]
) -> None:
    assert zone in available_timezones()
    found = timetable.times(at, zone, lengths)

    assert len(found) == len(lengths) + 1
    instants = [moment.astimezone(UTC) for moment in found]
    assert instants[0] == at
    gaps = [later - earlier for earlier, later in pairwise(instants)]
    assert gaps == [timedelta(minutes=length) for length in lengths]


@given(st.lists(st.tuples(st.sampled_from(timetable.KINDS), st.integers(1, 180)), max_size=20))
def test_the_share_is_that_of_the_minutes_in_which_people_do_something(
    items: list[tuple[str, int]],
) -> None:
    whole = sum(length for _, length in items)
    active = sum(length for kind, length in items if kind not in ("presentation", "notices"))

    assert timetable.share(items) == (active * 100 // whole if items else None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("20", 20),
        (" 20 Min. ", 20),
        ("90 minutes", 90),
        ("15'", 15),
        ("1 h", 60),
        ("1h30", 90),
        ("1 Stunde 15", 75),
        ("1,5 Std.", 90),
        ("1.5 hours", 90),
        ("2 ore", 120),
        ("1 tunti 5", 65),
        ("2 tuntia", 120),
        ("0", 0),
        ("1.3", None),
        ("a while", None),
        ("-5", None),
        ("", None),
        ("99999", None),
    ],
)
def test_minutes_as_people_write_them(text: str, read: int | None) -> None:
    assert timetable.read_minutes(text) == read


@pytest.mark.parametrize(
    ("line", "what", "length"),
    [
        ("Sharing robots, 20 min", "Sharing robots", "20"),
        ("Sharing robots, 20", "Sharing robots", "20"),
        ("Sharing robots 20 min", "Sharing robots", "20"),
        ("Sharing robots (20 mins)", "Sharing robots", "20"),
        ("Robots, cakes, 1 h", "Robots, cakes", "60"),
        ("Robots, 1,5 h", "Robots", "90"),
        ("Robots, 200 min", "Robots", "200"),
        ("Plans for 2026, 2027", "Plans for 2026, 2027", ""),
        ("Robots, and cakes", "Robots, and cakes", ""),
        ("20 min", "20 min", ""),
        (", 20", ", 20", ""),
        ("", "", ""),
    ],
)
def test_a_line_says_what_it_is_and_how_long_it_takes(line: str, what: str, length: str) -> None:
    assert timetable.typed(line) == (what, length)


@given(st.text(max_size=200))
def test_any_line_can_be_read(line: str) -> None:
    what, length = timetable.typed(line)
    assert what in line
    assert not length or length.isdigit()
