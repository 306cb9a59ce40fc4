"""A page that somebody else gave out is no place for what is private; made one's own, it is."""

import re

import pytest
from starlette.responses import Response

from bot.adapters.web.again import MOST, SHOWN_FOR, Again
from bot.core import links
from bot.core.people import number
from bot.store import people
from tests.pages.desk import Browser, given
from tests.pages.test_links import makes, named, press
from tests.plugins.room import ANA, BEN, RoomOfPeople

pytestmark = pytest.mark.must_hold("B1", 4)


async def test_an_address_that_somebody_else_was_shown_tells_and_erases_nothing(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    kim = given(room, await makes(room, "Kim Lee"))
    await kim.opens()
    await kim.presses("Yes")
    for action in ("privacy:0:export", "privacy:0:erase", "privacy:0:erase-now", "page:1:link"):
        await kim.sends(action=action)
        assert kim.page.status_code == 404, action
    await kim.sends(form="reflect:1:back", worth="much")
    assert kim.page.status_code == 404
    await kim.opens()
    assert "Take it along" not in await kim.presses("What do you keep about me?")


async def test_a_page_is_made_ones_own_and_nobody_else_has_its_address(room: RoomOfPeople) -> None:
    await room.plan()
    kim = given(room, await makes(room, "Kim Lee"))
    before = Browser(room, kim.path.rpartition("/")[2])
    await kim.opens()
    told = await kim.takes()

    assert "The address that somebody gave you does not work any more." in told
    await before.opens()
    assert before.page.status_code == 404
    assert "Make this page mine alone" not in await kim.opens()
    await kim.sends(action="privacy:0:export")
    assert kim.page.headers["content-type"] == "application/zip"
    member = max(row for row in range(1, 20) if named(room, row) == "Kim Lee")
    assert "nobody else gets an address for it" in press(room, ANA, f"page:1:again:{member}")
    await room.says(ANA, "/meeting page")
    other = given(room, await room.fills(ANA, {"What is their name?": "Kim Lee"}))
    assert "Do you come?" in await other.opens()
    assert "Do you come?" in await kim.opens()


async def test_who_comes_only_by_a_link_reads_of_no_account(room: RoomOfPeople) -> None:
    await room.plan()
    kim = given(room, await makes(room, "Kim Lee"))
    await kim.opens()
    await kim.takes()
    await kim.opens()

    said = await kim.presses("What do you keep about me?")
    assert "Your name, language and time zone" in said
    assert "account" not in said


async def test_who_presses_twice_sees_the_address_again_and_nobody_else(room: RoomOfPeople) -> None:
    await room.plan()
    kim = given(room, await makes(room, "Kim Lee"))
    await kim.opens()
    once = re.findall(r'name="once" value="(\w+)"', kim.html)[0]
    press_ = {"action": "page:1:own", "once": once}
    told = [(await kim.web.post(kim.path, data=press_)).text for _ in range(2)]

    assert told[0] == told[1]
    assert "/p/" in told[0]
    for other in ({"once": "0" * 16}, {"once": ""}):
        page = await kim.web.post(kim.path, data=press_ | other)
        assert page.status_code == 404
    assert "Do you come?" in await given(room, told[0]).opens()


async def test_after_minutes_nothing_of_it_is_kept(room: RoomOfPeople) -> None:
    await room.plan()
    given_out, ticks = given(room, await makes(room, "Kim Lee")).path.rpartition("/")[2], [0.0]
    kim = Browser(room, given_out, lambda: ticks[0])
    await kim.opens()
    once = re.findall(r'name="once" value="(\w+)"', kim.html)[0]
    press_ = {"action": "page:1:own", "once": once}
    await kim.web.post(kim.path, data=press_)
    ticks[0] += SHOWN_FOR - 1
    assert (await kim.web.post(kim.path, data=press_)).status_code == 200

    ticks[0] += 1
    assert (await kim.web.post(kim.path, data=press_)).status_code == 404


def test_only_the_latest_pages_are_kept() -> None:
    ticks = [0.0]
    again = Again(lambda: ticks[0])
    for n in range(MOST + 1):
        again.keep(("p", str(n)), Response())
    assert len(again) == MOST
    assert again.of(("p", "0")) is None

    ticks[0] += SHOWN_FOR
    again.forget()
    assert len(again) == 0


async def test_who_made_a_page_is_erased_and_it_is_no_more_its_persons_own(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    kim = given(room, await room.fills(BEN, {"Who comes for you?": "Kim"}))
    await kim.opens()
    await kim.presses("Yes")
    press(room, BEN, "privacy:0:erase-now")

    await kim.sends(action="privacy:0:export")
    assert kim.page.status_code == 404
    assert "Make this page mine alone" in await kim.opens()


async def test_who_came_by_a_code_gets_no_address_from_others(room: RoomOfPeople) -> None:
    await room.plan()
    with room.store.write() as db:
        who = links.person(db, 1, "Kim Lee", room.clock.now())
        row = people.membership(db, 1, number(who.id))
        assert row is not None
        row.by_code = True
        key = number(who.id)

    assert "nobody else gets an address for it" in press(room, ANA, f"page:1:again:{key}")
