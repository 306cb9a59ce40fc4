"""A round: seen before it is introduced, changed by hand, told to those whom it concerns."""

from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def test_from_joining_to_an_introduction(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    print(await room.says(BEN, "/buddy"))
    print(await room.says(ANA, "/buddy round"))
    print(await room.presses(ANA, "Introduce them"))
    print(await room.presses(ANA, "Send now"))
    for one in await room.passes(minutes=1):
        print(one)
    print(await room.says(BEN, "/buddy"))
    print(await room.says(BEN, "/network"))
    print(await room.says(ANA, "/network"))
    assert 0
