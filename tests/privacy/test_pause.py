"""Who wants to be left in peace gets nothing private, and finds everything by themselves."""

from dataclasses import replace

import pytest
from sqlmodel import select

from bot.adapters.memory import World
from bot.commands.calls import Sent
from bot.store.db import Store
from bot.store.tables import Delivery
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CAST, CLEO, ROOMS, RoomOfPeople
from tests.rsvps.test_places import facts
from tests.rsvps.test_waiting import full_room


async def paused(room: RoomOfPeople, until: str = "") -> str:
    """Ben has said yes, may be written to, and wants to be left in peace."""
    await room.may_be_written_to(BEN)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy pause")
    return await room.fills(BEN, {"Until which day?": until} if until else {})


def why(room: RoomOfPeople) -> list[str | None]:
    with room.store.read() as db:
        rows = db.all(select(Delivery).where(Delivery.state == "skipped"))
        return [row.last_error for row in rows]


async def test_until_further_notice_nothing_private_is_sent(room: RoomOfPeople) -> None:
    told = await paused(room)
    await room.passes(days=10)

    assert "I leave you in peace until you say otherwise" in told
    assert "I leave you in peace" in await room.says(BEN, "/privacy")
    assert room.inbox(BEN) == []
    assert "paused" in why(room)
    assert "Robotics" in "\n".join(room.posts())


async def test_one_tap_and_everything_is_as_before(room: RoomOfPeople) -> None:
    await paused(room)
    told = await room.presses(BEN, "Write to me again")
    await room.passes(days=10)

    assert "Welcome back." in told
    assert "in peace until" not in await room.says(BEN, "/privacy")
    assert room.inbox(BEN)


async def test_after_its_day_messages_come_again(room: RoomOfPeople) -> None:
    told = await paused(room, "30.11.2026")
    await room.passes(days=10)

    assert "I leave you in peace until Monday 30 November 2026" in told
    assert room.inbox(BEN)
    assert "in peace until" not in await room.says(BEN, "/privacy")


async def test_a_day_that_is_over_is_asked_back(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy pause")

    told = await room.fills(BEN, {"Until which day?": "1.1.2026"})
    assert "Please give a day to come, at most a year away." in told


async def test_tomorrow_is_where_the_person_is(sqlite_store: Store) -> None:
    far = tuple(replace(one, zone="Pacific/Auckland") if one.name == BEN else one for one in CAST)
    room = RoomOfPeople(sqlite_store, world=World(far, ROOMS, str))
    await room.begin()
    await room.says(BEN, "/network join")
    await room.passes(hours=10)  # there it is Tuesday already
    asked = Sent("privacy:0:pause", {"until": ("tomorrow",)})

    assert "in peace until Wednesday 25 November 2026" in shown(ask(room, BEN, asked, "C1"))


async def test_others_are_written_to_as_ever(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    await paused(room)
    await room.presses(ANA, "Yes")
    await room.passes(days=10)

    assert room.inbox(ANA)


async def test_no_place_is_kept_for_somebody_who_does_not_hear_of_it(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(CLEO, "/privacy pause")
    await room.fills(CLEO)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)

    assert room.inbox(CLEO) == []
    assert "A place is free" in room.inbox(ANA)[-1]
    assert "Places: 0 of 1 taken, 1 kept for somebody, 1 waiting" in facts(room)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("until friday", "2026-11-27"),
        ("tomorrow", "2026-11-24"),
        ("until monday", "2026-11-30"),  # which it is today
        ("bis nächsten Montag", "2026-11-30"),
        ("until 10 january", "2027-01-10"),
    ],
)
async def test_what_is_typed_behind_the_command_stands_in_the_form(
    room: RoomOfPeople, said: str, day: str
) -> None:
    await room.says(BEN, "/network")
    assert day in await room.says(BEN, f"/privacy pause {said}")


async def test_what_is_no_day_stands_there_with_the_reason(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network")
    form = await room.says(BEN, "/privacy pause until 31 February")

    assert "until 31 February" in form
    assert "There is no such day" in form
