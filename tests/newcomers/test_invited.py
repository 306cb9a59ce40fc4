"""A member's own invitation: who invited whom is kept, and seen by the coordinator and the newcomer
only; and nobody comes in by what is not for them.
"""

import json

import pytest
from sqlmodel import select

from bot.commands.calls import Pressed
from bot.core.joining import SIGNS, read, spelled
from bot.store import people, register
from bot.store.tables import JoinCode, Membership
from tests.commands.test_rights import ask, everything, shown
from tests.newcomers.wall import EVE, STAFFROOM, Visitor, code_of
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def invited(room: RoomOfPeople) -> str:
    """Eve has come in by Ben's code; returns it."""
    code = await code_of(room, BEN)
    await room.says(EVE, f"/network join {code}", STAFFROOM)
    await room.presses(EVE, "Join, do not write")
    return code


def number(room: RoomOfPeople, name: str) -> int:
    """A person's number."""
    with room.store.read() as db:
        rows = people.still_here(db, 1)
        return next(one for one in rows if people.name(db, one) == name)


async def test_the_newcomer_and_the_coordinator_see_whose_invitation_it_was(
    room: RoomOfPeople,
) -> None:
    code = await code_of(room, BEN)
    told = await room.says(EVE, f"/network join {code}", STAFFROOM)
    assert told.startswith("Ben invites you to Northshire STEM teachers.")
    told = await room.presses(EVE, "Join, do not write")

    assert "Ben invited you." in told
    await room.says(ANA, "/network invite")
    assert "invited by Ben" in await room.presses(ANA, "Who is new")
    await room.says(BEN, "/network invite")
    for who, text in ((CLEO, "/network"), (BEN, "/network settings"), (CLEO, "/network invite")):
        assert "invited by" not in await room.says(who, text)


async def test_a_members_code_ends_with_them(room: RoomOfPeople) -> None:
    code = await code_of(room, BEN)
    assert await code_of(room, BEN) == code != await code_of(room, CLEO) != await code_of(room)
    await room.leaves(BEN)

    assert "I know no such code" in await room.says(DEV, f"/network join {code}")
    visitor = Visitor(room, code)
    await visitor.opens()
    assert visitor.page.status_code == 404


@pytest.mark.must_hold("B1", 3)
@pytest.mark.parametrize("who", [BEN, EVE])
async def test_who_invited_whom_is_erased_with_either(room: RoomOfPeople, who: str) -> None:
    await invited(room)
    of_ben = number(room, BEN)
    room_of = STAFFROOM if who == EVE else "northshire"
    await room.says(who, "/privacy erase", room_of)
    await room.presses(who, "Yes, erase everything")

    with room.store.read() as db:
        assert of_ben not in db.all(select(Membership.invited_by))
        assert (who == BEN) == (not db.all(select(JoinCode)))


async def test_an_ended_invitation_names_nobody(room: RoomOfPeople) -> None:
    await code_of(room, BEN)
    await room.presses(BEN, "End this code")
    with room.store.read() as db:
        assert db.all(select(JoinCode.member_id, JoinCode.ended)) == [(None, True)]


async def test_the_export_tells_the_newcomer_and_not_the_other(room: RoomOfPeople) -> None:
    await invited(room)
    of_ben, of_eve = number(room, BEN), number(room, EVE)
    with room.store.read() as db:
        eves, bens = register.export(db, of_eve), register.export(db, of_ben)

    assert [row["invited_by"] for row in eves["membership"]] == [of_ben]
    assert str(of_eve) not in {str(row.get("member_id")) for row in bens["membership"]}
    assert "CDF" not in json.dumps(bens)
    assert len(bens["joincode"]) == 1


@pytest.mark.must_hold("B1", 4)
async def test_nobody_ends_or_makes_the_code_of_another_network(room: RoomOfPeople) -> None:
    await invited(room)
    await code_of(room)
    before = everything(room, 1)
    for action in ("invite", "invite-new", "invite-end", "host:yes", "hosted:yes", "newcomers"):
        answer = shown(ask(room, DEV, Pressed(f"network:1:{action}"), "C2"))
        assert answer.startswith("I cannot find that any more."), action

    assert everything(room, 1) == before
    ask(room, BEN, Pressed("network:1:invite-end"), "C1")  # his own, not the network's
    with room.store.read() as db:
        left = db.all(select(JoinCode.member_id).where(JoinCode.ended == False))  # noqa: E712 -- SQL
        assert left == [None]


@pytest.mark.must_hold("B1", 4)
async def test_a_code_that_is_none_tells_nothing(room: RoomOfPeople) -> None:
    code = await code_of(room)
    for wrong in ("", "CDF", code[:-1], f"{code}C", "É" * 9, "'; --", "CDF-HKM-NPR", "x" * 4000):
        pressed = Pressed(f"network:0:enter:{wrong}:yes")
        assert "Northshire" not in shown(ask(room, DEV, pressed, "C2"))
        if wrong:
            assert "Northshire" not in await room.says(DEV, f"/network join {wrong}")


def test_a_code_is_read_however_it_is_written() -> None:
    code = SIGNS[:9]
    for typed in (spelled(code), spelled(code).lower(), f" {code[:4]} {code[4:]} ", f"{code}."):
        assert read(typed) == code
    for typed in ("", code[:8], f"{code}C", "ABCDEFGHI", "CDFHJKLM0"):
        assert read(typed) == ""
