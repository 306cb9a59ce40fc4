"""Who are on no common platform hear how to reach each other once both agree."""

from sqlmodel import col, update

from bot.store.tables import Place
from tests.buddies.conftest import joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def apart(room: RoomOfPeople) -> None:
    """Ben and Cleo go together, and Cleo is at home in another workspace."""
    await joins(room, BEN, CLEO)
    with room.store.write() as db:
        db.execute(update(Place).where(col(Place.network_id) == 1).values(workspace="elsewhere"))
    await room.says(ANA, "/network")


async def test_explore(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Undo")
    assert 0
