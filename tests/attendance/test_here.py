"""Who was at a meeting: said in the room, ticked by a coordinator, or asked once."""

import pytest

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

THREAD = "#northshire > thread"


async def begun(room: RoomOfPeople, minutes: int = 10) -> None:
    """Everybody may be written to, Ben and Cleo come, and the meeting has begun."""
    await room.passes(hours=13)
    await room.may_be_written_to(ANA, BEN, CLEO)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "Yes")
    await room.passes(days=7, hours=17, minutes=minutes)


def told(room: RoomOfPeople, words: str) -> list[str]:
    """Whom a message with these words reached: names, and rooms."""
    posts = [one for one in room.seen if one.kind == "post" and words in one.text]
    return sorted(one.who or one.where for one in posts)


async def test_when_it_begins_the_thread_asks_who_is_here(room: RoomOfPeople) -> None:
    await begun(room)
    [asked] = [one.text for one in room.seen if one.kind == "post" and one.where == THREAD
               and "Are you here?" in one.text]  # fmt: skip
    assert (
        asked
        == """\
# Robotics twilight
We begin. Are you here? One press is enough.
[I am here]"""
    )
    assert (
        await room.presses(BEN, "I am here")
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
You are noted: 90 minutes.
[I was not there]"""
    )
    assert "1 person is noted as there." in await room.says(ANA, "/here")


async def test_who_types_the_code_of_the_room_is_noted(room: RoomOfPeople) -> None:
    await begun(room)
    shown = await room.says(ANA, "/here")
    code = shown.partition("/here ")[2][:4]
    assert code.isdigit()
    assert "You are noted" in await room.says(CLEO, f"/here {code}")
    wrong = "0000" if code != "0000" else "1111"
    assert "not the code of a meeting that is on now" in await room.says(BEN, f"/here {wrong}")
    # Only a coordinator gets it.
    assert code not in await room.says(BEN, "/here")
    assert "2 people are noted" in await room.says(ANA, "/here")


async def test_a_coordinator_ticks_the_room_and_names_who_has_no_account(
    room: RoomOfPeople,
) -> None:
    await begun(room)
    await room.says(CLEO, "/rsvp")
    await room.presses(CLEO, "I send a colleague")
    await room.fills(CLEO, {"Who comes for you?": "Mr Frost"})
    await room.says(ANA, "/here")
    form = await room.presses(ANA, "Tick who was there")
    assert (
        form
        == """\
# Who was there?
Who was there?:
[x] Ben
[x] Mr Frost
Who else was there?: _
(People who are not in the chat, one name a line.)
[Save]"""
    )
    told_ = await room.fills(ANA, {"Who else was there?": "Mrs Walk-in\nMrs Walk-in"})
    assert "3 people are noted as there." in told_
    await room.presses(ANA, "Tick who was there")
    assert "1 person is noted as there." in await room.fills(ANA, {"Who was there?": ""})


async def test_where_nobody_has_said_it_coordinators_are_asked_once(room: RoomOfPeople) -> None:
    await begun(room)
    await room.passes(days=3)
    assert told(room, "Who was there?") == [ANA]


async def test_where_somebody_has_said_it_they_are_not(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(days=3)
    assert told(room, "Who was there?") == []


async def test_who_said_yes_and_is_not_noted_is_asked_and_can_say_no(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(days=1)
    assert told(room, "Were you there?") == [CLEO]
    assert (
        await room.presses(CLEO, "I couldn't come")
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
Thank you for telling me. I ask you nothing more about it.
What you missed stands in the notes, as soon as somebody has written them.
[Notes] [I was there]"""
    )
    before = len(room.seen)
    await room.passes(days=10)
    assert [one.text for one in room.seen[before:] if one.who == CLEO] == []


async def test_hours_are_shortened_by_the_person_alone(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.passes(hours=2)
    await room.says(BEN, "/here")
    await room.presses(BEN, "I stayed shorter")
    assert await room.fills(BEN, {"How many minutes did you stay?": "200"}) == (
        "How many minutes did you stay?: From 1 to 90 minutes, please."
    )
    told_ = await room.fills(BEN, {"How many minutes did you stay?": "45"})
    assert "You are noted: 45 minutes." in told_


async def test_long_after_it_only_who_said_yes_can_say_that_they_were_there(
    room: RoomOfPeople,
) -> None:
    """Who was there reads what others say: nobody talks themselves in."""
    await begun(room)
    await room.passes(days=1)
    assert "ask a coordinator" in await room.presses(ANA, "I am here")
    assert "You are noted" in await room.presses(CLEO, "I am here")


async def test_before_it_begins_nobody_is_there(room: RoomOfPeople) -> None:
    await room.plan()
    told_ = await room.says(BEN, "/here")
    assert told_ == (
        "No meeting is on just now.\n"
        "The next one: Robotics twilight, Tuesday 1 December 2026, 16:00 (London)"
    )


@pytest.mark.parametrize("typed", ["/here", "/here 1234"])
async def test_another_network_hears_nothing_of_it(room: RoomOfPeople, typed: str) -> None:
    await begun(room)
    assert "Robotics" not in await room.says(DEV, typed)
    assert "Robotics" not in await room.says(DEV, "/reflect")


async def test_who_ticked_the_room_can_be_erased(room: RoomOfPeople) -> None:
    """What they noted of others stays, and so does the count."""
    await begun(room)
    await room.has_deputy(BEN)
    await room.says(BEN, "/here")
    await room.presses(BEN, "Tick who was there")
    await room.fills(BEN, {"Who else was there?": "Mrs Walk-in"})
    await room.says(BEN, "/privacy")
    await room.presses(BEN, "Erase everything")
    assert "wrong" not in await room.presses(BEN, "Yes, erase everything")
    assert "3 people are noted" in await room.says(ANA, "/here")


async def test_who_says_it_while_a_coordinator_ticks_stays_noted(room: RoomOfPeople) -> None:
    await begun(room)
    await room.says(ANA, "/here")
    await room.presses(ANA, "Tick who was there")
    await room.passes(seconds=20)
    await room.stage.presses(CLEO, "I am here")
    room.stage.seen()
    assert "2 people are noted" in await room.fills(ANA, {"Who was there?": "Ben"})


async def test_home_begins_with_the_meeting_that_is_on(room: RoomOfPeople) -> None:
    await begun(room)
    home = await room.says(BEN, "/network")
    await room.presses(BEN, "I am here")

    assert "Robotics twilight is on now.\n[I am here]" in home
    assert "is on now" not in await room.says(BEN, "/network")


async def opens(room: RoomOfPeople) -> list[str]:
    """What stands before the names when Ana ticks."""
    await room.says(ANA, "/here")
    form = await room.presses(ANA, "Tick who was there")
    return [line for line in form.splitlines() if line.startswith("[") and "Save" not in line]


async def test_who_said_yes_is_ticked_beside_who_has_pressed(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    assert await opens(room) == ["[x] Ben", "[x] Cleo"]
    await room.fills(ANA, {"Who was there?": "Ben"})

    assert await opens(room) == ["[x] Ben", "[ ] Cleo"]


async def test_who_was_noted_as_away_is_not_ticked(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.presses(BEN, "I was not there")

    assert await opens(room) == ["[ ] Ben", "[x] Cleo"]


async def test_where_only_guests_were_there_nobody_else_is_ticked_again(
    room: RoomOfPeople,
) -> None:
    await begun(room)
    await opens(room)
    await room.fills(ANA, {"Who was there?": "", "Who else was there?": "Mrs Walk-in"})

    assert await opens(room) == ["[ ] Ben", "[ ] Cleo"]


async def test_home_says_nothing_of_no_meeting_while_one_is_on(room: RoomOfPeople) -> None:
    await begun(room)
    for who in (BEN, DEV):
        told = await room.says(who, "/network")
        assert ("Nothing else is planned." in told) == (who == BEN)
        assert ("No meeting is planned yet." in told) == (who == DEV)


async def test_looking_back_is_offered_at_the_end_and_not_before(room: RoomOfPeople) -> None:
    await begun(room)
    here = await room.presses(BEN, "I am here")
    for told in (here, await room.says(BEN, "/network"), await room.says(BEN, "/reflect")):
        assert "[Looking back]" not in told
    await room.passes(minutes=91)
    assert "[Looking back]" in await room.says(BEN, "/network")
