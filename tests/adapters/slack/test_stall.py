"""The database stalls and Slack is slow: everything is acknowledged in time, and ends in a word."""

from collections import defaultdict
from collections.abc import Callable

import pytest

from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Actor, Room, Seen
from tests.adapters.slack.tiny import moment
from tests.adapters.stall import BUSY, Size, act_meanwhile, announce, in_time, opened, sizes
from tests.plugins.patience import REAL, wait

WAITING = "# One moment\n"
ELSEWHERE = "# Your answer\n"


@pytest.mark.must_hold("A2", 5)
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("patient")  # until it begins
async def test_nobody_waits_for_a_word_longer_than_a_second_on_slack(
    sqlite_url: str, size: Size, figure: Callable[[str], None]
) -> None:
    count, stall, slow = sizes(size)
    people = [Actor(f"P{i}", f"U1{i:03}", admin=True) for i in range(count)]
    rooms = [Room("northshire", "C1", ("Ana", *(one.name for one in people)))]
    rooms += [Room(f"school-{i}", f"C3{i:03}", (f"P{i}",)) for i in range(2, count, 3)]
    with opened(sqlite_url) as (house, pool):
        async with (
            loopback((Actor("Ana", "U0ANA", admin=True), *people), rooms) as slack,
            staged(slack, house, pool, moment) as (app, stage),
        ):
            await announce(stage, house, app.chat, people)
            wait(*REAL)
            slack.waits.clear()
            slack.slow_by = slow
            early, late = await act_meanwhile(stage, people, sqlite_url, stall)
    # Nobody reads of what is not yet saved.
    assert all(one.text.startswith(WAITING) or BUSY in one.text for one in early)
    told = ends(early + late)
    assert {who: len(words) for who, words in told.items()} == {p.name: 1 for p in people}
    assert len(slack.waits) == count
    in_time("Slack", slack.waits, early + late, size, figure)


def ends(seen: list[Seen]) -> dict[str, list[str]]:
    """What each person was told in the end; a view that says where to look is not yet that."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in seen:
        if one.who and not one.text.startswith((WAITING, ELSEWHERE)):
            told[one.who].append(one.text)
    return told
