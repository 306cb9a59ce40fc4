"""Buttons that came too late, two who press at once, people who have gone, and holidays."""

from datetime import date

from sqlmodel import select

from bot.store.tables import Pair, Paired, Round
from tests.buddies.conftest import ELLA, FINN, joins
from tests.buddies.test_contacts import agrees, apart, are_told
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

TIMES = "Of your free times a buddy reads two that suit you both, and nobody else reads any."


def contacts(room: RoomOfPeople) -> set[str]:
    """What is kept of how people can be reached."""
    with room.store.read() as db:
        return {row.contact for row in db.all(select(Paired))} - {""}


async def test_of_free_times_everything_tells_the_same(room: RoomOfPeople) -> None:
    assert TIMES in await room.says(BEN, "/buddy join")
    assert TIMES in await room.says(BEN, "/profile times")
    await room.says(BEN, "/network settings")
    shown = await room.presses(BEN, "What others see of me")
    assert TIMES in shown
    assert "How far you travel is never shown to anybody." in shown


async def test_a_slip_of_the_finger(room: RoomOfPeople) -> None:
    await joins(room, BEN)
    said = await room.says(BEN, "/buddy puase until friday")
    assert "Did you mean “pause”?" in said
    await room.presses(BEN, "pause until friday")
    assert "You pause until Friday 27 November 2026." in await room.fills(BEN)
    await room.says(BEN, "/buddy pause until yesterday")
    assert "Please give a day to come" in await room.fills(BEN)


async def test_who_leaves_or_pauses_for_long_reads_what_becomes_of_their_buddy(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO)
    await room.says(BEN, "/buddy pause until 1 February")
    assert "your buddy gets somebody else" not in await room.fills(BEN)
    await room.says(BEN, "/buddy join")
    await are_told(room)
    await room.says(BEN, "/buddy pause until 1 February")
    said = await room.fills(BEN)
    assert "If that is more than two weeks, your buddy gets somebody else." in said
    said = await room.says(BEN, "/buddy leave")
    assert "If you have one now, they get somebody else." in said


async def test_two_coordinators_introduce_at_once(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA)
    await room.has_deputy(ELLA)
    await room.says(ELLA, "/buddy round")
    await room.says(ANA, "/buddy round")
    assert "[Undo]" in await room.presses(ANA, "Introduce them")
    assert "out of date" in await room.presses(ELLA, "Introduce them")
    with room.store.read() as db:
        assert [row.state for row in db.all(select(Round))] == ["on"]


async def test_a_round_that_is_taken_back_is_the_one_that_waits(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Not this time")  # below it stands [A new round]
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    assert "round 2" in await room.presses(ANA, "A new round")
    assert "round 1" in await room.presses(ANA, "Undo")
    with room.store.read() as db:
        states = [(row.number, row.state) for row in db.all(select(Round).order_by("number"))]
    assert states == [(-3, "dropped"), (-1, "dropped"), (1, "preview")]
    assert "round 1" in await room.says(ANA, "/buddy round")


async def test_where_nobody_may_be_written_to_it_can_be_taken_back_too(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO)
    for who in (BEN, CLEO):
        await room.says(who, "/network settings")
        await room.presses(who, "No, thank you")
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    assert "Nobody was told anything." in await room.presses(ANA, "Undo")
    await room.presses(ANA, "Introduce them")
    assert "They are introduced now." in await room.presses(ANA, "Send now")
    assert "You go together with Cleo." in await room.says(BEN, "/buddy")


async def test_a_coordinator_no_more_changes_nothing_by_an_old_button(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.has_deputy(ELLA)
    await room.says(ELLA, "/buddy round")
    await room.leaves(ELLA)
    said = await room.presses(ELLA, "Introduce them")
    assert "introduce" not in said.lower().replace("introduce yourself", "")
    assert "Buddies" not in await room.says(DEV, "/buddy round")
    with room.store.read() as db:
        assert [row.state for row in db.all(select(Round))] == ["preview"]


async def test_who_has_left_presses_we_met(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await are_told(room)
    await room.passes(days=23)
    assert "[We met]" in room.posts("#Ben+Cleo")[-1]
    await room.leaves(BEN)
    await room.passes(days=2)
    said = await room.presses(BEN, "We met")
    assert "You said" not in said
    assert said


async def test_no_round_ends_on_new_years_day(room: RoomOfPeople) -> None:
    """No terms are entered, and nobody named a region: its zone tells it."""
    await joins(room, BEN, CLEO)
    await are_told(room)
    with room.store.read() as db:
        ends = db.all(select(Round))[0].ends_at
        assert ends is not None
        assert ends.date() != date(2027, 1, 1)
    assert "ends on Thursday 31 December 2026" in await room.says(ANA, "/buddy round")


async def test_contacts_are_forgotten_when_the_round_ends(room: RoomOfPeople) -> None:
    await apart(room)
    await agrees(room, BEN, "ben@hilltop.example")
    assert contacts(room) == {"ben@hilltop.example"}
    await room.says(BEN, "/buddy")
    await room.presses(BEN, "We have a date")
    await room.passes(weeks=7)
    with room.store.read() as db:
        assert {row.state for row in db.all(select(Pair))} == {"over"}
    assert contacts(room) == set()


async def test_contacts_are_forgotten_when_somebody_leaves(room: RoomOfPeople) -> None:
    await apart(room)
    await agrees(room, BEN, "ben@hilltop.example")
    await agrees(room, CLEO, "01632 960001")
    await room.leaves(BEN)
    assert contacts(room) == {"01632 960001"}
    await room.passes(days=1)
    assert contacts(room) == set()
