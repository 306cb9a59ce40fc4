"""A round is its coordinators' and a pair its people's: nobody else sees or changes a thing."""

import pytest

from bot.commands.calls import Pressed
from bot.commands.table import ACTIONS
from bot.core.rights import COORDINATORS, RIGHTS
from tests.buddies.conftest import ELLA, joins
from tests.commands.test_rights import ask, attempts, everything, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

OF_ROUNDS = [one.name for one in ACTIONS if one.noun == "round"]
OF_PAIRS = [one.name for one in ACTIONS if one.noun == "pair"]
OF_COORDINATORS = [
    one for one in RIGHTS if one.startswith("buddy.") and RIGHTS[one] == COORDINATORS
]


async def is_dealt(room: RoomOfPeople) -> None:
    """A round waits, and another goes on."""
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "A new round")


@pytest.mark.parametrize("who", [DEV, BEN, ELLA])
async def test_a_round_is_for_its_own_coordinators(room: RoomOfPeople, who: str) -> None:
    await is_dealt(room)
    before = everything(room, 1)
    for name in (*OF_ROUNDS, *OF_COORDINATORS):
        for subject in (1, 2):
            for said in attempts(name, subject):
                if isinstance(said, Pressed) or who != DEV:
                    answer = shown(ask(room, who, said, "C2" if who == DEV else "C1"))
                    assert "Ben" not in answer, f"{said}: {answer}"
    after = everything(room, 1)
    assert {k: v for k, v in after.items() if k != "draft"} == {
        k: v for k, v in before.items() if k != "draft"
    }


@pytest.mark.parametrize("who", [DEV, ELLA, ANA])
async def test_a_pair_is_for_its_own_people(room: RoomOfPeople, who: str) -> None:
    await is_dealt(room)
    before = everything(room, 1)["paired"]
    for name in OF_PAIRS:
        for said in attempts(name, 1):
            answer = shown(ask(room, who, said, "C2" if who == DEV else "C1"))
            assert "Ben" not in answer, f"{said}: {answer}"
    assert everything(room, 1)["paired"] == before


async def test_what_one_said_of_another_only_they_take_back(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(BEN, "/buddy")
    await room.presses(BEN, "Never with …")
    await room.fills(BEN, {"With whom?": CLEO})
    before = everything(room, 1)["not_with"]
    assert len(before) == 1
    for who in (ANA, CLEO):
        answer = shown(ask(room, who, Pressed("buddy:0:again:1:1"), "C1"))
        assert "out of date" in answer
    assert everything(room, 1)["not_with"] == before
