"""A yes to look after a network counts once, and only while who asked may still ask."""

from sqlmodel import select

from bot.commands.calls import Pressed
from bot.store.tables import Duty
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def test_who_has_left_makes_nobody_a_deputy(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.names(CLEO)
    await room.leaves(ANA)
    said = await room.says(CLEO, "/network")

    assert "That is fine" not in said
    assert "Coordinators: Ben" in said


async def test_a_yes_that_is_pressed_twice_is_one(room: RoomOfPeople) -> None:
    await room.names(CLEO)
    await room.says(CLEO, "/network")
    said = await room.presses(CLEO, "That is fine")

    with room.store.read() as db:
        duty = db.first(select(Duty.id))
    again = shown(ask(room, CLEO, Pressed(f"network:1:accept:{duty}"), "C1"))
    assert said.splitlines()[0] in again


async def test_who_answers_somebody_who_may_not_be_written_to_is_asked_to_tell_them(
    room: RoomOfPeople,
) -> None:
    for press in ("That is fine", "No, thank you"):
        await room.names(CLEO)
        await room.says(CLEO, "/network")
        said = await room.presses(CLEO, press)
        assert "I may not write to Ana privately: please tell them yourself." in said
        await room.says(ANA, "/network settings")
        await room.presses(ANA, "People")
        if press == "That is fine":
            await room.presses(ANA, "Take that back")
