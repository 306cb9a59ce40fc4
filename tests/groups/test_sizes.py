"""The size of the groups can be typed; where it would be one group of all, it says so."""

import pytest

from bot.core.groups import size_of
from tests.groups.ground import NAMES, planned, the_groups
from tests.plugins.room import ANA, RoomOfPeople


async def test_groups_of_four_are_typed(room: RoomOfPeople) -> None:
    await planned(room)
    told = await room.says(ANA, "/meeting groups of 4")
    assert "12 people who come, in groups." in told
    with room.store.read() as db:
        fours = the_groups(db)
    assert [len(group) for group in fours] == [4, 4, 4]

    await room.says(ANA, "/meeting groups of 4 robotics")
    with room.store.read() as db:
        assert the_groups(db) == fours
    await room.says(ANA, "/meeting groups robotics of 2")
    with room.store.read() as db:
        assert [len(group) for group in the_groups(db)] == [2] * 6


async def test_a_size_that_cannot_be_is_told(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:4])
    told = await room.says(ANA, "/meeting groups of 5")
    assert told == "Groups can have 2, 3 or 4 people. Type: /meeting groups 4"
    told = await room.says(ANA, "/meeting groups of 4")
    assert "So far there are 4 people: that would be one group of all.\n[Pairs]" in told
    told = await room.presses(ANA, "Pairs")
    assert "[Groups of 3]" in told
    assert "[Groups of 4]" not in told


async def test_which_meeting_is_asked_and_the_size_is_kept(room: RoomOfPeople) -> None:
    await planned(room)
    await room.says(ANA, "/meeting plan Chess, 8.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    assert "Which meeting do you mean?" in await room.says(ANA, "/meeting groups of 4")
    await room.presses(ANA, "This one")
    with room.store.read() as db:
        assert [len(group) for group in the_groups(db)] == [4, 4, 4]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("of 4", (4, "")),
        ("3", (3, "")),
        ("of 3 Robotics", (3, "Robotics")),
        ("Robotics of 3", (3, "Robotics")),
        ("von 4 Löten", (4, "Löten")),
        ("de 3", (3, "")),
        ("di 2", (2, "")),
        ("4 hengen", (4, "")),
        ("Robotics 3", (0, "Robotics 3")),
        ("", (0, "")),
    ],
)
def test_the_size_stands_before_or_after_the_title(typed: str, found: tuple[int, str]) -> None:
    assert size_of(typed) == found
