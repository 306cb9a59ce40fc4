"""Two schools of one name stay two, whoever names them next."""

import pytest
from sqlmodel import select

from bot.core.alike import only, speaks_against
from bot.store.tables import Affiliation, Institution
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.profiles.test_schools import works_at

ASHBY, CORBY = ("primary", "Ashby"), ("secondary", "Corby")


async def two(room: RoomOfPeople) -> None:
    """Ben is at the Hill School in Ashby, Cleo at that in Corby."""
    await works_at(room, BEN, "Hill School", phases="primary", region="Ashby")
    await works_at(room, CLEO, "Hill School", phases="secondary", region="Corby")
    await room.presses(CLEO, "No, another one")


def known(room: RoomOfPeople) -> list[tuple[str, str]]:
    with room.store.read() as db:
        return [(one.phases, one.region) for one in db.all(select(Institution))]


def where(room: RoomOfPeople) -> list[int]:
    """The schools at which people are, in the order in which they said so."""
    with room.store.read() as db:
        rows = db.all(select(Affiliation))
        return [row.institution_id for row in sorted(rows, key=lambda row: row.id or 0)]


async def test_the_name_alone_is_asked_back_and_the_buttons_tell_them_apart(
    room: RoomOfPeople,
) -> None:
    await two(room)
    assert (
        await works_at(room, ANA, "Hill School")
        == """\
Is Hill School one of these?
[Hill School (primary, Ashby)] [Hill School (secondary, Corby)] [No, another one]"""
    )
    page = await room.presses(ANA, "Hill School (secondary, Corby)")
    assert "Hill School (secondary, Corby)" in page
    assert (known(room), where(room)) == ([ASHBY, CORBY], [1, 2, 2])


@pytest.mark.parametrize(
    "said", [{"phases": "secondary", "region": "Corby"}, {"region": "corby"}, {"phases": "primary"}]
)
async def test_what_only_one_of_them_is_is_that_one(
    room: RoomOfPeople, said: dict[str, str]
) -> None:
    await two(room)
    assert "Kept: Hill School." in await works_at(room, ANA, "Hill School", **said)
    there = 1 if "primary" in said.values() else 2
    assert (known(room), where(room)) == ([ASHBY, CORBY], [1, 2, there])


async def test_two_who_are_asked_before_either_has_answered_are_at_the_same_one(
    room: RoomOfPeople,
) -> None:
    await works_at(room, BEN, "Hill School", phases="primary", region="Ashby")
    for who in (CLEO, ANA):
        await works_at(room, who, "Hill School", phases="secondary", region="Corby")
    for who in (CLEO, ANA):
        await room.presses(who, "No, another one")
    assert (known(room), where(room)) == ([ASHBY, CORBY], [1, 2, 2])


async def test_two_of_whom_neither_is_at_one_that_was_asked_about_are_at_a_third(
    room: RoomOfPeople,
) -> None:
    await two(room)
    for who in (BEN, ANA):
        await works_at(room, who, "Hill School")
    for who in (BEN, ANA):
        await room.presses(who, "No, another one")
    assert (known(room), where(room)) == ([ASHBY, CORBY, ("", "")], [1, 2, 3, 3])


async def test_a_third_place_is_asked_about_and_a_new_one(room: RoomOfPeople) -> None:
    await two(room)
    asked = await works_at(room, ANA, "Hill School", region="Dover")
    assert "[Hill School (primary, Ashby)] [Hill School (secondary, Corby)]" in asked
    await room.presses(ANA, "No, another one")
    assert known(room) == [ASHBY, CORBY, ("", "Dover")]


async def test_all_of_a_name_are_offered_though_they_are_many_and_long(room: RoomOfPeople) -> None:
    name = "The Hill School of Saint Mary and Saint Joseph for Boys and Girls in the Valley"
    for town in ("Ashby under the Long Hill", "Corby", "Dover", "Elton", "Formby"):
        await works_at(room, BEN, name, region=town, phases="primary, secondary, over 16")
        if town != "Ashby under the Long Hill":
            await room.presses(BEN, "No, another one")
    asked = await works_at(room, ANA, name)
    assert asked.count("[The Hill School of Saint… (") == 5
    for town in ("Ashby under the Long Hill", "Corby", "Dover", "Elton", "Formby"):
        assert f"({town}, primary" in asked


def test_what_is_known_of_one_goes_before_what_may_be_true_of_another() -> None:
    blank, ashby = ("", ""), ("primary", "Ashby")
    assert not speaks_against(blank, ashby)
    assert speaks_against(("secondary", "Ashby"), ashby)
    assert only([blank, ashby], ashby, tuple) == ashby  # type: ignore[arg-type]
    assert only([blank, ashby], blank, tuple) is None  # type: ignore[arg-type]
    assert only([blank], ashby, tuple) == blank  # type: ignore[arg-type]
