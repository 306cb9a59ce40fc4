"""A coordinator's own page, whatever stands of buddies: each button once."""

from tests.buddies.conftest import ELLA, FINN, joins
from tests.buddies.test_by_itself import every
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

ALL = (ANA, BEN, CLEO, ELLA, FINN)


async def test_while_a_round_waits_that_somebody_has_looked_at(room: RoomOfPeople) -> None:
    await joins(room, *ALL)
    await room.says(ANA, "/buddy round")
    page = await room.says(ANA, "/network")
    assert "5 people would like a buddy. No round goes on.\n[Buddy round]" in page
    assert page.count("[Buddy round]") == 1
    assert "[My buddy]" in page


async def test_while_the_next_one_goes_by_itself_and_while_one_goes_on(room: RoomOfPeople) -> None:
    await joins(room, *ALL)
    await every(room, "Every 4 weeks, by itself")
    await room.passes(days=2)
    assert "[Show it to me] [Not this time]" in await room.says(ANA, "/network")
    await room.passes(days=2)
    assert "[My buddy] [Buddy round]" in await room.says(ANA, "/network")


async def test_while_somebody_waits_in_a_round_that_goes_on(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN, CLEO, ELLA)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.passes(days=1)
    for who in (BEN, CLEO):
        await room.says(who, "/buddy leave")
    await room.passes(days=1)
    assert (await room.says(ANA, "/network")).count("[Buddy round]") == 1
