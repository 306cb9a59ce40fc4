"""What people show of themselves: nothing unless they say so, nothing after they take it back."""

from bot.adapters.stage import Room
from tests.people.ground import begin
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

SEEN_BY = (
    "What you show is seen, with your name, by the members and coordinators of"
    " Northshire STEM teachers, and by nobody else."
)
TO_THE_OTHER = (
    "It is not shown. If you show it, whoever you are put together with reads it, and the"
    " coordinators."
)
BENS_WORK = (
    "Work: Secondary school teacher · Where: Northshire College · Phases: secondary and over 16 ·"
    " Region: Coast · Subjects: Physics · Since: 2009 · Languages: English and German"
)


async def test_a_member_shows_what_they_can_help_with_and_takes_it_back(
    room: RoomOfPeople,
) -> None:
    begin(room)
    assert "Nobody shows yet" in await room.says(CLEO, "/network people")

    await room.says(BEN, "/network settings")
    told = await room.presses(BEN, "What others see of me")
    assert told.splitlines()[:8] == [
        "# What others see of me",
        SEEN_BY,
        "What I do and where",
        BENS_WORK,
        "It is not shown.",
        "[Show it]",
        "What I can help with",
        "Can help with: Robotics and Programming",
    ]
    assert told.splitlines()[10:13] == [
        "What I would like to learn",
        "Assessment",
        TO_THE_OTHER,
    ]
    told = await room.presses(BEN, "Show it", nth=1)
    assert told.splitlines()[0] == "# What others see of me"
    assert "Thank you. It is shown now." in told
    assert "It is shown, and people may write to you about it." in told

    told = await room.says(CLEO, "/network people")
    assert "Ben: Can help with: Robotics and Programming\n[Write]" in told
    for kept in ("Northshire College", "Physics", "2009", "German", "Ana", "Assessment"):
        assert kept not in told

    assert "Taken back." in await room.presses(BEN, "Take it back")
    assert "Nobody shows yet" in await room.says(CLEO, "/network people")


async def test_both_parts_make_one_line(room: RoomOfPeople) -> None:
    begin(room)
    await room.says(BEN, "/network people")
    await room.presses(BEN, "What others see of me")
    await room.presses(BEN, "Show it")
    await room.presses(BEN, "Show it")

    told = await room.says(CLEO, "/network people")
    assert told.splitlines()[:4] == [
        "# Who can help?",
        "1 person of Northshire STEM teachers shows something of themselves.",
        f"Ben: Can help with: Robotics and Programming · {BENS_WORK}",
        "[Write]",
    ]


async def test_who_leaves_is_seen_no_more_and_says_anew_when_they_come_back(
    room: RoomOfPeople,
) -> None:
    begin(room)
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "What others see of me")
    await room.presses(BEN, "Show it", nth=1)
    await room.leaves(BEN)
    assert "Nobody shows yet" in await room.says(CLEO, "/network people")

    await room.says(BEN, "/network join")
    assert "Nobody shows yet" in await room.says(CLEO, "/network people")


async def test_who_is_not_on_the_list_neither_sees_nor_shows(room: RoomOfPeople) -> None:
    begin(room)
    await room.leaves(CLEO)
    for typed in ("/network people", "/network people Robotics"):
        told = await room.says(CLEO, typed)
        assert told.splitlines() == [
            "Who is here is shown to the people of the network. Press Join to be one of them.",
            "[Join]",
        ]
    await room.says(CLEO, "/network settings")
    assert "Press Join" in await room.presses(CLEO, "What others see of me")


async def test_an_outsider_in_the_channel_sees_nobody(room: RoomOfPeople) -> None:
    begin(room)
    room.world.outsiders.add(DEV)
    room.world.rooms = [Room("northshire", "C1", (ANA, BEN, CLEO, DEV)), room.world.rooms[1]]
    await room.says(ANA, "/network settings")
    await room.presses(ANA, "More about me")
    await room.presses(ANA, "What others see of me")
    await room.presses(ANA, "Show it")
    await room.stage.types(DEV, "northshire", "/network people")

    told = "\n".join(one.text for one in room.stage.seen() if one.who == DEV)
    assert "Press Join to be one of them." in told
    assert "Ana" not in told


async def test_a_wish_that_is_shown_stands_on_no_list(room: RoomOfPeople) -> None:
    begin(room)
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "What others see of me")
    told = await room.presses(BEN, "Show it", nth=2)
    assert "Whoever you are put together with reads it, and the coordinators." in told

    for who in (ANA, CLEO):
        for asked in ("/network people", "/network people assessment"):
            told = await room.says(who, asked)
            assert "Ben" not in told
