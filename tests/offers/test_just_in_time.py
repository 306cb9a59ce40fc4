"""Who asks sees at once what fits, both ways; nothing is suggested to or of who said no."""

import pytest

from bot.store.tables import Rest
from tests.offers.conftest import CIRCUITS, EVE, FAY, asks, can_help, offers, questions
from tests.people.ground import numbers, tells
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.requests.conftest import add


async def test_kits_offers_readings_and_people_are_seen_at_once(all_here: RoomOfPeople) -> None:
    await add(all_here, "Circuit boards")
    await offers(all_here, BEN, "A box of crocodile clips for electric circuits")
    await offers(all_here, EVE, "Ten worksheets on electric circuits", "Something to read",
                 link="https://example.org/circuits")  # fmt: skip
    can_help(all_here, FAY)

    said = await asks(all_here, CLEO)
    assert "This may fit now:" in said
    assert "Ten worksheets on electric circuits Read it" in said
    assert "[This is it]" in said
    assert "1 person has agreed to be asked about such things." in said
    assert not any(name in said for name in (BEN, EVE, FAY))


async def test_a_kit_that_fits_is_asked_for_instead(all_here: RoomOfPeople) -> None:
    await add(all_here, "Micro:bit class set")
    assert "Micro:bit class set: 3 free" in await asks(
        all_here, CLEO, "Micro:bits for my club", "Something else"
    )
    form = await all_here.presses(CLEO, "Ask for this")
    assert "(x) Micro:bit class set" in form
    assert "What for?: Micro:bits for my club" in form
    assert "Micro:bit class set: A coordinator looks at it." in await all_here.fills(CLEO)
    mine = await all_here.says(CLEO, "/request mine")
    assert "“Micro:bits for my club”: You do not need it any more." in mine


async def test_something_to_read_is_it(all_here: RoomOfPeople) -> None:
    await offers(all_here, EVE, "Ten worksheets on electric circuits", "Something to read",
                 link="https://example.org/circuits")  # fmt: skip
    await asks(all_here, CLEO)
    said = await all_here.presses(CLEO, "This is it")
    assert said.startswith("Good that it is of use.")
    assert "Read it" in said
    assert "Nothing waits for you." in await all_here.says(ANA, "/kit")


async def test_none_of_these(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits")
    await asks(all_here, CLEO, "Some micro:bits", "Something else")
    said = await all_here.presses(CLEO, "None of these")
    assert "Should somebody offer something that fits, I tell you." in said
    assert "Ten micro:bits" not in said


async def test_a_new_offer_tells_who_looks_and_its_giver_how_many(all_here: RoomOfPeople) -> None:
    for who in (CLEO, EVE):
        await asks(all_here, who, "Some micro:bits for Year 8", "Something else")
    said = await offers(all_here, BEN, "Ten micro:bits")
    assert "2 people look for something like this. I tell them." in said
    assert CLEO not in said
    assert EVE not in said

    await all_here.passes(days=1)
    for who in (CLEO, EVE):
        told = [text for text in all_here.inbox(who) if "somebody has offered something" in text]
        assert len(told) == 1
        assert BEN not in told[0]
    assert not any("somebody has offered" in text for text in all_here.inbox(FAY))


async def test_what_is_for_other_pupils_is_not_shown(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits", phase="primary")
    with all_here.store.write() as db:
        tells(db, numbers(db)[CLEO], profile={"works_as": "secondary"})
    assert "This may fit" not in await asks(all_here, CLEO, "Some micro:bits", "Something else")
    said = await asks(all_here, CLEO, "Some micro:bits for primary pupils", "Something else")
    assert "Ten micro:bits" in said


async def test_words_of_another_language_than_their_writers(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Stromkreis-Koffer mit Batterien und Lampen")
    assert "Stromkreis-Koffer" in await asks(all_here, CLEO, "Des circuits électriques en CM2",
                                             "Something else")  # fmt: skip


async def test_nobody_is_offered_their_own(all_here: RoomOfPeople) -> None:
    await offers(all_here, CLEO, "Ten micro:bits")
    can_help(all_here, CLEO)
    assert "This may fit" not in await asks(all_here, CLEO, "Some micro:bits", "Something else")
    assert "This may fit" not in await asks(all_here, CLEO)


@pytest.mark.must_hold("D1", 3)
@pytest.mark.parametrize(
    "no", ["private", "left", "away", "peace", "later", "never", "hidden", "other network"]
)
async def test_nothing_is_suggested_of_who_said_no(all_here: RoomOfPeople, no: str) -> None:
    can_help(all_here, BEN)
    await offers(all_here, BEN, "A box for electric circuits")
    assert "This may fit now:" in await asks(all_here, EVE)
    await _says_no(all_here, no)

    said = await asks(all_here, CLEO)
    if no == "hidden":  # what they offer they still do
        assert "agreed to be asked" not in said
    else:
        assert "This may fit now:" not in said, said
    await all_here.says(CLEO, "/request mine")
    assert not questions(all_here, BEN)


async def _says_no(room: RoomOfPeople, no: str) -> None:
    if no == "private":
        await room.says(BEN, "/network settings")
        await room.presses(BEN, "No, thank you")
    elif no in ("left", "other network"):
        await room.leaves(BEN)
    elif no == "away":
        await room.says(BEN, "/network away")
        await room.fills(BEN, {"Away until which day?": "18.12.2026"})
    elif no == "peace":
        await room.says(BEN, "/privacy")
        await room.presses(BEN, "Leave me in peace")
        await room.fills(BEN)
    elif no == "hidden":
        await room.says(BEN, "/network settings")
        await room.presses(BEN, "What others see of me")
        await room.presses(BEN, "Take it back")
    else:
        topic = "" if no == "later" else "circuits"
        with room.store.write() as db:
            db.add(Rest(network_id=1, member_id=numbers(db)[BEN], topic=topic))


@pytest.mark.must_hold("D1", 3)
@pytest.mark.parametrize("how", ["private", "away", "left"])
async def test_nothing_is_suggested_to_who_said_no(all_here: RoomOfPeople, how: str) -> None:
    await asks(all_here, BEN, CIRCUITS)
    await _says_no(all_here, how)
    before = len(all_here.inbox(BEN))
    await offers(all_here, EVE, "My help with electric circuits", "My help with a topic")
    await all_here.passes(days=5)

    assert len(all_here.inbox(BEN)) == before
