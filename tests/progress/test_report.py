"""What coordinators read of the rounds: counts, and who needs somebody."""

from datetime import timedelta

from bot.core import buddies, people
from tests.plugins.room import ANA, BEN, CLEO, DEV, KEYS, RoomOfPeople
from tests.progress.school import (
    EVA,
    FINN,
    GIA,
    HERE,
    HUGO,
    begins,
    buddy,
    ends,
    half,
    member,
    until,
)

SIX = (BEN, CLEO, EVA, FINN, GIA, HUGO)


async def judged(room: RoomOfPeople, *answers: str) -> None:
    """A round of six in which all have met, and so many of them have said whether it was of use."""
    await begins(room, *SIX)
    await until(room, half(room))
    for who in SIX:
        await room.presses(who, "We met")
    await until(room, ends(room))
    for who, answer in zip(SIX, answers, strict=False):
        await room.presses(who, answer)


async def test_before_the_first_round_it_says_so(room: RoomOfPeople) -> None:
    assert "no round of buddies yet" in await room.says(ANA, "/buddy report")


async def test_it_counts_and_names_nobody_who_said_anything(room: RoomOfPeople) -> None:
    await judged(room, "Yes", "Yes", "Somewhat", "No", "Yes")
    page = await room.says(ANA, "/buddy report")
    assert "Of use" not in page
    assert "they have met" not in page

    await room.passes(days=20)
    page = await room.says(ANA, "/buddy report")
    assert "6 people had a buddy; 3 groups at the beginning" in page
    assert "6 say that they have met" in page
    assert "Of use: yes 3, somewhat 1, no 1" in page
    assert not any(name in page for name in SIX)


async def test_under_five_answers_nothing_is_told_of_use(room: RoomOfPeople) -> None:
    await judged(room, "Yes", "No", "Somewhat", "No")
    await room.passes(days=20)
    page = await room.says(ANA, "/buddy report")
    assert "fewer than five have answered" in page
    assert "Of use: yes" not in page


async def test_nothing_that_one_person_presses_changes_the_report(room: RoomOfPeople) -> None:
    await begins(room, *SIX)
    await until(room, half(room))
    before = await room.says(ANA, "/buddy report")
    for who in SIX:
        await room.presses(who, "We met")
        assert await room.says(ANA, "/buddy report") == before


async def test_under_five_answers_nothing_is_told_of_who_met(room: RoomOfPeople) -> None:
    await begins(room, *SIX)
    await until(room, half(room))
    for who in SIX[:4]:
        await room.presses(who, "We met")
    await until(room, ends(room) + timedelta(days=20))
    assert "they have met" not in await room.says(ANA, "/buddy report")


async def test_who_is_erased_changes_no_figure(room: RoomOfPeople) -> None:
    await judged(room, "Yes", "Yes", "Somewhat", "No", "Yes")
    await room.passes(days=20)
    before = await room.says(ANA, "/buddy report")
    with room.store.write() as db:
        people.erase(db, member(room, BEN), HERE, room.clock.now(), KEYS)
    assert await room.says(ANA, "/buddy report") == before


async def test_who_wanted_somebody_else_stands_nowhere(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    await room.passes(days=2)

    assert buddy(room, BEN) == set()
    page = await room.says(ANA, "/buddy report")
    assert "2 people had nobody any more later" in page
    home = await room.says(ANA, "/network")
    assert "Buddies: 2 people wait for somebody." in home
    hand_over = await room.says(ANA, "/network hand-over")
    for read in (page, home, hand_over):
        assert "nobody for" not in read
    assert not any(name in page for name in (BEN, CLEO))

    await until(room, ends(room) + timedelta(hours=1))
    page = await room.says(ANA, "/buddy report")
    assert not any(name in page for name in (BEN, CLEO))
    assert "wait for somebody" not in await room.says(ANA, "/network")


async def test_who_alone_is_left_stands_nowhere_by_name(room: RoomOfPeople) -> None:
    """Of four one asks; the one for whom nobody was free is named to no coordinator."""
    await begins(room, BEN, CLEO, EVA, FINN)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    await room.passes(days=2)
    assert "1 person waits for somebody." in await room.says(ANA, "/network")
    page = await room.says(ANA, "/buddy report")
    assert not any(name in page for name in SIX)


async def test_for_whom_nobody_was_found_when_it_began_is_named(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        for other in (BEN, CLEO):
            buddies.never(db, HERE, member(room, EVA), member(room, other))
    await begins(room, BEN, CLEO, EVA)
    await room.passes(hours=6)
    assert "I found nobody for: Eva" in await room.says(ANA, "/buddy report")


async def test_a_file_has_counts_alone(room: RoomOfPeople) -> None:
    await judged(room, "Yes")
    await room.says(ANA, "/buddy report")
    before = len(room.seen)
    await room.presses(ANA, "As a text file")
    files = [one.text for one in room.seen[before:] if one.kind == "file"]
    assert len(files) == 1
    await room.says(ANA, "/buddy report")
    await room.presses(ANA, "As a workbook")


async def test_nobody_else_reads_it(room: RoomOfPeople) -> None:
    await judged(room, "Yes")
    for who in (BEN, DEV):
        assert "say that they have met" not in await room.says(who, "/buddy report")


async def test_the_member_sees_their_own_page_and_history(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await room.passes(hours=6)
    page = await room.says(BEN, "/buddy")
    assert "[We met] [We have a date] [Not yet] [Somebody else, please]" in page
    await room.presses(BEN, "We met")
    assert "You said: We met." in await room.says(BEN, "/buddy")
    assert "You said" not in await room.says(CLEO, "/buddy")

    await until(room, ends(room) + timedelta(hours=1))
    assert "The round with Cleo is over. Was it of use?" in await room.says(BEN, "/buddy")
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/buddy")
    assert "Cleo, from Monday 23 November 2026. Of use: Yes." in await room.presses(
        BEN, "My buddies so far"
    )


async def test_who_takes_the_network_over_reads_how_things_stand(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA)
    page = await room.says(ANA, "/network hand-over")
    assert "Buddies\n3 people would like a buddy.\nA round goes on until Thursday 31" in page
