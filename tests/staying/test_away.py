"""Being away: nothing is asked of who is, and others do what needs a person."""

import pytest

from bot.adapters.stage import Room
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def goes(room: RoomOfPeople, who: str, until: str, **more: str) -> str:
    """Somebody is away until then."""
    await room.says(who, f"/network away until {until}")
    return await room.fills(who, more)


async def they_are(room: RoomOfPeople, who: str, other: str, until: str) -> str:
    """A coordinator says that somebody else is away."""
    await room.settings("People", who)
    await room.presses(who, "Somebody else is away")
    return await room.fills(who, {"Who is away?": other, "Away until which day?": until})


async def test_until_a_day_said_in_words(room: RoomOfPeople) -> None:
    form = await room.says(BEN, "/network away until 10 January")
    assert "2027-01-10" in form

    assert "You are away until Sunday 10 January 2027" in await room.fills(BEN)
    assert "You are away until" in await room.says(BEN, "/network")


async def test_a_day_that_is_over_is_asked_back(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network away")
    assert "a day to come" in await room.fills(BEN, {"Away until which day?": "2026-11-20"})
    await room.says(BEN, "/network away")
    assert "a day to come" in await room.fills(BEN, {"Away until which day?": "2029-11-20"})


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("bis nächsten Montag", "Monday 30 November 2026"),
        ("jusqu'au 3 janvier", "Sunday 3 January 2027"),
        ("fino a venerdì", "Friday 27 November 2026"),
        ("perjantaihin asti", "Friday 27 November 2026"),
        ("until monday", "Monday 30 November 2026"),  # which it is today
        ("until 10.11.2027", "Wednesday 10 November 2027"),
    ],
)
async def test_until_a_day_in_any_language(room: RoomOfPeople, said: str, day: str) -> None:
    await room.says(BEN, f"/network away {said}")
    assert f"You are away until {day}" in await room.fills(BEN)


async def test_a_date_that_is_just_over_is_asked_back_and_so_is_one_too_far_away(
    room: RoomOfPeople,
) -> None:
    over = "Friday 20 November 2026 is over. Please give a day to come, or write the year too."
    for said in ("until 20 november", "20.11."):
        form = await room.says(BEN, f"/network away {said}")
        assert over in form
        assert "2027" not in form
    await room.says(BEN, "/network away")
    assert over in await room.fills(BEN, {"Away until which day?": "20.11."})
    assert "2027-11-20" in await room.says(BEN, "/network away until 20 november 2027")
    assert "at most a year away" in await room.says(BEN, "/network away until 10.1.2028")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("in 50 weeks", "Monday 15 November 2027"),  # nobody named the 15th
        ("until 20.11.27", "Saturday 20 November 2027"),
        ("until 20/11/27", "Saturday 20 November 2027"),
        ("until 20 november '27", "Saturday 20 November 2027"),
    ],
)
async def test_what_can_only_be_next_year_is_not_asked_back(
    room: RoomOfPeople, said: str, day: str
) -> None:
    await room.passes(days=7)
    await room.says(BEN, f"/network away {said}")
    assert f"You are away until {day}" in await room.fills(BEN)


@pytest.mark.parametrize("said", ["- 27.11.", "bis ca. 27.11.", "27/11", "27th november"])
async def test_the_day_of_a_date_is_no_year(room: RoomOfPeople, said: str) -> None:
    await room.passes(days=7)
    form = await room.says(BEN, f"/network away {said}")
    assert "Friday 27 November 2026 is over." in form
    assert "2027" not in form


async def test_who_is_away_is_asked_nothing_and_not_waited_for(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    await room.plan()
    await goes(room, BEN, "20 December")
    await room.passes(days=7, hours=12)

    assert not room.inbox(BEN)
    assert "Will you come" in "".join(room.inbox(CLEO))
    waits = await room.says(ANA, "/network")
    assert "Ben" not in waits
    asked = await room.presses(ANA, "Who has not answered")
    assert "Away: Ben (away until Sunday 20 December 2026)" in asked
    assert "Cleo" in asked


async def test_news_of_a_meeting_comes_all_the_same(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await room.plan()
    await room.presses(BEN, "Yes")
    await goes(room, BEN, "30 November")
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.passes(minutes=2)

    assert "called off" in "".join(room.inbox(BEN))


async def test_back_on_the_day_with_one_kind_line(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await room.plan()
    await goes(room, BEN, "3 December")
    await room.passes(days=11)

    assert [text for text in room.inbox(BEN) if "Welcome back" in text] == room.inbox(BEN)
    assert "There was 1 meeting while you were away." in room.inbox(BEN)[0]
    assert "You are away" not in await room.says(BEN, "/network")


async def test_what_is_due_is_withheld_and_waits_on_the_page(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN)
    await room.plan()
    await room.passes(days=8, hours=8)
    await room.says(ANA, "/notes add Order the kits")
    await room.fills(ANA, {"Or somebody else?": BEN, "By which day?": "2026-12-03"})
    await goes(room, BEN, "5 December")
    already = len(room.inbox(BEN))
    await room.passes(days=7)

    assert [text for text in room.inbox(BEN)[already:] if "Welcome back" not in text] == []
    assert "You have 1 thing to do." in await room.says(BEN, "/network")


async def test_back_by_a_word(room: RoomOfPeople) -> None:
    await goes(room, BEN, "3 December")

    assert await room.presses(BEN, "I'm back") == (
        "Welcome back! You have missed no meeting.\n[Show it to me]"
    )
    assert "You are not away." in await room.says(BEN, "/network back")


async def test_a_coordinator_says_that_somebody_is_ill(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.may_be_written_to(ANA, CLEO)
    said = await they_are(room, BEN, ANA, "2026-12-20")
    assert "I tell them privately." in said
    await room.passes(hours=6)

    assert "a coordinator has noted that you are away" in "".join(room.inbox(ANA))
    assert "Ana (away until Sunday 20 December 2026)" in await room.says(CLEO, "/network")
    page = await room.says(ANA, "/network")
    assert "You are away until Sunday 20 December 2026. Ben noted it on Monday 23 Nov" in page
    assert "Welcome back" in await room.presses(ANA, "I'm back")


async def test_who_may_not_be_written_to_is_to_be_told_by_a_person(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "No, thank you")

    said = await they_are(room, ANA, BEN, "2026-12-20")
    assert "I may not write to them privately: please tell them." in said
    assert "Ana noted it on Monday 23 November 2026" in await room.says(BEN, "/network")
    await goes(room, BEN, "21 December")
    assert "noted it" not in await room.says(BEN, "/network")


async def test_a_day_that_is_none_stands_there_with_the_reason(room: RoomOfPeople) -> None:
    form = await room.says(BEN, "/network away until 31 February")

    assert "until 31 February" in form
    assert "There is no such day" in form
    assert "The coordinators see it, nobody else." in await room.says(BEN, "/network away")


async def test_only_who_is_of_the_network_can_be_said_to_be_away(room: RoomOfPeople) -> None:
    room.world.rooms = [Room("northshire", "C1", (ANA, BEN, CLEO)), Room("west", "C2", (ANA, DEV))]
    said = await they_are(room, ANA, DEV, "2026-12-20")
    assert "They are not on this network's list yet." in said
    assert "Please pick somebody else" in await they_are(room, ANA, ANA, "2026-12-20")
    assert "You are away" not in await room.says(ANA, "/network")


async def test_what_needs_a_person_goes_to_the_deputy(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.may_be_written_to(ANA, BEN)
    await room.plan()
    await goes(room, ANA, "20 December")
    await room.passes(days=9)

    assert "Who was there?" not in "".join(room.inbox(ANA))
    assert "Who was there?" in "".join(room.inbox(BEN))
    assert "This waits for you" not in await room.says(ANA, "/network")
    assert "This waits for you" in await room.says(BEN, "/network")


async def test_where_all_are_away_the_channel_is_told_and_a_member_may_stand_in(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(BEN)
    said = await goes(room, ANA, "26 November")
    assert "Nobody else may plan" in said
    await room.passes(hours=6)

    assert "Away: Ana. All that is planned goes on." in room.posts()[-1]
    assert "I can stand in" in await room.says(BEN, "/network")
    await room.presses(BEN, "I can stand in")
    assert "A coordinator has to say yes first" in await room.fills(BEN)
    assert "Only a coordinator" in await room.says(BEN, "/network terms")
    assert "Only a coordinator" in await room.says(BEN, "/meeting plan")

    assert "Ben offers to stand in" in await room.says(ANA, "/network")
    assert "Ben stands in" in await room.presses(ANA, "Yes, please")
    await room.passes(days=1)
    assert "You stand in for the coordinators" in "".join(room.inbox(BEN))
    assert "please ask Ben" in room.posts()[-1]
    assert "Terms" in await room.says(BEN, "/network terms")

    assert "Who may plan is for the coordinators" in await room.says(BEN, "/network deputy")
    await room.passes(days=2)
    assert "are here again" in room.posts()[-1]
    assert "Only a coordinator" in await room.says(BEN, "/network terms")


async def test_nobody_says_yes_to_their_own_offer(room: RoomOfPeople) -> None:
    await goes(room, ANA, "11 January")
    await room.says(BEN, "/network")
    await room.passes(hours=6)
    await room.says(BEN, "/network")
    await room.presses(BEN, "I can stand in")
    await room.fills(BEN)

    assert "offers to stand in" not in await room.says(BEN, "/network")
    assert "offers to stand in" not in await room.says(CLEO, "/network")


async def test_who_was_named_stands_in_once_they_say_yes_until_the_coordinator_is_back(
    room: RoomOfPeople,
) -> None:
    await goes(room, ANA, "11 January")
    await room.presses(ANA, "Name a stand-in")
    said = await room.fills(ANA, {"Who stands in for you?": BEN})
    assert "I ask Ben. Nothing changes until they say yes" in said
    await room.passes(hours=6)

    assert "Away: Ana. All that is planned goes on." in room.posts()[-1]
    assert "Only a coordinator" in await room.says(BEN, "/network terms")
    assert "asks you to stand in" in await room.says(BEN, "/network")
    await room.presses(BEN, "That is fine")
    await room.passes(minutes=1)
    assert "please ask Ben. Away: Ana" in room.posts()[-1]
    assert "Terms" in await room.says(BEN, "/network terms")
    await room.says(ANA, "/network back")
    assert "Only a coordinator" in await room.says(BEN, "/network terms")


async def test_the_settings_know_who_is_away(room: RoomOfPeople) -> None:
    for who in (BEN, ANA):
        await goes(room, who, "20 December")
        told = await room.says(who, "/network settings")
        if who == ANA:
            assert "You are away until Sunday 20 December 2026." in told
            told = await room.presses(ANA, "More about me")
        assert "You are away until Sunday 20 December 2026.\n[I'm back]" in told
        assert "[I am away]" not in told
        await room.presses(who, "I'm back")
    assert "[I am away]" in await room.says(BEN, "/network settings")


async def test_who_leaves_is_told_that_they_are_not_noted_as_away_any_more(
    room: RoomOfPeople,
) -> None:
    await goes(room, BEN, "20 December")
    assert "That you are away is not noted any more." in await room.leaves(BEN)
    await room.presses(BEN, "Come back")
    assert "You are away" not in await room.says(BEN, "/network")
    assert "away" not in await room.leaves(BEN)
