"""Many people who press the buttons of one post, on a loopback platform, and how long they wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Protocol

from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.loopback.reader import buttons_in
from bot.adapters.discord.loopback.stage import PRESSED
from bot.adapters.discord.loopback.world import Live, Post
from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.loopback import LoopbackSlack, NoAnswer, Signed
from bot.adapters.slack.loopback_read import buttons
from bot.adapters.stage import Actor

LOST = 3.0
"""Seconds after which a platform gives up, and tells the person so."""

Press = Callable[[], Awaitable[float]]
"""Somebody presses; the seconds until it was acknowledged, LOST where it never was."""


class Crowd(Protocol):
    """The people of one platform."""

    def presses(self, label: str) -> list[Press]:
        """A press of this button by each of them."""
        ...

    async def answered(self) -> None:
        """Return when everybody who has pressed was shown what came of it."""
        ...


class OnSlack:
    """Signed requests to `url`, made before they are sent, so that making them takes no time."""

    def __init__(self, slack: LoopbackSlack, people: Sequence[Actor], url: str) -> None:
        self._slack, self._people, self._url = slack, people, url
        self._waiting: set[str] = set()

    def presses(self, label: str) -> list[Press]:
        world = self._slack.world
        post = next(p for p in world.posts if not p.whom and label in buttons(p.content))
        button = buttons(post.content)[label]
        made = []
        for actor in self._people:
            key = world.address(actor.user, post.channel, post)
            url = self._slack.address(key)
            payload = payloads.press(world, actor, post, button, url)
            made.append(self._press(key, self._slack.sign("interactive", payload)))
        return made

    def _press(self, key: str, signed: Signed) -> Press:
        async def press() -> float:
            self._slack.request_url = self._url
            self._waiting.add(key)
            begun = time.perf_counter()
            try:
                await self._slack.send(signed)
            except NoAnswer:
                return LOST
            return time.perf_counter() - begun

        return press

    async def answered(self) -> None:
        addresses = self._slack.world.addresses
        while self._waiting:
            self._slack.stirred.clear()
            self._waiting = {key for key in self._waiting if not addresses[key].uses}
            if self._waiting:
                await self._slack.stirred.wait()


class OnDiscord:
    """Interactions dispatched by the gateway, each with a token of its own."""

    def __init__(self, discord: Loopback, people: Sequence[Actor], post: Post) -> None:
        self._discord, self._people, self._post = discord, people, post
        self._waiting: list[Live] = []

    def presses(self, label: str) -> list[Press]:
        found = buttons_in(self._post.body["components"])
        [action] = [button["custom_id"] for button in found if button["label"] == label]
        return [self._press(actor, action) for actor in self._people]

    def _press(self, actor: Actor, action: str) -> Press:
        async def press() -> float:
            live = self._discord.world.ask(actor.user, self._post.channel, self._post)
            self._waiting.append(live)
            begun = time.perf_counter()
            await self._discord.tell(live, PRESSED, {"component_type": 2, "custom_id": action})
            try:
                await asyncio.wait_for(live.answered.wait(), LOST)
            except TimeoutError:
                return LOST
            return time.perf_counter() - begun

        return press

    async def answered(self) -> None:
        waiting, self._waiting = self._waiting, []
        for live in waiting:
            await live.done.wait()


async def paced(presses: Iterable[Press], per_second: float) -> list[float]:
    """So many people a second, whatever becomes of those before them."""
    loop = asyncio.get_running_loop()
    begun, under_way = loop.time(), []
    for number, press in enumerate(presses):
        await asyncio.sleep(max(0.0, begun + number / per_second - loop.time()))
        under_way.append(asyncio.ensure_future(press()))
    return await asyncio.gather(*under_way)


async def rushed(presses: Iterable[Press], at_once: int) -> list[float]:
    """As fast as possible: so many people at once, and as one is answered the next one presses."""
    queue, took = iter(presses), []

    async def one_after_another() -> None:
        took.extend([await press() for press in queue])

    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return took


def p99(seconds: Sequence[float]) -> float:
    """What ninety-nine of a hundred did not exceed."""
    return sorted(seconds)[-1 - len(seconds) // 100]
