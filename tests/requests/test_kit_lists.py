"""A list of kits comes in as networks keep it: looked at first, with a reason for each row that is
none; and what goes out comes in again and changes nothing.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st
from sqlmodel import select

from bot.commands.calls import Pressed
from bot.core import kit_imports, kit_lists, links, lists, office
from bot.core.kit_lists import Found, Why
from bot.core.people import number
from bot.core.sheets import Sheet
from bot.store.db import Store
from bot.store.tables import Draft, Kit, Move
from bot.ui import clean
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.imports import files
from tests.imports.test_page import Upload
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople
from tests.requests.conftest import ask, queue
from tests.requests.ground import NOW, begin

pytestmark = pytest.mark.must_hold("D1", 6)
LIST = (
    "Our kits, autumn 2026\n\nName;Kind;Count;Place;Training;Most;Days;Approval;Note\n"
    "Robot arm;class-set;3;Library;yes;1;14;yes;Charge it.\n"
    "Litmus paper;consumable;200;;;20;;no;\n"
    ";kit;1\nBridge;ship;2\nCrane;kit;1,5\nLamp;kit;-2\nrobot  ARM;kit;1\nPump;kit;1;;perhaps\n"
)


def read(data: bytes) -> Found:
    return kit_lists.read(lists.read(data))


def test_rows_are_kits_or_have_a_reason() -> None:
    found = read(LIST.encode())

    assert [(one.row, one.name, one.kind, one.count, one.place) for one in found.lines] == [
        (4, "Robot arm", "class-set", 3, "Library"),
        (5, "Litmus paper", "consumable", 200, ""),
    ]
    assert [(one.row, one.why) for one in found.faults] == [
        (6, Why.NO_NAME), (7, Why.KIND), (8, Why.NUMBER), (9, Why.NUMBER), (10, Why.TWICE),
        (11, Why.YES_NO),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Bezeichnung\tArt\tAnzahl\tStandort\tSchulung", "Roboterarm\tKlassensatz\t3\tRegal 2\tja"),
        ("Nom,Genre,Nombre,Lieu,Formation", "Bras robot,lot de classe,3,CDI,oui"),
        ("Nome;Tipo;Quantità;Luogo;Formazione", "Braccio;set di classe;3;Aula;sì"),
        ("Nimi;Laji;Määrä;Paikka;Koulutus", "Robottikäsi;luokkasarja;3;Hylly 2;kyllä"),
    ],
)
def test_heads_and_kinds_in_five_languages(head: str, row: str) -> None:
    found = read(f"{head}\n{row}\n".encode())

    assert found.faults == []
    assert [(one.kind, one.count, one.trained) for one in found.lines] == [("class-set", 3, True)]


def test_a_workbook_of_several_sheets() -> None:
    heads = ("Kit", "Quantity")
    found = read(files.sheets(Physics=[heads, ("Lens", 4)], Notes=[("Buy", "more")],
                              Chemistry=[(), heads, ("Litmus", 9)]))  # fmt: skip

    assert [(one.name, one.count) for one in found.lines] == [("Lens", 4), ("Litmus", 9)]


def test_a_list_without_heads_says_so() -> None:
    assert [one.why for one in read(b"Lens;4\nLitmus;9\n").faults] == [Why.NO_HEADS]


def kits(store: Store) -> list[dict[str, object]]:
    with store.read() as db:
        return [row.model_dump() for row in db.all(select(Kit).order_by(Kit.id))]  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [office.table, office.workbook])
def test_what_goes_out_comes_in_unchanged(
    sqlite_store: Store, make: Callable[..., bytes], figure: Callable[[str], None]
) -> None:
    ground = begin(sqlite_store, pieces=5)
    with sqlite_store.write() as db:
        for name in ("=1+1", "@sum", "-2", "'quoted", 'She said "a;b"', "Tab\tin it", "Zoë's, 2"):
            kit = Kit(network_id=ground.network, name=clean(name), kind="sample", place="-", most=3)
            kit.note, kit.trained = clean("=HYPERLINK(1)\nline two"), True
            db.add(kit)
    before = kits(sqlite_store)
    with sqlite_store.read() as db:
        file = make(kit_imports.HEAD, kit_imports.rows(db, ground.network))
    with sqlite_store.write() as db:
        plan = kit_imports.plan(db, ground.network, read(file))
        assert (plan.new, plan.changed, plan.faults) == ([], [], [])
        assert plan.same == len(before)
        kit_imports.take(db, ground.network, plan, ground.ana, "list", NOW)
    assert kits(sqlite_store) == before
    figure(f"{len(before)} kits out and in again, csv and xlsx")


def test_into_an_empty_network_it_makes_the_same(sqlite_store: Store) -> None:
    first, second = begin(sqlite_store, pieces=5), begin(sqlite_store, pieces=5)
    with sqlite_store.write() as db:
        file = office.workbook(kit_imports.HEAD, kit_imports.rows(db, first.network))
        for row in db.all(select(Kit).where(Kit.network_id == second.network)):
            row.name = f"Old {row.name}"
        db.flush()
        plan = kit_imports.plan(db, second.network, read(file))
        assert len(kit_imports.take(db, second.network, plan, second.ana, "list", NOW)) == 2
        again = kit_imports.rows(db, second.network)
        assert [row for row in again if not str(row["Name"]).startswith("Old")] == [
            *kit_imports.rows(db, first.network)
        ]


@with_any(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
def test_whatever_stands_there_every_row_is_a_kit_or_has_a_reason(rows: list[list[str]]) -> None:
    named = [["Name", "Count", "Kind"], *rows]
    found = kit_lists.read([Sheet("", tuple(map(tuple, named)))])
    told = {one.row for one in found.lines} | {one.row for one in found.faults}

    assert told == {n for n, row in enumerate(named, 1) if n > 1 and any(c.strip() for c in row)}


async def test_pasted_it_is_looked_at_and_changes_nothing_before(room: RoomOfPeople) -> None:
    await room.says(ANA, "/kit import")
    await room.presses(ANA, "Paste a list")
    seen = await room.fills(ANA, {"One line for each kit": LIST})
    assert "2 new kits, 6 rows not taken" in seen
    assert "Row 8: “1,5” is no whole number that fits here." in seen
    assert kits(room.store) == []
    assert "Taken in: 2 new kits." in await room.presses(ANA, "Take it in")
    assert "Robot arm: 3 of 3 free · with training" in await room.presses(ANA, "The stock")

    await room.says(ANA, "/kit import")
    await room.presses(ANA, "Paste a list")
    seen = await room.fills(ANA, {"One line for each kit": LIST})
    assert "2 as they were" in seen
    assert "[Take it in]" not in seen


async def test_fewer_than_are_out_is_no_row(lent: RoomOfPeople) -> None:
    await ask(lent, BEN, count=2)
    await queue(lent, "Yes, they get it", "It can be fetched", "They have it")
    await lent.says(ANA, "/kit import")
    await lent.presses(ANA, "Paste a list")
    seen = await lent.fills(ANA, {"One line for each kit": "Name;Count\nRobot arm;1"})
    assert "Row 2: Robot arm: more are set aside or out than that. Count again." in seen


async def test_a_file_comes_by_ones_own_page(room: RoomOfPeople) -> None:
    seen = await room.says(ANA, "/kit import")
    secret = seen.partition("/p/")[2][:43]
    page = Upload(room, secret)
    await page.opens()
    assert "Nothing is changed until you say so." in page.words
    shown = await page.gives(files.sheets(Kits=[("Name", "Count"), ("Lens", 4), ("", 1)]))
    assert "1 new kit, 1 row not taken" in shown
    assert "Row 3: there is no name." in shown
    assert "Taken in: 1 new kit." in await page.presses("Take it in")
    assert [row["name"] for row in kits(room.store)] == ["Lens"]
    with room.store.read() as db:
        assert [(m.count, m.to_place) for m in db.all(select(Move))] == [(4, "shelf:")]


async def test_the_page_ends_and_is_for_nothing_else(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        until = room.clock.now() + timedelta(hours=1)
        secret = links.make(db, 1, number(1), "kits:1", room.clock.now(), until)
        opened = links.opened(db, secret, room.clock.now())
    assert opened
    assert opened.allows("kits:1:take:1")
    for other in ("kits:2:take:1", "kit:0:stock:1", "import:1:paste", "request:1:approve"):
        assert not opened.allows(other)
    await room.passes(hours=2)
    with room.store.read() as db:
        assert links.opened(db, secret, room.clock.now()) is None


async def brings(room: RoomOfPeople, rows: str) -> str:
    """Ana takes a pasted list in; returns what she then sees."""
    await room.says(ANA, "/kit import")
    await room.presses(ANA, "Paste a list")
    await room.fills(ANA, {"One line for each kit": rows})
    return await room.presses(ANA, "Take it in")


async def test_a_list_is_taken_back_with_which_nothing_was_done(lent: RoomOfPeople) -> None:
    before = kits(lent.store)
    await brings(lent, "Name;Count;Place;Note\nLens;4;Lab;\nRobot arm;5;Cellar;Charge it.")
    assert "Robot arm: 5 of 5 free" in await lent.says(ANA, "/kit stock")
    await brings(lent, "Name;Count\nRobot arm;1")
    assert "1 kit is as it was before the list." in await lent.presses(ANA, "Take it back")
    seen = await lent.says(ANA, "/kit stock")
    assert "Robot arm: 5 of 5 free" in seen
    assert "Lens: 4 of 4 free" in seen
    assert [row["place"] for row in kits(lent.store)] == ["Cellar", "Lab"]
    assert before != kits(lent.store)


async def test_taken_back_at_once_all_is_as_it_was(lent: RoomOfPeople) -> None:
    before = kits(lent.store)
    await brings(lent, "Name;Count;Place;Note\nLens;4;Lab;\nRobot arm;5;Cellar;Charge it.")
    assert "2 kits are as they were before the list." in await lent.presses(ANA, "Take it back")
    assert kits(lent.store) == before
    assert "Robot arm: 3 of 3 free" in await lent.says(ANA, "/kit stock")
    await lent.presses(ANA, "Show")
    seen = await lent.presses(ANA, "What was moved")
    assert "the list was taken back" in seen
    again = shown(call(lent, ANA, Pressed("kits:1:undo:1"), "C1"))
    assert again == shown(call(lent, ANA, Pressed("kits:1:undo:99"), "C1"))


async def test_with_what_something_was_done_since_stays(lent: RoomOfPeople) -> None:
    await brings(lent, "Name;Count\nLens;4\nLamp;2\nRobot arm;5")
    with lent.store.read() as db:
        number = db.all(select(Draft.id).where(Draft.action == "kits:1:undo"))[0]
    await ask(lent, BEN, "Lens")
    await ask(lent, BEN, "Robot arm", 4)
    await queue(lent, "Yes, they get it", "Yes, they get it")
    said = shown(call(lent, ANA, Pressed(f"kits:1:undo:{number}"), "C1"))

    assert "1 kit is as it was before the list." in said
    assert "they stay: Lens and Robot arm." in said
    assert [row["name"] for row in kits(lent.store)] == ["Robot arm", "Lens"]


async def test_only_who_took_it_in_takes_it_back(lent: RoomOfPeople) -> None:
    await brings(lent, "Name;Count\nLens;4")
    with lent.store.read() as db:
        number = db.all(select(Draft.id).where(Draft.action == "kits:1:undo"))[0]
    for who, place in ((BEN, "C1"), (DEV, "C2")):
        call(lent, who, Pressed(f"kits:1:undo:{number}"), place)
    assert [row["name"] for row in kits(lent.store)] == ["Robot arm", "Lens"]
