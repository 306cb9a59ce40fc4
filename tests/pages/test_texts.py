"""Invitations as plain text, pages that a coordinator makes, and what is done where there are no
pages.
"""

import pytest

from bot.house import TheHouse
from tests.pages.desk import given
from tests.plugins.room import ANA, BEN, CLEO, KEYS, PUBLIC, RoomOfPeople


async def fuller(room: RoomOfPeople) -> None:
    """A meeting with all that an invitation tells."""
    await room.plan(**{"What is it about?": "Bring one robot."})
    await room.says(ANA, "/agenda propose Line followers, 40 min")
    await room.fills(ANA, {"Who leads it?": "I lead it", "What do people do?": "hands-on"})
    await room.says(ANA, "/meeting places")
    places = {
        "When does it end?": "17:30",
        "How do people come?": "In the room or online",
        "The link of the call": "https://call.example/secret",
    }
    await room.fills(ANA, places)


@pytest.mark.parametrize("who", [ANA, BEN])
async def test_a_member_and_a_coordinator_copy_it_as_text(room: RoomOfPeople, who: str) -> None:
    await fuller(room)
    shown = await room.presses(who, "Copy as text")

    mail, _, short = shown.partition("For a messenger:")
    assert mail.splitlines()[2:] == [
        "Northshire STEM teachers invites you: Robotics twilight",
        "",
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Until: 17:30 (London)",
        "Where: Room 12, or online",
        "",
        "Bring one robot.",
        "",
        "Agenda:",
        "16:00 Line followers (40 min, hands-on)",
        "",
        "Please write back: do you come, or does it depend on being released?",
        "---",
    ]
    assert short.splitlines()[1] == (
        "Robotics twilight: Tuesday 1 December 2026, 16:00 (London), until 17:30, Room 12."
        " Please write back: do you come, or does it depend on being released?"
    )
    assert "call.example" not in shown
    assert ("[A page for somebody] [Enter a list of names]" in shown) is (who == ANA)


async def test_it_is_in_the_networks_language(room: RoomOfPeople) -> None:
    await room.plan()
    await room.settings("The network")
    await room.presses(ANA, "Name, language, clocks")
    await room.fills(ANA, {"Which language shall I write in?": "Deutsch"})

    shown = await room.presses(BEN, "Copy as text")
    assert "Northshire STEM teachers lädt dich ein: Robotics twilight" in shown
    assert "For a messenger:" in shown


async def test_a_head_gets_a_page(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting page")
    head = given(room, await room.fills(ANA, {"What is their name?": "  Jo   Head "}))

    assert "Saved: Yes" in (await head.opens()) + await head.presses("Yes")
    assert "A page for Jo Head" in head.html
    assert "Northshire STEM teachers" in head.html
    listed = await room.presses(ANA, "Pages")
    assert "Jo Head" in listed
    assert "A new address" not in listed  # what Jo has said is for Jo


async def test_who_has_not_answered_gets_a_new_address(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting page")
    head = given(room, await room.fills(ANA, {"What is their name?": "Jo Head"}))
    assert "Jo Head\n[A new address]" in await room.presses(ANA, "Pages")

    again = given(room, await room.presses(ANA, "A new address"))
    await head.opens()
    assert head.page.status_code == 404
    assert "Do you come?" in await again.opens()


async def test_the_same_whole_name_is_the_same_person(room: RoomOfPeople) -> None:
    await room.plan()
    for name in ("Jo Head", "jo head", "Jo", "Jo"):
        await room.says(ANA, "/meeting page")
        await room.fills(ANA, {"What is their name?": name})

    listed = await room.presses(ANA, "Pages")
    assert [line for line in listed.splitlines() if line.startswith("Jo")] == [
        "Jo",
        "Jo",
        "Jo Head",
    ]


async def test_a_name_is_needed(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting page")
    assert "Please write a name." in await room.fills(ANA, {"What is their name?": " "})


async def test_where_there_are_no_pages_a_sentence_says_what_to_do(room: RoomOfPeople) -> None:
    house = TheHouse(room.store, now=room.clock.now, keys=KEYS, wake=lambda: None)
    room.stage.house = house
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    shown = await room.fills(BEN, {"Who comes for you?": "Kim"})
    assert "Send Kim this; a coordinator ticks them at the meeting." in shown
    assert "Please write back" in shown
    await room.says(ANA, "/meeting page")
    shown += await room.fills(ANA, {"What is their name?": "Jo Head"})
    assert "so Jo Head cannot answer alone. Send this, and enter the answer yourself." in shown
    shown += await room.presses(CLEO, "Copy as text")
    shown += await room.presses(ANA, "Copy as text")
    assert "What people write back you can enter for all of them at once." in shown

    assert "/p/" not in shown
    assert "A page for somebody" not in shown
    assert PUBLIC not in shown
    assert "Kim (for Ben)" in (await room.presses(ANA, "Who is coming"))
