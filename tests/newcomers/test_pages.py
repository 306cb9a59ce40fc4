"""The page of who joined without an account: of one network, its told meetings, and its time."""

from datetime import timedelta
from io import StringIO

import pytest

from bot.commands import visits
from bot.core import people
from bot.store import people as stored_people
from tests.newcomers.wall import EVE, STAFFROOM, Visitor, code_of, leaves
from tests.plugins.room import ANA, DEV, RoomOfPeople

pytestmark = pytest.mark.must_hold("B1", 4)


async def on_own_page(room: RoomOfPeople) -> Visitor:
    """Kim has joined, and is on her own page."""
    kim = Visitor(room, await code_of(room))
    await kim.joins()
    await kim.goes_to_own_page()
    return kim


async def test_she_acts_on_what_people_were_told_and_on_nothing_else(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting plan Secret supper, 2.12.2026 18:00")
    await room.fills(ANA)
    kim = await on_own_page(room)

    assert "Secret supper" not in kim.words
    for action in (
        "rsvp:2:yes", "page:2:meeting", "meeting:0:plan", "network:1:join", "network:1:invite",
        "network:0:settings", "page:0:member:2", "page:0:member", "network:1:leave:x", "", "x",
    ):  # fmt: skip
        for way in ("action", "form"):
            await kim.sends(**{way: action})
            assert kim.page.status_code == 404, (way, action)
    assert "Robotics twilight" in await kim.sends(action="page:1:meeting")
    assert "Agenda" in await kim.sends(action="agenda:1:show")


async def test_she_reads_no_names(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/rsvp yes")
    kim = await on_own_page(room)

    assert "Ana" not in await kim.sends(action="rsvp:1:who")
    assert kim.page.status_code == 200


async def test_one_press_takes_nobody_out(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await on_own_page(room)

    assert "Do you want to leave" in await kim.presses("Leave this network")
    assert "Robotics twilight" in await kim.presses("No, stay")


async def test_she_reads_the_notes_of_meetings(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await on_own_page(room)
    await room.passes(days=8, hours=8)
    await room.says(ANA, "/notes write")
    await room.fills(ANA, {"What was said?": "We tried line followers."})
    await room.presses(ANA, "Add something to do")
    await room.fills(ANA, {"What is to be done?": "Order kits", "Who does it?": "I do it"})
    await room.passes(minutes=5)
    await kim.opens()

    told = await kim.presses("Notes")
    assert "We tried line followers." in told
    assert "Order kits" in told
    assert "Ana" not in told
    await leaves(kim)
    await kim.sends(action="notes:1:read")
    assert kim.page.status_code == 404


async def test_coordinators_find_her_among_all_names(room: RoomOfPeople) -> None:
    await on_own_page(room)
    assert "4 people are in the network." in await room.says(ANA, "/network people")
    assert "4 people are on the list." in await room.says(ANA, "/network hand-over")
    await room.says(ANA, "/network people")

    assert "Kim: joined by a code, since" in await room.presses(ANA, "All names")


async def test_whoever_leaves_is_out_but_for_their_own_data(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await on_own_page(room)
    told = await leaves(kim)

    assert told.splitlines()[1:4] == [
        "You are not in Northshire STEM teachers any more.",
        "What I keep about you can be seen, copied and erased here.",
        "Come back",
    ]
    assert "Robotics" not in await kim.opens()
    assert "Come back" in kim.words
    for action in ("rsvp:1:yes", "page:1:meeting", "page:0:member:1", "network:1:leave-now"):
        assert "Robotics" not in await kim.sends(action=action)
        assert kim.page.status_code == 404, action
    await kim.presses_on_first("What do you keep about me?")
    await kim.presses("Erase everything")
    assert "What I held about you is gone here" in await kim.presses("Yes, erase everything")
    await kim.opens()
    assert kim.page.status_code == 404


async def test_whoever_left_comes_back_by_their_page(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await on_own_page(room)
    await leaves(kim)
    await room.passes(days=1)

    assert "You are in Northshire" in await kim.presses_on_first("Come back")
    assert "Robotics twilight" in await kim.presses("Go there")


async def test_whoever_was_taken_off_does_not_come_back_by_it(room: RoomOfPeople) -> None:
    kim = await on_own_page(room)
    now = room.clock.now()
    with room.store.write() as db:
        known = next(key for key, name in stored_people.names(db, 1) if name == "Kim")
        people.leave(db, 1, known, now, declined=False)

    assert "You are not in Northshire" in await kim.opens()
    assert "Come back" not in kim.words
    await kim.sends(action="network:1:join")
    assert kim.page.status_code == 404


async def test_her_page_ends_after_a_year(room: RoomOfPeople) -> None:
    kim = await on_own_page(room)
    room.clock.jump(visits.LASTS - timedelta(minutes=1))
    assert "Northshire" in await kim.opens()
    room.clock.jump(timedelta(minutes=1))
    await kim.opens()

    assert kim.page.status_code == 404


async def test_no_name_and_no_code_stands_in_the_log(room: RoomOfPeople, logged: StringIO) -> None:
    code = await code_of(room)
    kim = Visitor(room, code)
    await kim.joins()
    await kim.goes_to_own_page()
    await Visitor(room, "CDF-HKM-NPR").opens()

    for secret in ("Kim", code, "CDF-HKM-NPR", kim.path):
        assert secret not in logged.getvalue()


async def test_a_code_can_be_said_to_the_bot_in_plain_words(room: RoomOfPeople) -> None:
    code = await code_of(room)
    told = await room.says(EVE, f"@convenor join {code}", STAFFROOM)

    assert told.startswith("This code leads to Northshire STEM teachers.")
    assert "leads to" not in await room.says(DEV, "@convenor join us for tea")
