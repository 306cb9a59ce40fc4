"""Nobody takes part in rounds who has not said that they would like a buddy."""

from bot.core import buddies
from bot.store import buddies as stored
from tests.buddies.conftest import joins
from tests.plugins.room import BEN, CLEO, RoomOfPeople

HERE = 1


def in_it(room: RoomOfPeople) -> int:
    """How many would like a buddy."""
    with room.store.read() as db:
        return stored.count(db, HERE)


async def test_who_only_pauses_is_in_no_round(room: RoomOfPeople) -> None:
    await room.says(CLEO, "/network join")
    before = in_it(room)
    said = await room.says(CLEO, "/buddy pause until 1 February")
    assert "You are not taking part, so there is nothing to pause." in said
    assert in_it(room) == before
    assert "You are in." in await room.presses(CLEO, "I would like a buddy")
    assert in_it(room) == before + 1


async def test_what_somebody_wishes_who_is_not_in_is_kept_and_they_are_not_in(
    room: RoomOfPeople,
) -> None:
    await room.says(BEN, "/buddy wishes")
    said = await room.fills(BEN, {"How would you like to meet?": "In person"})
    assert "It is kept. You are not taking part yet." in said
    assert "[I would like a buddy]" in said
    assert in_it(room) == 0

    await room.presses(BEN, "I would like a buddy")
    with room.store.read() as db:
        rows = stored.wishes(db, HERE, room.clock.now())
        assert [buddies.wish_of(row).mode for row, _ in rows] == ["face"]


async def test_who_has_left_is_not_in_again_by_a_pause_or_a_wish(room: RoomOfPeople) -> None:
    await joins(room, BEN)
    await room.says(BEN, "/buddy leave")
    assert "nothing to pause" in await room.says(BEN, "/buddy pause until 1 February")
    await room.says(BEN, "/buddy wishes")
    await room.fills(BEN, {"How often?": "In every second round"})
    assert in_it(room) == 0


async def test_a_pause_is_said_once(room: RoomOfPeople) -> None:
    await joins(room, BEN)
    await room.says(BEN, "/buddy pause until 1 February")
    said = await room.fills(BEN)
    assert said.count("You pause until") == 1
    assert "Until then you are in no round." in await room.says(BEN, "/buddy")
