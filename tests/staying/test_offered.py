"""Who can be picked to look after a network: people of it, and who could not do so already."""

from bot.commands.calls import Pressed
from bot.ui import Form, PersonPick
from tests.commands.test_rights import ask
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople


def offered(room: RoomOfPeople, verb: str) -> tuple[str, ...] | None:
    """Who can be picked in a form of Ana's."""
    form = ask(room, ANA, Pressed(f"network:1:{verb}"), "C1")
    assert isinstance(form, Form)
    return next(field.among for field in form.fields if isinstance(field, PersonPick))


async def test_only_people_of_the_network_are_offered(room: RoomOfPeople) -> None:
    assert await room.says(DEV, "/network")
    here = {"U1", "U2", "U3"}
    assert set(offered(room, "deputy") or ()) == set(offered(room, "hand-to") or ()) == here
    assert set(offered(room, "instead") or ()) == here - {"U1"}
    await room.has_deputy(BEN)
    assert offered(room, "instead") == ("U3",)
