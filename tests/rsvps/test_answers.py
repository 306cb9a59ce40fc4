"""People answer with one click, change it, and hide their name."""

from tests.commands.test_router import in_two_networks
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def test_the_post_shows_who_is_coming(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "Yes, if I am released")
    await room.passes(seconds=3)

    assert room.posts()[-1].splitlines()[3:6] == [
        "Yes 1 · Yes, if I am released 1 · Maybe 0 · No 0",
        "Coming: Ben",
        "Coming if released: Cleo",
    ]


async def test_the_last_answer_counts(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "Change my answer")
    await room.presses(BEN, "No")
    await room.passes(seconds=3)

    assert "Yes 0 · Yes, if I am released 0 · Maybe 0 · No 1" in room.posts()[-1]


async def test_a_hidden_name_is_only_counted(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    told = await room.presses(BEN, "Hide my name")
    await room.passes(seconds=3)

    assert "Your name is hidden; only the count shows." in told
    assert "Ben" not in room.posts()[-1]
    assert "Yes (1): 1 without a name" in await room.presses(CLEO, "Who is coming")
    await room.presses(BEN, "Show my name")
    await room.passes(seconds=3)
    assert "Coming: Ben" in room.posts()[-1]


async def test_typed_answers_in_the_persons_language(room: RoomOfPeople) -> None:
    await room.plan()

    assert (await room.says(BEN, "/rsvp yes")).splitlines()[1] == "Saved: Yes"
    assert (await room.says(BEN, "/rsvp Yes, if I am released")).splitlines()[1] == (
        "Saved: Yes, if I am released"
    )
    assert (await room.says(BEN, "/rsvp no robotics")).splitlines()[1] == "Saved: No"


async def test_a_typed_answer_asks_which_of_several(room: RoomOfPeople) -> None:
    await room.plan("Robotics twilight")
    await room.plan("Physics café")
    told = await room.says(BEN, "/rsvp maybe")

    assert told.splitlines()[0] == "Which meeting do you mean?"
    assert (await room.presses(BEN, "This one")).splitlines()[1] == "Saved: Maybe"


async def test_a_guest_who_answers_is_on_the_list(room: RoomOfPeople) -> None:
    await room.plan()
    await room.leaves(BEN)
    assert "[Come back]" in await room.says(BEN, "/network")
    await room.presses(BEN, "Yes")

    assert "[Join]" not in await room.says(BEN, "/network")


async def test_leaving_is_asked_first_and_the_card_says_what_went(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")

    assert await room.says(BEN, "/network leave") == (
        "Do you want to leave Northshire STEM teachers?\n"
        "Your answer to 1 meeting to come is then taken back. "
        "I write to you no more. You can come back at any time.\n"
        "[Yes, leave] [No, stay]"
    )
    assert "Your answer: Yes" in await room.presses(BEN, "No, stay")
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "Leave this network")
    assert await room.presses(BEN, "Yes, leave") == (
        "You are off the list. Type /network if you want to come back. "
        "Your answer to 1 meeting is taken back.\n[Come back]"
    )
    page = await room.says(BEN, "/network")
    assert "You are off the list of this network." in page
    assert "Robotics twilight" in page
    assert "You have not answered yet" not in page
    assert "[Come back]" in page
    assert "You are off the list." in await room.says(BEN, "/network leave")
    await room.presses(BEN, "Come back")
    assert "You have not answered yet" in await room.says(BEN, "/network")


async def test_leaving_takes_the_answer_back(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.leaves(BEN)
    await room.passes(seconds=3)

    assert "Yes 0" in room.posts()[-1]


async def test_several_meetings_each_have_a_button(room: RoomOfPeople) -> None:
    await room.plan("Robotics twilight")
    await room.plan("Physics café")
    await room.presses(BEN, "Yes")
    told = await room.says(BEN, "/rsvp")

    assert told.splitlines()[2:] == [
        "You have not answered yet.",
        "[Answer]",
        "Physics café, Tuesday 1 December 2026, 16:00 (London)",
        "Your answer: Yes",
        "[Change my answer]",
    ]


async def test_another_network_sees_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")

    assert await room.says(DEV, "/rsvp") == "No meeting is planned yet."
    assert await room.says(DEV, "/meeting") == "No meeting is planned yet.\n[Plan a meeting]"
    assert "Ana" not in await room.says(DEV, "/network")
    assert "Coordinators: Ana" in await room.says(ANA, "/network")


async def test_an_answer_typed_in_the_other_network_finds_its_meeting(room: RoomOfPeople) -> None:
    await room.plan()
    await in_two_networks(room)
    told = await room.says(BEN, "/rsvp yes", "southshire")

    lines = told.splitlines()
    assert lines[0] == "In Southshire teachers no meeting is planned yet."
    assert lines[-2:] == ["This one is in Northshire STEM teachers.", "[This one]"]
    assert "Saved: Yes" in await room.presses(BEN, "This one")
    assert "[Answer]" in await room.says(BEN, "/rsvp", "southshire")


async def test_one_of_the_other_network_is_found_by_its_title(room: RoomOfPeople) -> None:
    await room.plan()
    await in_two_networks(room)
    await room.says(DEV, "/meeting plan Choir, 2.12.2026 16:00")
    await room.fills(DEV)
    await room.presses(DEV, "Send now")
    await room.passes(seconds=1)

    told = await room.says(BEN, "/rsvp yes robotics", "southshire")
    assert told.startswith("I find no such meeting in Southshire teachers.\nRobotics twilight")
    assert "Saved: Yes" in await room.says(BEN, "/rsvp yes choir", "southshire")
    assert "Robotics" not in await room.says(DEV, "/rsvp yes robotics")
