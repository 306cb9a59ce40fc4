"""5,000 messages due in the same minute, on platforms that keep their real limits."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

import pytest
from sqlmodel import col, select

from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.loopback.reader import message_seen
from bot.adapters.discord.rest import Rest
from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback_run import loopback
from bot.adapters.stage import Actor, Room
from bot.chat import Chat, Person, Place
from bot.house import TheHouse
from bot.scheduler.clock import HandClock
from bot.scheduler.outbox import Outbox
from bot.store import deliveries
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Lane
from tests.plugins.room import KEYS
from tests.scheduler.post_office import NOON, draw, found
from tests.serve.house import moment_in_london

Size = Callable[[int, int], int]
ANA = Actor("Ana", "U1", admin=True)


@dataclass
class Platform:
    """A platform with so many rooms: the chat to it, what was said in each room, and how many calls
    it did not take for now. A room can be barred to us, and Ana's inbox be shut.
    """

    chat: Chat
    said: Callable[[], dict[str, list[str]]]
    put_off: Callable[[], int]
    calls: Callable[[], int]
    channel: Callable[[int], str]
    bar: Callable[[str], None]
    shut: Callable[[], None]
    ana: str


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
                app.chat, said, lambda: calls() - len(there.world.posts), calls, "C{:04}".format,
                bar=there.world.absent.add, ana=ANA.user,
                shut=lambda: there.world.deactivated.add(ANA.user),
            )  # fmt: skip
            await app.stop()


@asynccontextmanager
async def discord(_: Store, clock: HandClock, places: int) -> AsyncIterator[Platform]:
    rooms = [Room(f"room-{i}", f"{1000 + i}", ("Ana",)) for i in range(places)]
    there = Loopback(
        [replace(ANA, user="1")], rooms, moment=moment_in_london, limits=True,
        clock=lambda: clock.now().timestamp(),
    )  # fmt: skip
    async with there:
        chat = DiscordChat(Rest(there.token, there.api_base))

        def said() -> dict[str, list[str]]:
            texts: dict[str, list[str]] = defaultdict(list)
            for post in sorted(there.world.posts.values(), key=lambda post: int(post.id)):
                texts[post.channel].append(message_seen(post.body["components"], there.world.eyes))
            return texts

        def calls() -> int:
            return sum(call.path.endswith("/messages") for call in there.received)

        yield Platform(
            chat, said, lambda: there.rest.limited, calls, lambda i: f"{1000 + i}",
            bar=there.world.forbidden.add, shut=lambda: there.world.closed.add("1"), ana="1",
        )  # fmt: skip
        await chat.rest.close()


PLATFORMS = [slack, discord]


@pytest.fixture(params=PLATFORMS, ids=lambda platform: platform.__name__)
def platform(request: pytest.FixtureRequest) -> Open:
    opened: Open = request.param
    return opened


@dataclass
class Rush:
    """A house with many messages due at noon; `planned` are those of each channel."""

    store: Store
    clock: HandClock
    outbox: Outbox
    there: Platform
    network: int
    planned: dict[str, list[str]]
    workspace: str = "T0NETWORK"

    def plan(self, to: Place | Person, text: str) -> None:
        with self.store.write() as db:
            self.enqueue(db, to, text)

    def enqueue(self, db: Db, to: Place | Person, text: str) -> None:
        deliveries.enqueue(db, self.network, to, "say", text, due=NOON, key=text)

    async def passes(self, **time: float) -> None:
        await self.clock.advance(self.outbox, self.clock.now() + timedelta(**time))

    def states(self, target: str) -> list[str]:
        """Of all messages to a channel or person, in which state they are."""
        with self.store.read() as db:
            rows = db.all(
                select(Delivery.state)
                .join(Lane, col(Lane.id) == Delivery.lane_id)
                .where(Lane.target == target)
                .order_by(col(Delivery.id))
            )
        return list(rows)


@asynccontextmanager
async def rush(
    url: str, open_platform: Open, messages: int, places: int, burst: int
) -> AsyncIterator[Rush]:
    """So many messages, each place in turn, and a burst more of them for the first place."""
    store, clock = Store(url), HandClock(NOON)
    async with open_platform(store, clock, places) as there:
        box = Outbox(store, {there.chat.platform: there.chat}, draw, now=clock.now, rng=Random(1))
        with store.write() as db:
            made = Rush(store, clock, box, there, found(db, "Northshire"), defaultdict(list))
            for number, place in enumerate(_turns(messages, places, burst)):
                channel = there.channel(place)
                to = Place(there.chat.platform, made.workspace, channel)
                made.enqueue(db, to, f"n{number}")
                made.planned[channel].append(f"n{number}")
        yield made
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


@pytest.mark.must_hold("A2", 9)
async def test_five_refusals_in_a_row_stop_a_place_and_not_the_house(
    sqlite_url: str, platform: Open
) -> None:
    async with rush(sqlite_url, platform, messages=40, places=2, burst=0) as it:
        barred, open_ = it.there.channel(0), it.there.channel(1)
        it.there.bar(barred)
        await it.passes(minutes=2)

        assert it.there.said() == {open_: it.planned[open_]}
        assert it.there.calls() == 5 + 20
        assert it.states(barred) == ["failed"] * 5 + ["waiting"] * 15


@pytest.mark.must_hold("A2", 9)
async def test_a_closed_inbox_gets_one_try(sqlite_url: str, platform: Open) -> None:
    async with rush(sqlite_url, platform, messages=2, places=2, burst=0) as it:
        it.there.shut()
        for number in range(5):
            it.plan(Person(it.there.chat.platform, it.workspace, it.there.ana), f"m{number}")
        before = it.there.calls()
        await it.passes(minutes=2)

        # Slack takes a post to somebody who has left, and nobody reads it: there it is not tried.
        assert it.there.calls() - before - 2 == (0 if it.there.chat.platform == "slack" else 1)
        assert it.states(it.there.ana) == ["failed"] * 5
