"""Many people who press the buttons of one post, on a loopback platform, and how long they wait."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.loopback.reader import buttons_in
from bot.adapters.discord.loopback.stage import PRESSED
from bot.adapters.discord.loopback.things import Live, Post
from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.loopback import LoopbackSlack, NoAnswer, Signed
from bot.adapters.slack.loopback_read import buttons
from bot.adapters.stage import Actor

LOST = 3.0
"""Seconds after which a platform gives up, and tells the person so."""


class Press(Protocol):
    """Somebody presses a button."""

    async def made(self) -> float:
        """Press; the seconds until it was acknowledged, LOST where it never was."""
        ...

    async def shown(self) -> None:
        """Return when the person was shown what came of it."""
        ...


class Crowd(Protocol):
    """The people of one platform."""

    def presses(self, label: str) -> Sequence[Press]:
        """A press of this button by each of them."""
        ...


class OnSlack:
    """Signed requests to `url`, made before they are sent, so that making them takes no time."""

    def __init__(self, slack: LoopbackSlack, people: Sequence[Actor], url: str) -> None:
        self.slack, self.url = slack, url
        self._people = people
        self._waiting: dict[str, asyncio.Event] = {}
        self._watch: asyncio.Task[None] | None = None

    def presses(self, label: str) -> Sequence[Press]:
        world = self.slack.world
        post = next(p for p in world.posts if not p.whom and label in dict(buttons(p.content)))
        button = dict(buttons(post.content))[label]
        made = []
        for actor in self._people:
            key = world.address(actor.user, post.channel, post)
            url = self.slack.address(key)
            payload = payloads.press(world, actor, post, button, url)
            made.append(_Request(self, key, self.slack.sign("interactive", payload)))
        return made

    async def used(self, key: str) -> None:
        """Return when something was sent to the response_url under this key."""
        used = self._waiting[key] = asyncio.Event()
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._watching())
        await used.wait()

    async def _watching(self) -> None:
        """One looks for all: two hundred would wake each other at every answer."""
        addresses = self.slack.world.addresses
        while self._waiting:
            self.slack.stirred.clear()
            for key in [key for key in self._waiting if addresses[key].uses]:
                self._waiting.pop(key).set()
            await self.slack.stirred.wait()


@dataclass(frozen=True, slots=True)
class _Request:
    crowd: OnSlack
    key: str
    signed: Signed

    async def made(self) -> float:
        self.crowd.slack.request_url = self.crowd.url
        begun = time.perf_counter()
        try:
            await self.crowd.slack.send(self.signed)
        except NoAnswer:
            return LOST
        return time.perf_counter() - begun

    async def shown(self) -> None:
        await self.crowd.used(self.key)


class OnDiscord:
    """Interactions dispatched by the gateway, each with a token of its own."""

    def __init__(self, discord: Loopback, people: Sequence[Actor], post: Post) -> None:
        self._discord, self._people, self._post = discord, people, post

    def presses(self, label: str) -> Sequence[Press]:
        found = buttons_in(self._post.body["components"])
        [action] = [button["custom_id"] for button in found if button["label"] == label]
        return [_Interaction(self._discord, self._post, who.user, action) for who in self._people]


@dataclass(slots=True)
class _Interaction:
    discord: Loopback
    post: Post
    user: str
    action: str
    live: Live | None = None

    async def made(self) -> float:
        self.live = self.discord.world.ask(self.user, self.post.channel, self.post)
        begun = time.perf_counter()
        data = {"component_type": 2, "custom_id": self.action}
        await self.discord.tell(self.live, PRESSED, data)
        try:
            await asyncio.wait_for(self.live.answered.wait(), LOST)
        except TimeoutError:
            return LOST
        return time.perf_counter() - begun

    async def shown(self) -> None:
        assert self.live
        await self.live.done.wait()


async def paced(presses: Sequence[Press], per_second: float) -> list[float]:
    """So many people a second, whatever becomes of those before them."""
    loop = asyncio.get_running_loop()
    with no_pauses():
        begun, under_way = loop.time(), []
        for number, press in enumerate(presses):
            await asyncio.sleep(max(0.0, begun + number / per_second - loop.time()))
            under_way.append(asyncio.create_task(press.made()))
        return await asyncio.gather(*under_way)


async def shown(presses: Iterable[Press]) -> None:
    """Return when everybody was shown what came of their press."""
    await asyncio.gather(*(press.shown() for press in presses))


async def rushed(presses: Iterable[Press], at_once: int) -> list[float]:
    """As fast as possible: so many people at once, and as one is through the next one presses."""
    queue, took = iter(presses), []

    async def one_after_another() -> None:
        for press in queue:
            took.append(await press.made())
            await press.shown()

    with no_pauses():
        await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return took


@contextmanager
def no_pauses() -> Iterator[None]:
    """Meanwhile nobody collects garbage here: with all these people in memory it takes up to a
    quarter of a second, which would be measured as an answer that came late.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def p99(seconds: Sequence[float]) -> float:
    """What ninety-nine of a hundred did not exceed."""
    return sorted(seconds)[-1 - len(seconds) // 100]
