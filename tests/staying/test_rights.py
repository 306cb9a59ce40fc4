"""Of what is asked and offered in a network only whom it concerns sees or changes a thing."""

import pytest

from bot.commands.calls import Pressed, Sent, Typed
from tests.commands.forms import FORMS
from tests.commands.test_rights import ask, attempts, everything, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

ACTIONS = (
    "network.away",
    "network.back",
    "network.stand-in",
    "network.stand-in-yes",
    "network.stand-in-no",
    "network.accept",
    "network.decline",
    "network.deputy",
    "network.dismiss",
    "network.hand-over",
    "network.hand-over-file",
    "network.hand-to",
    "network.left-school",
)
SECRETS = ("Ana", "Ben", "Cleo", "Northshire", "Robotics")

pytestmark = pytest.mark.must_hold("B1", 4)


async def asked_of_all(room: RoomOfPeople) -> None:
    """Ana is away and has asked Ben to take over; Cleo offers to stand in."""
    await room.plan()
    for who in (BEN, CLEO):
        await room.says(who, "/network join")
    ask(room, ANA, Sent("network:1:hand-to", {"who": ("U2",), "after": ("member",)}), "C1")
    ask(room, ANA, Sent("network:1:away", FORMS["network.away"]), "C1")
    ask(room, CLEO, Sent("network:1:stand-in", FORMS["network.stand-in"]), "C1")


async def test_another_network_sees_and_changes_nothing(room: RoomOfPeople) -> None:
    await asked_of_all(room)
    before = everything(room, 1)
    assert len(before["duty"]) == 2
    assert len(before["absence"]) == 1
    for name in ACTIONS:
        for said in attempts(name, 1):
            for more in ("", ":1", ":2"):
                again = Pressed(f"{said.action}{more}") if isinstance(said, Pressed) else said
                answer = shown(ask(room, DEV, again, "C2"))
                assert not [one for one in SECRETS if one in answer], f"{again}: {answer}"
    assert everything(room, 1) == before


async def test_nobody_answers_what_others_were_asked(room: RoomOfPeople) -> None:
    await asked_of_all(room)
    before = everything(room, 1)
    for who, action in (
        (CLEO, "accept:1"),  # Ben was asked
        (CLEO, "decline:1"),
        (ANA, "accept:1"),
        (ANA, "decline:1"),
        (BEN, "accept:2"),  # Cleo has offered
        (CLEO, "accept:2"),
        (CLEO, "stand-in-yes:2"),  # a coordinator says yes
        (BEN, "stand-in-yes:2"),
        (BEN, "stand-in-no:2"),
        (ANA, "stand-in-yes:1"),  # that is no offer
        (BEN, "back:1"),  # Ana says that she is back
        (CLEO, "dismiss:1"),
        (CLEO, "hand-over-file"),
    ):
        ask(room, who, Pressed(f"network:1:{action}"), "C1")
    other = {"until": ("2026-12-20",), "who": ("U1",), "instead": ("U3",)}
    ask(room, ANA, Typed("network", "hand-over"), "C1")

    assert everything(room, 1) == before
    # A member says it of nobody else, and names nobody: these fields are not theirs.
    ask(room, CLEO, Sent("network:1:away", other), "C1")
    after = everything(room, 1)
    assert after["duty"] == before["duty"]
    assert len(after["absence"]) == 2


async def test_a_guest_of_another_organisation_offers_in_vain(bare_room: RoomOfPeople) -> None:
    room = bare_room
    room.world.outsiders.add(CLEO)
    await room.begin()

    said = shown(ask(room, CLEO, Sent("network:1:stand-in", FORMS["network.stand-in"]), "C1"))
    assert "Only a coordinator" in said
    assert not everything(room, 1)["duty"]
