"""The topics that a network has of its own: its coordinators see, join and remove them."""

from bot.commands.calls import Pressed
from bot.core import interests
from bot.store import profiles
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.profiles.test_card import topics


async def shows_work(room: RoomOfPeople, who: str) -> None:
    await room.says(who, "/network people")
    await room.presses(who, "What others see of me")
    await room.presses(who, "Show it")


async def own_topics(room: RoomOfPeople) -> str:
    await room.settings("The network")
    return await room.presses(ANA, "Our own topics")


async def test_at_first_there_are_none(room: RoomOfPeople) -> None:
    assert "has no topics of its own" in await own_topics(room)


async def test_they_are_listed_with_how_many_have_them(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="lichens")
    await room.presses(BEN, "Keep it as it is")
    assert "has no topics of its own" in await own_topics(room)
    await shows_work(room, BEN)
    await topics(room, CLEO, wish="lichens")
    assert (
        await own_topics(room)
        == """\
# Our own topics
lichens · 1 person
[Show]"""
    )


async def test_one_is_the_same_as_another_topic(room: RoomOfPeople) -> None:
    await topics(room, BEN, teach="lichens", wish="biology")
    await room.presses(BEN, "Keep it as it is")
    await shows_work(room, BEN)
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
    await shows_work(room, BEN)
    await own_topics(room)
    await room.presses(ANA, "Show")
    assert "“lichens” goes from 1 profile." in await room.presses(ANA, "Remove it")
    await room.presses(ANA, "Remove it")
    assert "My subjects: Physics\n" in await room.says(BEN, "/profile")


async def test_a_wish_is_offered_to_nobody_and_stands_on_no_list(room: RoomOfPeople) -> None:
    await topics(room, BEN, wish="help with my nasty head", good="behaviour of Tom in 8B")
    await room.presses(BEN, "Keep it as it is")
    await room.presses(BEN, "Keep it as it is")
    assert "has no topics of its own" in await own_topics(room)
    for words in ("nasty head", "Help with my nasty head", "of Tom in 8B"):
        assert "that is a new topic to me" in await topics(room, CLEO, wish=words)
        await room.presses(CLEO, "Leave it out")
    for key in (1, 2):
        said = shown(ask(room, ANA, Pressed(f"topic:{key}:read"), "C1"))
        assert "nasty" not in said
        assert "Tom" not in said
    assert "I would like to learn: help with my nasty head" in await room.says(BEN, "/profile")
    with room.store.read() as db:
        names = {one.names["en"] for one in interests.known(db, 1)}
        assert names.isdisjoint({"help with my nasty head", "behaviour of Tom in 8B"})


async def test_what_one_keeps_to_oneself_stays_when_others_remove_it(room: RoomOfPeople) -> None:
    for who, kind in ((BEN, "teach"), (CLEO, "wish")):
        await topics(room, who, **{kind: "lichens"})
        await room.presses(who, "Keep it as it is")
    await shows_work(room, BEN)
    await own_topics(room)
    await room.presses(ANA, "Show")
    assert "“lichens” goes from 1 profile." in await room.presses(ANA, "Remove it")
    await room.presses(ANA, "Remove it")
    assert "lichens" not in await room.says(BEN, "/profile")
    assert "lichens" in await room.says(CLEO, "/profile")


async def test_a_word_goes_with_the_last_who_has_it(room: RoomOfPeople) -> None:
    for who in (BEN, CLEO):
        await topics(room, who, wish="lichens")
        await room.presses(who, "Keep it as it is")
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    with room.store.read() as db:
        assert [row.name for row in profiles.topics(db, 1)] == ["lichens"]
    await topics(room, CLEO, wish="chess")
    with room.store.read() as db:
        assert profiles.topics(db, 1) == []
