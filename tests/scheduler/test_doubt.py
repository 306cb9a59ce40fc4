"""What happens to a message that was refused, never arrived, or may have."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.chat import Busy, LockedOut, Pace, Person, Place, Unknown, Unreachable
from bot.scheduler.jobs import jobs
from bot.store.tables import Delivery
from tests.scheduler.post_office import house

Size = Callable[[int, int], int]
SLOW = Pace(post_gap=1, edit_gap=3, per_second=1000)


async def test_a_busy_platform_is_asked_again_when_it_said_and_order_is_kept(
    database_url: str,
) -> None:
    with house(database_url) as it:
        it.chat.faults["a"] = [Busy(7), Busy(0)]
        it.plan("a")
        it.plan("b")
        it.plan("elsewhere", to=Person("test", "school", "Ben"))
        await it.until(60)
        (at_once, _), (again, _), (last, _) = it.chat.timed()
        assert it.chat.said() == ["elsewhere", "a", "b"]
        # Never sooner than it said, and not all at the same moment.
        assert at_once == 0
        assert 7.05 <= again == last <= 7.05 * 1.1


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


async def test_a_poison_message_is_set_aside_after_five_tries(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("broken")
        it.plan("after it")
        it.plan("elsewhere", to=Person("test", "school", "Ben"))
        await it.until(120)
        assert [text for _, text in it.chat.timed()] == ["elsewhere", "after it"]
        assert it.states()["broken"] == "failed"
        assert (it.row(row).last_error, it.row(row).attempt) == ("ZeroDivisionError", 5)


async def test_who_can_look_finds_what_had_arrived_and_sends_what_had_not(
    database_url: str,
) -> None:
    with house(database_url, repeat_safe=120, reads_back=True) as it:
        # Both are in doubt for longer than the platform knows repeats; one of them stands there.
        it.chat.faults["there"] = [Unknown() for _ in range(50)]
        it.chat.faults["lost"] = [Unknown() for _ in range(50)]
        it.chat.arrive_in_spite = {"there"}
        it.plan("there")
        it.plan("lost", to=Person("test", "school", "Ben"))
        await it.until(110)
        it.chat.faults.clear()
        it.chat.blind = True
        await it.until(300)
        assert set(it.states().values()) == {"sending"}
        it.chat.blind = False
        await it.until(600)
        assert sorted(it.chat.said()) == ["lost", "there"]
        assert set(it.states().values()) == {"sent"}


async def test_what_can_neither_be_found_nor_ruled_out_is_a_coordinators_to_settle(
    database_url: str,
) -> None:
    with house(database_url, repeat_safe=120, reads_back=True) as it:
        it.chat.faults["a"] = [Unknown() for _ in range(50)]
        it.chat.blind = True
        it.plan("a")
        await it.until(20 * 60)
        assert it.states() == {"a": "unconfirmed"}


async def test_a_clock_put_back_makes_nobody_send_twice(database_url: str) -> None:
    with house(database_url, repeat_safe=120, reads_back=True) as it:
        it.plan("a")
        it.chat.faults["a"] = [Unknown()]
        it.chat.arrive_in_spite = {"a"}
        await it.until(0)
        # The platform has long forgotten the name; only the clock says that it is just now.
        it.chat.forget()
        it.clock.jobs = jobs(it.store)
        it.clock.jump(timedelta(hours=-1))
        await it.until(120)
        assert it.chat.said() == ["a"]
        assert it.states() == {"a": "sent"}


async def test_five_refusals_in_a_row_stop_a_place_and_not_the_house(database_url: str) -> None:
    with house(database_url) as it:
        for number in range(8):
            it.chat.faults[f"{number}"] = [Unreachable("not_in_channel")]
            it.plan(f"{number}")
        it.plan("elsewhere", to=Place("test", "school", "library"))
        await it.until(60)
        refused = [text for text, state in it.states().items() if state == "failed"]
        assert refused == ["0", "1", "2", "3", "4"]
        assert it.chat.said() == ["elsewhere"]
        # After a quarter of an hour one message tries again.
        await it.until(16 * 60)
        assert it.states()["5"] == "failed"
        assert it.states()["6"] == "waiting"
        it.chat.faults.clear()
        await it.until(40 * 60)
        assert it.chat.said() == ["elsewhere", "6", "7"]


async def test_what_is_wrong_with_a_message_is_not_held_against_the_place(
    database_url: str,
) -> None:
    with house(database_url) as it:
        ben = Person("test", "school", "Ben")
        it.chat.faults["odd"] = [Unreachable("invalid_blocks", of_place=False)]
        it.plan("odd", to=ben)
        it.plan("even", to=ben)
        await it.until(60)
        assert it.states() == {"odd": "failed", "even": "sent"}


async def test_a_closed_inbox_gets_one_try(database_url: str) -> None:
    with house(database_url) as it:
        ben = Person("test", "school", "Ben")
        it.chat.faults["0"] = [Unreachable("50007")]
        for number in range(4):
            it.plan(f"{number}", due=number * 60, to=ben)
        await it.until(3600)
        assert it.chat.said() == []
        assert it.chat.asked == ["0"]
        assert set(it.states().values()) == {"failed"}
        # A week later one message may find it open.
        it.plan("a week on", due=8 * 86400, to=ben)
        await it.until(8 * 86400)
        assert it.chat.said() == ["a week on"]


async def test_a_platform_that_lets_us_in_no_more_is_left_in_peace(database_url: str) -> None:
    with house(database_url) as it:
        for number in range(40):
            it.chat.faults[f"{number}"] = [LockedOut("token_revoked")]
            it.plan(f"{number}", to=Person("test", "school", f"{number}"))
        await it.outbox.begin()
        await it.outbox.finish(10)
        again = await it.outbox.begin()
        assert again
        assert again - it.clock.now() > timedelta(seconds=30)
        assert len(it.chat.asked) == 40
        assert set(it.states().values()) == {"waiting"}
