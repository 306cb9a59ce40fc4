"""With whom somebody never goes together is between them and the house."""

import re
from io import BytesIO
from zipfile import ZipFile

from sqlmodel import select

from bot.store.tables import NotWith
from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def never(room: RoomOfPeople, who: str, other: str) -> str:
    """Somebody never wants to go together with another."""
    await room.says(who, "/buddy")
    await room.presses(who, "Never with …")
    return await room.fills(who, {"With whom?": other})


def names_in(page: str) -> set[str]:
    """Who goes together, by name."""
    return {line for line in page.splitlines() if re.fullmatch(r"\w+ and \w+", line)}


async def test_only_who_said_it_reads_it(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    said = await never(room, BEN, ELLA)
    assert "Ella\n[May be again]" in said
    assert "Nobody else sees this, your coordinators neither." in said

    await room.says(ELLA, "/buddy")
    assert "With whom?" in await room.presses(ELLA, "Never with …")  # she has said so of nobody
    for page in ("/buddy round", "/network", "/network people", "/network hand-over"):
        assert "Never" not in await room.says(ANA, page)


async def test_by_a_name_and_taken_back(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(BEN, "/buddy")
    await room.presses(BEN, "Never with …")
    assert "I find nobody of that name" in await room.fills(BEN, {"Or their name": "Zoe"})
    await room.says(BEN, "/buddy")
    await room.presses(BEN, "Never with …")
    assert "Cleo" in await room.fills(BEN, {"Or their name": " cleo "})
    assert "1 pair" not in await room.says(ANA, "/buddy round")

    await room.says(BEN, "/buddy")
    await room.presses(BEN, "Never with …")
    assert "There is nobody" in await room.presses(BEN, "May be again")
    assert names_in(await room.says(ANA, "/buddy round")) == {"Ben and Cleo"}


async def test_they_never_go_together_either_way(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    assert "Ben and Finn" in names_in(await room.says(ANA, "/buddy round"))
    await never(room, FINN, BEN)
    for _ in range(4):
        assert "Ben and Finn" not in names_in(await room.presses(ANA, "Deal again"))


async def test_said_after_the_preview_it_is_dealt_anew_without_a_word_of_why(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.says(ANA, "/buddy round")
    await never(room, FINN, BEN)
    said = await room.presses(ANA, "Introduce them")
    assert "Some pairs have changed since you looked." in said
    assert "Finn." not in said


async def test_it_goes_with_either_of_them(room: RoomOfPeople) -> None:
    await joins(room, BEN, ELLA)
    await never(room, BEN, ELLA)
    await room.says(ELLA, "/privacy erase")
    await room.presses(ELLA, "Yes, erase everything")
    with room.store.read() as db:
        assert db.all(select(NotWith)) == []


async def test_it_stands_in_their_own_copy_alone(room: RoomOfPeople) -> None:
    await joins(room, BEN, ELLA)
    await never(room, BEN, ELLA)
    copies = {}
    for who in (BEN, ELLA):
        await room.says(who, "/privacy export")
        with ZipFile(BytesIO(room.world.files[-1][1].content)) as copy:
            copies[who] = (
                copy.read("notwith.csv").decode() if "notwith.csv" in copy.namelist() else ""
            )
    assert "Ella" in copies[BEN]
    assert copies[ELLA] == ""
