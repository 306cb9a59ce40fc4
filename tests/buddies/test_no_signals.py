"""Whatever keeps two people apart, it reads the same: no page tells a secret from a full diary."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from sqlmodel import select

from bot.store.db import Db
from bot.store.tables import Apart, BuddyWish, NotWith, RoundOut
from tests.buddies.conftest import ELLA, FINN, joins
from tests.people.ground import numbers, school, tells
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

CAUSES = ("secret", "school", "times", "travel")
REFUSED = "These do not go together this time. Please choose somebody else."
NOBODY = (
    "No two of those who would like a buddy go together as things are set."
    " Ask more people to join, or look at the settings below."
)


def keep_apart(db: Db, cause: str, one: str, other: str) -> None:
    """Something keeps two people apart, of which only they know."""
    who = [numbers(db)[name] for name in (one, other)]
    if cause == "secret":
        db.add(NotWith(network_id=1, member_id=who[0], other_id=who[1]))
    elif cause == "school":
        hill = school(db, "Hilltop School")
        for member in who:
            tells(db, member, schools=[hill])
    elif cause == "times":
        for member, free in zip(who, ("mon-late", "tue-late"), strict=True):
            tells(db, member, profile={"free": free})
    else:
        for member, region in zip(who, ("Coast", "Hills"), strict=True):
            there = school(db, f"{region} School", region=region)
            tells(db, member, schools=[there], profile={"travel": "near"})
            wish = db.first(select(BuddyWish).where(BuddyWish.member_id == member))
            assert wish
            wish.mode = "face"
    db.flush()


async def pressed(room: RoomOfPeople, pair: str, label: str) -> str:
    """Ana changes something about a pair of the round."""
    page = await room.says(ANA, "/buddy round")
    heads = [line for line in page.splitlines() if line == pair]
    assert heads, page
    names = [line for line in page.splitlines() if " and " in line and "have" not in line]
    await room.presses(ANA, "Change", names.index(pair))
    return await room.presses(ANA, label)


@pytest.mark.parametrize("cause", CAUSES)
async def test_nobody_was_found_reads_the_same(room: RoomOfPeople, cause: str) -> None:
    """Two who are alone in a round, and somebody who pauses."""
    await joins(room, BEN, CLEO, ELLA)
    await room.says(ELLA, "/buddy pause until 1 February")
    await room.fills(ELLA)
    with room.store.write() as db:
        keep_apart(db, cause, BEN, CLEO)
    page = await room.says(ANA, "/buddy round")
    assert page.splitlines()[:4] == [
        "# Buddies: round 1",
        NOBODY,
        "I found nobody for them this time: Ben and Cleo.",
        "Not in this round: Ella.",
    ]
    with room.store.read() as db:
        assert sorted(row.why for row in db.all(select(RoundOut))) == ["", "", "paused"]


@pytest.mark.parametrize("cause", CAUSES)
async def test_a_swap_is_refused_in_the_same_words(room: RoomOfPeople, cause: str) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    with room.store.write() as db:
        keep_apart(db, cause, BEN, ELLA)
    await pressed(room, "Ben and Finn", "Swap somebody")
    said = await room.fills(ANA, {"Who changes places?": BEN, "With whom?": CLEO})
    assert said.splitlines()[0].endswith(REFUSED)


@pytest.mark.parametrize("cause", CAUSES)
async def test_a_kept_pair_that_cannot_be_any_more_is_new_without_a_word(
    room: RoomOfPeople, cause: str
) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    said = await pressed(room, "Ben and Finn", "Keep them together")
    assert "\nBen and Finn (stays if it can)\n" in said
    with room.store.write() as db:
        keep_apart(db, cause, FINN, BEN)
    said = await room.presses(ANA, "Introduce them")
    assert said.splitlines()[1] == "Some pairs have changed since you looked."
    assert "Finn." not in said


async def test_in_words_alone_it_may_be_as_things_are_set(room: RoomOfPeople) -> None:
    """A pair that meets again because of a secret reads as every other one."""
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(days=1)
    await joins(room, ELLA, FINN)
    with room.store.write() as db:
        for other in (ELLA, FINN):
            keep_apart(db, "secret", BEN, other)
    await room.says(ANA, "/buddy round")
    again = await room.presses(ANA, "A new round")
    assert "As things are set, there is no way without that." in again


async def test_whom_a_coordinator_keeps_apart_stands_in_no_copy(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await pressed(room, "Ben and Finn", "Not these this time")
    with room.store.read() as db:
        assert len(db.all(select(Apart))) == 1
    for who in (BEN, FINN):
        await room.says(who, "/privacy export")
        with ZipFile(BytesIO(room.world.files[-1][1].content)) as copy:
            assert "apart.csv" not in copy.namelist()
            for name in copy.namelist():
                if name == "roundout.csv":
                    text = copy.read(name).decode("utf-8-sig")
                    assert {row.get("why", "") for row in csv.DictReader(StringIO(text))} <= {""}
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Not this time")
    with room.store.read() as db:
        assert db.all(select(Apart)) == []


async def test_a_pair_that_is_gone_is_shown_before_the_rest_is_introduced(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.says(ANA, "/buddy round")
    with room.store.write() as db:
        for one in (BEN, FINN):
            for other in {BEN, CLEO, ELLA, FINN} - {one}:
                keep_apart(db, "secret", one, other)
    said = await room.presses(ANA, "Introduce them")
    assert said.splitlines()[1] == "Some pairs have changed since you looked."
    assert "I found nobody for them this time: Ben and Finn." in said
    assert "This tells 2 people" in await room.presses(ANA, "Introduce them")
