"""The same contract for conversations of a few people."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import chat
from bot.chat import Unreachable
from bot.store import talks
from bot.store.tables import Identity, Member, Membership, Network, Place, Talk
from bot.ui import Button, Controls, Message
from tests.contracts.scenes import Scene, said
from tests.plugins.room import START


def talk(scene: Scene, *users: str, number: int = 1) -> chat.Talk:
    room = scene.room
    name = f"A talk · {number}"
    return chat.Talk(room.platform, room.workspace, users, room.channel, name)


async def test_a_conversation_is_seen_by_its_people_alone(scene: Scene) -> None:
    place = await scene.chat.open_talk(talk(scene, "101", "102"))
    ref = await scene.chat.post(place, said("You two."), "two")
    await scene.chat.edit(place, ref, said("You two, changed."))

    assert [(one.kind, one.where, one.who) for one in scene.stage.seen()] == [
        ("post", "#Ana+Ben", ""),
        ("edit", "#Ana+Ben", ""),
    ]


async def test_a_conversation_of_the_same_people_is_opened_once(scene: Scene) -> None:
    one, again = [await scene.chat.open_talk(talk(scene, "101", "102")) for _ in range(2)]
    three = await scene.chat.open_talk(talk(scene, "101", "102", "103", number=2))

    assert one == again
    assert three != one
    assert (one.platform, one.workspace) == (scene.room.platform, scene.room.workspace)


async def test_what_stands_in_a_conversation_is_found(scene: Scene) -> None:
    if not scene.chat.abilities.reads_back:
        return
    since = datetime.now(UTC) - timedelta(minutes=1)
    place = await scene.chat.open_talk(talk(scene, "101", "102"))
    asked = Message("Robotics", (*said("Hello.").blocks, Controls((Button("Met", "a:1:b"),))))
    ref = await scene.chat.post(place, asked, "asked")

    assert await scene.chat.find(place, asked, since, ()) == ref
    assert await scene.chat.find(place, asked, since, (ref,)) is None


async def test_a_conversation_with_who_has_gone_is_unreachable_and_nobody_is_told(
    scene: Scene,
) -> None:
    await scene.go(True)

    with pytest.raises(Unreachable):
        await scene.chat.open_talk(talk(scene, "101", "102"))
    assert scene.stage.seen() == []

    await scene.go(False)
    place = await scene.chat.open_talk(talk(scene, "101", "102"))
    await scene.chat.post(place, said("You two."), "two")
    assert [one.where for one in scene.stage.seen()] == ["#Ana+Ben"]


async def test_a_conversation_with_a_stranger_is_unreachable(scene: Scene) -> None:
    with pytest.raises(Unreachable):
        await scene.chat.open_talk(talk(scene, "101", "987654321"))


def network(scene: Scene) -> Talk:
    """Ana and Ben are in a network which is at home in the room; their conversation is kept."""
    room = scene.room
    with scene.store.write() as db:
        row = Network(name="Northshire", language="en", zone="Europe/London", begun_at=START)
        db.add(row)
        db.flush()
        assert row.id
        home = Place(
            network_id=row.id, platform=room.platform, workspace=room.workspace,
            channel=room.channel, purpose="home", room="northshire",
        )  # fmt: skip
        db.add(home)
        for name, user in (("Ana", "101"), ("Ben", "102")):
            member = Member(name=name)
            db.add(member)
            db.flush()
            assert member.id
            there = (scene.ben.platform, scene.ben.workspace)
            db.add(Identity(member_id=member.id, platform=there[0], workspace=there[1], user=user))
            db.add(
                Membership(
                    network_id=row.id, member_id=member.id, role="member", joined_at=START,
                    private=True,
                )
            )  # fmt: skip
        return talks.keep(db, row.id, home, ("101", "102"), "Ana, Ben")


async def opened(scene: Scene) -> chat.Place:
    """Their conversation, as the house knows it."""
    talk = network(scene)
    to = talks.target(talk)
    assert isinstance(to, chat.Talk)
    place = await scene.chat.open_talk(to)
    with scene.store.write() as db:
        row = db.get(Talk, talk.id)
        assert row
        row.opened = place.channel
    return place


async def test_a_button_pressed_there_is_answered_to_one_alone(scene: Scene) -> None:
    place = await opened(scene)
    buttons = Controls((Button("Help", "network:0:help"),))
    await scene.chat.post(place, Message("", (*said("Hello.").blocks, buttons)), "hello")
    scene.stage.seen()
    await scene.stage.presses("Ben", "Help")

    (answer,) = scene.stage.seen()
    assert (answer.kind, answer.where, answer.who) == ("private", "#Ana+Ben", "Ben")
    assert "no network" not in answer.text


async def test_a_button_of_the_network_is_known_there(scene: Scene) -> None:
    place = await opened(scene)
    buttons = Controls((Button("My page", "network:1:home"),))
    await scene.chat.post(place, Message("", (*said("Hello.").blocks, buttons)), "hello")
    scene.stage.seen()
    await scene.stage.presses("Ben", "My page")

    (answer,) = scene.stage.seen()
    assert (answer.kind, answer.where, answer.who) == ("private", "#Ana+Ben", "Ben")
    assert "Northshire" in answer.text


async def test_words_to_the_bot_are_answered_as_in_the_channel(scene: Scene) -> None:
    await opened(scene)
    await scene.stage.types("Ben", "Ana+Ben", "@convenor help")

    (answer,) = scene.stage.seen()
    assert answer.where == "#Ana+Ben"
    assert "There is no network" not in answer.text


async def test_a_command_typed_there_begins_no_network(scene: Scene) -> None:
    await opened(scene)
    await scene.stage.types("Ben", "Ana+Ben", "/network")

    (answer,) = scene.stage.seen()
    assert (answer.kind, answer.where, answer.who) == ("private", "#Ana+Ben", "Ben")
    assert "There is no network" not in answer.text
    assert "Northshire" in answer.text
