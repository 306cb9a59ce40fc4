"""A meeting with a waiting list comes near, moves, is called off or begins: what is told of places
follows.
"""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.rsvps.test_places import ROOM, facts, places
from tests.rsvps.test_waiting import OFFER, full_room


def edits(room: RoomOfPeople, who: str) -> list[str]:
    """What a private message to somebody was changed to."""
    return [one.text for one in room.seen if one.kind == "edit" and one.who == who]


async def test_a_meeting_that_is_near_is_offered_at_once(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.passes(days=8)  # in the morning of the day, at ten
    await room.says(BEN, "/rsvp no")
    await room.passes(seconds=3)

    assert [text.splitlines()[1] for text in room.inbox(CLEO) if "kept" in text] == [
        "A place is free, and it is kept for you until Tuesday 1 December 2026, 15:00 (London)."
    ]


async def test_with_no_time_to_ask_the_next_one_has_the_place(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.passes(days=8, hours=4, minutes=30)
    await room.says(BEN, "/rsvp no")
    await room.passes(seconds=3)

    assert [text.splitlines()[1] for text in room.inbox(CLEO)] == ["You have a place now."]
    assert "Coming: Cleo" in facts(room)


async def test_only_who_has_a_place_is_reminded_of_the_day(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.passes(days=8)

    assert any("See you today!" in text for text in room.inbox(BEN))
    assert not any("See you today!" in text for text in room.inbox(CLEO))


async def test_called_off_withdraws_the_offer_and_undo_brings_it_back(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    await room.passes(hours=6)
    assert len(room.inbox(CLEO)) == 1

    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.passes(minutes=1)
    edited = [one.text for one in room.seen if one.kind == "edit" and one.who == CLEO]
    assert edited[-1].splitlines()[0] == "# Called off: Robotics twilight"


async def test_moved_nearer_an_offer_ends_sooner(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"Which day?": "24.11.2026", "What time does it start?": "12:00"})
    await room.passes(minutes=1)

    assert "kept for you until Tuesday 24 November 2026, 11:00 (London)." in await room.says(
        CLEO, "/rsvp"
    )
    assert any("Changed: Robotics twilight" in text for text in room.inbox(ANA))


async def test_who_leaves_the_network_frees_the_place(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.leaves(BEN)
    await room.passes(hours=6)

    assert room.inbox(CLEO) == [OFFER]


async def test_places_without_a_limit_after_it_has_begun(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.passes(days=8, hours=6, minutes=10)
    await room.presses(ANA, "Places and length")
    await room.fills(ANA, {ROOM: ""})
    told = await room.presses(CLEO, "Change my answer")

    assert "Your answer: Yes" in told.splitlines()
    assert "waiting list" not in told
    assert not any("You have a place now" in text for text in room.inbox(CLEO))


async def test_who_comes_when_it_has_begun_gets_what_is_free(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, seats="1")
    await room.passes(days=8, hours=6, minutes=10)

    assert "waiting list" not in await room.presses(BEN, "Yes")


async def test_what_was_told_of_a_place_follows(room: RoomOfPeople) -> None:
    await full_room(room)
    await places(room, seats="2")
    await room.passes(hours=6)
    await room.says(ANA, "/meeting move")
    await room.fills(ANA, {"What time does it start?": "17:00"})
    await room.passes(minutes=1)
    assert [text.splitlines()[1:3] for text in edits(room, CLEO)] == [
        ["You have a place now.", "When: Tuesday 1 December 2026, 17:00 (London)"]
    ]

    await room.says(CLEO, "/rsvp no")
    await room.passes(minutes=1)
    assert "Your answer: No" in edits(room, CLEO)[-1]
    assert "place" not in edits(room, CLEO)[-1]


async def test_who_is_asked_again_has_no_old_message_that_says_otherwise(
    room: RoomOfPeople,
) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)
    await room.presses(CLEO, "No, thank you")
    await room.presses(ANA, "Yes")
    await room.says(BEN, "/rsvp yes")
    await room.says(CLEO, "/rsvp yes")
    await room.passes(minutes=1)
    assert "You are on the waiting list." in edits(room, CLEO)[-1]

    await room.says(ANA, "/rsvp no")
    await room.says(BEN, "/rsvp no")
    await room.passes(minutes=1)
    assert "kept for you" in edits(room, CLEO)[-1]
