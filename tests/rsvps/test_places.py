"""How long a meeting is, how people come, how many; bringing somebody, and sending a colleague."""

import pytest
from sqlmodel import select

from bot.store.tables import Membership
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

ROOM, ONLINE = "How many places in the room?", "How many places online?"
MODE, LINK, ENDS = "How do people come?", "The link of the call", "When does it end?"
CALL = "https://meet.example/robots"


async def places(room: RoomOfPeople, **values: str) -> str:
    """Ana fills the form about length and places; returns what she then sees."""
    keys = {"seats": ROOM, "online": ONLINE, "mode": MODE, "link": LINK, "ends": ENDS}
    await room.says(ANA, "/meeting places")
    return await room.fills(ANA, {keys[key]: value for key, value in values.items()})


def agree(room: RoomOfPeople, *, private: bool | None = True) -> None:
    """Everybody may be written to, or not."""
    with room.store.write() as db:
        for row in db.all(select(Membership)):
            row.private = private


def facts(room: RoomOfPeople) -> list[str]:
    """The post's lines between its title and its buttons."""
    lines = room.posts()[-1].splitlines()
    return lines[1 : next(i for i, line in enumerate(lines) if line.startswith("["))]


async def test_the_post_shows_the_end_and_the_places(room: RoomOfPeople) -> None:
    await room.plan()
    told = await places(room, ends="17:45", seats="20")
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)

    assert told.splitlines()[-2:] == ["Saved. The post shows it.", "[Places and length]"]
    assert facts(room) == [
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Until: 17:45 (London)",
        "Where: Room 12",
        "Places: 1 of 20 taken",
        "Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Ben",
    ]


async def test_before_it_is_announced_it_can_still_be_sent_or_undone(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    assert "[Places and length]" in await room.fills(ANA)
    await room.presses(ANA, "Places and length")
    told = await room.fills(ANA, {ROOM: "8"})
    await room.passes(seconds=31)

    assert told.splitlines()[-2:] == ["Saved.", "[Send now] [Undo] [Places and length]"]
    assert "Places: 0 of 8 taken" in facts(room)


LATER = "A meeting ends on the day it starts. It starts at 16:00: please write a later time."
NUMBER = "Please write a number like 20, or leave it empty."


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (ENDS, "15:30", LATER),
        (ENDS, "0:30", LATER),
        (ENDS, "tea time", "I cannot read that time. Please write it like 16:00."),
        (ROOM, "many", NUMBER),
        (ROOM, "0", NUMBER),
        (LINK, "zoom", "Please paste the whole link, beginning with https://."),
        (ONLINE, "5", "You speak of a call: please choose online, or both."),
    ],
)
async def test_mistakes_stand_at_their_fields(
    room: RoomOfPeople, field: str, typed: str, sentence: str
) -> None:
    await room.plan()
    await room.says(ANA, "/meeting places")
    told = await room.fills(ANA, {field: typed})

    at = MODE if "You speak" in sentence else field
    assert f"{at}: {sentence}" in told.splitlines()


async def test_a_room_does_not_go_with_online(room: RoomOfPeople) -> None:
    await room.plan()

    assert await places(room, mode="Online", seats="8") == (
        f"{MODE}: You speak of a room: please choose the room, or both."
    )


async def test_a_meeting_of_a_whole_day_has_an_end_too(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Conference, 1.12.2026 8:00")
    await room.fills(ANA)

    assert await places(room, ends="21:00") == (
        f"{ENDS}: A meeting lasts at most 12 hours. It starts at 08:00: please write an earlier"
        " time."
    )
    assert "Until: 20:00 (London)" in await places(room, ends="20:00")


async def test_fewer_places_than_have_said_yes(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "Bring somebody")
    await room.presses(CLEO, "Yes")

    assert await places(room, seats="2") == (
        f"{ROOM}: 3 places are taken already: write 3 or more, or leave it empty."
    )
    assert "Places: 3 of 3 taken" in await places(room, seats="3")


async def test_in_the_room_or_online(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, mode="In the room or online", seats="9", online="5", link=CALL)
    await room.presses(BEN, "Yes, in the room")
    told = await room.presses(CLEO, "Yes, online")
    await room.passes(seconds=3)

    assert room.posts()[-1].splitlines()[1:] == [
        "When: Tuesday 1 December 2026, 16:00 (London)",
        "Where: Room 12, or online",
        "In the room: 1 of 9 taken",
        "Online: 1 of 5 taken",
        "Yes, in the room 1 · Yes, online 1 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Ben and Cleo",
        "[Yes, in the room] [Yes, online] [Yes, if I am released] [Maybe] [No]",
        "[Who is coming] [Agenda] [Copy as text]",
    ]
    assert told.splitlines()[1:3] == ["Saved: Yes, online", f"The call: {CALL}"]


async def test_only_who_comes_sees_the_link(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, mode="Online", link=CALL)
    await room.passes(seconds=3)
    await room.presses(CLEO, "Maybe")

    assert CALL not in room.posts()[-1]
    assert "Where: Online: Room 12" in room.posts()[-1]
    assert CALL not in await room.says(CLEO, "/meeting robotics")
    assert CALL not in await room.says(CLEO, "/rsvp")
    assert f"The call: {CALL}" in await room.says(CLEO, "/rsvp yes")
    assert f"The call: {CALL}" in await room.says(CLEO, "/meeting robotics")
    assert CALL in await room.says(ANA, "/meeting robotics")
    assert CALL not in await room.says(DEV, "/meeting robotics")


async def test_who_comes_has_the_link_on_the_morning_of_the_day(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, mode="In the room or online", link=CALL)
    agree(room)
    await room.presses(CLEO, "Yes, online")
    await room.passes(days=8)

    assert [text.splitlines()[1:5] for text in room.inbox(CLEO) if "today" in text] == [
        [
            "See you today!",
            "When: Tuesday 1 December 2026, 16:00 (London)",
            "Where: Room 12, or online",
            f"The call: {CALL}",
        ]
    ]
    assert not any(CALL in text for text in (*room.posts(), *room.inbox(BEN)))


async def test_no_thread_has_the_link(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, mode="Online", link=CALL)
    agree(room, private=False)
    await room.presses(CLEO, "Yes")
    await room.passes(days=8)

    said = [one.text for one in room.seen if one.kind == "post" and one.who != CLEO]
    assert any("See you today!" in text for text in said)
    assert not any(CALL in text for text in said)


async def test_typed_online(room: RoomOfPeople) -> None:
    await room.plan()
    assert "Saved: Yes\n" in await room.says(BEN, "/rsvp online")
    await places(room, mode="In the room or online")

    assert "Saved: Yes, online" in await room.says(BEN, "/rsvp online")
    assert "Saved: Yes\n" in await room.says(BEN, "/rsvp yes")


async def test_bringing_somebody_counts(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, seats="3")
    await room.presses(BEN, "Yes")
    told = await room.presses(BEN, "Bring somebody")
    await room.passes(seconds=3)

    assert told.splitlines()[1:3] == ["Saved: Yes", "You bring 1 person."]
    assert told.splitlines()[-1] == "[Bring one more] [Bring nobody] [I send a colleague]"
    assert facts(room)[-3:] == [
        "Places: 2 of 3 taken",
        "Yes 1 · Yes, if I am released 0 · Maybe 0 · No 0",
        "Coming: Ben +1",
    ]


async def test_there_is_no_place_for_one_more(room: RoomOfPeople) -> None:
    await room.plan()
    await places(room, seats="1")
    await room.presses(BEN, "Yes")

    assert await room.presses(BEN, "Bring somebody") == (
        "There is no free place for one more. You keep your own.\n[My answer]"
    )
    assert "[Bring somebody]" in await room.presses(BEN, "My answer")


async def test_five_are_enough_and_who_says_no_brings_nobody(room: RoomOfPeople) -> None:
    await room.plan()
    told = await room.presses(BEN, "Yes")
    for _ in range(5):
        told = await room.presses(
            BEN, "Bring one more" if "You bring" in told else "Bring somebody"
        )
    assert "You bring 5 people." in told
    assert "[Bring one more]" not in told
    assert "You bring 5 people." in await room.says(BEN, "/rsvp yes, if I am released")
    assert "You bring" not in await room.says(BEN, "/rsvp no")
    assert "You bring" not in await room.says(BEN, "/rsvp yes")


async def test_a_colleague_comes_instead(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    assert await room.fills(BEN, {"Who comes for you?": " "}) == (
        "Who comes for you?: Please write a name."
    )
    told = await room.fills(BEN, {"Who comes for you?": "Mira  Okafor"})
    await room.passes(seconds=3)

    assert told.startswith("Mira Okafor comes for you.\nGive Mira Okafor this page.")
    assert "Coming: Mira Okafor (for Ben)" in facts(room)
    assert "Yes (1): Mira Okafor (for Ben)" in await room.presses(CLEO, "Who is coming")


async def test_answering_again_takes_the_colleague_back(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    await room.fills(BEN, {"Who comes for you?": "Mira"})
    told = await room.says(BEN, "/rsvp yes")
    await room.passes(seconds=3)

    assert "Mira" not in told
    assert "Coming: Ben" in facts(room)


async def test_a_hidden_name_hides_the_colleague_too(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "I send a colleague")
    await room.fills(BEN, {"Who comes for you?": "Mira"})
    await room.presses(BEN, "Hide my name")
    await room.passes(seconds=3)

    assert "Mira" not in room.posts()[-1]
    assert "Yes (1): 1 without a name" in await room.presses(CLEO, "Who is coming")


async def test_a_series_and_a_copy_have_the_same_places(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await places(room, ends="17:30", seats="9")
    await room.says(ANA, "/meeting repeat")
    await room.fills(ANA, {"How often?": "Every week", "Until which day?": "8.12.2026"})
    await room.says(ANA, "/meeting copy")
    shown = await room.says(ANA, "/meeting")

    assert shown.count("Robotics") >= 2
    await room.presses(ANA, "Open", 1)
    told = room.seen[-1].text
    assert "Until: 17:30 (London)" in told
    assert "Places: 0 of 9 taken" in told
