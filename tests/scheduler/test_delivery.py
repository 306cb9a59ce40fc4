"""What leaves, when, and in which order: on both databases, by a clock moved by hand."""

from collections.abc import Callable

from bot.chat import Pace, Person, Place, Unknown, Unreachable
from bot.store import deliveries
from tests.scheduler.post_office import NOON, ROOM, after, found, house

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
        await it.until(3600)
        for number in range(100, 200):
            it.plan(f"{number}", due=3600, to=Person("test", "school", f"{number}"))
        await it.until(3600)
        assert len(it.chat.arrived) <= 130


async def test_what_is_no_longer_wanted_is_skipped_and_what_is_of_no_use_expires(
    database_url: str,
) -> None:
    with house(database_url) as it:
        it.plan("nothing")
        with it.store.write() as db:
            deliveries.enqueue(
                db, it.network, ROOM, "say", "late", due=NOON, key="late", expires=after(-1)
            )
        it.plan("last")
        await it.until(0)
        assert it.chat.said() == ["last"]
        assert it.states() == {"nothing": "skipped", "late": "expired", "last": "sent"}


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


async def test_what_waits_can_be_hastened_and_taken_back(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("hello", due=30)
        with it.store.write() as db:
            assert deliveries.may_take_back(db, it.network, "hello")
            assert deliveries.hasten(db, it.network, "hello", after(3)) == 1
        await it.until(5)
        assert it.chat.timed() == [(3, "hello")]
        it.plan("undone", due=30)
        with it.store.write() as db:
            assert not deliveries.may_take_back(db, it.network, "hello")
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
