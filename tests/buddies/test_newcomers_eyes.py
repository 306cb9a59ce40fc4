"""What somebody who plans a round for the first time looks for."""

from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def introduces(room: RoomOfPeople) -> None:
    """Ana introduces a round, now."""
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(hours=1)


async def test_a_round_that_does_not_come_uses_up_no_number(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await introduces(room)
    for _ in range(2):
        await room.says(ANA, "/buddy round")
        assert "Buddies: round 2" in await room.presses(ANA, "A new round")
        await room.presses(ANA, "Not this time")


async def test_a_trio_goes_on_as_a_trio(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA)
    await introduces(room)
    assert "\n1 group of three: 3 people. The round ends" in await room.says(ANA, "/buddy round")


async def test_a_new_round_says_what_it_ends(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await introduces(room)
    await room.says(ANA, "/buddy round")
    said = await room.presses(ANA, "A new round")
    assert "This ends the round that goes on until Thursday 31 December 2026." in said


async def test_where_nobody_goes_together_there_is_no_way_to_introduce_them(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO)
    for who in (BEN, CLEO):
        await room.says(who, "/profile school")
        await room.fills(who, {"Name of the school": "Hilltop School"})
    said = await room.says(ANA, "/buddy round")
    assert "No two of those who would like a buddy go together as things are set." in said
    assert "[Introduce them]" not in said


async def test_what_was_ruled_out_has_a_way_back(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Change")
    said = await room.presses(ANA, "Not these this time")
    assert "[Not together this time] [Buddy settings]" in said
    said = await room.presses(ANA, "Deal again")
    assert "It came out the same. Whom you ruled out stays apart." in said
    said = await room.presses(ANA, "Not together this time")
    assert said.splitlines()[1:3] == ["Ben and Cleo", "[May go together again]"]
    said = await room.presses(ANA, "May go together again")
    assert "1 pair: 2 people." in said
    assert "[Not together this time]" not in said


async def test_how_near_it_is_to_the_best_is_said_after_a_change_too(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    for who in (BEN, CLEO):
        await room.says(who, "/profile topics")
        await room.fills(who, {"What do you teach?": "Physics"})
    best = "No other round would suit people better."
    assert best in await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Change")
    assert best in await room.presses(ANA, "Keep them together")
    await joins(room, ANA)
    assert best in await room.says(ANA, "/buddy round")
