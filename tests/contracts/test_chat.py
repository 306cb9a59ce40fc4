"""One contract for every chat: what the house may count on, whichever platform it speaks to."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat import Gone, Person, Place, Unreachable
from bot.ui import Button, Controls, Message
from tests.contracts.scenes import Scene, said


async def test_a_post_appears_and_can_be_changed(scene: Scene) -> None:
    ref = await scene.chat.post(scene.room, said("One."), "key")
    await scene.chat.edit(scene.room, ref, said("Two."))

    assert [(one.kind, one.where, one.text) for one in scene.stage.seen()] == [
        ("post", "#northshire", "# Robotics\nOne."),
        ("edit", "#northshire", "# Robotics\nTwo."),
    ]


async def test_a_thread_is_found_by_the_post_that_began_it(scene: Scene) -> None:
    ref = await scene.chat.post(scene.room, said("One."), "first")
    room = scene.room
    thread = Place(room.platform, room.workspace, room.channel, ref)
    for number in range(2):
        await scene.chat.post(thread, said(f"Reply {number}."), f"reply {number}")

    assert [one.where for one in scene.stage.seen()] == [
        "#northshire",
        "#northshire > thread",
        "#northshire > thread",
    ]


async def test_a_private_message_reaches_one_person(scene: Scene) -> None:
    ref = await scene.chat.post(scene.ben, said("For you."), "private")
    await scene.chat.edit(scene.ben, ref, said("For you, changed."))

    assert [(one.who, one.where) for one in scene.stage.seen()] == [("Ben", "")] * 2


async def test_where_repeats_are_known_the_same_key_appears_once(scene: Scene) -> None:
    if scene.chat.abilities.repeat_safe:
        refs = [await scene.chat.post(scene.room, said("Once."), "same") for _ in range(3)]

        assert len(set(refs)) == 1
        assert len(scene.stage.seen()) == 1


async def test_where_posts_are_read_back_one_that_stands_is_found(scene: Scene) -> None:
    if not scene.chat.abilities.reads_back:
        return
    since = datetime.now(UTC) - timedelta(minutes=1)
    asked = Message("Robotics", (*said("Who comes?").blocks, Controls((Button("Yes", "a:1:b"),))))
    other = Message("Robotics", (*said("Who comes?").blocks, Controls((Button("Yes", "a:2:b"),))))
    room = scene.room
    begun = await scene.chat.post(room, said("One."), "first")
    thread = Place(room.platform, room.workspace, room.channel, begun)
    for where in (room, thread, scene.ben):
        ref = await scene.chat.post(where, asked, f"asked {where}")
        assert await scene.chat.find(where, asked, since, ()) == ref
        assert await scene.chat.find(where, asked, since, (ref,)) is None
        assert await scene.chat.find(where, other, since, ()) is None


async def test_a_closed_inbox_is_unreachable(scene: Scene) -> None:
    scene.shut()

    with pytest.raises(Unreachable):
        await scene.chat.post(scene.ben, said("Are you there?"), "closed")
    assert scene.stage.seen() == []


async def test_a_channel_that_is_not_there_is_unreachable(scene: Scene) -> None:
    room = scene.room
    with pytest.raises(Unreachable):
        await scene.chat.post(Place(room.platform, room.workspace, "999"), said("Hello?"), "gone")


async def test_members_are_listed_where_the_platform_tells(scene: Scene) -> None:
    listed = await scene.chat.members(scene.room)

    assert (listed is not None) == scene.chat.abilities.lists_members
    if listed is not None:
        assert sorted(profile.name for _, profile in listed) == ["Ana", "Ben"]
        assert scene.ben in [person for person, _ in listed]


async def test_who_has_gone_is_not_here_and_who_comes_back_is(scene: Scene) -> None:
    there = (scene.room.workspace,)
    before = await scene.chat.is_here(scene.ben, there)
    await scene.go(True)
    gone = await scene.chat.is_here(scene.ben, there)
    with pytest.raises(Gone):
        await scene.chat.post(scene.ben, said("Are you there?"), "gone")
    await scene.go(False)
    back = await scene.chat.is_here(scene.ben, there)

    assert (before, gone, back) == (True, False, True)
    assert scene.stage.seen() == []


async def test_of_a_stranger_nobody_says_that_they_are_here(scene: Scene) -> None:
    stranger = Person(scene.ben.platform, scene.ben.workspace, "987654321")

    assert not await scene.chat.is_here(stranger, (scene.room.workspace,))


async def test_where_we_are_not_nobody_can_tell(scene: Scene) -> None:
    if scene.chat.abilities.hears_of_leaving:
        return  # there is one workspace
    assert await scene.chat.is_here(scene.ben, ("900000000000000999",)) is None
    assert await scene.chat.is_here(scene.ben, ()) is None
