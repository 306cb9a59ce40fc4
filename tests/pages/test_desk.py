"""Personal links: for one person, one purpose and a time; looking changes nothing."""

import sqlite3

from tests.pages.desk import Browser, link
from tests.plugins.room import RoomOfPeople


async def test_somebody_without_an_account_answers(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))

    assert "Robotics twilight" in await kim.opens()
    assert "Saved: Yes" in await kim.presses("Yes")
    assert "Your answer: Yes" in await kim.opens()
    await room.passes(seconds=5)
    assert "Kim" in room.posts()[-1]


async def test_what_is_sent_twice_is_done_once(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    await kim.opens()
    await kim.sends(action="rsvp:1:yes", once="1")

    assert "Your answer: Yes" in await kim.sends(action="rsvp:1:no", once="1")


async def test_the_last_press_counts_also_while_the_clock_stands(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    for said in ("Yes", "Maybe", "No", "Yes", "No"):
        await kim.opens()
        assert f"Saved: {said}" in await kim.presses(said)

    assert "Your answer: No" in await kim.opens()


async def test_a_link_works_for_its_time_only(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room, hours=1))
    await kim.opens()
    await room.passes(hours=1)

    assert "This link does not work any more" in await kim.presses("Yes")
    assert kim.page.status_code == 404


async def test_a_link_works_for_its_purpose_only(room: RoomOfPeople) -> None:
    await room.plan()
    await room.plan("Bridges")
    kim = Browser(room, link(room))
    await kim.opens()

    for action in ("rsvp:2:yes", "network:1:join", "meeting:0:plan", "agenda:2:show", "", "x"):
        await kim.sends(action=action)
        assert kim.page.status_code == 404, action
        await kim.sends(form=action)
        assert kim.page.status_code == 404, action


async def test_looking_changes_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    await room.passes(seconds=5)
    before = _rows(room)

    await kim.opens(**{"accept-language": "fr"})
    assert "Quand" in kim.words
    assert _rows(room) == before


def _rows(room: RoomOfPeople) -> list[str]:
    with sqlite3.connect(str(room.store._url.database)) as db:
        return list(db.iterdump())


async def test_who_guesses_is_told_to_wait(room: RoomOfPeople) -> None:
    stranger = Browser(room, "guess")
    for _ in range(10):
        await stranger.opens()
        assert stranger.page.status_code == 404
    await stranger.opens()
    assert stranger.page.status_code == 429
