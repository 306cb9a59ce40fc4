"""The cast, with a kit that Ana lends."""

import pytest

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def add(room: RoomOfPeople, name: str = "Robot arm", count: int = 3, **more: str) -> str:
    """Ana puts a kit on the list; returns what she sees."""
    await room.says(ANA, "/kit add")
    values = {"What is it called?": name, "How many are there?": str(count)}
    values["Where does it stand?"] = "Library"
    return await room.fills(ANA, values | more)


async def rules(room: RoomOfPeople, **more: str) -> str:
    """Ana changes the rules of the kit that she has before her."""
    await room.presses(ANA, "Rules")
    labels = {"most": "How many at once?", "days": "For how many days?", "rules": "What else?"}
    return await room.fills(ANA, {labels[key]: value for key, value in more.items()})


async def ask(
    room: RoomOfPeople, who: str, what: str = "Robot arm", count: int = 1, **more: str
) -> str:
    """Somebody asks; returns what they see."""
    await room.says(who, "/request")
    values = {"What do you need?": what, "What for?": f"{who}'s secret plan"}
    return await room.fills(who, values | {"How many?": str(count)} | more)


async def queue(room: RoomOfPeople, *presses: str) -> str:
    """Ana looks at what waits, and presses these; returns what she then sees."""
    seen = await room.says(ANA, "/kit")
    for label in presses:
        seen = await room.presses(ANA, label)
    return seen


@pytest.fixture
async def lent(room: RoomOfPeople) -> RoomOfPeople:
    """Ana lends three robot arms; all may be written to."""
    await room.may_be_written_to(ANA, BEN, CLEO)
    await add(room)
    return room
