"""What happens to a message that was refused, never arrived, or may have."""

from collections.abc import Callable

import pytest

from bot.chat import Busy, Pace, Person, Unknown, Unreachable
from bot.store.tables import Delivery
from tests.scheduler.post_office import house

Size = Callable[[int, int], int]
SLOW = Pace(post_gap=1, edit_gap=3, per_second=1000)


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


async def test_a_message_that_cannot_be_drawn_harms_no_other_lane(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("broken")
        it.plan("elsewhere", to=Person("test", "school", "Ben"))
        await it.until(100)
        assert it.chat.said() == ["elsewhere"]
        assert it.row(row).state == "waiting"
        assert it.row(row).last_error == "ZeroDivisionError"
        assert it.row(row).attempt > 3
