"""A coordinator pastes a list, looks at it, takes it in and takes it back."""

from datetime import timedelta

from sqlmodel import select

from bot.commands.calls import Pressed
from bot.store.imports import WAITS
from bot.store.tables import Institution, Member, Row
from tests.commands.test_rights import ask, shown
from tests.imports.desks import everything
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople

LIST = {
    "One line for each person": (
        "Teacher\tSchool\tYears\tColour\n"
        "Lee, Kim\tHill School\t10\tred\n"
        "Sam Fox\tDale School\tmany\tblue\n"
        "Total 2\t\t\t\n"
    )
}


async def pastes(room: RoomOfPeople, values: dict[str, str] | None = None) -> str:
    await room.says(ANA, "/network import")
    await room.presses(ANA, "Paste a list")
    return await room.fills(ANA, values or LIST)


def names(room: RoomOfPeople) -> list[str]:
    with room.store.read() as db:
        return list(db.all(select(Member.name).order_by(Member.name)))


async def test_a_list_is_looked_at_taken_in_and_taken_back(room: RoomOfPeople) -> None:
    before = everything(room.store, but=("import", "inbox", "identity", "personal_link"))
    said = await pastes(room)
    assert "2 people are new. 1 row is not taken." in said
    assert "For instance: Kim Lee" in said
    assert "Row 4: This is a total, and no person." in said
    assert "Row 3: many is no year. Please write it like 2015." in said
    taken = await room.presses(ANA, "Take in 2 people")
    assert "Taken in: 2 people new." in taken
    assert {"Kim Lee", "Sam Fox"} < set(names(room))
    assert "That is taken back." in await room.presses(ANA, "Undo")
    assert everything(room.store, but=("import", "inbox", "identity", "personal_link")) == before


async def test_a_list_that_has_waited_for_an_hour_is_not_taken_in(room: RoomOfPeople) -> None:
    await pastes(room)
    room.clock.jump(WAITS + timedelta(seconds=1))

    assert "out of date" in await room.presses(ANA, "Take in 2 people")
    assert "Kim Lee" not in names(room)


async def test_a_list_that_nobody_takes_in_is_not_kept(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.passes(hours=2)

    assert "Kim" not in str(everything(room.store)["import"])


async def test_a_second_time_all_is_there(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.presses(ANA, "Take in 2 people")
    said = await pastes(room)
    assert "2 are there already. 1 row is not taken." in said
    assert "Take in" not in said
    assert "Thrown away. Nothing was taken in." in await room.presses(ANA, "Throw away")


async def test_a_column_is_something_else(room: RoomOfPeople) -> None:
    await pastes(room)
    said = await room.presses(ANA, "Columns")
    assert "Colour (red, blue): not taken" in said
    assert "School (Hill School, Dale School): school" in said
    await room.presses(ANA, "Change", 3)
    said = await room.fills(ANA, {"What is in this column?": "region"})
    assert "Colour (red, blue): region" in said
    await room.presses(ANA, "Back")
    await room.presses(ANA, "Take in 2 people")
    with room.store.read() as db:
        assert sorted(db.all(select(Institution.region))) == ["blue", "red"]


async def test_who_has_the_name_of_somebody_there_is_asked_about(room: RoomOfPeople) -> None:
    said = await pastes(room, {"One line for each person": "Name;School\nBen;Hill School\n"})
    assert "Row 2: Somebody called Ben is there already. Is it the same person?" in said
    said = await room.presses(ANA, "The same people")
    assert "0 people are new. Something is added to 1." in said
    assert "Taken in: 0 people new, something added to 1." in await room.presses(ANA, "Take it in")


async def test_who_is_told_to_write_teacher_is_told_the_phase_as_well(room: RoomOfPeople) -> None:
    values = {"One line for each person": "Name;School;Role\nKim Lee;Hill School;dragon\n"}
    assert (
        "Row 2: dragon: I do not know this work. Please write for instance technician, primary"
        " teacher, secondary teacher or post-16 teacher."
    ) in await pastes(room, values)


async def test_many_reasons_have_pages(room: RoomOfPeople) -> None:
    rows = "\n".join(f"Number {n};Hill School" for n in range(30))
    await pastes(room, {"One line for each person": f"Name;School\nKim Lee;Hill School\n{rows}"})
    said = await room.presses(ANA, "Show all of it")
    assert "Row 3: Number 0 does not look like a name." in said
    assert "Row 12:" in said
    assert "Row 13:" not in said
    assert "Row 13: Number 10 does not look like a name." in await room.presses(ANA, "More")
    assert "1 person is new. 30 rows are not taken." in await room.presses(ANA, "Back")


async def test_what_is_no_list_stays_in_the_form(room: RoomOfPeople) -> None:
    said = await pastes(room, {"One line for each person": "Kim Lee\nSam Fox"})
    assert "I find no column of names." in said


async def test_only_coordinators_and_only_their_own_network(room: RoomOfPeople) -> None:
    await pastes(room)
    assert "Only a coordinator" in await room.says(BEN, "/network import")
    before = everything(room.store, but=("inbox", "personal_link", "identity"))
    for answer in ("look", "take", "columns", "drop", "undo", "reasons"):
        for pressed in (f"import:1:{answer}:1", f"import:2:{answer}:1"):
            said = await asks(room, DEV, pressed)
            assert "Kim" not in said
            assert "Hill" not in said
    assert everything(room.store, but=("inbox", "personal_link", "identity")) == before


async def asks(room: RoomOfPeople, who: str, pressed: str) -> str:
    """A button that nobody showed them."""
    return shown(ask(room, who, Pressed(pressed), "C2"))


def test_all_tables_of_an_import_are_a_networks_own() -> None:
    assert "network_id" in Row.metadata.tables["import"].columns
