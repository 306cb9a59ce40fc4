"""A round that comes by itself where no coordinator may be written to, or where one goes on."""

from tests.buddies.conftest import joins
from tests.buddies.test_by_itself import every
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

GOES = "The next round of buddies goes out by itself: Thursday 26 November 2026, 15:30 (London)."
WAITS = "The next round of buddies waits until one of you has looked at it."


async def test_what_no_coordinator_has_seen_waits(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await every(room, "Every 2 weeks, by itself")
    assert not await room.passes(days=8)
    assert "It is noted" not in await room.says(BEN, "/buddy")
    home = await room.says(ANA, "/network")
    assert WAITS in home
    await room.presses(ANA, "Show it to me")
    assert WAITS not in await room.says(ANA, "/network")
    assert [one.where for one in await room.passes(days=4)] == ["#Ben+Cleo"]


async def test_every_coordinator_has_it_on_their_page(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN, CLEO)
    await every(room, "Every 4 weeks, by itself")
    assert GOES not in await room.says(ANA, "/network")
    await room.passes(days=2)
    assert GOES in await room.says(ANA, "/network")
    assert "next round of buddies goes" not in await room.says(BEN, "/network")
    assert "not introduced" in await room.presses(ANA, "Not this time")


async def test_a_round_that_goes_on_is_not_cut_short(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(hours=1)
    assert "ends on Thursday 31 December 2026" in await room.says(ANA, "/buddy round")
    said = await every(room, "Every 2 weeks, by itself")
    assert "The next round is on Monday 4 January 2027." in said


async def test_it_goes_when_it_was_said_to_whenever_the_clock_stops(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await every(room, "Every 2 weeks, by itself")
    await room.passes(days=1, hours=1)
    assert "Thursday 26 November 2026, 15:30" in await room.says(ANA, "/buddy round")
    seen = await room.passes(days=2, hours=19)  # Friday, before school
    assert [one.where for one in seen if "buddies now" in one.text] == ["#Ben+Cleo"]


async def test_who_waits_is_on_the_coordinators_page(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    home = await room.says(ANA, "/network")
    assert "2 people would like a buddy. No round goes on." in home
    await room.presses(ANA, "Buddy round")
    await room.presses(ANA, "Introduce them")
    assert "would like a buddy. No round" not in await room.says(ANA, "/network")
