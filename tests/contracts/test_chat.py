"""One contract for every chat: what the house may count on, whichever platform it speaks to."""

from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot import ui
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Actor, Room, Stage
from bot.chat import Chat, Gone, Person, Place, Talk, Unreachable
from bot.house import TheHouse
from bot.store.db import Store
from bot.ui import Button, Controls, Message, Para
from tests.adapters.discord.conftest import running
from tests.plugins.room import KEYS, START

ACTORS = (Actor("Ana", "101"), Actor("Ben", "102"), Actor("Cleo", "103"))
ROOMS = (Room("northshire", "201", ("Ana", "Ben")),)


@dataclass(frozen=True)
class Scene:
    """A chat with its people, a way to shut Ben's inbox, and one to let him leave or come back."""

    chat: Chat
    stage: Stage
    room: Place
    ben: Person
    shut: Callable[[], None]
    go: Callable[[bool], Awaitable[None]]


def told(act: Callable[[bool], None]) -> Callable[[bool], Awaitable[None]]:
    """The same for who waits for it."""

    async def go(gone: bool) -> None:
        act(gone)

    return go


@asynccontextmanager
async def in_memory(house: TheHouse, _: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    world = World(ACTORS, ROOMS, str)
    yield Scene(
        MemoryChat(world),
        MemoryStage(world, house),
        Place("memory", "northshire", "201"),
        Person("memory", "northshire", "102"),
        lambda: world.closed.add("Ben"),
        told(lambda gone: (world.gone.add if gone else world.gone.discard)("Ben")),
    )


@asynccontextmanager
async def on_slack(house: TheHouse, pool: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    async with loopback(ACTORS, ROOMS) as slack, staged(slack, house, pool, str) as (app, stage):
        slack.world.paced = False
        team = slack.world.workspace
        yield Scene(
            app.chat,
            stage,
            Place("slack", team, "201"),
            Person("slack", team, "102"),
            lambda: slack.world.deactivated.add("102"),
            lambda gone: stage.deactivates("Ben", back=not gone),
        )


@asynccontextmanager
async def on_discord(house: TheHouse, pool: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    async with (
        Loopback(ACTORS, ROOMS, moment=str) as discord,
        running(discord, house, pool) as app,
    ):
        yield Scene(
            app.chat,
            discord,
            Place("discord", "900000000000000002", "201"),
            Person("discord", "discord", "102"),
            lambda: discord.close_inbox("Ben"),
            told(lambda gone: discord.leaves("Ben", back=not gone)),
        )


@pytest.fixture(params=[in_memory, on_slack, on_discord])
async def scene(request: pytest.FixtureRequest, sqlite_store: Store) -> AsyncIterator[Scene]:
    """The scene on each platform: its real adapter before its loopback."""
    house = TheHouse(sqlite_store, now=lambda: START, keys=KEYS, wake=lambda: None)
    with ThreadPoolExecutor(4) as pool:
        async with request.param(house, pool) as scene:
            yield scene


def said(text: str) -> Message:
    return Message("Robotics", (Para(ui.words(text)),))


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


def talk(scene: Scene, *users: str, number: int = 1) -> Talk:
    room = scene.room
    name = f"A talk · {number}"
    return Talk(room.platform, room.workspace, users, room.channel, name)


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
