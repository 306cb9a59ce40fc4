"""A school of which a coordinator has said something stays, whoever leaves it."""

import pytest

from tests.plugins.room import ANA, BEN, RoomOfPeople
from tests.profiles.test_schools import PHASES, schools, works_at


@pytest.mark.parametrize("said", ["a name", "an age"])
async def test_what_a_coordinator_has_changed_stays_with_its_way_back(
    room: RoomOfPeople, said: str
) -> None:
    await works_at(room, BEN, "Hill School")
    await schools(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "Change")
    more = {"Name of the school": "Hill Academy"} if said == "a name" else {PHASES: "primary"}
    name = more.get("Name of the school", "Hill School")
    await room.fills(ANA, more)
    await room.says(BEN, "/profile school")
    await room.fills(BEN, {"Name of the school": name})

    left = await room.presses(BEN, "I have left it")
    assert left.startswith(f"{name} does not stand in your profile any more.")
    assert "the network does not know it now" not in left
    assert name in await schools(room)
    assert name in await room.presses(BEN, "Undo")


async def test_it_stays_when_the_last_who_named_it_is_erased(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Hill School")
    await schools(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "Change")
    await room.fills(ANA)
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")

    assert "Hill School" in await schools(room)
