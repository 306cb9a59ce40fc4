"""Clocks that are set while the house runs, and a machine that slept: nothing twice, nothing
skipped.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat import Pace
from bot.scheduler.clock import Clock
from bot.scheduler.jobs import Job
from bot.store import clocks
from tests.plugins.room import ANA, BEN, RoomOfPeople
from tests.scheduler.post_office import NOON, House, Recorder, house

pytestmark = pytest.mark.must_hold("A2", 8)
HOUR = timedelta(hours=1)
SLOW = Pace(post_gap=0.05, edit_gap=0.05, per_second=1000)


class Wall:
    """A clock on the wall that goes, and that somebody sets."""

    def __init__(self) -> None:
        self._off = NOON - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._off

    def jump(self, by: timedelta) -> None:
        self._off += by


@asynccontextmanager
async def running(url: str) -> AsyncIterator[tuple[House, Wall, Recorder, Clock]]:
    """A house by a clock that can be set; it looks about more often than it has to."""
    wall = Wall()
    with house(url, SLOW) as it:
        chat = Recorder(wall.now, SLOW)

        def set_right(at: datetime) -> None:
            with it.store.write() as db:
                clocks.set_right(db, at)
            clock.wake()

        sweep = Job("sweep", timedelta(milliseconds=500), set_right)
        clock = Clock(it.another(chat), [sweep])
        clock.start()
        try:
            yield it, wall, chat, clock
        finally:
            await clock.stop(5)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 -- nobody says when a row has settled
            await asyncio.sleep(0)


async def test_a_clock_put_on_sends_what_is_then_due_once(sqlite_url: str) -> None:
    async with running(sqlite_url) as (it, wall, chat, _):
        it.plan("first")
        for number in range(10):
            it.plan(f"{number}", due=600 + number)
        it.plan("later", due=2 * 3600)
        await until(lambda: chat.said() == ["first"])
        wall.jump(HOUR)
        await until(lambda: len(chat.arrived) == 11)
        assert chat.said() == ["first", *(f"{number}" for number in range(10))]
        wall.jump(HOUR)
        await until(lambda: len(chat.arrived) == 12)


async def test_a_clock_put_back_says_nothing_twice_and_blocks_no_place(sqlite_url: str) -> None:
    async with running(sqlite_url) as (it, wall, chat, _):
        it.plan("first")
        await until(lambda: chat.said() == ["first"])
        wall.jump(-HOUR)
        it.plan("second", due=-3600)
        # The place was to rest until after noon, which is an hour away again.
        await until(lambda: chat.said() == ["first", "second"])
        wall.jump(HOUR)
        it.plan("third")
        await until(lambda: chat.said() == ["first", "second", "third"])
        await until(lambda: set(it.states().values()) == {"sent"})


@pytest.mark.parametrize("hours", [-1, 1])
async def test_the_reminder_of_the_day_comes_once_whatever_the_clock_does(
    room: RoomOfPeople, hours: int
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    for minutes in (10, 20, 40):  # at 6:10, 6:30 and 7:10 of the day
        await room.clock.advance(room.outbox, datetime(2026, 12, 1, 6, tzinfo=UTC))
        await room.passes(minutes=minutes)
        room.clock.jump(timedelta(hours=hours))
        await room.passes(minutes=5)
    await room.passes(days=1)
    assert sum("See you" in text for text in room.inbox(BEN)) == 1


async def test_a_machine_that_slept_over_it_reminds_late_and_says_so(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.clock.advance(room.outbox, datetime(2026, 12, 1, 6, tzinfo=UTC))
    room.clock.jump(timedelta(hours=2))
    await room.passes(minutes=1)
    [told] = [text for text in room.inbox(BEN) if "See you" in text]
    assert told.splitlines()[1] == (
        "This comes late: it was meant for Tuesday 1 December 2026, 07:00 (London)."
    )


async def test_a_machine_that_woke_in_lesson_time_waits_until_school_is_out(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.clock.advance(room.outbox, datetime(2026, 12, 1, 6, tzinfo=UTC))
    room.clock.jump(timedelta(hours=5))
    await room.passes(hours=4, minutes=29)
    assert [text for text in room.inbox(BEN) if "See you" in text] == []
    await room.passes(minutes=2)
    assert len([text for text in room.inbox(BEN) if "See you today!" in text]) == 1


async def test_a_machine_that_slept_over_the_meeting_says_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.clock.advance(room.outbox, datetime(2026, 12, 1, 6, tzinfo=UTC))
    room.clock.jump(timedelta(hours=11))
    await room.passes(days=1)
    assert [text for text in room.inbox(BEN) if "See you" in text] == []
    assert "did not arrive" in await room.says(ANA, "/network")
