"""A line that falls silent is noticed and renewed; one that is only quiet is left alone."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.times import Times
from bot.chat import Place
from bot.commands.calls import Reply
from bot.ui import Message, Para, words
from tests.adapters.discord.conftest import ANA, BEN, ROOM, Scene, TinyHouse, moment, running
from tests.serve.house import until

DONE = Reply(Message("", (Para(words("Done.")),)))
USUAL = Times()
QUICK = Times(quiet=0.2, dead=0.45, connecting=0.5, again=0.1, at_last=0.2, probe=0.15)
"""A hundredth of the usual times, which a test need not wait for."""


@pytest.fixture
async def scene(house: TinyHouse, pool: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    house.says["meeting"] = DONE
    async with (
        Loopback((ANA, BEN), (ROOM,), moment=moment) as platform,
        running(platform, house, pool, QUICK) as app,
    ):
        yield Scene(platform, app, house)


async def soon(app: DiscordApp, *, ok: bool) -> None:
    """Return when the link is, or is not, in order."""
    await until(lambda: app.link_ok() is ok, f"the link is {ok}")


def test_nothing_is_dead_for_a_minute_without_being_noticed() -> None:
    assert USUAL.dead < 60
    assert 2 * (USUAL.probe + 10) < 60
    assert USUAL.quiet < USUAL.dead / 2


async def test_an_idle_line_stays_up_though_discord_asks_for_few_heartbeats(scene: Scene) -> None:
    gateway = scene.platform.gateway
    assert gateway.beat / 1000 > QUICK.dead
    await scene.platform.until(lambda: gateway.heartbeats >= 5)
    assert (gateway.identified, gateway.resumed, gateway.connections) == (1, 0, 1)
    assert scene.app.link_ok()


async def test_a_silent_line_is_dropped_and_what_was_missed_is_answered(scene: Scene) -> None:
    gateway = scene.platform.gateway
    gateway.mute()
    typing = [
        asyncio.create_task(scene.platform.types(who, "#physics", "/meeting"))
        for who in ("Ana", "Ben")
    ]
    await soon(scene.app, ok=False)
    gateway.unmute()
    await asyncio.gather(*typing)
    assert [s.text for s in scene.platform.seen()] == ["Done.", "Done."]
    assert (gateway.identified, gateway.resumed) == (1, 1)
    await soon(scene.app, ok=True)


async def test_refused_again_and_again_it_still_resumes(scene: Scene) -> None:
    gateway = scene.platform.gateway
    gateway.refusing = True
    await gateway.close(4000)
    typing = [
        asyncio.create_task(scene.platform.types(who, "#physics", "/meeting"))
        for who in ("Ana", "Ben")
    ]
    await soon(scene.app, ok=False)
    await scene.platform.until(lambda: gateway.refused >= 4)
    gateway.refusing = False
    await asyncio.gather(*typing)
    assert [s.text for s in scene.platform.seen()] == ["Done.", "Done."]
    assert (gateway.identified, gateway.resumed) == (1, 1)
    assert len(scene.house.calls) == 2


async def test_gone_for_a_while_discord_is_found_again(scene: Scene) -> None:
    await scene.platform.vanish()
    await soon(scene.app, ok=False)
    await scene.platform.listen()
    await soon(scene.app, ok=True)
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert scene.platform.seen()[-1].text == "Done."


async def test_a_gateway_that_lives_is_not_enough(scene: Scene) -> None:
    scene.platform.fail("GET", "/users/@me", "503", times=1000)
    await soon(scene.app, ok=False)
    assert scene.platform.gateway.connections == 1
    scene.platform.rest.mend()
    await soon(scene.app, ok=True)


async def test_who_only_sends_has_no_line(house: TinyHouse, pool: ThreadPoolExecutor) -> None:
    async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
        app = DiscordApp(
            token=platform.token, api_base=platform.api_base, house=house, commands=(), pool=pool,
            times=replace(QUICK, probe=0.05),
        )  # fmt: skip
        await app.start(listen=False)
        await app.chat.post(Place("discord", "g", "201"), DONE.message, "k")
        assert (platform.gateway.identified, house.owners, app.link_ok()) == (0, {}, True)
        await platform.vanish()
        await soon(app, ok=False)
        await app.stop()
