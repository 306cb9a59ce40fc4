"""A round: seen before it is introduced, changed by hand, told to those whom it concerns."""

import pytest

from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

THERE_IS = "These do not go together this time. Please choose somebody else."


async def changes_first(room: RoomOfPeople, names: str, how: str) -> str:
    """Ana changes something about the pair that stands first."""
    page = await room.says(ANA, "/buddy round")
    heads = [line.partition(" (")[0] for line in page.splitlines()]
    assert names in heads[: heads.index("[Change]")]
    await room.presses(ANA, "Change")
    return await room.presses(ANA, how)


async def test_from_joining_to_an_introduction(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    assert "It is noted." in await room.says(BEN, "/buddy")

    page = await room.says(ANA, "/buddy round")
    assert "1 pair: 2 people." in page
    assert "Ben and Cleo\nBen and Cleo have not been put together before." in page
    said = await room.presses(ANA, "Introduce them")
    assert "outside lessons: Monday 23 November 2026, 15:30 (London). This tells 2 people." in said
    assert "You are in the next round." in await room.says(BEN, "/buddy")

    await room.presses(ANA, "Send now")
    assert room.posts("#Ben+Cleo")[0].splitlines() == [
        "# Your buddy",
        "Ben and Cleo, you are buddies now.",
        "You have not been put together before.",
        "To begin with: What would you like to try before the summer, and what holds you back?",
        "You both read this here, and can write to each other at once.",
    ]
    await room.passes(seconds=1)
    mine = await room.says(BEN, "/buddy")
    assert "You go together with Cleo.\nYou have a conversation of your own" in mine
    assert "Your buddy: Ben" in await room.says(CLEO, "/network")
    assert "[Buddy round]" in await room.says(ANA, "/network")


async def test_others_learn_nothing_of_it(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    assert "Only a coordinator" in await room.says(BEN, "/buddy round")
    assert "Ben" not in await room.says(DEV, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)

    assert "Cleo" not in await room.says(ELLA, "/buddy")
    assert not [one for one in room.seen if one.who in (ELLA, DEV) and "buddies now" in one.text]


async def test_the_preview_is_the_round(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    first = await room.says(ANA, "/buddy round")
    assert await room.says(ANA, "/buddy round") == first
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")

    talks = {one.where for one in room.seen if "buddies now" in one.text}
    pairs = [line for line in first.splitlines() if line.count(" and ") == 1 and "have" not in line]
    assert talks == {f"#{pair.replace(' and ', '+')}" for pair in pairs}


async def test_two_change_places_and_stay(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await changes_first(room, "Ben and Finn", "Swap somebody")
    said = await room.fills(ANA, {"Who changes places?": BEN, "With whom?": CLEO})
    assert "Ben and Cleo have changed places." in said
    assert "\nBen and Ella (stays if it can)\n" in said
    assert "\nCleo and Finn (stays if it can)\n" in said
    assert "It came out the same" in await room.presses(ANA, "Deal again")
    assert "\nBen and Ella\n" in await changes_first(room, "Ben and Ella", "They need not stay")


async def test_never_this_time(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    said = await changes_first(room, "Ben and Finn", "Not these this time")

    assert "They do not go together this time." in said
    assert "\nBen and Finn" not in said
    assert "2 pairs: 4 people." in said
    assert "\nBen and Finn" not in await room.presses(ANA, "Deal again")


@pytest.mark.parametrize("why", ["secret", "school"])
async def test_a_swap_that_cannot_be_says_the_same_whatever_forbids_it(
    room: RoomOfPeople, why: str
) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    if why == "secret":
        await room.says(BEN, "/buddy")
        await room.presses(BEN, "Never with …")
        await room.fills(BEN, {"With whom?": ELLA})
    else:
        for who in (BEN, ELLA):
            await room.says(who, "/profile school")
            await room.fills(who, {"Name of the school": "Hilltop School"})
    await changes_first(room, "Ben and Finn", "Swap somebody")
    said = await room.fills(ANA, {"Who changes places?": BEN, "With whom?": CLEO})

    assert THERE_IS in said
    assert "\nBen and Finn\n" in await room.says(ANA, "/buddy round")


async def test_three_are_one_trio_and_read_it_together(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA)
    page = await room.says(ANA, "/buddy round")
    assert "1 group of three: 3 people." in page
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")

    told = [one for one in room.seen if one.where == "#Ben+Cleo+Ella"]
    assert "Ben, Cleo and Ella, you are buddies now." in told[0].text
    await room.passes(seconds=1)
    assert "You go together with Ben and Cleo." in await room.says(ELLA, "/buddy")


async def test_who_leaves_or_comes_before_it_is_introduced_is_said(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.says(ANA, "/buddy round")
    await room.leaves(FINN)
    said = await room.presses(ANA, "Introduce them")
    assert "Not in it any more: Finn. Some pairs have changed since you looked." in said
    assert "1 group of three: 3 people." in said

    await joins(room, ANA)
    said = await room.presses(ANA, "Introduce them")
    assert "New since the last look: Ana." in said
    assert "2 pairs: 4 people." in said
    assert "This tells 4 people" in await room.presses(ANA, "Introduce them")


@pytest.mark.parametrize("why", ["pause", "away", "peace", "second"])
async def test_who_takes_no_part_is_told_in_the_same_words(room: RoomOfPeople, why: str) -> None:
    await joins(room, BEN, CLEO, ELLA)
    if why == "pause":
        await room.says(BEN, "/buddy pause until 1 February")
        assert "You pause until Monday 1 February 2027." in await room.fills(BEN)
    elif why == "away":
        await room.says(BEN, "/network away until 1 February")
        await room.fills(BEN)
    elif why == "peace":
        await room.says(BEN, "/privacy pause")
        await room.fills(BEN, {"Until which day?": "1 February"})
    else:
        await room.says(BEN, "/buddy wishes")
        await room.fills(BEN, {"How often?": "In every second round"})
        await room.says(ANA, "/buddy round")
        await room.presses(ANA, "Introduce them")
        await room.presses(ANA, "Send now")
        await room.passes(days=1)
        await room.says(ANA, "/buddy round")
        await room.presses(ANA, "A new round")

    page = await room.says(ANA, "/buddy round")
    assert "Not in this round: Ben." in page
    assert "\nCleo and Ella" in page


async def test_nobody_is_told_what_is_taken_back(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    assert "Nobody was told anything." in await room.presses(ANA, "Undo")
    assert not [one for one in await room.passes(days=1) if "buddies" in one.text]

    await room.presses(ANA, "Introduce them")
    told = [one for one in await room.passes(hours=6) if "buddies now" in one.text]
    assert [one.where for one in told] == ["#Ben+Cleo"]
    assert "out of date" in await room.presses(ANA, "Undo")


async def test_the_task_of_the_meeting_is_tried_together(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Add a task")
    said = await room.fills(ANA, {"What do they try together?": "A bridge of paper"})
    assert "To try together: A bridge of paper" in said
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")

    assert "To try together: A bridge of paper" in room.posts("#Ben+Cleo")[0]


async def test_who_was_together_meets_again_only_where_there_is_no_other_way(
    room: RoomOfPeople,
) -> None:
    await joins(room, BEN, CLEO)
    await room.says(ANA, "/buddy round")
    await room.presses(ANA, "Introduce them")
    await room.presses(ANA, "Send now")
    await room.passes(days=1)
    await room.says(ANA, "/buddy round")
    again = await room.presses(ANA, "A new round")
    assert "1 pair was together before. As things are set, there is no way without that." in again
    assert "Ben and Cleo (again)\nBen and Cleo have been together before." in again

    await joins(room, ELLA, FINN)
    assert "(again)" not in await room.says(ANA, "/buddy round")


async def test_with_fewer_than_two_there_is_no_round(room: RoomOfPeople) -> None:
    assert "Nobody would like a buddy yet." in await room.says(ANA, "/buddy round")
    await joins(room, BEN)
    said = await room.says(ANA, "/buddy round")
    assert "1 person would like a buddy; it takes two who can take part." in said
