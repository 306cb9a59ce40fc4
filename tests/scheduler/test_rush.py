"""5,000 messages due in the same minute, on platforms that keep their real limits."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback_run import loopback
from bot.adapters.stage import Actor, Room
from bot.chat import Chat, Place
from bot.house import TheHouse
from bot.scheduler.clock import HandClock
from bot.scheduler.outbox import Outbox
from bot.store import deliveries
from bot.store.db import Store
from tests.plugins.room import KEYS
from tests.scheduler.post_office import NOON, draw, found

Size = Callable[[int, int], int]
ANA = Actor("Ana", "U1", admin=True)


@dataclass
class Platform:
    """A platform with so many rooms: the chat to it, what was said in each room, and how many calls
    it was asked to take and did not.
    """

    chat: Chat
    said: Callable[[], dict[str, list[str]]]
    put_off: Callable[[], int]
    calls: Callable[[], int]
    channel: Callable[[int], str]


Open = Callable[[Store, HandClock, int], AbstractAsyncContextManager[Platform]]


@asynccontextmanager
async def slack(store: Store, clock: HandClock, places: int) -> AsyncIterator[Platform]:
    rooms = [Room(f"room-{i}", f"C{i:04}", ("Ana",)) for i in range(places)]
    with ThreadPoolExecutor(2) as pool:
        async with loopback([ANA], rooms, clock=lambda: clock.now().timestamp()) as there:
            app = SlackApp(
                token=there.token, base_url=there.api, pool=pool, clock=there.world.clock,
                house=TheHouse(store, now=clock.now, keys=KEYS, wake=lambda: None),
            )  # fmt: skip
            await app.start()

            def said() -> dict[str, list[str]]:
                texts: dict[str, list[str]] = defaultdict(list)
                for post in there.world.posts:
                    texts[post.channel].append(post.content["text"])
                return texts

            def calls() -> int:
                return sum(call.method == "chat.postMessage" for call in there.received)

            yield Platform(
                app.chat, said, lambda: calls() - len(there.world.posts), calls, "C{:04}".format
            )
            await app.stop()


PLATFORMS = [slack]


@pytest.fixture(params=PLATFORMS, ids=lambda platform: platform.__name__)
def platform(request: pytest.FixtureRequest) -> Open:
    opened: Open = request.param
    return opened


@dataclass
class Rush:
    """A house with many messages due at noon."""

    store: Store
    clock: HandClock
    outbox: Outbox
    there: Platform
    planned: dict[str, list[str]]

    async def passes(self, **time: float) -> None:
        await self.clock.advance(self.outbox, self.clock.now() + timedelta(**time))


@asynccontextmanager
async def rush(
    url: str, open_platform: Open, messages: int, places: int, burst: int
) -> AsyncIterator[Rush]:
    """So many messages, each place in turn, and a burst more of them for the first place."""
    store, clock = Store(url), HandClock(NOON)
    store.migrate()
    async with open_platform(store, clock, places) as there:
        planned: dict[str, list[str]] = defaultdict(list)
        with store.write() as db:
            network = found(db, "Northshire")
            for number, place in enumerate(_turns(messages, places, burst)):
                channel = there.channel(place)
                to = Place(there.chat.platform, "T0NETWORK", channel)
                deliveries.enqueue(db, network, to, "say", f"n{number}", due=NOON, key=f"{number}")
                planned[channel].append(f"n{number}")
        chats = {there.chat.platform: there.chat}
        box = Outbox(store, chats, draw, now=clock.now, rng=Random(1))
        yield Rush(store, clock, box, there, planned)
    store.close()


def _turns(messages: int, places: int, burst: int) -> Iterator[int]:
    for number in range(messages - burst):
        yield number % places
    for _ in range(burst):
        yield 0


@pytest.mark.must_hold("A2", 9)
async def test_a_rush_keeps_the_limits_and_the_order_of_each_channel(
    sqlite_url: str, platform: Open, size: Size, figure: Callable[[str], None]
) -> None:
    messages, places = size(5000, 500), size(500, 50)
    async with rush(sqlite_url, platform, messages, places, burst=30) as it:
        await it.passes(minutes=10)

        assert it.there.said() == it.planned
        put_off, calls = it.there.put_off(), it.there.calls()
        assert put_off <= calls / 100
        figure(
            f"{it.there.chat.platform}: {messages} messages in {places} places, 0 lost, in order,"
            f" {put_off} of {calls} calls put off"
        )
