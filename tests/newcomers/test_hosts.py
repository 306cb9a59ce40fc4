"""Somebody looks out for a newcomer the first time, where both agreed; else nothing is said."""

from datetime import timedelta

import pytest

from bot.core import links
from bot.core.people import number
from bot.store import newcomers, people
from bot.store.tables import Welcome
from tests.newcomers.wall import EVE, STAFFROOM, code_of, met
from tests.plugins.room import BEN, CLEO, RoomOfPeople


async def welcomes(room: RoomOfPeople, *people: str) -> None:
    """They look out for newcomers."""
    for who in people:
        await room.says(who, "/network settings")
        await room.presses(who, "I welcome newcomers")


async def joins(room: RoomOfPeople, how: str = "Join, and write to me") -> None:
    """Eve, who is in no channel of the network, joins by the code."""
    await room.says(EVE, f"/network join {await code_of(room)}", STAFFROOM)
    await room.presses(EVE, how)


async def comes(room: RoomOfPeople, *people: str) -> None:
    """They say yes to the next meeting."""
    for who in people:
        await room.says(who, "/rsvp yes", STAFFROOM if who == EVE else "northshire")


def told(room: RoomOfPeople, who: str) -> list[str]:
    """What was said to them about somebody new, without when and where."""
    words = ("look out for you", "first time")
    lines = [line for text in room.inbox(who) for line in text.splitlines()]
    return [line for line in lines if any(word in line for word in words)]


async def test_a_newcomer_hears_who_looks_out_for_them(room: RoomOfPeople) -> None:
    await welcomes(room, BEN)
    await room.plan()
    await joins(room)
    await comes(room, BEN, EVE)
    room.clock.jump(timedelta(days=7, hours=5))
    await room.passes(minutes=29)  # 30 November, 15:29
    assert (told(room, BEN), told(room, EVE)) == ([], [])
    await room.passes(minutes=10)

    assert told(room, EVE) == ["Ben will look out for you. Ask whatever you like."]
    assert told(room, BEN) == [
        "Eve comes for the first time. Please look out for them, and introduce them."
    ]
    await room.passes(hours=3)
    assert len(told(room, EVE)) == len(told(room, BEN)) == 1


@pytest.mark.parametrize("why", ["newcomer", "host", "away"])
async def test_unless_both_agreed_and_come_nothing_is_said(room: RoomOfPeople, why: str) -> None:
    await welcomes(room, BEN)
    await room.plan()
    await joins(room, "Join, do not write" if why == "newcomer" else "Join, and write to me")
    await comes(room, *([] if why == "away" else [BEN]), EVE)
    room.clock.jump(timedelta(days=6))
    await room.passes(minutes=1)  # 29 November
    await room.says(BEN, "/network settings")
    if why == "host":
        await room.presses(BEN, "No more newcomers for me")
    await room.passes(days=2)

    assert (told(room, BEN), told(room, EVE)) == ([], [])


async def test_who_has_been_there_needs_nobody(room: RoomOfPeople) -> None:
    await welcomes(room, BEN)
    await joins(room)
    met(room, -7, EVE)
    await room.plan()
    await comes(room, BEN, EVE)
    room.clock.jump(timedelta(days=7, hours=5))
    await room.passes(hours=1)

    assert (told(room, BEN), told(room, EVE)) == ([], [])


async def test_a_host_who_cannot_come_gives_way_to_another(room: RoomOfPeople) -> None:
    await welcomes(room, BEN, CLEO)
    await room.plan()
    await joins(room)
    await comes(room, BEN, CLEO, EVE)
    room.clock.jump(timedelta(days=7, hours=5))
    await room.passes(hours=1)
    assert told(room, EVE)[-1].startswith("Ben will look out")
    await room.says(BEN, "/rsvp no")
    await room.passes(minutes=10)

    assert told(room, EVE)[-1].startswith("Cleo will look out")
    assert told(room, CLEO)[-1].startswith("Eve comes for the first time")
    await room.leaves(CLEO)
    await room.passes(minutes=10)
    assert len(told(room, EVE)) == 2


async def test_who_says_yes_late_is_told_when_messages_may_go(room: RoomOfPeople) -> None:
    await welcomes(room, BEN)
    await room.plan()
    await joins(room)
    await comes(room, BEN)
    room.clock.jump(timedelta(days=8))  # 1 December, 10:00: in lesson time
    await comes(room, EVE)
    await room.passes(minutes=30)
    assert told(room, EVE) == []
    await room.passes(hours=5, minutes=10)

    assert told(room, EVE) == ["Ben will look out for you. Ask whatever you like."]


async def test_newcomers_are_shared_out_fairly(room: RoomOfPeople) -> None:
    await welcomes(room, BEN, CLEO)
    await room.plan()
    await comes(room, CLEO, BEN)
    turns = []
    for one in range(5):
        with room.store.write() as db:
            names = {member: people.name(db, member) for member in newcomers.hosts(db, 1, 1)}
            host = next(iter(names))
            newcomer = number(links.person(db, 1, f"New {one}", room.clock.now()).id)
            who = {"member_id": newcomer, "host_id": host}
            db.add(Welcome(network_id=1, meeting_id=1, made_at=room.clock.now(), **who))
        turns.append(names[host])

    assert turns == [BEN, CLEO, BEN, CLEO, BEN]
    await room.leaves(CLEO)
    with room.store.read() as db:
        assert [people.name(db, one) for one in newcomers.hosts(db, 1, 1)] == [BEN]
