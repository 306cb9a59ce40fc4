"""What did not arrive: coordinators are told once, and settle it; nobody else sees any of it."""

from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

TITLE = "Robotics twilight"


async def in_doubt(room: RoomOfPeople) -> None:
    """The answer to the invitation was lost on its way, where nobody can look."""
    room.forgets()
    room.world.dropped = 1
    await room.plan()


async def looks(room: RoomOfPeople) -> str:
    """Ana looks at what did not arrive."""
    await room.says(ANA, "/network")
    return await room.presses(ANA, "Have a look")


async def test_what_could_not_be_posted_is_told_and_tried_again(room: RoomOfPeople) -> None:
    room.world.barred.add("northshire")
    await room.plan()
    told = await room.says(ANA, "/network")

    assert told.splitlines()[1:3] == ["1 message did not arrive as it should.", "[Have a look]"]
    assert (await room.presses(ANA, "Have a look")).splitlines() == [
        "# What did not arrive",
        (
            "I could not post Robotics twilight, the invitation (#northshire, Monday 23 November "
            "2026, 10:00 (London)). I am not in that channel, or may not write there. "
            "Please invite me there first."
        ),
        "[Try again]",
        "[Put the rest away]",
    ]
    room.world.barred.clear()
    await room.presses(ANA, "Try again")
    assert room.posts()[-1].splitlines()[0] == "# Robotics twilight"
    assert "did not arrive" not in await room.says(ANA, "/network")


async def test_what_may_have_arrived_is_asked_about_and_never_guessed(room: RoomOfPeople) -> None:
    await in_doubt(room)
    await room.passes(hours=3)
    assert len(room.posts()) == 1

    told = await looks(room)
    assert "I do not know whether this arrived. Is it there?" in told
    said = await room.presses(ANA, "It is there")

    assert said == "Good. It counts as sent."
    assert "did not arrive" not in await room.says(ANA, "/network")
    assert TITLE in await room.says(BEN, "/meeting")
    assert len(room.posts()) == 1


async def test_whoever_presses_a_button_of_it_shows_that_it_is_there(room: RoomOfPeople) -> None:
    await in_doubt(room)
    await room.presses(BEN, "Yes")
    await room.passes(minutes=1)

    assert "did not arrive" not in await room.says(ANA, "/network")
    assert "Coming: Ben" in room.posts()[-1]


async def test_what_a_coordinator_has_seen_is_brought_up_to_date_once_somebody_presses_it(
    room: RoomOfPeople,
) -> None:
    await in_doubt(room)
    await looks(room)
    await room.presses(ANA, "It is there")
    await room.says(BEN, "/rsvp yes")
    await room.passes(minutes=1)
    assert "Coming: Ben" not in room.posts()[-1]
    await room.presses(CLEO, "Yes")
    await room.passes(minutes=1)
    assert "Coming: Ben and Cleo" in room.posts()[-1]


async def test_what_did_not_arrive_is_sent_again_where_the_coordinator_says_so(
    room: RoomOfPeople,
) -> None:
    await in_doubt(room)
    await looks(room)
    await room.presses(ANA, "Send it again")
    await room.passes(seconds=5)

    # The memory knows its repeats: it is the same post.
    assert len(room.posts()) == 1
    assert "did not arrive" not in await room.says(ANA, "/network")


async def test_coordinators_are_told_once_and_privately(room: RoomOfPeople) -> None:
    await room.may_be_written_to(ANA)
    await in_doubt(room)
    await room.passes(seconds=30)
    assert [text for text in room.inbox(ANA) if "did not arrive" in text] == []
    await room.passes(days=2)

    [told] = [text for text in room.inbox(ANA) if "What did not arrive" in text]
    assert "[It is there] [Send it again]" in told
    assert [text for who in (BEN, DEV) for text in room.inbox(who) if "arrive" in text] == []


async def test_what_is_settled_before_the_message_leaves_is_told_to_nobody(
    room: RoomOfPeople,
) -> None:
    await in_doubt(room)
    await looks(room)
    await room.presses(ANA, "It is there")
    await room.passes(days=2)

    assert [text for text in room.inbox(ANA) if "did not arrive" in text] == []


async def test_what_cannot_arrive_any_more_is_put_away(room: RoomOfPeople) -> None:
    room.world.barred.add("northshire")
    await room.plan()
    await looks(room)

    assert await room.presses(ANA, "Put the rest away") == "I have put it away."
    assert "did not arrive" not in await room.says(ANA, "/network")


async def test_members_see_nothing_of_it(room: RoomOfPeople) -> None:
    room.world.barred.add("northshire")
    await room.plan()

    assert "did not arrive" not in await room.says(BEN, "/network")
    assert "did not arrive" not in await room.says(DEV, "/network")


async def test_an_inbox_that_was_closed_is_tried_again_when_its_owner_says_so(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    room.world.closed.add(BEN)
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.passes(seconds=40)
    told = await room.says(BEN, "/network settings")
    assert told.splitlines()[1:3] == [
        "I may write to you privately.",
        "My last message to you did not get through. Once it can, press Yes again.",
    ]

    room.world.closed.clear()
    await room.presses(BEN, "Yes, write to me")
    assert "did not get through" not in await room.says(BEN, "/network settings")
    await room.plan("Soldering")
    await room.presses(BEN, "Yes")
    await room.says(ANA, "/meeting call-off soldering")
    await room.fills(ANA)
    await room.passes(seconds=40)
    assert "Soldering" in room.inbox(BEN)[-1]
