"""One bot in several processes: one answers, another takes over when it stops, dies or sleeps."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.times import Times
from bot.chat import Place
from bot.house import TheHouse
from bot.ui import Message, Para, words
from tests.adapters.discord import owner
from tests.adapters.discord.conftest import ANA, BEN, ROOM, moment
from tests.serve.house import until

ROOT = Path(__file__).parents[3]
HELLO = Message("", (Para(words("Hello.")),))


@pytest.fixture
async def platform() -> AsyncIterator[Loopback]:
    async with Loopback((ANA, BEN), (ROOM,), moment=moment) as platform:
        yield platform


@pytest.fixture
def house(sqlite_url: str) -> TheHouse:
    return owner.house(sqlite_url)


@asynccontextmanager
async def started(
    platform: Loopback, house: TheHouse, pool: ThreadPoolExecutor
) -> AsyncIterator[DiscordApp]:
    app = owner.app(platform.api_base, platform.token, house, pool)
    await app.start()
    try:
        yield app
    finally:
        await app.stop()


@asynccontextmanager
async def process(platform: Loopback, database: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Another process with this token, up and running."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.adapters.discord.owner",
        platform.api_base, platform.token, database,
        stdout=asyncio.subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        assert child.stdout
        while b"up" not in await asyncio.wait_for(child.stdout.readline(), 20):
            pass
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


def answers(platform: Loopback) -> list[int]:
    """How many first responses each interaction has had."""
    paths = [r.path for r in platform.received if "/callback" in r.path]
    return list(Counter(paths).values())


async def ask(platform: Loopback, times: int) -> None:
    await asyncio.gather(
        *(platform.types(who, "#physics", "/network") for who in ("Ana", "Ben") * (times // 2))
    )


async def test_of_two_one_answers_and_both_can_send(
    platform: Loopback, house: TheHouse, pool: ThreadPoolExecutor
) -> None:
    async with started(platform, house, pool) as first, started(platform, house, pool) as second:
        assert (first.standby, second.standby) == (False, True)
        assert first.link_ok()
        assert second.link_ok()
        await ask(platform, 20)
        await second.chat.post(Place("discord", "g", "201"), HELLO, "k")
    assert answers(platform) == [1] * 20
    assert platform.gateway.identified == 1
    assert platform.seen()[-1].text == "Hello."


async def test_when_one_stops_the_other_takes_over_at_once(
    platform: Loopback, house: TheHouse, pool: ThreadPoolExecutor
) -> None:
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(started(platform, house, pool))
        second = await stack.enter_async_context(started(platform, house, pool))
        await first.stop()
        async with asyncio.timeout(owner.TIMES.lease):  # nobody waits for it to run out
            await platform.until(lambda: platform.gateway.identified == 2)
        assert not second.standby
        await ask(platform, 20)
    assert answers(platform) == [1] * 20


async def test_when_one_is_killed_the_other_takes_over(
    platform: Loopback, house: TheHouse, pool: ThreadPoolExecutor, sqlite_url: str
) -> None:
    async with process(platform, sqlite_url) as child, started(platform, house, pool) as app:
        assert app.standby
        child.kill()
        await until(lambda: not app.standby and app.link_ok(), "the standby takes over")
        await ask(platform, 20)
    assert answers(platform) == [1] * 20
    usual = Times()
    assert usual.lease + usual.renew <= 30


@pytest.mark.must_hold("A2", 3)
async def test_who_slept_while_another_took_over_answers_nothing_more(
    platform: Loopback, house: TheHouse, pool: ThreadPoolExecutor, sqlite_url: str
) -> None:
    async with process(platform, sqlite_url) as child, started(platform, house, pool) as app:
        await ask(platform, 2)
        child.send_signal(signal.SIGSTOP)
        await until(lambda: not app.standby and app.link_ok(), "the standby takes over")
        await ask(platform, 20)
        child.send_signal(signal.SIGCONT)  # it finds twenty calls in its socket
        await ask(platform, 20)
        await platform.until(lambda: platform.gateway.connections == 1)
        await ask(platform, 20)
        assert not app.standby
    assert answers(platform) == [1] * 62
