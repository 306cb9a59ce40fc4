"""Joining by a code: in chat, on the web; ended codes, and those of another network."""

import re
import sqlite3

import pytest

from tests.newcomers.wall import EVE, STAFFROOM, Visitor, code_in, code_of, leaves
from tests.pages.desk import ADDRESS
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

HELPS = "I help Northshire STEM teachers with its meetings. I post them; you answer with one click."

ONLY_ONCE = (
    "Do you have a page of mine already? Then press “I use Slack or Discord too” there instead."
)


def rows(room: RoomOfPeople) -> list[str]:
    with sqlite3.connect(str(room.store._url.database)) as db:
        return list(db.iterdump())


async def test_a_coordinator_gives_the_networks_code_again_and_again(room: RoomOfPeople) -> None:
    code = await code_of(room)
    told = await room.says(ANA, "/network invite")

    assert told.splitlines() == [
        f"The code of Northshire STEM teachers: {code}",
        f"Whoever types this to me can join, in any channel: /network join {code}",
        f"Without an account, or to look first, there is this page: {ADDRESS}/j/{code}",
        "Put it on a wall, or into an e-mail. It works until you end it.",
        "[Make a new one] [End this code] [Who is new]",
    ]


async def test_somebody_joins_by_it_from_a_channel_of_another_network(room: RoomOfPeople) -> None:
    await room.plan()
    code = await code_of(room)
    card = await room.says(DEV, f"/network join {code.lower().replace('-', ' ')}")

    assert card.splitlines() == [
        "This code leads to Northshire STEM teachers.",
        HELPS,
        "People in your network see your answer and, unless you hide it, your name.",
        "May I write to you privately? Then somebody can look out for you the first time.",
        "[Join, and write to me] [Join, do not write] [What do you keep about me?]",
        f"Nothing changes until you press a button. {ONLY_ONCE}",
    ]
    assert "Robotics" not in card
    told = await room.presses(DEV, "Join, and write to me")
    assert "You are in Northshire STEM teachers." in told
    assert "Robotics twilight" in told
    await room.presses(DEV, "Answer")
    await room.presses(DEV, "Yes")
    await room.passes(seconds=5)
    assert "Coming: Dev" in room.posts()[-1]


async def test_who_types_join_alone_reads_what_a_code_is_for(room: RoomOfPeople) -> None:
    code = "With a code you come into another network: type it behind /network join."
    assert code not in await room.says(EVE, "/network join", STAFFROOM)
    assert code in await room.says(BEN, "/network join")


async def test_who_is_in_already_is_told_so(room: RoomOfPeople) -> None:
    code = await code_of(room)

    assert "You are in Northshire" in await room.says(BEN, f"/network join {code}")


async def test_a_code_that_was_ended_leads_nowhere(room: RoomOfPeople) -> None:
    code = await code_of(room)
    visitor = Visitor(room, code)
    assert "Northshire" in await visitor.opens()
    await room.says(DEV, f"/network join {code}")
    await room.presses(ANA, "End this code")

    assert "I know no such code" in await room.says(DEV, f"/network join {code}")
    assert "I know no such code" in await room.presses(DEV, "Join, do not write")
    assert "I know no such code" in await visitor.opens()
    assert visitor.page.status_code == 404
    await visitor.sends(form="join", name="Kim", agreed="yes")
    assert visitor.page.status_code == 404
    fresh = code_in(await room.presses(ANA, "Make a new one"))
    assert fresh != code
    assert "leads to Northshire" in await room.says(DEV, f"/network join {fresh}")


async def test_a_new_code_takes_the_place_of_the_old_one(room: RoomOfPeople) -> None:
    code = await code_of(room)
    fresh = code_in(await room.presses(ANA, "Make a new one"))

    assert "I know no such code" in await room.says(DEV, f"/network join {code}")
    assert "leads to" in await room.says(DEV, f"/network join {fresh}")


async def test_no_code_is_ever_given_again(room: RoomOfPeople) -> None:
    """The clock stands still meanwhile, as it does in the trial."""
    given = [await code_of(room)]
    for _ in range(3):
        given.append(code_in(await room.presses(ANA, "Make a new one")))
        await room.presses(ANA, "End this code")
        given.append(await code_of(room))

    assert len(set(given)) == len(given)
    for code in given[:-1]:
        assert "I know no such code" in await room.says(DEV, f"/network join {code}")
    assert "leads to" in await room.says(DEV, f"/network join {given[-1]}")


async def test_a_code_leads_into_its_own_network_only(room: RoomOfPeople) -> None:
    await room.plan()
    southern = await code_of(room, DEV)
    before = await room.says(BEN, "/network")
    kim = Visitor(room, southern)
    await kim.joins()
    page = await kim.goes_to_own_page()

    assert "Southshire teachers" in page
    assert "Robotics" not in page
    for action in ("rsvp:1:yes", "page:1:meeting", "page:0:member:1", "network:1:leave-now"):
        await kim.sends(action=action)
        assert kim.page.status_code == 404, action
    await room.says(CLEO, f"/network join {southern}")
    await room.presses(CLEO, "Join, do not write")
    assert await room.says(BEN, "/network") == before


async def test_somebody_without_an_account_joins_and_answers(room: RoomOfPeople) -> None:
    await room.plan()
    code = await code_of(room)
    kim = Visitor(room, code)
    told = await kim.opens()
    assert "Northshire STEM teachers" in told
    assert "Robotics" not in told
    told = await kim.joins()

    assert "Welcome, Kim!" in told
    assert "Press I use Slack or Discord too on your page." in told.replace("  ", " ")
    page = await kim.goes_to_own_page()
    assert "Robotics twilight" in page
    assert "Saved: Yes" in await kim.presses("Yes")
    await room.passes(seconds=5)
    assert "Coming: Kim" in room.posts()[-1]
    assert "Do you want to leave" in await kim.presses_on_first("Leave this network")


async def test_who_came_by_the_page_and_uses_the_chat_is_one_person(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    await kim.joins()
    await kim.goes_to_own_page()
    told = await kim.presses("I use Slack or Discord too")
    typed = re.search(r"/network link [A-Z0-9]{4}-[A-Z0-9]{4}", told)
    assert typed
    asked = await room.says(EVE, typed[0], STAFFROOM)
    assert "This makes Kim, who has a page of their own, and you here one person." in asked
    await room.presses(EVE, "Yes, both are me")

    await room.says(ANA, "/network invite")
    fresh = await room.presses(ANA, "Who is new")
    assert [name in fresh for name in ("Kim", "Eve")].count(True) == 1
    assert "Northshire" in await kim.opens()


async def test_the_page_says_who_speaks_and_what_is_kept(room: RoomOfPeople) -> None:
    told = await Visitor(room, await code_of(room)).opens()

    assert "I am Convenor, a program that helps people to meet." in told
    assert "I keep your name until you erase it, your answers for 13 months" in told
    assert "Have you joined already? Then open your own page again instead." in told


async def test_what_is_wrong_is_heard_first(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    told = await kim.joins(agreed="")

    assert "Almost there. I kept what you typed." in told
    assert "<title>Please tick this, or close the page: then nothing is kept. · Join" in kim.html
    assert kim.html.count("autofocus") == 1
    assert 'name="agreed"' in kim.html.split("autofocus")[0].rsplit("<input", 1)[1]


async def test_nobody_comes_in_under_the_name_of_who_invites(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network join")
    kim = Visitor(room, await code_of(room, BEN))

    assert "Ben invites you. Please write your own name." in await kim.joins(name="ben")
    assert "Welcome, Ana!" in await kim.joins(name="Ana")  # who is here, a stranger does not learn
    await room.says(ANA, "/network invite")
    fresh = await room.presses(ANA, "Who is new")
    assert "invited by Ben (no meeting yet) (two people are called so)" in fresh


async def test_without_a_name_or_a_word_nobody_joins(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    before = rows(room)

    assert "A name of 1 to 60 characters" in await kim.joins(name=" ")
    assert "Please tick this" in await kim.joins(agreed="")
    assert 'value="Kim"' in kim.html
    assert rows(room) == before


async def test_what_is_sent_twice_is_one_person(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    await kim.opens()
    for _ in range(2):
        await kim.sends(form="join", name="Kim", agreed="yes", once="0123456789abcdef")

    assert sum("'Kim'" in row for row in rows(room) if 'INTO "member"' in row) == 1
    assert "Northshire" in await kim.goes_to_own_page()


async def test_who_left_comes_back_by_the_same_page(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    await kim.opens()
    wall, page = kim.path, kim.page
    await kim.fills(name="Kim", agreed="yes")
    await kim.goes_to_own_page()
    await leaves(kim)
    await room.passes(days=1)
    kim.path, kim.page = wall, page

    assert "Welcome, Kim!" in await kim.fills(name="Kim", agreed="yes")
    assert "Northshire" in await kim.goes_to_own_page()
    assert kim.page.status_code == 200
    assert sum("'Kim'" in row for row in rows(room) if 'INTO "member"' in row) == 1


async def test_somebody_else_at_the_same_computer_is_another_person(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    await kim.opens()
    wall, page = kim.path, kim.page
    await kim.fills(name="Kim", agreed="yes")
    kim.path, kim.page = wall, page
    assert "Welcome, Sam!" in await kim.fills(name="Sam", agreed="yes")

    made = [row for row in rows(room) if 'INTO "member"' in row]
    assert [sum(f"'{name}'" in row for row in made) for name in ("Kim", "Sam")] == [1, 1]


@pytest.mark.must_hold("B1", 4)
async def test_looking_changes_nothing(room: RoomOfPeople) -> None:
    kim = Visitor(room, await code_of(room))
    before = rows(room)
    for agent in ("Slackbot-LinkExpanding 1.0", "Discordbot/2.0", "WhatsApp/2", "Googlebot/2.1"):
        await kim.opens(**{"user-agent": agent, "accept-language": "fr"})
        assert kim.page.status_code == 200
        await kim.web.head(kim.path)
    assert rows(room) == before
