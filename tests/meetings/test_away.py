"""The house was down: what is still of use is sent once, and late; the rest is summed up."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.stage import Actor, Room
from tests.plugins.room import ANA, DEV, RoomOfPeople

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
DAY = datetime(2026, 12, 1, tzinfo=UTC)

pytestmark = [pytest.mark.must_hold("A2", 7), pytest.mark.timeout(300)]


async def crowd(room: RoomOfPeople, people: int) -> list[str]:
    """So many people come to Robotics on 1 December at 16:00, and Ana may be written to."""
    names = [f"P{number}" for number in range(people)]
    actors = [Actor(name, f"U1{name}") for name in names]
    room.world.actors = [*room.world.actors, *actors]
    first = room.world.rooms[0]
    room.world.rooms = [
        Room(first.name, first.channel, (*first.people, *names)),
        *room.world.rooms[1:],
    ]
    # Whoever is in the channel is on the list half a day later.
    await room.passes(hours=13)
    await room.may_be_written_to(ANA)
    await room.plan("Robotics")
    for name in names:
        await room.presses(name, "Yes")
    return names


def got(room: RoomOfPeople, text: str) -> Counter[str]:
    """How many messages with this text each person got privately."""
    return Counter(
        one.who for one in room.seen if one.kind == "post" and one.who and text in one.text
    )


def summaries(room: RoomOfPeople) -> list[str]:
    return [text for text in room.inbox(ANA) if text.startswith("# What did not arrive")]


async def test_down_for_an_hour_over_a_hundred_messages(
    room: RoomOfPeople, size: Size, figure: Figure
) -> None:
    names = await crowd(room, size(100, 30))
    await room.clock.advance(room.outbox, DAY + timedelta(hours=6, minutes=55))
    room.clock.jump(timedelta(hours=1))
    await room.passes(minutes=30)

    assert got(room, "See you today!") == dict.fromkeys(names, 1)
    assert got(room, "This comes late: it was meant for Tuesday 1 December 2026, 07:00") == (
        dict.fromkeys(names, 1)
    )
    await room.passes(days=1)
    assert got(room, "See you today!") == dict.fromkeys(names, 1)
    assert summaries(room) == []
    figure(f"an hour: {len(names)} reminders sent once, each marked late")


async def test_down_for_three_days_over_a_hundred_messages(
    room: RoomOfPeople, size: Size, figure: Figure
) -> None:
    names = await crowd(room, size(100, 30))
    # A series whose next invitation is due meanwhile, and is of use for weeks.
    await room.says(ANA, "/meeting repeat robotics")
    await room.fills(ANA, {"How often?": "every two weeks", "Until which day?": "2026-12-20"})
    await room.passes(seconds=40)
    await room.clock.advance(room.outbox, DAY - timedelta(minutes=5))
    posts = len(room.posts())
    # The invitation to 15 December was due on 1 December at seven, as were the reminders.
    room.clock.jump(timedelta(days=3))
    await room.passes(hours=2)

    assert got(room, "See you today!") == {}
    late = [text for text in room.posts()[posts:] if "This comes late" in text]
    assert len(late) == 1
    assert "Tuesday 15 December 2026" in late[0]
    [summary] = summaries(room)
    assert "they came too late to be of use:" in summary
    # With what the thread was to be asked when the meeting began.
    assert f"And {len(names) + 1 - 12} more." in summary
    await room.passes(days=2)
    assert len(summaries(room)) == 1
    assert got(room, "See you today!") == {}
    figure(f"three days: {len(names)} reminders summed up in one message, an invitation sent late")


async def test_the_summary_is_for_coordinators_of_that_network_alone(room: RoomOfPeople) -> None:
    names = await crowd(room, 15)
    await room.clock.advance(room.outbox, DAY + timedelta(hours=6))
    room.clock.jump(timedelta(days=3))
    await room.passes(days=1)
    told = got(room, "What did not arrive")
    assert told == {ANA: 1}
    assert not set(names) & set(told)
    assert "did not arrive" not in await room.says(DEV, "/network")


async def test_a_clock_thirty_days_ahead_reminds_of_nothing_that_is_over(
    room: RoomOfPeople,
) -> None:
    await crowd(room, 10)
    room.clock.jump(timedelta(days=30))
    await room.passes(days=3)

    assert got(room, "See you") == {}
    assert summaries(room) == []
