"""The colleague who is sent: a person of their own, counted once, and seen by who sends them."""

from tests.pages.desk import Browser, given
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def sends(room: RoomOfPeople, who: str = BEN, name: str = "Kim") -> Browser:
    """Somebody who comes sends a colleague; returns the colleague's browser."""
    await room.presses(who, "Yes")
    await room.presses(who, "I send a colleague")
    return given(room, await room.fills(who, {"Who comes for you?": name}))


async def tally(room: RoomOfPeople) -> list[str]:
    """The counts and names of the post."""
    await room.passes(seconds=5)
    lines = room.posts()[-1].splitlines()
    return [line for line in lines if line.startswith(("Yes ", "Coming"))]


async def test_the_seat_goes_over_and_nobody_is_counted_twice(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    before = await tally(room)

    await kim.opens()
    assert "Ben sends you." in kim.words
    assert "Saved: Yes" in await kim.presses("Yes")
    assert before == [
        "Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Kim (for Ben)",
    ]
    assert await tally(room) == ["Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0", "Coming: Kim"]
    assert "Yes (1): Kim (for Ben)" in await room.presses(CLEO, "Who is coming")


async def test_the_sender_sees_what_they_answer(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await kim.opens()
    await kim.presses("No")

    assert "You send Kim.\nTheir own answer: No" in await room.says(BEN, "/rsvp")
    assert await tally(room) == ["Yes 0 · Yes, if I am released 0 · Maybe 0 · No 1"]


async def test_who_answers_for_themselves_sends_nobody_any_more(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await room.says(BEN, "/rsvp yes")

    await kim.opens()
    assert kim.page.status_code == 404
    assert await tally(room) == ["Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0", "Coming: Ben"]


async def test_whoever_has_answered_stays_a_person_of_their_own(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await kim.opens()
    await kim.presses("Yes")
    told = await room.says(BEN, "/rsvp yes")

    stands = "Kim has answered already, and that stands: Yes. Each of you counts alone now."
    assert stands in told.splitlines()
    assert "Your answer: Yes" in await kim.opens()
    assert "sends you" not in kim.words
    assert await tally(room) == [
        "Yes 2 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Ben and Kim",
    ]


async def test_another_name_is_another_person(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await room.presses(BEN, "My answer")
    await room.presses(BEN, "I send a colleague")
    lee = given(room, await room.fills(BEN, {"Who comes for you?": "Lee"}))

    await kim.opens()
    assert kim.page.status_code == 404
    await lee.opens()
    await lee.presses("Yes")
    assert await tally(room) == ["Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0", "Coming: Lee"]


async def test_the_same_name_gets_a_new_address_as_long_as_nobody_has_used_it(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    lost = await sends(room)
    await room.says(BEN, "/rsvp")
    kim = await sends(room)
    await lost.opens()
    assert lost.page.status_code == 404
    await kim.opens()
    await kim.presses("Yes")
    await room.says(BEN, "/rsvp")
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    told = await room.fills(BEN, {"Who comes for you?": "Kim"})

    assert "Kim comes for you." in told
    assert "Kim has used their page already. So nobody else gets an address for it." in told
    assert "/p/" not in told
    assert "Your answer: Yes" in await kim.opens()
    assert await tally(room) == ["Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0", "Coming: Kim"]


async def test_who_spoke_at_another_meeting_is_not_opened_to_who_sends_them_again(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    kim = await sends(room)
    await kim.opens()
    await kim.presses("Yes")
    await room.passes(days=9)
    await room.says(ANA, "/meeting plan Bridges, 1.2.2027 16:00, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=5)
    again = await sends(room)

    assert "Do you come?" in await again.opens()
    await again.takes()
    await again.opens()
    kept = await again.presses("What do you keep about me?")
    await kim.opens()
    assert kept != await kim.presses("What do you keep about me?")


async def test_where_places_are_limited_the_place_goes_over(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, {"How many places in the room?": "1"})
    kim = await sends(room)
    await room.presses(CLEO, "Yes")
    assert "number 1 on the waiting list" in await room.says(CLEO, "/rsvp")

    await kim.opens()
    await kim.presses("Yes, if I am released")
    assert "number 1 on the waiting list" in await room.says(CLEO, "/rsvp")
    await room.passes(seconds=5)
    assert "Places: 1 of 1 taken, 1 waiting" in room.posts()[-1]
    await kim.presses("Change my answer")
    await kim.presses("No")
    assert "it is kept for you until" in await room.says(CLEO, "/rsvp")


async def test_they_are_ticked_as_a_person_before_they_answer_and_after(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await room.passes(days=8, hours=6)
    await room.says(ANA, "/here")
    form = await room.presses(ANA, "Tick who was there")
    assert "[x] Kim\n" in form
    assert "[x] Ben" not in form
    await room.fills(ANA)
    await room.passes(hours=2)

    assert "You were there." in await kim.opens()


async def test_who_is_erased_leaves_no_name(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await kim.opens()
    await kim.presses("Yes")
    await kim.opens()
    await kim.takes()
    await kim.opens()
    await kim.presses("What do you keep about me?")
    await kim.presses("Erase everything")
    assert "What I held about you is gone here" in await kim.presses("Yes, erase everything")

    await kim.opens()
    assert kim.page.status_code == 404
    assert await tally(room) == ["Yes 0 · Yes, if I am released 0 · Maybe 0 · No 0"]
    assert "Kim" not in await room.says(BEN, "/rsvp")
    assert "Kim" not in await room.presses(ANA, "Who is coming")


async def test_a_guest_by_a_link_never_becomes_a_member(room: RoomOfPeople) -> None:
    await room.plan()
    kim = await sends(room)
    await kim.opens()
    await kim.presses("Yes")

    for action in ("rsvp:1:colleague", "rsvp:1:bring:1", "meeting:1:call-off", "page:1:end:2"):
        await kim.sends(action=action)
        assert kim.page.status_code == 404, action
