"""The topics that a network has of its own: its coordinators see, join and remove them."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.profiles.test_card import topics


async def own_topics(room: RoomOfPeople) -> str:
    await room.settings("The network")
    return await room.presses(ANA, "Our own topics")


async def test_at_first_there_are_none(room: RoomOfPeople) -> None:
    assert "has no topics of its own" in await own_topics(room)


async def test_they_are_listed_with_how_many_have_them(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="lichens")
    await room.presses(BEN, "Keep it as it is")
    await topics(room, CLEO, wish="lichens")
    assert (
        await own_topics(room)
        == """\
# Our own topics
lichens · 2 people
[Show]"""
    )


async def test_one_is_the_same_as_another_topic(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="lichens", wish="biology")
    await room.presses(BEN, "Keep it as it is")
    await own_topics(room)
    await room.presses(ANA, "Show")
    await room.presses(ANA, "It is the same as …")
    assert "I know no such topic" in await room.fills(ANA, {"Which topic is it?": "xyzzy"})
    await room.presses(ANA, "It is the same as …")
    asked = await room.fills(ANA, {"Which topic is it?": "biolgy"})
    assert asked.startswith("“lichens” goes, and 1 person has the other topic instead.")
    await room.presses(ANA, "Biology")
    assert "My subjects: Biology" in await room.says(BEN, "/profile")
    assert "has no topics of its own" in await own_topics(room)


async def test_one_is_removed_after_a_question(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="lichens, physics")
    await room.presses(BEN, "Keep it as it is")
    await own_topics(room)
    await room.presses(ANA, "Show")
    assert "“lichens” goes from 1 profile." in await room.presses(ANA, "Remove it")
    await room.presses(ANA, "Remove it")
    assert "My subjects: Physics\n" in await room.says(BEN, "/profile")
