"""Two hundred people answer at once, five clicks each: every last click is kept and soon shown."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bot.adapters.memory import MemoryChat, World
from bot.adapters.stage import Room
from bot.app import THREADS, outbox
from bot.chat import Person, Place, Profile
from bot.commands.calls import Call, Pressed, Sent
from bot.core.rsvps import ANSWERS
from bot.house import TheHouse
from bot.scheduler.clock import Clock
from bot.store.db import Store
from bot.ui import Message

HOME = Place("memory", "northshire", "C1")
ANA = Person("memory", "northshire", "U0")
NOBODY = "Yes 0 · Yes, if I am released 0 · Maybe 0 · No 0"
SOON = 5.0
"""Seconds after the last click within which the post shows the last state (issue A1)."""


def now() -> datetime:
    return datetime.now(UTC)


def call(person: Person, order: int, said: Pressed | Sent, ident: str) -> Call:
    admin = Profile(f"Person {person.user}", zone="Europe/London", admin=True)
    return Call(ident, order, person, admin, HOME, said, MemoryChat.abilities, "northshire")


class Watched(MemoryChat):
    """Notes when each post or edit arrived."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.shown: list[tuple[float, str]] = []
        self._news = asyncio.Event()

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        ref = await super().post(to, message, key)
        self.note()
        return ref

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:
        await super().edit(to, ref, message)
        self.note()

    def note(self) -> None:
        self.shown.append((time.monotonic(), self.world.log[-1].text))
        self._news.set()

    async def until(self, tally: str) -> None:
        """Wait until the post shows this tally; pytest's own limit ends a wait in vain."""
        while not self.shown or counts(self.shown[-1][1]) != tally:
            self._news.clear()
            await self._news.wait()


def counts(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("Yes "))


@pytest.mark.must_hold("A1", 6)
@pytest.mark.timeout(180)
async def test_every_last_click_is_kept_and_shown(
    database_url: str, size: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    people = size(200, 60)
    store = Store(database_url)
    watched = Watched(World((), (Room("northshire", "C1", ()),), lambda at: f"{at:%d.%m.%Y}"))
    house = TheHouse(store, now=now, keys=(b"test",), wake=lambda: None)
    clock = Clock(outbox(store, {"memory": watched}, now, Random(1)))
    house.wake = clock.wake
    clock.start()
    begin(house)
    await watched.until(NOBODY)
    expected, took = await click(house, people)
    clicked = time.monotonic()
    await watched.until(expected)
    late = max(0.0, watched.shown[-1][0] - clicked)
    await clock.stop(5)
    store.close()

    figure(
        f"{database_url.partition(':')[0]}: {people} people, {5 * people} clicks in {took:.1f} s, "
        f"last state after {late:.1f} s, {len(watched.shown)} edits"
    )
    assert late <= SOON


def begin(house: TheHouse) -> None:
    """Ana has a network, and a meeting that goes out now."""
    form = {"name": ("Northshire",), "language": ("en",), "zone": ("London",)}
    day = (now() + timedelta(days=3)).date().isoformat()
    meeting = {"title": ("Robotics",), "day": (day,), "time": ("16:00",)}
    house.act(call(ANA, 1, Sent("network:0:set-up", form), "begin"))
    house.act(call(ANA, 2, Sent("meeting:0:plan", meeting), "plan"))
    house.act(call(ANA, 3, Pressed("meeting:1:send:1"), "send"))


async def click(house: TheHouse, people: int) -> tuple[str, float]:
    """Everybody clicks five times, arriving in any order; what the post must then say."""
    rng = Random(7)
    clicks = []
    last: Counter[str] = Counter()
    for number in range(1, people + 1):
        answers = [rng.choice(ANSWERS) for _ in range(5)]
        last[answers[-1]] += 1
        person = Person("memory", "northshire", f"U{number}")
        for order, answer in enumerate(answers):
            said = Pressed(f"rsvp:1:{answer}")
            clicks.append(call(person, 100 + order, said, f"click-{number}-{order}"))
    rng.shuffle(clicks)
    began = time.monotonic()
    with ThreadPoolExecutor(THREADS) as pool:
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(pool, house.act, one) for one in clicks))
    words = ("Yes", "Yes, if I am released", "Maybe", "No")
    tally = " · ".join(f"{word} {last[a]}" for word, a in zip(words, ANSWERS, strict=True))
    return tally, time.monotonic() - began
