"""The clock that runs, in real time: nobody sleeps here, everybody waits for what is to happen."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.scheduler.clock import Clock, HandClock
from bot.scheduler.jobs import Job
from bot.scheduler.outbox import Outbox
from bot.store.db import Store
from tests.scheduler.post_office import NOON, House, Recorder, draw, house


def right_now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def running(it: House, *jobs: Job) -> AsyncIterator[tuple[Clock, Recorder]]:
    """The house by the real clock, in which noon of its plans is long over."""
    chat = Recorder(right_now, it.chat.pace, it.chat.abilities)
    clock = Clock(it.another(chat), jobs)
    clock.start()
    try:
        yield clock, chat
    finally:
        await clock.stop(5)


async def arrival(chat: Recorder, count: int) -> None:
    async with asyncio.timeout(20):
        while len(chat.arrived) < count:
            chat.began.clear()
            await chat.began.wait()
            await asyncio.sleep(0)


async def test_what_became_due_while_the_house_was_down_goes_out_at_once(
    database_url: str,
) -> None:
    with house(database_url) as it:
        seconds = (right_now() - NOON).total_seconds()
        for number in range(5):
            it.plan(f"{number}", due=seconds - 60)
        async with running(it) as (_, chat):
            await arrival(chat, 5)
            assert chat.said() == ["0", "1", "2", "3", "4"]


async def test_a_thread_that_has_committed_wakes_the_clock(
    database_url: str,
) -> None:
    with house(database_url) as it:
        async with running(it) as (clock, chat):
            started = asyncio.get_running_loop().time()

            def commit() -> None:
                it.plan("now", due=(right_now() - NOON).total_seconds())
                for _ in range(100):
                    clock.wake()

            await asyncio.to_thread(commit)
            await arrival(chat, 1)
            assert asyncio.get_running_loop().time() - started < 5


async def test_the_clock_wakes_by_itself_when_something_is_due(database_url: str) -> None:
    with house(database_url) as it:
        due = (right_now() - NOON).total_seconds() + 0.5
        it.plan("soon", due=due)
        async with running(it) as (_, chat):
            await arrival(chat, 1)
            late = chat.timed()[0][0] - due
            assert 0 <= late < 2


async def test_stopping_lets_what_is_under_way_end_and_begins_nothing_new(
    database_url: str,
) -> None:
    with house(database_url) as it:
        it.plan("a", due=(right_now() - NOON).total_seconds() - 1)
        it.plan("b", due=(right_now() - NOON).total_seconds() - 1)
        async with running(it) as (clock, chat):
            gate = chat.gates["a"] = asyncio.Event()
            await chat.began.wait()
            stopping = asyncio.create_task(clock.stop(20))
            asyncio.get_running_loop().call_later(0.2, gate.set)
            assert await stopping == 0
            assert it.states() == {"a": "sent", "b": "waiting"}
            clock.wake()


async def test_stopping_does_not_wait_for_ever(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("a", due=(right_now() - NOON).total_seconds() - 1)
        async with running(it) as (clock, chat):
            gate = chat.gates["a"] = asyncio.Event()
            await chat.began.wait()
            assert await clock.stop(0.1) == 1
            assert it.states() == {"a": "sending"}
            gate.set()


async def test_a_clock_that_never_started_stops(sqlite_url: str) -> None:
    with house(sqlite_url) as it:
        clock = Clock(it.outbox)
        clock.wake()
        assert await clock.stop(1) == 0


async def test_jobs_are_done_from_the_start_on_and_one_that_fails_stops_nothing(
    sqlite_url: str,
) -> None:
    with house(sqlite_url) as it:
        done = {"fails": 0, "works": 0}
        twice = threading.Event()

        def act(name: str) -> None:
            done[name] += 1
            if min(done.values()) > 1:
                twice.set()
            if name == "fails":
                raise ZeroDivisionError

        often = timedelta(milliseconds=50)
        jobs = (
            Job("fails", often, lambda _: act("fails")),
            Job("works", often, lambda _: act("works")),
        )
        async with running(it, *jobs):
            assert await asyncio.to_thread(twice.wait, 20)


async def test_the_clock_outlives_a_database_that_is_away(sqlite_url: str) -> None:
    with house(sqlite_url) as it:
        asked: list[datetime] = []
        loop, failed = asyncio.get_running_loop(), asyncio.Event()

        def now() -> datetime:
            asked.append(right_now())
            if len(asked) > 1:
                loop.call_soon_threadsafe(failed.set)
            return asked[-1]

        it.plan("a", due=(right_now() - NOON).total_seconds() - 1)
        with it.store.write() as db:
            db.connection().exec_driver_sql("ALTER TABLE lane RENAME TO gone")
        chat = Recorder(now)
        clock = Clock(it.another(chat))
        clock.start()
        await failed.wait()
        with it.store.write() as db:
            db.connection().exec_driver_sql("ALTER TABLE gone RENAME TO lane")
        clock.wake()
        await arrival(chat, 1)
        await clock.stop(5)


async def test_it_says_when_the_database_is_away_and_when_it_is_back(sqlite_url: str) -> None:
    with house(sqlite_url) as it:
        often = timedelta(milliseconds=50)
        jobs = [Job("sweep", often, lambda _: touch(it.store))]
        clock = Clock(it.another(Recorder(right_now)), jobs, still=1.0)
        assert clock.state() == {"clock": False, "database": False}
        clock.start()
        try:
            await told(clock, {"clock": True, "database": True})
            rename(it.store, "lane", "gone")
            await told(clock, {"clock": True, "database": False})
            rename(it.store, "gone", "lane")
            await told(clock, {"clock": True, "database": True})
        finally:
            await clock.stop(5)
        await told(clock, {"clock": False, "database": False}, wake=False)


def touch(store: Store) -> None:
    with store.write() as db:
        db.connection().exec_driver_sql("UPDATE lane SET owner = ''")


def rename(store: Store, old: str, new: str) -> None:
    with store.write() as db:
        db.connection().exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")


async def told(clock: Clock, state: dict[str, bool], *, wake: bool = True) -> None:
    """Return once the clock says so of itself."""
    async with asyncio.timeout(20):
        while clock.state() != state:
            if wake:
                clock.wake()
            await asyncio.sleep(0)


async def test_a_hand_clock_refuses_to_stand_still(sqlite_url: str) -> None:
    with house(sqlite_url) as it:
        clock = HandClock(NOON)
        slow = Outbox(it.store, {"test": it.chat}, draw, now=lambda: NOON, rng=it.rng)
        it.plan("a", due=5)
        with pytest.raises(RuntimeError, match="does not leave"):
            await clock.advance(slow, NOON + timedelta(seconds=10))
