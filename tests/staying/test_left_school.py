"""Leaving a school: noted, and who takes one's place is invited, without an account if need be."""

import re

import pytest
from sqlmodel import select

from bot.chat import Person
from bot.commands.calls import Pressed, Sent
from bot.core import left_school
from bot.core.people import number
from bot.store.people import known
from bot.store.tables import Affiliation, Institution, Member, PersonalLink
from tests.commands.test_rights import ask, shown
from tests.pages.desk import Browser, given
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


async def invites(room: RoomOfPeople) -> Browser:
    """Ben has left and invited Kim Lee, who has the link."""
    await at_school(room, U2=(HILL,))
    await room.plan()
    return given(room, await leaves(room, BEN, **{"Who takes your place there?": "Kim Lee"}))


def people_there(room: RoomOfPeople) -> list[str]:
    with room.store.read() as db:
        return list(db.all(select(Member.name)))


async def test_undo_takes_off_who_was_invited_and_has_said_nothing(room: RoomOfPeople) -> None:
    kim = await invites(room)
    assert "Kim Lee" in people_there(room)

    assert "The link for Kim Lee does not work any more." in await room.presses(BEN, "Undo")
    assert "does not work any more" in await kim.opens()
    assert "Kim Lee" not in people_there(room)


async def test_undo_leaves_who_has_answered(room: RoomOfPeople) -> None:
    kim = await invites(room)
    await kim.opens()
    await kim.presses("Yes")

    said = await room.presses(BEN, "Undo")
    assert "Kim Lee takes part already, and stays in the network." in said
    assert "Robotics twilight" in await kim.opens()


async def test_undo_leaves_who_has_a_page_of_their_own(room: RoomOfPeople) -> None:
    kim = await invites(room)
    await kim.opens()
    await kim.takes()

    said = await room.presses(BEN, "Undo")
    assert "Who has a page of their own by now stays in the network." in said
    assert "Robotics twilight" in await kim.opens()


@pytest.mark.parametrize("mark", ["{}", "", "%", "%%%%%%%%%%%%%%%%", "x:y"])
async def test_nobody_takes_back_another_ones_invitation(room: RoomOfPeople, mark: str) -> None:
    kim = await invites(room)
    secret = kim.path.rpartition("/")[2]
    with room.store.write() as db:
        cleo = known(db, Person("memory", "northshire", "U3"))
        assert cleo
        row = Affiliation(network_id=1, institution_id=1, member_id=number(cleo[1].id))
        row.left_on = room.clock.now().date()
        db.add(row)
    pressed = Pressed(f"profile:0:back:1:1:{mark.format(left_school.mark(secret))}")

    assert "Where I work" in shown(ask(room, CLEO, pressed, "C1"))
    assert "Robotics twilight" in await kim.opens()


async def test_nobody_leaves_a_school_for_somebody_else(room: RoomOfPeople) -> None:
    await at_school(room, U2=(HILL,), U3=(LAKE,))
    sent = Sent("network:1:left-school", {"school": ("1",), "name": ("Kim",)})

    assert "Please choose one of these." in shown(ask(room, CLEO, sent, "C1"))
    assert "do not know of a school" in shown(ask(room, ANA, Pressed(sent.action), "C1"))
    assert "Schools with nobody" not in await room.says(ANA, "/network settings")
