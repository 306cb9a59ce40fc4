"""Stories of one house on Slack and Discord at once: `on slack` and `on discord` say where what
follows is done, and CODE in what is typed is the last code that anybody was shown.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.slack.chat import SlackChat
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.stage import Seen, Stage
from bot.adapters.story import Fills, Passes, Presses, Step, Story, Types, read
from bot.adapters.transcript import heading
from bot.app import outbox
from bot.chat import Chat
from bot.commands.table import commands
from bot.house import TheHouse
from bot.play import KEYS, THINKS
from bot.scheduler.clock import HandClock
from bot.scheduler.jobs import jobs
from bot.scheduler.roll import RollCall
from bot.store.db import Store
from bot.views.words import words

CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")
Both = Mapping[str, tuple[Stage, Chat]]
Ground = Callable[[Story, TheHouse, ThreadPoolExecutor], AbstractAsyncContextManager[Both]]


@dataclass(frozen=True)
class Told:
    """What everybody saw."""

    transcript: str


def moment(at: datetime) -> str:
    """How an instant is written."""
    return words("en").moment(at, "Europe/London")


@asynccontextmanager
async def in_memory(story: Story, house: TheHouse, _: ThreadPoolExecutor) -> AsyncIterator[Both]:
    """Two chats in memory that can do what Slack and Discord can."""
    both: dict[str, tuple[Stage, Chat]] = {}
    for name, kind in (("slack", SlackChat), ("discord", DiscordChat)):
        actors = [replace(actor, user=f"{actor.user}-{name}") for actor in story.actors]
        world = World(actors, story.rooms, moment, platform=name)
        stage, chat = MemoryStage(world, house), MemoryChat(world)
        stage.abilities = chat.abilities = kind.abilities
        both[name] = stage, chat
    yield both


@asynccontextmanager
async def before_both(
    story: Story, house: TheHouse, pool: ThreadPoolExecutor
) -> AsyncIterator[Both]:
    """Real slack_bolt before the loopback Slack, and real discord.py before the loopback Discord,
    joined to one house.
    """
    people = [replace(actor, user=f"10{actor.user[1:]}") for actor in story.actors]
    rooms = [replace(room, channel=f"20{room.channel[1:]}") for room in story.rooms]
    async with (
        loopback(story.actors, story.rooms) as slack,
        staged(slack, house, pool, moment, thinks=THINKS) as (app, stage),
        Loopback(people, rooms, moment=moment) as discord,
    ):
        slack.world.paced = False
        there = DiscordApp(
            token=discord.token, api_base=discord.api_base, gateway_url=discord.gateway_url,
            house=house, commands=commands(), pool=pool, patience=THINKS,
        )  # fmt: skip
        await there.start()
        try:
            yield {"slack": (stage, app.chat), "discord": (discord, there.chat)}
        finally:
            await there.stop()


GROUNDS: Mapping[str, Ground] = {"memory": in_memory, "both": before_both}


class Teller:
    """Does each line where it is to be done, and writes down what is seen on both platforms."""

    def __init__(self, story: Story, store: Store, both: Both, clock: HandClock) -> None:
        self.lines: list[str] = []
        self._story, self._both, self._clock = story, both, clock
        self._where, self._code = "slack", ""
        chats = {name: chat for name, (_, chat) in both.items()}
        self._outbox = outbox(store, chats, clock.now, Random(1))
        self._roll = RollCall(store, chats, clock.now, KEYS)

    async def does(self, where: str, line: str, step: Step) -> None:
        """One step."""
        self.lines.append(f"> {where}: {line}")
        stage = self._both[where][0]
        self._later()
        match step:
            case Types(who, room, text):
                await stage.types(who, room, text.replace("CODE", self._code))
            case Presses(who, label, nth):
                await stage.presses(who, label, nth)
            case Fills(who, values):
                await stage.fills(who, values)
            case Passes(by):
                await self._clock.advance(self._outbox, self._clock.now() + by, self._look)
            case _:
                raise AssertionError(line)
        self._look()
        await self._roll.run()
        await self._outbox.drain()
        self._look()

    def _later(self) -> None:
        """What is done next is done after all that was done on either platform; in memory acts are
        only counted.
        """
        stages = [stage for stage, _ in self._both.values() if isinstance(stage, MemoryStage)]
        for stage in stages:
            stage.world.calls = max(one.world.calls for one in stages)

    def _look(self) -> None:
        for name, (stage, _) in self._both.items():
            for one in sorted(stage.seen(), key=lambda seen: (seen.where, seen.who)):
                self._write(name, one)

    def _write(self, name: str, one: Seen) -> None:
        found = CODE.search(one.text)
        self._code = found[0] if found else self._code
        at = self._clock.now().astimezone(ZoneInfo(self._story.zone))
        self.lines.append(f"  {at:%a %H:%M} {name}, {heading(one)}")
        self.lines += [f"    {CODE.sub('CODE', line)}" for line in one.text.splitlines()]


def parts(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The lines of a story, by where they are done."""
    where, lines = "slack", list[str]()
    for line in text.splitlines():
        if line.startswith("on "):
            yield where, lines
            where, lines = line[3:], []
        else:
            lines.append(line)
    yield where, lines


def tell(path: Path, ground: str, database: str) -> Told:
    """Tell a story on this ground."""
    return asyncio.run(_tell(path.read_text(encoding="utf-8"), ground, database))


async def _tell(text: str, ground: str, database: str) -> Told:
    store = Store(database)
    await asyncio.to_thread(store.migrate)
    pieces = list(parts(text))
    head = "\n".join(pieces[0][1])
    story = read(head)
    clock = HandClock(story.now)
    clock.jobs = jobs(store)
    house = TheHouse(store, now=clock.now, keys=KEYS, wake=lambda: None)
    with ThreadPoolExecutor(4) as pool:
        async with GROUNDS[ground](story, house, pool) as both:
            teller = Teller(story, store, both, clock)
            for where, lines in pieces[1:]:
                for line, step in read("\n".join((head, *lines))).steps:
                    await teller.does(where, line, step)
    store.close()
    return Told("\n".join(teller.lines) + "\n")
