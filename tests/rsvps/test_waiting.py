"""Who finds all places taken waits in a line, and a freed place is offered in order."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.rsvps.test_places import MODE, ONLINE, ROOM, agree, facts, places

TITLE = "Robotics twilight, Tuesday 1 December 2026, 16:00 (London)"
OFFER = f"""\
{TITLE}
A place is free, and it is kept for you until Tuesday 24 November 2026, 15:30 (London).
[Take the place] [No, thank you]"""


async def full_room(room: RoomOfPeople, seats: str = "1") -> None:
    """Ben has the only place; Cleo waits, then Ana. All may be written to."""
    await room.plan()
    await places(room, seats=seats)
    agree(room)
    for who in (BEN, CLEO, ANA):
        await room.presses(who, "Yes")


def in_thread(room: RoomOfPeople) -> list[str]:
    """What was said in a thread of a free place."""
    return [one.text for one in room.seen if one.kind == "post" and "Is it mine?" in one.text]


async def test_who_comes_too_late_waits(room: RoomOfPeople) -> None:
    await full_room(room)
    told = await room.says(ANA, "/rsvp")
    await room.passes(seconds=3)

    assert "You are number 2 on the waiting list." in told.splitlines()
    assert facts(room)[-3:] == [
        "Places: 1 of 1 taken, 2 waiting",
        "Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Ben",
    ]
    assert "Waiting list (2): Cleo and Ana" in await room.presses(BEN, "Who is coming")


async def test_a_freed_place_is_offered_in_the_next_window(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=5, minutes=29)
    assert room.inbox(CLEO) == []
    await room.passes(minutes=2)

    assert room.inbox(CLEO) == [OFFER]
    assert room.inbox(ANA) == []
    assert "Places: 0 of 1 taken, 1 kept for somebody, 1 waiting" in facts(room)


async def test_the_place_is_taken(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)
    told = await room.presses(CLEO, "Take the place")
    await room.passes(seconds=3)

    assert told.splitlines()[1] == "Saved: Yes"
    assert "waiting list" not in told
    assert facts(room)[-3:] == [
        "Places: 1 of 1 taken, 1 waiting",
        "Yes 1 · Yes, if I am released 0 · Maybe 0 · No 1",
        "Coming: Cleo",
    ]


async def test_who_does_not_want_it_lets_the_next_one_have_it(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)
    assert "Saved: No" in await room.presses(CLEO, "No, thank you")
    await room.passes(minutes=1)

    # Freed at 16:00, in a window; kept for a day from then.
    assert room.inbox(ANA) == [OFFER.replace("15:30", "16:00")]


async def test_a_place_that_is_not_taken_goes_to_the_next(room: RoomOfPeople) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)
    await room.passes(days=1)
    edited = [one.text for one in room.seen if one.kind == "edit" and one.who == CLEO]

    assert [text.partition(" until ")[2] for text in room.inbox(ANA)] == [
        "Wednesday 25 November 2026, 16:00 (London).\n[Take the place] [No, thank you]"
    ]
    assert len(room.inbox(CLEO)) == 1
    assert edited[-1].splitlines() == [
        TITLE,
        "The time to take that place is over.",
        "Your answer: Yes",
        "You are on the waiting list.",
        "If a place is free when you press this, it is yours:",
        "[Take the place]",
    ]


async def test_who_let_it_pass_is_not_asked_again_but_may_take_what_is_free(
    room: RoomOfPeople,
) -> None:
    await full_room(room)
    await room.says(BEN, "/rsvp no")
    await room.says(ANA, "/rsvp no")
    await room.passes(days=3)
    assert len(room.inbox(CLEO)) == 1
    assert "Places: 0 of 1 taken, 1 waiting" in facts(room)

    assert "Saved: Yes" in await room.presses(CLEO, "Take the place")
    await room.passes(seconds=3)
    assert "Places: 1 of 1 taken" in facts(room)


async def test_nobody_is_let_by(room: RoomOfPeople) -> None:
    """Cleo waits for two places, and one is free: Ana waits behind her."""
    await room.plan()
    await places(room, seats="2")
    agree(room)
    for who in (BEN, CLEO):
        await room.presses(who, "Yes")
        await room.presses(who, "Bring somebody" if who == BEN else "Change my answer")
    await room.presses(CLEO, "Bring somebody")
    await room.presses(ANA, "Yes")
    await room.presses(BEN, "Bring nobody")
    await room.passes(days=2)
    assert room.inbox(CLEO) == room.inbox(ANA) == []
    assert "Places: 1 of 2 taken, 2 waiting" in facts(room)

    told = await room.says(CLEO, "/rsvp")
    assert "You bring 1 person. You are number 1 on the waiting list." in told
    told = await room.presses(CLEO, "Bring nobody")
    assert "waiting list" not in told
    await room.passes(seconds=3)
    assert "Places: 2 of 2 taken, 1 waiting" in facts(room)


async def test_more_places_let_people_in_without_a_question(room: RoomOfPeople) -> None:
    await full_room(room)
    told = await places(room, seats="2")
    assert "1 person from the waiting list has a place now, and is told." in told
    await room.passes(hours=6)

    assert room.inbox(ANA) == []
    assert [text.splitlines()[1] for text in room.inbox(CLEO)] == ["You have a place now."]
    await places(room, seats="")
    await room.passes(seconds=3)
    assert "Yes 3 · Yes, if I am released 0 · Maybe 0 · No 0" in facts(room)


async def test_changing_how_one_comes_keeps_the_place_in_the_line(room: RoomOfPeople) -> None:
    await full_room(room)
    told = await room.says(CLEO, "/rsvp yes, if I am released")
    assert "You are number 1 on the waiting list." in told
    assert "You are number 2 on the waiting list." in await room.says(ANA, "/rsvp")
    assert "You are number 1" not in await room.says(CLEO, "/rsvp maybe")
    assert "You are number 1 on the waiting list." in await room.says(ANA, "/rsvp")
    assert "You are number 2 on the waiting list." in await room.says(CLEO, "/rsvp yes")


async def test_from_the_line_of_the_room_to_the_call(room: RoomOfPeople) -> None:
    await room.plan()
    both = {MODE: "In the room or online", ROOM: "1", ONLINE: "1"}
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, both)
    await room.presses(BEN, "Yes, in the room")
    await room.presses(CLEO, "Yes, in the room")
    told = await room.presses(CLEO, "Yes, online")
    assert "waiting list" not in told
    assert await room.presses(BEN, "Yes, online") == (
        "There is no free place there. You keep the one you have.\n[My answer]"
    )
    assert "You are number 1 on the waiting list." in await room.presses(ANA, "Yes, online")
    await room.passes(seconds=3)

    assert facts(room)[2:4] == ["In the room: 1 of 1 taken", "Online: 1 of 1 taken, 1 waiting"]
    assert "waiting list" not in await room.says(CLEO, "/rsvp no")
    await room.passes(hours=6)
    assert len(in_thread(room)) == 1


async def test_who_may_not_be_written_to_reads_it_in_the_thread(room: RoomOfPeople) -> None:
    await full_room(room)
    agree(room, private=None)
    await room.says(BEN, "/rsvp no")
    await room.passes(hours=6)

    assert room.inbox(CLEO) == []
    assert [text.splitlines() for text in in_thread(room)] == [
        [
            TITLE,
            "A place has become free for somebody on the waiting list. Do you wait for one?",
            "[Is it mine?]",
        ]
    ]
    assert "You are number 2 on the waiting list." in await room.presses(ANA, "Is it mine?")
    assert await room.presses(CLEO, "Is it mine?") == OFFER
