"""Who is on the list by name and comes themselves is one person, once somebody has said so."""

from sqlmodel import select

from bot.commands.calls import Pressed
from bot.core import directory
from bot.core.imports import Ways
from bot.store.tables import Member, Membership, Profile
from tests.commands.test_rights import ask, shown
from tests.imports.desks import takes
from tests.newcomers.wall import EVE, STAFFROOM, code_of
from tests.plugins.room import ANA, BEN, RoomOfPeople

NORTHSHIRE = 1
LIST = b"Name;School\nEVE;Hill School\nSam Fox;Dale School\n"


async def comes(room: RoomOfPeople, people: bytes = LIST) -> str:
    """Eve is on a list, and then comes herself; returns her own page."""
    takes(room.store, NORTHSHIRE, people, Ways({}, "other"))
    await room.says(EVE, f"/network join {await code_of(room, BEN)}", STAFFROOM)
    await room.presses(EVE, "Join, and write to me")
    return await room.says(EVE, "/network", STAFFROOM)


async def page_of(room: RoomOfPeople) -> str:
    """Who is new, as Ana sees it."""
    await room.says(ANA, "/network invite")
    return await room.presses(ANA, "Who is new")


def known(room: RoomOfPeople) -> list[str]:
    """Everybody on the list, by name."""
    with room.store.read() as db:
        return [one.seen.name for one in directory.everybody(db, NORTHSHIRE)]


async def test_nobody_is_asked_for_a_name_is_taken_freely(room: RoomOfPeople) -> None:
    assert "list" not in await comes(room)
    assert "Hill School" not in await room.says(EVE, "/profile", STAFFROOM)


async def test_of_two_who_are_called_so_nothing_is_said(room: RoomOfPeople) -> None:
    await comes(room, b"Name;School\nEve;Hill School\nEve;Dale School\n")

    assert "by name" not in await page_of(room)


async def test_a_coordinator_sees_who_may_be_twice(room: RoomOfPeople) -> None:
    await comes(room)

    page = await page_of(room)
    assert "On the list by name, and here with an account:\n[Eve: one person?]" in page
    asked = await room.presses(ANA, "Eve: one person?")
    assert "Is Eve on the list the same person as who has come?" in asked
    assert "This cannot be undone." in asked
    assert "Eve is one person now." in await room.presses(ANA, "Yes, one person")
    assert known(room) == ["Ana", "Ben", "Cleo", "Eve", "Sam Fox"]
    assert "by name" not in await page_of(room)
    again = shown(ask(room, ANA, Pressed("network:1:same-one-now:5-7"), "C1"))
    assert "They are one person already" in again
    assert "out of date" in shown(ask(room, ANA, Pressed("network:1:same-one-now:98-99"), "C1"))


async def test_nobody_else_makes_one_of_two(room: RoomOfPeople) -> None:
    await comes(room)
    before = known(room)

    for press in ("same-one:5-7", "same-one-now:5-7"):
        ask(room, BEN, Pressed(f"network:1:{press}"), "C1")
    assert known(room) == before


async def test_nothing_is_shown_that_a_list_said_and_nobody_agreed_to(room: RoomOfPeople) -> None:
    await comes(room, b"Name;School;Strengths\nEVE;Secret School;robotics\n")
    with room.store.write() as db:
        eve = db.first(select(Member.id).where(Member.name == EVE))
        row = db.first(select(Membership).where(Membership.member_id == eve))
        assert row
        assert eve
        row.shares = "work help"
        db.add(Profile(member_id=eve, works_as="primary"))
    await page_of(room)
    await room.presses(ANA, "Eve: one person?")
    await room.presses(ANA, "Yes, one person")

    assert "Secret School" not in await room.says(BEN, "/network people Robotics")
    assert "Secret School" not in await room.says(BEN, "/network people")
