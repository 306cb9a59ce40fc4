"""`room`: the cast in a chat in memory, before a real house on a real SQLite file.

Ana coordinates, Ben is a member, Cleo is new, Dev is from another network and must never see
anything.
"""

import logging
import shutil
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random

import pytest
import structlog

from bot import log
from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.stage import Actor, Room, Seen
from bot.app import outbox
from bot.house import TheHouse
from bot.scheduler.clock import HandClock
from bot.scheduler.jobs import jobs
from bot.scheduler.roll import RollCall
from bot.store.db import Store
from bot.views.words import words

START = datetime(2026, 11, 23, 10, tzinfo=UTC)
ANA, BEN, CLEO, DEV = "Ana", "Ben", "Cleo", "Dev"
CAST = (
    Actor(ANA, "U1", admin=True),
    Actor(BEN, "U2"),
    Actor(CLEO, "U3"),
    Actor(DEV, "U4", admin=True),
)
ROOMS = (Room("northshire", "C1", (ANA, BEN, CLEO)), Room("southshire", "C2", (DEV,)))
KEYS = (b"test",)
PUBLIC = "https://convenor.example"


class RoomOfPeople:
    """What the cast does, and what they saw; in a world that is there already, if one is given."""

    def __init__(self, store: Store, start: datetime = START, world: World | None = None) -> None:
        self.store = store
        self.clock = HandClock(start)
        self.clock.jobs = jobs(store)
        self.world = world or World(CAST, ROOMS, lambda at: words("en").moment(at, "Europe/London"))
        self.house = TheHouse(
            store, now=self.clock.now, keys=KEYS, wake=lambda: None, public=PUBLIC
        )
        self.stage = MemoryStage(self.world, self.house)
        self.chat = MemoryChat(self.world)
        chats = {"memory": self.chat}
        self.outbox = outbox(store, chats, self.clock.now, Random(1))
        self.roll = RollCall(store, chats, self.clock.now, KEYS)
        self.seen: list[Seen] = []

    async def says(self, who: str, text: str, room: str = "northshire") -> str:
        """The person types; returns what only they then see."""
        await self.stage.types(who, "southshire" if who == DEV else room, text)
        return await self._after(who)

    async def presses(self, who: str, label: str, nth: int = 0) -> str:
        """The person presses (the first of that name, or the nth after it); returns what only they
        then see.
        """
        await self.stage.presses(who, label, nth + 1)
        return await self._after(who)

    async def fills(self, who: str, values: Mapping[str, str] | None = None) -> str:
        """The person fills the open form and sends it; returns what only they then see."""
        await self.stage.fills(who, values or {})
        return await self._after(who)

    async def passes(self, **time: float) -> list[Seen]:
        """Time passes; returns what appeared."""
        already = len(self.seen)
        await self.clock.advance(self.outbox, self.clock.now() + timedelta(**time))
        self.seen += self.stage.seen()
        return self.seen[already:]

    def forgets(self) -> None:
        """The platform knows no repeats from now on, and cannot be read back: as Slack."""
        self.chat.abilities = replace(self.chat.abilities, repeat_safe=0, reads_back=False)

    async def _after(self, who: str) -> str:
        fresh = self.stage.seen()
        self.seen += fresh
        await self.roll.run()
        await self.outbox.drain()
        self.seen += self.stage.seen()
        own = [one.text for one in fresh if one.who == who and one.kind != "post"]
        return "\n".join(own)

    def posts(self, where: str = "#northshire") -> list[str]:
        """What stands in a room now, newest last."""
        return [
            one.text for one in self.seen if one.where == where and one.kind in ("post", "edit")
        ]

    def inbox(self, who: str) -> list[str]:
        """What was written to a person privately."""
        return [one.text for one in self.seen if one.kind == "post" and one.who == who]

    async def begin(self) -> None:
        """Ana has set the network up, and Dev another one."""
        for who, name in ((ANA, "Northshire STEM teachers"), (DEV, "Southshire teachers")):
            await self.says(who, "/network set-up")
            await self.fills(who, {"What is your network called?": name})

    async def may_be_written_to(self, *people: str) -> None:
        """They have said that they want private messages."""
        for who in people:
            await self.says(who, "/network settings")
            await self.presses(who, "Yes, write to me")

    async def settings(self, page: str, who: str = ANA) -> str:
        """A page of a coordinator's settings."""
        await self.says(who, "/network settings")
        return await self.presses(who, page)

    async def leaves(self, who: str) -> str:
        """The person leaves the network; returns what they then see."""
        await self.says(who, "/network leave")
        return await self.presses(who, "Yes, leave")

    async def has_deputy(self, who: str) -> None:
        """Ana has asked somebody to be her deputy, and they have said yes."""
        await self.names(who)
        await self.says(who, "/network")
        await self.presses(who, "That is fine")

    async def names(self, who: str) -> str:
        """Ana has asked somebody to be her deputy; returns what she sees."""
        await self.says(ANA, "/network deputy")
        return await self.fills(ANA, {"Who may plan as well?": who})

    async def plan(self, title: str = "Robotics twilight", **more: str) -> None:
        """Ana has planned a meeting for 1 December, 4 pm, and it is announced."""
        await self.says(ANA, f"/meeting plan {title}, 1.12.2026 16:00, Room 12")
        await self.fills(ANA, more)
        await self.presses(ANA, "Send now")
        await self.passes(seconds=1)


@pytest.fixture
async def bare_room(sqlite_store: Store) -> RoomOfPeople:
    """The cast, before anything has begun."""
    return RoomOfPeople(sqlite_store)


class Beginnings:
    """What rooms were like when their networks had begun, each kept in `folder` to be copied: that
    takes a hundredth of the time of beginning.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[World, list[Seen]]] = {}

    async def begin(self, room: RoomOfPeople) -> None:
        """Like `room.begin()` in a room in which nothing has been done yet."""
        like = f"{room.world.actors} {room.world.rooms} {room.clock.now()}"
        number = [*self._kept].index(like) if like in self._kept else len(self._kept)
        file, kept = Path(str(room.store._url.database)), self._folder / f"{number}.db"
        if like not in self._kept:
            await room.begin()
            room.store.close()
            shutil.copy(file, kept)
            self._kept[like] = deepcopy(room.world), list(room.seen)
            return
        room.store.close()
        for left in file.parent.glob(f"{file.name}-*"):
            left.unlink()
        shutil.copy(kept, file)
        world, seen = self._kept[like]
        for one in fields(world):
            setattr(room.world, one.name, deepcopy(getattr(world, one.name)))
        room.seen = list(seen)


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    """Those of this process."""
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


@pytest.fixture
async def room(bare_room: RoomOfPeople, beginnings: Beginnings) -> RoomOfPeople:
    """The cast, with Ana's network and Dev's."""
    await beginnings.begin(bare_room)
    return bare_room


@pytest.fixture
def logged() -> Iterator[StringIO]:
    """All that goes to the log, down to the last detail."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    written = StringIO()
    log.set_up("debug", written)
    yield written
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
