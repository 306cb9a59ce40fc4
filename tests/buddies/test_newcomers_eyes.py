"""What somebody who plans a round for the first time looks for."""

from tests.buddies.conftest import ELLA, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def introduces(room: RoomOfPeople) -> None:
    """Ana introduces a round, now."""
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(hours=1)


async def test_a_round_that_does_not_come_uses_up_no_number(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await introduces(room)
    for _ in range(2):
        await room.says(ANA, "/buddy round")
        assert "Buddies: round 2" in await room.presses(ANA, "A new round")
        await room.presses(ANA, "Not this time")


async def test_a_trio_goes_on_as_a_trio(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA)
    await introduces(room)
    assert "\n1 group of three: 3 people. The round ends" in await room.says(ANA, "/buddy round")
