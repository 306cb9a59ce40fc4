"""What leaves, in which order and how often: on both databases, by a clock moved by hand."""

import asyncio
from collections.abc import Callable
from random import Random

import pytest
from sqlmodel import col, select

from bot.chat import Busy, Pace, Person, Place, Unknown, Unreachable
from bot.scheduler import turns
from bot.scheduler.turns import Done
from bot.store import deliveries, lanes
from bot.store.db import Store
from bot.store.tables import Delivery, Lane
from tests.scheduler.post_office import NOON, ROOM, Recorder, after, found, house

Size = Callable[[int, int], int]
SLOW = Pace(post_gap=1, edit_gap=3, per_second=1000)


async def test_each_message_leaves_at_its_time_and_in_the_order_of_its_lane(
    database_url: str,
) -> None:
    with house(database_url, SLOW) as it:
        for text, due in (("c", 5), ("a", 0), ("b", 0), ("e", 60), ("d", 5)):
            it.plan(text, due)
        assert await it.outbox.drain() == after(1)
        await it.until(100)
        assert it.chat.timed() == [(0, "a"), (1, "b"), (5, "c"), (6, "d"), (60, "e")]
        assert set(it.states().values()) == {"sent"}
        assert await it.outbox.drain() is None


async def test_the_gap_holds_after_the_lane_had_nothing_more_to_do(database_url: str) -> None:
    with house(database_url, SLOW) as it:
        it.plan("first")
        await it.until(0.25)
        it.plan("second")
        await it.until(10)
        assert it.chat.timed() == [(0, "first"), (1, "second")]


async def test_a_thread_keeps_the_pace_of_its_channel(database_url: str) -> None:
    with house(database_url, SLOW) as it:
        it.plan("in the channel")
        it.plan("in the thread", to=Place("test", "school", "staffroom", "ref"))
        await it.until(10)
        assert it.chat.timed() == [(0, "in the channel"), (1, "in the thread")]
        assert it.chat.arrived[1].to == Place("test", "school", "staffroom", "ref")


async def test_a_flood_keeps_no_small_network_waiting(database_url: str, size: Size) -> None:
    flood = size(2000, 300)
    with house(database_url, Pace(post_gap=1, edit_gap=1, per_second=50)) as it:
        with it.store.write() as db:
            for number in range(flood):
                to = Person("test", "school", f"teacher {number}")
                deliveries.enqueue(
                    db, it.network, to, "say", "flood", due=NOON, key=f"flood {number}"
                )
            small = [found(db, f"small {number}") for number in range(49)]
        for network in small:
            it.plan(f"small {network}", to=Place("test", "school", f"{network}"), network=network)
        await it.until(1)
        assert sum(text.startswith("small") for text in it.chat.said()) == 49
        await it.until(flood)
        assert len(it.chat.arrived) == flood + 49


async def test_a_platform_takes_in_all_what_its_bucket_holds(database_url: str) -> None:
    with house(database_url, Pace(post_gap=1, edit_gap=1, per_second=20)) as it:
        for number in range(100):
            it.plan(f"{number}", to=Person("test", "school", f"{number}"))
        await it.until(60)
        sent_by = [sum(at < second for at, _ in it.chat.timed()) for second in range(1, 6)]
        assert sent_by == [30, 50, 70, 90, 100]


async def test_a_busy_platform_is_asked_again_when_it_said_and_order_is_kept(
    database_url: str,
) -> None:
    with house(database_url) as it:
        it.chat.faults["a"] = [Busy(7), Busy(0)]
        row = it.plan("a")
        it.plan("b")
        it.plan("elsewhere", to=Person("test", "school", "Ben"))
        await it.until(60)
        assert it.chat.timed() == [(0, "elsewhere"), (7.05, "a"), (7.05, "b")]
        assert it.row(row).attempt == 1


async def test_what_will_never_arrive_is_failed_with_the_reason_and_not_tried_again(
    database_url: str,
) -> None:
    with house(database_url, repeat_safe=120) as it:
        it.chat.faults["a"] = [Unreachable("channel_not_found")]
        row = it.plan("a")
        it.plan("b")
        await it.until(3600)
        assert it.chat.said() == ["b"]
        assert it.states() == {"a": "failed", "b": "sent"}
        assert it.row(row).last_error == "channel_not_found"


@pytest.mark.parametrize("fault", [Unknown(), TimeoutError(), ZeroDivisionError()])
async def test_what_may_have_arrived_is_never_sent_again_where_repeats_show(
    database_url: str, fault: Exception
) -> None:
    with house(database_url) as it:
        it.chat.faults["a"] = [fault]
        it.chat.afterwards = True
        it.plan("a")
        it.plan("b")
        await it.until(3600)
        assert it.chat.said() == ["a", "b"]
        assert it.states() == {"a": "unconfirmed", "b": "sent"}


async def test_what_may_have_arrived_is_sent_again_by_the_same_name_where_repeats_do_not_show(
    database_url: str,
) -> None:
    with house(database_url, repeat_safe=120) as it:
        it.chat.faults["a"] = [Unknown(), Busy(3), Unknown()]
        it.plan("a")
        it.plan("b")
        await it.until(100)
        assert it.chat.said() == ["a", "b"]
        assert it.states() == {"a": "sent", "b": "sent"}


async def test_doubt_ends_with_the_time_in_which_repeats_do_not_show(database_url: str) -> None:
    with house(database_url, repeat_safe=120) as it:
        it.chat.faults["a"] = [Unknown() for _ in range(100)]
        row = it.plan("a")
        it.plan("b")
        await it.until(300)
        assert it.states() == {"a": "unconfirmed", "b": "sent"}
        assert 5 <= it.row(row).attempt <= 20
        assert it.chat.timed()[0][0] < 200


@pytest.mark.parametrize("fault", [Unreachable("gone"), None])
async def test_a_doubt_is_not_turned_into_a_certainty(
    database_url: str, fault: Exception | None
) -> None:
    with house(database_url, repeat_safe=120) as it:
        it.chat.faults["a"] = [Unknown(), *([fault] if fault else [])]
        row = it.plan("a")
        await it.until(0)
        if fault is None:
            with it.store.write() as db:
                same = db.get(Delivery, row)
                assert same
                same.subject = "nothing"
        await it.until(60)
        assert it.row(row).state == "unconfirmed"


async def test_what_is_no_longer_wanted_or_of_use_is_skipped(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("nothing")
        with it.store.write() as db:
            deliveries.enqueue(
                db, it.network, ROOM, "say", "late", due=NOON, key="late", expires=after(-1)
            )
        it.plan("last")
        await it.until(0)
        assert it.chat.said() == ["last"]
        assert it.states() == {"nothing": "skipped", "late": "skipped", "last": "sent"}


async def test_a_message_that_cannot_be_drawn_harms_no_other_lane(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("broken")
        it.plan("elsewhere", to=Person("test", "school", "Ben"))
        await it.until(100)
        assert it.chat.said() == ["elsewhere"]
        assert it.row(row).state == "waiting"
        assert it.row(row).last_error == "ZeroDivisionError"
        assert it.row(row).attempt > 3


async def test_a_reply_waits_for_its_post_and_stands_in_its_thread(database_url: str) -> None:
    with house(database_url) as it:
        post = it.plan("post", due=10)
        it.plan("reply", due=0, thread_of=post)
        it.plan("passes by", due=5)
        await it.until(60)
        assert it.chat.timed() == [(5, "passes by"), (10, "post"), (10, "reply")]
        thread = it.row(post).remote_ref
        assert it.chat.arrived[2].to == Place("test", "school", "staffroom", thread or "")


async def test_a_reply_to_what_never_arrived_is_skipped(database_url: str) -> None:
    with house(database_url) as it:
        it.chat.faults["post"] = [Unreachable("gone")]
        it.plan("reply", thread_of=it.plan("post"))
        it.plan("undone reply", thread_of=it.plan("undone", due=5))
        with it.store.write() as db:
            deliveries.cancel(db, it.network, "undone")
        await it.until(60)
        assert it.chat.said() == []
        assert it.states() == {
            "post": "failed", "reply": "skipped", "undone": "cancelled", "undone reply": "skipped",
        }  # fmt: skip


async def test_a_reply_to_what_may_have_arrived_waits(database_url: str) -> None:
    with house(database_url) as it:
        it.chat.faults["post"] = [Unknown()]
        it.plan("reply", thread_of=it.plan("post"))
        await it.until(60)
        assert it.states() == {"post": "unconfirmed", "reply": "waiting"}


async def test_edits_are_coalesced_and_the_last_state_arrives(database_url: str) -> None:
    with house(database_url, SLOW) as it:
        it.post_name()
        await it.until(2)
        for second in range(20):
            it.rename(f"name {second}")
            await it.until(2 + second / 4)
        await it.until(60)
        edits = [one for one in it.chat.arrived if one.how == "edit"]
        assert [(one.at - NOON).total_seconds() for one in edits] == [2, 5, 8]
        assert edits[-1].text == "name 19"
        assert {one.name for one in it.chat.arrived} == {f"{it.network}:name"}


async def test_a_change_before_the_post_leaves_needs_no_edit(database_url: str) -> None:
    with house(database_url) as it:
        it.post_name()
        it.rename("new")
        await it.until(60)
        assert [(one.how, one.text) for one in it.chat.arrived] == [("post", "new")]


@pytest.mark.parametrize("under_way", ["post", "edit"])
async def test_an_edit_that_is_wanted_while_one_is_under_way_comes_after_it(
    database_url: str, under_way: str
) -> None:
    with house(database_url) as it:
        it.post_name()
        if under_way == "edit":
            await it.until(1)
            it.rename("second")
        it.chat.began.clear()
        gate = it.chat.gates["second" if under_way == "edit" else "Ana's"] = asyncio.Event()
        draining = asyncio.create_task(it.outbox.drain())
        await it.chat.began.wait()
        it.rename("last")
        gate.set()
        await draining
        assert [one.text for one in it.chat.arrived if one.how == "edit"][-1] == "last"
        assert await it.outbox.drain() is None


async def test_an_edit_in_doubt_is_repeated_and_one_that_cannot_be_is_let_go(
    database_url: str,
) -> None:
    with house(database_url) as it:
        row = it.post_name()
        it.chat.faults = {"b": [Unknown(), Busy(1)], "c": [Unreachable("message_not_found")]}
        await it.until(0)
        it.rename("b")
        await it.until(60)
        it.rename("c")
        await it.until(120)
        assert it.chat.said() == ["Ana's", "b"]
        assert it.row(row).last_error == "message_not_found"
        assert it.row(row).state == "sent"


async def test_an_edit_may_be_wanted_for_later_and_hastened(database_url: str) -> None:
    with house(database_url) as it:
        it.post_name()
        await it.until(0)
        with it.store.write() as db:
            deliveries.stale(db, it.network, "name", "it", after(30))
        await it.until(10)
        assert len(it.chat.arrived) == 1
        with it.store.write() as db:
            assert deliveries.hasten_edit(db, it.network, "name", "it", it.clock.now()) == 1
        await it.until(60)
        assert [at for at, _ in it.chat.timed()] == [0, 10]


async def test_what_waits_can_be_hastened_and_taken_back(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("hello", due=30)
        with it.store.write() as db:
            assert deliveries.waits(db, it.network, "hello") == 1
            assert deliveries.left(db, it.network, "hello") == 0
            assert deliveries.hasten(db, it.network, "hello", after(3)) == 1
        await it.until(5)
        assert it.chat.timed() == [(3, "hello")]
        it.plan("undone", due=30)
        with it.store.write() as db:
            assert deliveries.left(db, it.network, "hello") == 1
            assert deliveries.cancel(db, it.network, "hello") == 0
            assert deliveries.cancel(db, it.network, "undone") == 1
        await it.until(60)
        assert it.states() == {"hello": "sent", "undone": "cancelled"}


async def test_planned_again_it_is_the_same_message(database_url: str) -> None:
    with house(database_url) as it:
        first = it.plan("hello")
        assert it.plan("hello", due=99) == first
        await it.until(0)
        assert it.plan("hello") == first
        await it.until(100)
        assert it.chat.said() == ["hello"]
        with it.store.write() as db:
            other = found(db, "Dev's")
        assert it.plan("hello", network=other) != first


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
        assert begun == []
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
            turns.settle(db, [(begun[0], Done("ref"))], chat=it.chat, now=NOON, rng=Random(1))
        assert it.states() == {}
        assert await it.outbox.drain() is None


async def test_several_processes_deliver_each_message_once(database_url: str, size: Size) -> None:
    count = size(1000, 200)
    with house(database_url) as it:
        with it.store.write() as db:
            for number in range(count):
                deliveries.enqueue(
                    db, it.network, Place("test", "school", f"{number % 40}"), "say", f"{number}",
                    due=NOON, key=f"{number}",
                )  # fmt: skip
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
