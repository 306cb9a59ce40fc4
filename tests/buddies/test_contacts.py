"""How people get to each other: a conversation, a name to press, or contacts that both agree to."""

from sqlmodel import update

from bot.store.tables import Place
from tests.buddies.conftest import joins
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def are_told(room: RoomOfPeople) -> None:
    """Ana introduces a round, and they hear of it."""
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)


async def apart(room: RoomOfPeople) -> None:
    """Ben and Cleo are buddies, and not both where the network is at home."""
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    with room.store.write() as db:
        db.execute(update(Place).values(workspace="elsewhere"))
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)


async def agrees(room: RoomOfPeople, who: str, contact: str) -> str:
    """Somebody says how they can be reached."""
    await room.presses(who, "Yes, tell them")
    return await room.fills(who, {"How can your buddy reach you?": contact})


async def test_both_hear_it_once_both_have_agreed(room: RoomOfPeople) -> None:
    await apart(room)
    assert "May Cleo know how to reach you?" in room.inbox(BEN)[-1]

    said = await agrees(room, BEN, "ben@hilltop.example")
    assert "As soon as they agree too" in said
    assert "ben@hilltop.example" not in "".join(room.inbox(CLEO))
    await agrees(room, CLEO, "01632 960001")
    await room.passes(hours=6)
    assert "You reach Cleo by: 01632 960001" in room.inbox(BEN)[-1]
    assert "You reach Ben by: ben@hilltop.example" in await room.says(CLEO, "/buddy")


async def test_of_a_no_the_other_hears_nothing_and_a_coordinator_can_help(
    room: RoomOfPeople,
) -> None:
    await apart(room)
    await agrees(room, BEN, "ben@hilltop.example")
    before, told = await room.says(BEN, "/buddy"), room.inbox(BEN)
    said = await room.presses(CLEO, "No, thanks")
    assert "That is fine. I tell them nothing of it." in said
    await room.passes(hours=6)

    assert room.inbox(BEN) == told
    assert await room.says(BEN, "/buddy") == before
    assert "As soon as they agree too" in before
    assert "A coordinator can bring you together: Ana. Just ask." in before
    page = await room.says(CLEO, "/buddy")
    assert "A coordinator can bring you together: Ana. Just ask." in page
    assert "ben@hilltop.example" not in page


async def test_others_cannot_press_for_them(room: RoomOfPeople) -> None:
    await apart(room)
    for who in (ANA, DEV):
        assert "Ben" not in await room.says(who, "/buddy")
    pressed = room.inbox(BEN)[-1]
    assert "[Yes, tell them]" in pressed


async def test_what_is_empty_is_asked_back(room: RoomOfPeople) -> None:
    await apart(room)
    assert "Please write how they can reach you." in await agrees(room, BEN, " ")


async def test_who_wants_no_private_messages_finds_it_on_their_page(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(CLEO, "/network settings")
    await room.presses(CLEO, "No, thank you")
    await room.says(ANA, "/buddy round")
    said = await room.presses(ANA, "Introduce them")
    assert "1 person wants no private messages, and finds it under /buddy." in said
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)

    assert "You go together with Cleo.\nPress the name to write to @Cleo." in room.inbox(BEN)[-1]
    assert not room.inbox(CLEO)
    assert "You go together with Ben.\nPress the name" in await room.says(CLEO, "/buddy")


async def test_a_conversation_that_cannot_be_opened(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    room.world.gone.add(CLEO)
    await are_told(room)
    await room.passes(days=1)

    assert "In the next round you come first" in room.inbox(BEN)[-1]  # Cleo has gone
    told = [one for one in room.inbox(BEN) if "You go together with Cleo." in one]
    assert "Press the name to write to @Cleo." in told[-1]
    assert "conversation of your own" not in await room.says(BEN, "/buddy")
    assert "could not" not in await room.says(ANA, "/network")


async def test_who_has_not_said_whether_they_may_be_written_to_is_asked(
    room: RoomOfPeople,
) -> None:
    await room.says(CLEO, "/network settings")
    await room.presses(CLEO, "No, thank you")
    said = await room.says(CLEO, "/buddy join")
    assert "You are in. May I write to you privately when you have a buddy?" in said
    await room.presses(CLEO, "Yes, write to me")
    assert "You are in. I tell you when you have a buddy." in await room.says(CLEO, "/buddy join")
