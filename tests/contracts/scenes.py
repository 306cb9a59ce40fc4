"""A chat on each platform, with the same few people in one channel."""

from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot import ui
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Actor, Room, Stage
from bot.chat import Chat, Person, Place
from bot.house import TheHouse
from bot.store.db import Store
from bot.ui import Message, Para
from tests.adapters.discord.conftest import running

ACTORS = (Actor("Ana", "101"), Actor("Ben", "102"), Actor("Cleo", "103"))
ROOMS = (Room("northshire", "201", ("Ana", "Ben")),)


@dataclass(frozen=True)
class Scene:
    """A chat with its people, a way to shut Ben's inbox, and one to let him leave or come back."""

    chat: Chat
    stage: Stage
    store: Store
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
async def in_memory(house: TheHouse, store: Store, _: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    world = World(ACTORS, ROOMS, str)
    yield Scene(
        MemoryChat(world),
        MemoryStage(world, house),
        store,
        Place("memory", "northshire", "201"),
        Person("memory", "northshire", "102"),
        lambda: world.closed.add("Ben"),
        told(lambda gone: (world.gone.add if gone else world.gone.discard)("Ben")),
    )


@asynccontextmanager
async def on_slack(house: TheHouse, store: Store, pool: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    async with loopback(ACTORS, ROOMS) as slack, staged(slack, house, pool, str) as (app, stage):
        slack.world.paced = False
        team = slack.world.workspace
        yield Scene(
            app.chat,
            stage,
            store,
            Place("slack", team, "201"),
            Person("slack", team, "102"),
            lambda: slack.world.deactivated.add("102"),
            lambda gone: stage.deactivates("Ben", back=not gone),
        )


@asynccontextmanager
async def on_discord(
    house: TheHouse, store: Store, pool: ThreadPoolExecutor
) -> AsyncIterator[Scene]:
    async with (
        Loopback(ACTORS, ROOMS, moment=str) as discord,
        running(discord, house, pool) as app,
    ):
        yield Scene(
            app.chat,
            discord,
            store,
            Place("discord", "900000000000000002", "201"),
            Person("discord", "discord", "102"),
            lambda: discord.close_inbox("Ben"),
            told(lambda gone: discord.leaves("Ben", back=not gone)),
        )


def said(text: str) -> Message:
    return Message("Robotics", (Para(ui.words(text)),))
