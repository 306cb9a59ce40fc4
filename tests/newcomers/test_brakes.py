"""Guessing codes, and joining in great numbers, have an end; a right code always works."""

import pytest

from bot.adapters.web.joining import CLASS, HOUR
from bot.core import links
from bot.core.joining import AN_HOUR, MOST
from bot.store import joining, people
from tests.newcomers.wall import Visitor, code_of
from tests.plugins.room import ANA, BEN, RoomOfPeople

HELPS = "I help Northshire STEM teachers with its meetings. I post them; you answer with one click."

ONLY_ONCE = (
    "Do you have a page of mine already? Then press “I use Slack or Discord too” there instead."
)


def fills(room: RoomOfPeople) -> None:
    """As many come into the network by its code as may in an hour."""
    with room.store.write() as db:
        for n in range(MOST):
            row = links.person(db, 1, f"Kim {n}", room.clock.now())
            people.membership(db, 1, row.id or 0).by_code = True  # type: ignore[union-attr]


@pytest.mark.must_hold("B1", 4)
async def test_who_guesses_is_told_to_wait_and_a_right_code_works(room: RoomOfPeople) -> None:
    code, ticks = await code_of(room), [0.0]
    stranger = Visitor(room, code, ticks)
    for n in range(10):
        await stranger.goes(f"/j/CDF-HKM-NP{n}")
        assert stranger.page.status_code == 404
    await stranger.goes("/j/CDF-HKM-NPR")
    assert stranger.page.status_code == 429
    await stranger.goes(f"/j/{code}")  # others sit behind the same address
    assert stranger.page.status_code == 200
    await stranger.goes("/j/CDF-HKM-NPR")
    assert stranger.page.status_code == 429
    ticks[0] += 61
    await stranger.goes("/j/CDF-HKM-NPR")
    assert stranger.page.status_code == 404


@pytest.mark.must_hold("B1", 4)
async def test_who_has_very_many_addresses_is_one_and_closes_nothing(room: RoomOfPeople) -> None:
    crowd = Visitor(room, await code_of(room))
    told = []
    for n in range(61):
        await crowd.comes_from(f"2001:db8::{n:x}").goes("/j/CDF-HKM-NPR")
        told.append(crowd.page.status_code)
    assert told == [404] * 10 + [429] * 51
    await crowd.comes_from("2001:db8:0:1::1").goes("/j/CDF-HKM-NPR")
    assert crowd.page.status_code == 404


async def test_from_one_address_no_more_join_than_a_staff_room_has(room: RoomOfPeople) -> None:
    code, ticks = await code_of(room), [0.0]
    crowd = Visitor(room, code, ticks)
    for address, last in (
        ("8.8.8.8", "Many people have joined just now."),
        ("10.0.0.1", "Welcome"),
    ):
        crowd.comes_from(address)
        for n in range(CLASS):
            await crowd.goes(f"/j/{code}")
            assert "Welcome" in await crowd.joins(f"Kim {n}"), n
        await crowd.goes(f"/j/{code}")
        assert last in await crowd.joins("One more")
    ticks[0] += HOUR
    await crowd.comes_from("8.8.8.8").goes(f"/j/{code}")
    assert "Welcome" in await crowd.joins("Another")


async def test_who_sends_the_page_again_takes_nobodys_place(room: RoomOfPeople) -> None:
    crowd = Visitor(room, await code_of(room)).comes_from("8.8.8.8")
    for n in range(CLASS - 1):
        assert "Welcome" in await crowd.goes_and_joins(f"Kim {n}"), n
    await crowd.goes(crowd.door)
    form = {"name": "Zoe", "agreed": "yes", "once": crowd.once}
    for _ in range(CLASS):  # the second press finds no room, and is the same person
        assert "Welcome, Zoe!" in (await crowd.web.post(crowd.door, data=form)).text
    refused = await crowd.goes_and_joins("One more")

    assert crowd.page.status_code == 429
    assert "Many people have joined just now." in refused
    assert 'value="One more"' in crowd.html
    with room.store.read() as db:
        assert len([name for _, name in people.names(db, 1) if name == "Zoe"]) == 1


async def test_a_network_that_is_full_counts_against_nobodys_address(room: RoomOfPeople) -> None:
    crowd = Visitor(room, await code_of(room)).comes_from("8.8.8.8")
    fills(room)
    for _ in range(CLASS):
        assert "Many people have joined" in await crowd.goes_and_joins("Kim")
    room.clock.jump(AN_HOUR)  # of the network; the address counts by a clock that stood still

    assert "Welcome, Kim!" in await crowd.goes_and_joins("Kim")


async def test_coordinators_read_at_home_that_the_network_is_full(room: RoomOfPeople) -> None:
    await code_of(room)
    full = "100 people have joined by the code within an hour."
    assert full not in await room.says(ANA, "/network")
    fills(room)

    assert full in await room.says(ANA, "/network")
    assert "Who is new" in await room.presses(ANA, "The code")
    assert full not in await room.says(BEN, "/network")
    room.clock.jump(AN_HOUR)
    assert full not in await room.says(ANA, "/network")


async def test_where_the_code_was_ended_the_line_makes_no_new_one(room: RoomOfPeople) -> None:
    await code_of(room)
    fills(room)
    await room.presses(ANA, "End this code")
    full = "100 people have joined by the code within an hour."
    assert full not in await room.says(ANA, "/network")

    await code_of(room, BEN)
    assert full in await room.says(ANA, "/network")
    await room.presses(ANA, "Who is new")
    with room.store.read() as db:
        assert joining.of(db, 1, None) is None


async def test_a_page_of_a_code_takes_no_files(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    said = {"name": (None, "Kim"), "agreed": (None, "yes")}
    assert (await kim.web.post(kim.path, files=said)).status_code == 415


async def test_no_more_join_in_an_hour_than_people_do(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    fills(room)

    assert "Many people have joined just now." in await kim.joins()
    room.clock.jump(AN_HOUR)
    assert "Welcome, Kim!" in await kim.joins()
