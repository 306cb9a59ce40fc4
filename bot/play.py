"""Plays story files on a platform and writes down what everybody saw."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot import log as house_log
from bot.adapters.alike import FixesIt
from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Moment, NoSuchThing, Seen, Stage
from bot.adapters.story import (
    Closes,
    Fills,
    Leaves,
    Loses,
    NotAStory,
    OnPage,
    Opens,
    Passes,
    Presses,
    Restarts,
    Says,
    Step,
    Story,
    Types,
    read,
)
from bot.adapters.transcript import lines
from bot.adapters.web import Visitors
from bot.app import THREADS, outbox
from bot.chat import Abilities, Chat
from bot.commands.table import commands
from bot.core import networks
from bot.house import TheHouse
from bot.scheduler.clock import HandClock
from bot.scheduler.jobs import jobs
from bot.scheduler.outbox import Outbox
from bot.scheduler.roll import RollCall
from bot.store.db import Store
from bot.views.words import words

THINKS = 2.0
"""Seconds that the house may take before it says that it will: what a story shows is not to depend
on how quick a machine is.
"""
KEYS = (b"a story has nothing to hide",)
PUBLIC = "https://convenor.example"


class Broken(Exception):
    """A step that cannot be played: the line, and what is there instead."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A platform with its people, on which a house can be set up, and again after a restart."""

    platform: World | LoopbackSlack | Loopback
    join: Callable[[TheHouse, ThreadPoolExecutor], AbstractAsyncContextManager[tuple[Stage, Chat]]]


@asynccontextmanager
async def _memory(story: Story, moment: Moment) -> AsyncIterator[Ground]:
    world = World(story.actors, story.rooms, moment)

    @asynccontextmanager
    async def join(house: TheHouse, _: ThreadPoolExecutor) -> AsyncIterator[tuple[Stage, Chat]]:
        yield MemoryStage(world, house), MemoryChat(world)

    yield Ground(world, join)


@asynccontextmanager
async def _slack(
    story: Story, moment: Moment, *, socket_mode: bool = False
) -> AsyncIterator[Ground]:
    async with loopback(story.actors, story.rooms) as slack:
        slack.world.paced = False  # the story's clock does not run as Slack's does

        @asynccontextmanager
        async def join(
            house: TheHouse, pool: ThreadPoolExecutor
        ) -> AsyncIterator[tuple[Stage, Chat]]:
            async with staged(
                slack, house, pool, moment, socket_mode=socket_mode, thinks=THINKS
            ) as (app, stage):
                yield stage, app.chat

        yield Ground(slack, join)


@asynccontextmanager
async def _discord(story: Story, moment: Moment) -> AsyncIterator[Ground]:
    # Discord's ids are numbers.
    actors = [replace(actor, user=f"10{actor.user[1:]}") for actor in story.actors]
    rooms = [replace(room, channel=f"20{room.channel[1:]}") for room in story.rooms]
    async with Loopback(actors, rooms, moment=moment) as discord:

        @asynccontextmanager
        async def join(
            house: TheHouse, pool: ThreadPoolExecutor
        ) -> AsyncIterator[tuple[Stage, Chat]]:
            app = DiscordApp(
                token=discord.token,
                api_base=discord.api_base,
                gateway_url=discord.gateway_url,
                house=house,
                commands=commands(),
                pool=pool,
                patience=THINKS,
            )
            await app.start()
            try:
                yield discord, app.chat
            finally:
                await app.stop()

        yield Ground(discord, join)


GROUNDS: Mapping[str, Callable[[Story, Moment], AbstractAsyncContextManager[Ground]]] = {
    "memory": _memory,
    "slack": _slack,
    "slack-socket": lambda story, moment: _slack(story, moment, socket_mode=True),
    "discord": _discord,
}


class Player:
    """Plays one story: does each step, lets the house send what is due, and writes down what is
    seen.
    """

    def __init__(self, story: Story, store: Store, ground: Ground) -> None:
        self._story, self._store, self._ground = story, store, ground
        self._clock = HandClock(story.now)
        self._clock.jobs = jobs(store)
        self.abilities: Abilities
        self.lines: list[str] = []
        self._stage: Stage
        self._outbox: Outbox
        self._roll: RollCall
        self._visitors = Visitors(self._clock.now)

    async def play(self) -> None:
        """Play every step. Raises Broken at the first that cannot be."""
        steps = list(self._story.steps)
        with ThreadPoolExecutor(THREADS) as pool:
            while steps:
                house = TheHouse(
                    self._store,
                    now=self._clock.now,
                    keys=KEYS,
                    wake=lambda: None,
                    public=PUBLIC,
                )
                self._visitors.house = house
                async with self._ground.join(house, pool) as (stage, chat):
                    self._set_up(stage, chat)
                    while steps:
                        line, step = steps.pop(0)
                        self.lines.append(f"> {line}")
                        if isinstance(step, Restarts):
                            break
                        await self._do(line, step)

    def _set_up(self, stage: Stage, chat: Chat) -> None:
        stage.seen()
        self.abilities = chat.abilities
        chats = {chat.platform: chat}
        self._stage = (
            stage if chat.abilities.field_errors else FixesIt(stage, words("en")("Fix it"))
        )
        self._outbox = outbox(self._store, chats, self._clock.now, Random(1))  # noqa: S311 -- jitter
        self._roll = RollCall(self._store, chats, self._clock.now, KEYS)

    async def _do(self, line: str, step: Step) -> None:
        try:
            await self._act(step)
        except NoSuchThing as nothing:
            raise Broken(f"{line}\n  {nothing}") from nothing

    async def _act(self, step: Step) -> None:
        match step:
            case Types(who, room, text):
                await self._stage.types(who, room, text)
            case Presses(who, label, nth):
                await self._stage.presses(who, label, nth)
            case Fills(who, values):
                await self._stage.fills(who, values)
            case Says() | Leaves() | Loses() | Closes():
                self._happens(step)
            case Opens() | OnPage():
                self._write(await self._visitors.acts(step))
            case Passes(by):
                await self._pass(self._clock.now() + by)
                return
            case Restarts():
                return
        self._write(self._stage.seen())
        await self._roll.run()
        await self._outbox.drain()
        self._write(self._sorted())

    def _happens(self, step: Says | Leaves | Loses | Closes) -> None:
        """What the house has no part in: talk, which it never reads, and trouble."""
        world = self._ground.platform
        if isinstance(world, World):
            world.happens(step)
        elif not isinstance(step, Says | Leaves):
            raise NoSuchThing("Only in memory can answers be lost and private messages closed.")

    async def _pass(self, to: datetime) -> None:
        told = self._clock.now()

        def stopped() -> None:
            nonlocal told
            if (seen := self._sorted()) and self._clock.now() != told:
                told = self._write_time()
            self._write(seen)

        await self._clock.advance(self._outbox, to, stopped)
        if told != to:
            self._write_time()

    def _write_time(self) -> datetime:
        now = self._clock.now()
        self.lines.append(f"{now.astimezone(ZoneInfo(self._story.zone)):%a %d %b %Y, %H:%M:%S}")
        return now

    def _sorted(self) -> list[Seen]:
        # Places are written to side by side; in each the order is kept.
        return sorted(self._stage.seen(), key=lambda seen: (seen.where, seen.who))

    def _write(self, seen: Sequence[Seen]) -> None:
        self._visitors.note(seen)
        for one in seen:
            self.lines += lines(one)


@dataclass(frozen=True, slots=True)
class Played:
    """What everybody saw, what the platform could do, and the platform itself, to look into."""

    transcript: str
    abilities: Abilities
    platform: World | LoopbackSlack | Loopback


async def played(story: Story, platform: str, database: str) -> Played:
    """Play a story on a platform. Raises Broken."""
    say = words("en")

    def moment(at: datetime) -> str:
        return say.moment(at, story.zone)

    store = Store(database)
    await asyncio.to_thread(store.migrate)
    try:
        if story.code:
            with store.write() as db:
                networks.keep_code(db, story.code, story.now)
        async with GROUNDS[platform](story, moment) as ground:
            player = Player(story, store, ground)
            await player.play()
    finally:
        store.close()
    return Played("\n".join(player.lines) + "\n", player.abilities, ground.platform)


def play(paths: Sequence[Path], platform: str) -> int:
    """Play story files and print what everybody saw; returns the exit code."""
    house_log.set_up("ERROR")
    for path in paths:
        try:
            story = read(path.read_text(encoding="utf-8"))
            with tempfile.TemporaryDirectory() as folder:
                database = f"sqlite:///{Path(folder) / 'story.db'}"
                print(asyncio.run(played(story, platform, database)).transcript, end="")  # noqa: T201
        except (OSError, UnicodeDecodeError, NotAStory, Broken) as reason:
            print(f"{path}: {reason}", file=sys.stderr)  # noqa: T201
            return 2
    return 0
