"""Who works where: a school is known again however it is typed, and two that are one are put
together and, if that was wrong, apart again.
"""

import pytest

from bot.core import institutions
from bot.store.tables import Institution
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.profiles.test_own_topics import shows_work

NAME, PHASES, REGION = "Name of the school", "How old are the pupils?", "Town or region"


async def works_at(room: RoomOfPeople, who: str, name: str, **more: str) -> str:
    await room.says(who, "/profile school")
    fields = {"phases": PHASES, "region": REGION}
    return await room.fills(who, {NAME: name} | {fields[key]: said for key, said in more.items()})


async def schools(room: RoomOfPeople, who: str = ANA) -> str:
    await room.settings("The network", who)
    return await room.presses(who, "Schools")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hilltop School", "Hill-Top School"),
        ("St Mary's Primary", "Saint Marys primary"),
        ("Lycée Victor Hugo", "lycee victor hugo"),
        ("Goethe-Gymnasium", "Goethegymnasium"),
        ("Hilltop Scool", "Hilltop School"),
    ],
)
def test_names_that_differ_in_signs_only_are_the_same(one: str, other: str) -> None:
    assert institutions.is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hilltop School", "Hiltop"),
        ("Gymnasium am Markt", "Markt-Gymnasium"),
        ("Norwood School", "Northwood School"),
        ("Kallion koulu", "Kalion lukio"),
        ("Scuola primaria Manzoni", "Manzoni"),
    ],
)
def test_names_that_may_be_the_same_are_near(one: str, other: str) -> None:
    assert institutions.TWICE <= institutions.likeness(one, other) < 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hilltop Primary", "Hilltop Secondary"),
        ("Grundschule 3", "Grundschule 4"),
        ("Riverside Primary School", "Hillside Primary School"),
        ("North School", "South School"),
        ("Oak Academy", "Elm Academy"),
        ("Liceo Galilei", "Liceo Volta"),
    ],
)
def test_names_of_two_schools_are_not_near(one: str, other: str) -> None:
    assert institutions.likeness(one, other, with_parts=True) < institutions.NEAR


def test_of_five_thousand_the_two_alike_are_found() -> None:
    known = [
        Institution(id=n, network_id=1, name=f"{chr(97 + n % 26) * 3} {n} School")
        for n in range(1, 3000)
    ]
    known.append(Institution(id=9001, network_id=1, name="Hilltop School"))
    known.append(Institution(id=9002, network_id=1, name="Hiltop Academy"))
    assert [(a.id, b.id) for a, b in institutions.twice(known)] == [(9001, 9002)]


async def test_a_school_is_named_with_what_one_knows_of_it(room: RoomOfPeople) -> None:
    assert (
        await works_at(room, BEN, "Hilltop  School", phases="primary, secondary", region="Ashby")
        == """\
# Where I work
Kept: Hilltop School.
Hilltop School (primary, secondary, Ashby)
[I have left it]
[Add a school] [My profile]"""
    )
    assert "Where I work: Hilltop School\n[Change: Where I work]" in await room.says(
        BEN, "/profile"
    )


async def test_a_name_like_a_known_one_is_asked_back_and_nothing_typed_is_lost(
    room: RoomOfPeople,
) -> None:
    await works_at(room, BEN, "Hilltop School")
    assert (
        await works_at(room, CLEO, "Hiltop", phases="primary", region="Ashby")
        == """\
Is Hiltop the same as Hilltop School?
[Yes, the same] [No, another one]"""
    )
    page = await room.presses(CLEO, "Yes, the same")
    assert "Hilltop School (primary, Ashby)" in page
    await works_at(room, CLEO, "Hilltop Manor School", region="Corby")
    page = await room.presses(CLEO, "No, another one")
    assert "Hilltop School (primary, Ashby)" in page
    assert "Hilltop Manor School (Corby)" in page


async def test_who_has_left_is_not_there_and_can_come_back(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Hilltop School")
    await shows_work(room, BEN)
    await room.says(BEN, "/profile school")
    await room.fills(BEN, {"Name of the school": "Hilltop School"})
    said = await room.presses(BEN, "I have left it")
    assert said.startswith("Hilltop School does not stand in your profile any more.")
    assert "Where I work: –" in await room.says(BEN, "/profile")
    assert "0 people" in await schools(room)
    assert "Hilltop School" in await room.presses(BEN, "Undo")
    assert "one or two people" in await schools(room)


async def test_what_one_alone_has_named_and_shows_nobody_is_taken_back_whole(
    room: RoomOfPeople,
) -> None:
    await works_at(room, BEN, "Private Clinic School")
    said = await room.presses(BEN, "I have left it")
    assert said.startswith("Private Clinic School does not stand in your profile any more. Nobody")
    assert "Undo" not in said
    assert "No school is known yet" in await schools(room)


async def twice(room: RoomOfPeople) -> None:
    """Ben is at one, Cleo at the other, Ana at both."""
    await works_at(room, BEN, "Hilltop School", region="Ashby")
    for who, first in ((CLEO, "Hilltop Sixth Form"), (ANA, "Hilltop School")):
        await works_at(room, who, first)
        if who == CLEO:
            await room.presses(who, "No, another one")
    await works_at(room, ANA, "Hilltop Sixth Form")


async def test_two_that_are_alike_are_offered_put_together_and_apart_again(
    room: RoomOfPeople,
) -> None:
    await twice(room)
    page = await schools(room)
    assert (
        "Are these two the same? Hilltop School (Ashby) · one or two people – Hilltop Sixth Form"
        " · one or two people" in page
    )
    said = await room.presses(ANA, "The same: “Hilltop School”")
    assert said.startswith("“Hilltop Sixth Form” is now a part of “Hilltop School”")
    assert "Where I work: Hilltop School\n" in await room.says(CLEO, "/profile")
    assert "Where I work: Hilltop School\n" in await room.says(ANA, "/profile")
    page = await schools(room)
    assert "Hilltop School (Ashby) · 3 people" in page
    assert "Sixth" not in page
    await room.presses(ANA, "Show")
    await room.presses(ANA, "No, two schools")
    assert "Where I work: Hilltop Sixth Form\n" in await room.says(CLEO, "/profile")
    assert "Where I work: Hilltop School, Hilltop Sixth Form\n" in await room.says(ANA, "/profile")
    page = await schools(room)
    assert "one or two people" in page
    assert "Are these two the same?" not in page


async def test_the_name_of_a_part_leads_to_the_whole(room: RoomOfPeople) -> None:
    await twice(room)
    await schools(room)
    await room.presses(ANA, "The same: “Hilltop School”")
    await room.says(BEN, "/profile school")
    assert "Kept: Hilltop School." in await room.fills(BEN, {NAME: "hilltop sixth form"})


async def test_who_leaves_the_whole_is_not_brought_back_by_another_change(
    room: RoomOfPeople,
) -> None:
    await twice(room)
    await schools(room)
    await room.presses(ANA, "The same: “Hilltop School”")
    await room.says(ANA, "/profile")
    await room.presses(ANA, "Change: Where I work")
    await room.presses(ANA, "I have left it")
    for name in ("Mill Lane School", "Mill Lane Academy"):
        await works_at(room, BEN, name)
    await room.presses(BEN, "No, another one")
    await schools(room)
    await room.presses(ANA, "The same: “Mill Lane School”")
    assert "Where I work: –" in await room.says(ANA, "/profile")


async def test_a_part_of_a_part_comes_back_to_where_it_was(room: RoomOfPeople) -> None:
    for who, name in (
        (ANA, "Hilltop School"),
        (BEN, "Hilltopp School"),
        (CLEO, "Hilltoppe School"),
    ):
        if "another one" in await works_at(room, who, name):
            await room.presses(who, "No, another one")
    await schools(room)
    await room.presses(ANA, "The same: “Hilltopp School”")
    await schools(room)
    await room.presses(ANA, "The same: “Hilltoppe School”")
    for who in (ANA, BEN, CLEO):
        assert "Where I work: Hilltoppe School\n" in await room.says(who, "/profile")
    await room.presses(ANA, "Undo")
    assert "Where I work: Hilltopp School\n" in await room.says(ANA, "/profile")
    assert "Where I work: Hilltopp School\n" in await room.says(BEN, "/profile")


async def test_two_that_are_two_are_not_asked_about_again(room: RoomOfPeople) -> None:
    await twice(room)
    await schools(room)
    page = await room.presses(ANA, "No, two schools")
    assert "Are these two the same?" not in page
    assert "Hilltop Sixth Form" in page


async def test_a_coordinator_changes_what_is_known_of_a_school(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Hilltop School")
    await schools(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "Change")
    page = await room.fills(
        ANA, {PHASES: "secondary", REGION: "Ashby", "Is it to be reached first?": "Yes"}
    )
    assert page.startswith("Hilltop School (secondary, Ashby) · one or two people · priority")
    # Members do not see that it is one.
    assert "priority" not in await room.says(BEN, "/profile")


async def test_another_network_knows_other_schools(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Hilltop School")
    assert "No school is known yet" in await schools(room, DEV)
    assert "Kept: Hiltop." in await works_at(room, DEV, "Hiltop")


async def test_a_school_goes_with_the_last_who_named_it(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Private Clinic School")
    await works_at(room, BEN, "Hilltop School")
    await works_at(room, CLEO, "Hilltop School")
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    page = await schools(room)
    assert "Private" not in page
    assert "Hilltop School" in page


async def test_what_a_coordinator_put_together_can_be_undone_after_somebody_is_erased(
    room: RoomOfPeople,
) -> None:
    await twice(room)
    await schools(room)
    await room.presses(ANA, "The same: “Hilltop School”")
    await room.says(CLEO, "/privacy erase")
    await room.presses(CLEO, "Yes, erase everything")
    await schools(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "No, two schools")
    assert "Hilltop Sixth Form" in await schools(room)


async def test_a_slip_in_a_known_name_and_another_place_are_asked_back(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Hill Schol", phases="primary", region="Ashby")
    asked = await works_at(room, CLEO, "Hill School", phases="secondary", region="Corby")
    assert "Is Hill School the same as Hill Schol (primary, Ashby)?" in asked
    assert "Hill School (secondary, Corby)" in await room.presses(CLEO, "No, another one")
    asked = await works_at(room, ANA, "Hill School", region="Ashby")
    assert "[Hill Schol] [Hill School] [No, another one]" in asked


async def test_a_name_behind_the_command_stands_in_the_form(room: RoomOfPeople) -> None:
    assert "Name of the school: Hill College" in await room.says(
        BEN, "/profile school Hill College"
    )


async def test_two_of_one_name_are_offered_at_once_and_told_apart(room: RoomOfPeople) -> None:
    await works_at(room, BEN, "Ashfold", phases="primary", region="Bucks")
    await works_at(room, CLEO, "Norwood", phases="secondary", region="Kent")
    await schools(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "Change")
    said = await room.fills(ANA, {NAME: "Norwood"})

    assert "Are these two the same?" in said
    assert "[The same: “Norwood (primary, Bucks)”]" in said
    assert "[The same: “Norwood (secondary, Kent)”]" in said
