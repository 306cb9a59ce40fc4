"""Several processes share one outbox; some of them die, or sleep."""

import asyncio
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

from sqlmodel import col, select

from bot.chat import Pace, Person, Place
from bot.scheduler import outcomes, turns
from bot.scheduler.endings import Done
from bot.scheduler.outbox import Outbox
from bot.store import lanes
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Lane
from bot.ui import Message
from tests.scheduler.post_office import NOON, Recorder, after, draw, house

Size = Callable[[int, int], int]
SLOW = Pace(post_gap=1, edit_gap=3, per_second=1000)


async def test_a_message_left_half_way_by_a_dead_process(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("a")
        it.plan("b")
        with it.store.write() as db:
            claimed = lanes.claim(db, "test", limit=9, owner="dead", now=NOON, until=after(60))
        with it.store.write() as db:
            turns.begin(db, claimed, owner="dead", until=after(60), chat=it.chat, now=NOON)
        assert it.states() == {"a": "sending", "b": "waiting"}
        await it.until(59)
        assert it.chat.said() == []
        await it.until(60)
        assert it.chat.timed() == [(60, "b")]
        assert it.states() == {"a": "unconfirmed", "b": "sent"}


async def test_a_process_that_slept_through_its_lease_writes_nothing(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("a")
        it.chat.gates["a"] = asyncio.Event()
        zombie = asyncio.create_task(it.outbox.drain())
        await it.chat.began.wait()
        other = Recorder(it.clock.now)
        await it.clock.advance(it.another(other), after(90))
        it.plan("b", due=95)
        before = it.row(row)
        assert before.state == "unconfirmed"
        it.chat.gates["a"].set()
        await zombie
        assert it.row(row) == before
        with it.store.read() as db:
            lane = db.one_value(select(Lane).where(col(Lane.target) == "staffroom"))
        assert (lane.owner, lane.next_at) == ("", after(95))


async def test_a_late_beginning_finds_its_lanes_gone(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("a")
        with it.store.write() as db:
            claimed = lanes.claim(db, "test", limit=9, owner="late", now=NOON, until=after(60))
        await it.until(60)
        with it.store.write() as db:
            begun = turns.begin(
                db, claimed, owner="late", until=after(60), chat=it.chat, now=after(61)
            )
        assert begun == turns.Begun()
        assert it.chat.said() == ["a"]


async def test_a_person_erased_while_their_message_is_under_way(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("a")
        with it.store.write() as db:
            claimed = lanes.claim(db, "test", limit=9, owner="me", now=NOON, until=after(60))
        with it.store.write() as db:
            begun = turns.begin(db, claimed, owner="me", until=after(60), chat=it.chat, now=NOON)
        with it.store.write() as db:
            gone = db.get(Delivery, row)
            assert gone
            db.delete(gone)
        with it.store.write() as db:
            outcomes.settle(
                db, [(begun.turns[0], Done("ref"))], chat=it.chat, now=NOON, rng=Random(1)
            )
        assert it.states() == {}
        assert await it.outbox.drain() is None


async def test_several_processes_deliver_each_message_once(database_url: str, size: Size) -> None:
    count = size(1000, 200)
    with house(database_url) as it:
        it.plan_many(count, lambda number: Place("test", "school", f"{number % 40}"))
        others = [Store(database_url) for _ in range(3)]
        await asyncio.gather(
            it.outbox.drain(), *(it.another(it.chat, store).drain() for store in others)
        )
        await it.outbox.drain()
        for store in others:
            store.close()
        assert sorted(it.chat.said(), key=int) == [str(number) for number in range(count)]
        for lane in {one.to for one in it.chat.arrived}:
            told = [int(one.text) for one in it.chat.arrived if one.to == lane]
            assert told == sorted(told)


WORK = """
import asyncio, sys
from pathlib import Path
from random import Random
from bot.scheduler.outbox import Outbox
from bot.store.db import Db, Store
from tests.scheduler.post_office import NOON, Recorder, draw

store = Store(sys.argv[1])
chat = Recorder(lambda: NOON)
outbox = Outbox(store, {"test": chat}, draw, now=chat.now, rng=Random(1))
sys.stdin.readline()
asyncio.run(outbox.drain())
print("\\n".join(chat.said()))
"""


async def test_two_real_processes_share_one_outbox(database_url: str, size: Size) -> None:
    count = size(1000, 300)
    with house(database_url) as it:
        it.plan_many(count, lambda number: Person("test", "school", f"{number % 60}"))
        workers = [
            await asyncio.create_subprocess_exec(
                sys.executable, "-c", WORK, database_url, cwd=Path(__file__).parents[2],
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            )
            for _ in range(2)
        ]  # fmt: skip
        said = await asyncio.gather(*(worker.communicate(b"go\n") for worker in workers))
        each = [output.decode().split() for output, _ in said]
        assert sorted(map(int, each[0] + each[1])) == list(range(count))
        assert set(it.states().values()) == {"sent"}


async def test_who_slept_through_the_lease_before_sending_does_not_send(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("a")
        at = NOON

        def draw_slowly(db: Db, row: Delivery) -> Message | None:
            nonlocal at
            at = after(61)
            return draw(db, row)

        slow = Outbox(it.store, {"test": it.chat}, draw_slowly, now=lambda: at, rng=it.rng)
        await slow.drain()
        assert it.chat.said() == []
        # It knows that nothing has left, and nobody else has taken the lane.
        assert it.states() == {"a": "waiting"}
        await it.until(120)
        assert it.chat.said() == ["a"]


async def test_what_was_sent_is_written_down_when_the_database_is_back(sqlite_url: str) -> None:
    with house(sqlite_url) as it:
        asked = threading.Event()

        def now() -> datetime:
            asked.set()
            return NOON

        it.plan("a")
        it.chat.gates["a"] = asyncio.Event()
        outbox = Outbox(it.store, {"test": it.chat}, draw, now=now, rng=it.rng)
        draining = asyncio.create_task(outbox.drain())
        await it.chat.began.wait()
        asked.clear()
        with it.store.write() as db:
            db.connection().exec_driver_sql("ALTER TABLE lane RENAME TO gone")
        it.chat.gates["a"].set()
        await asyncio.to_thread(asked.wait)
        with it.store.write() as db:
            db.connection().exec_driver_sql("ALTER TABLE gone RENAME TO lane")
        await draining
        assert it.states() == {"a": "sent"}


async def test_a_late_end_does_not_take_the_lane_from_its_new_owner(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("a")
        with it.store.write() as db:
            claimed = lanes.claim(db, "test", limit=9, owner="old", now=NOON, until=after(60))
        with it.store.write() as db:
            begun = turns.begin(db, claimed, owner="old", until=after(60), chat=it.chat, now=NOON)
        with it.store.write() as db:
            lanes.claim(db, "test", limit=9, owner="new", now=after(60), until=after(120))
        with it.store.write() as db:
            outcomes.settle(
                db, [(begun.turns[0], Done("ref"))], chat=it.chat, now=after(61), rng=it.rng
            )
        with it.store.read() as db:
            lane = db.one_value(select(Lane))
        assert (lane.owner, lane.rest_until, lane.next_at) == ("new", after(120), after(120))
        assert it.row(row).state == "sending"
