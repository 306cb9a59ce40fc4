"""Leaving a school: noted, and who takes one's place is invited, without an account if need be."""

import re

from bot.chat import Person
from bot.commands.calls import Pressed, Sent
from bot.core.people import number
from bot.store.people import known
from bot.store.tables import Affiliation, Institution, PersonalLink
from tests.commands.test_rights import ask, shown
from tests.pages.desk import Browser
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

HILL, LAKE = "Hill School", "Lake School"


async def at_school(room: RoomOfPeople, **users: tuple[str, ...]) -> None:
    """Where people work, by their accounts."""
    for who in (BEN, CLEO):
        await room.says(who, "/network join")
    with room.store.write() as db:
        for name in (HILL, LAKE):
            db.add(Institution(network_id=1, name=name))
            db.flush()
        for user, schools in users.items():
            found = known(db, Person("memory", "northshire", user))
            assert found
            for school in schools:
                key = (HILL, LAKE).index(school) + 1
                member = number(found[1].id)
                db.add(Affiliation(network_id=1, institution_id=key, member_id=member))


async def leaves(room: RoomOfPeople, who: str, **more: str) -> str:
    """Somebody has left their school."""
    await room.says(who, "/network settings")
    await room.presses(who, "I have left my school")
    return await room.fills(who, more)


async def test_the_words_to_pass_on_bring_a_link_that_works(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL,))
    await room.plan()
    said = await leaves(room, BEN, **{"Who takes your place there?": "Kim"})

    assert "Noted: you are not at Hill School any more." in said
    assert "Hello Kim," in said
    assert "We meet next: Robotics twilight" in said
    assert "Questions? Ask Ana." in said
    secret = re.search(r"https://convenor\.example/p/(\S+)", said)
    assert secret
    kim = Browser(room, secret[1])
    assert "Robotics twilight" in await kim.opens()
    assert "Saved: Yes" in await kim.presses("Yes")


async def test_without_a_name_there_are_words_and_nobody_is_made_up(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL,))
    await room.plan()

    said = await leaves(room, BEN)
    assert "Hello,\nI was in Northshire STEM teachers for Hill School" in said
    assert "Questions? Ask Ana." in said
    assert "/p/" not in said
    with room.store.read() as db:
        assert not db.get(PersonalLink, 1)
    await room.says(BEN, "/network settings")
    assert "do not know of a school" in await room.presses(BEN, "I have left my school")


async def test_the_coordinator_sees_which_schools_have_nobody_now(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL, LAKE), U3=(LAKE,))
    assert "Schools with nobody" not in await room.says(ANA, "/network settings")
    await leaves(room, BEN, **{"Which one?": HILL})
    await leaves(room, BEN, **{"Which one?": LAKE})

    assert "Schools with nobody now: Hill School" in await room.says(ANA, "/network settings")
    assert "Schools with nobody now: Hill School" in await room.says(ANA, "/network hand-over")
    await room.leaves(CLEO)
    assert "now: Hill School and Lake School" in await room.says(ANA, "/network settings")
    assert "Schools with nobody" not in await room.says(BEN, "/network settings")


async def test_the_wrong_school_is_taken_back_by_a_press(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL, LAKE))
    said = await leaves(room, BEN, **{"Which one?": LAKE})

    assert "[Undo] [Leave this network]" in said
    assert "Lake School" in await room.presses(BEN, "Undo")
    await room.says(BEN, "/network settings")
    assert "Lake School" in await room.presses(BEN, "I have left my school")


async def test_nobody_leaves_a_school_for_somebody_else(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL,), U3=(LAKE,))
    sent = Sent("network:1:left-school", {"school": ("1",), "name": ("Kim",)})

    assert "Please choose one of these." in shown(ask(room, CLEO, sent, "C1"))
    assert "do not know of a school" in shown(ask(room, ANA, Pressed(sent.action), "C1"))
    assert "Schools with nobody" not in await room.says(ANA, "/network settings")
