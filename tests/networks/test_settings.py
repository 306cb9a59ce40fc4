"""What people can set: private messages, leaving, deputies, the network's name and clocks."""

from bot.adapters.stage import Room
from bot.commands.calls import Pressed
from bot.store import people
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def test_home_leads_to_the_settings(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network")
    told = await room.presses(BEN, "Settings")

    assert told.splitlines() == [
        "# Settings: Northshire STEM teachers",
        "I may write to you privately.",
        "[Yes, write to me] [No, thank you]",
        "[My profile] [Link my other platform] [My data] [What others see of me] [Who can help?]",
        "[I welcome newcomers] [Please look out for me] [I am away] [Leave this network]",
    ]
    await room.presses(BEN, "No, thank you")
    assert "I do not write to you privately." in await room.says(BEN, "/network settings")


async def test_what_is_set_leaves_the_other_settings_there(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network settings")
    for button, said in (
        ("Yes, write to me", "Thank you. I write only when it concerns you."),
        ("I welcome newcomers", "Thank you! I tell you before a meeting who comes"),
        ("Please look out for me", "Gladly. If somebody can, I tell you both"),
    ):
        told = await room.presses(BEN, button)
        assert told.startswith(f"# Settings: Northshire STEM teachers\n{said}")
        assert "[Leave this network]" in told
    assert "[No more newcomers for me] [Nobody needs to look out for me]" in told


async def test_a_coordinator_stays_on_the_page_about_themselves(room: RoomOfPeople) -> None:
    await room.settings("More about me")
    told = await room.presses(ANA, "I welcome newcomers")

    assert told.startswith("# About me\nThank you! I tell you before a meeting")
    assert "May I write to you privately" in told
    assert "[No more newcomers for me]" in told
    assert "[Back]" in told
    assert "[People] [The network]" in await room.presses(ANA, "Yes, write to me")


async def test_who_comes_back_is_not_asked_again_what_they_said(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "No, thank you")
    await room.leaves(BEN)

    assert (await room.presses(BEN, "Come back")).splitlines() == [
        "You are in Northshire STEM teachers.",
        "I do not write to you privately.",
        "[Show it to me] [Settings]",
    ]


async def test_a_coordinators_settings_are_pages_each_with_a_way_back(room: RoomOfPeople) -> None:
    assert (await room.says(ANA, "/network settings")).splitlines()[3:] == [
        "[My profile] [My data] [More about me]",
        "---",
        "[People] [The network]",
        "I do not know your terms yet, so every weekday counts as a school day.",
    ]
    pages = {
        "People": "[Name a deputy] [Name a stand-in] [Somebody else is away] [Bring people in] ",
        "The network": "[Name, language, clocks] [Terms and holidays] [Schools] [Our own topics] ",
    }
    for page, buttons in pages.items():
        told = await room.settings(page)
        assert told.startswith(f"# {page}\n{buttons}")
        assert "[Back]" in told
    assert "[My data]" in await room.presses(ANA, "Back")
    ben = shown(ask(room, BEN, Pressed("network:1:settings:people"), "C1"))
    assert "[Name a deputy]" not in ben


async def test_a_deputy_can_be_taken_back(room: RoomOfPeople) -> None:
    await room.has_deputy(CLEO)
    assert "Cleo may plan as well." in await room.settings("People")

    await room.presses(ANA, "Take that back")
    assert "Only a coordinator" in await room.says(CLEO, "/meeting plan")


async def test_nobody_is_their_own_deputy_nor_another_organisations_person(
    room: RoomOfPeople,
) -> None:
    room.world.outsiders.add(CLEO)
    for who, why in (
        (ANA, "That is you. Please pick somebody else."),
        (CLEO, "Please pick somebody else of your own organisation."),
    ):
        await room.says(ANA, "/network deputy")
        assert (await room.fills(ANA, {"Who may plan as well?": who})).endswith(why)


async def test_another_organisations_person_who_leaves_and_answers_again_is_still_one(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    room.world.outsiders.add(CLEO)
    with room.store.write() as db:
        cleo = next(one for one in people.still_here(db, 1) if people.name(db, one) == CLEO)
        row = people.membership(db, 1, cleo)
        assert row
        row.role = "guest"
    await room.presses(CLEO, "Yes")
    assert "Press Join" in await room.says(CLEO, "/network people")
    await room.leaves(CLEO)
    await room.says(CLEO, "/rsvp yes")

    assert "Press Join" in await room.says(CLEO, "/network people")


async def test_who_was_a_member_and_comes_back_from_another_organisation_is_a_guest(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.leaves(CLEO)
    room.world.outsiders.add(CLEO)
    await room.says(CLEO, "/rsvp yes")
    assert "Press Join" in await room.says(CLEO, "/network people")

    room.world.outsiders.remove(CLEO)
    await room.says(CLEO, "/network join")
    assert "Press Join" not in await room.says(CLEO, "/network people")


async def test_a_wrong_city_can_be_mended(room: RoomOfPeople) -> None:
    await room.settings("The network")
    await room.presses(ANA, "Name, language, clocks")
    assert "Did you mean" in await room.fills(ANA, {"Which city's clocks do you live by?": "Hels"})
    await room.fills(ANA, {"Which city's clocks do you live by?": "Lontoo"})
    await room.settings("The network")
    await room.presses(ANA, "Name, language, clocks")
    told = await room.fills(
        ANA,
        {"What is your network called?": "Pohjola", "Which city's clocks do you live by?": "Oulu"},
    )

    assert told.splitlines()[0] == "Pohjola is changed."
    assert "(Clocks of Helsinki)" in await room.says(ANA, "/meeting plan")


async def test_a_network_without_a_coordinator_is_taken_over(room: RoomOfPeople) -> None:
    room.world.rooms = [Room("northshire", "C1", (ANA, BEN, CLEO, DEV)), room.world.rooms[1]]
    await room.says(ANA, "/privacy erase")
    await room.presses(ANA, "Yes, erase everything")
    await room.stage.types(DEV, "northshire", "/network set-up")

    assert room.stage.seen()[-1].text.splitlines()[0] == "# Northshire STEM teachers is ready"


async def test_who_left_the_channel_unseen_is_off_the_list(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    room.world.rooms = [Room("northshire", "C1", (ANA, CLEO)), room.world.rooms[1]]
    await room.passes(days=1)
    await room.roll.run()
    await room.passes(seconds=3)

    assert "This tells 2 people" in await room.says(ANA, "/network set-up")
    assert "Ben" not in room.posts()[-1]


async def test_the_introduction_goes_out_once(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Introduce yourself")
    await room.passes(seconds=40)
    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Introduce yourself")
    await room.passes(seconds=40)

    assert [text.splitlines()[0] for text in room.posts()] == ["# Hello from Convenor"]
