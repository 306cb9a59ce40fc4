"""The gateway is lost and found again, and left in order."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import discord
import pytest

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.loopback import Loopback
from bot.commands.calls import Reply
from bot.ui import Message, Para, words
from tests.adapters.discord.conftest import (
    ANA,
    BEN,
    COMMANDS,
    ROOM,
    Scene,
    TinyHouse,
    moment,
    running,
)

DONE = Reply(Message("", (Para(words("Done.")),)))


@pytest.mark.parametrize("code", [4000, 1001])
async def test_what_happened_during_a_cut_is_told_after_it(scene: Scene, code: int) -> None:
    scene.house.says["meeting"] = DONE
    await scene.platform.gateway.close(code)
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert [s.text for s in scene.platform.seen()] == ["Done."]
    assert (scene.platform.gateway.identified, scene.platform.gateway.resumed) == (1, 1)


async def test_sent_away_it_comes_back(scene: Scene) -> None:
    scene.house.says["meeting"] = DONE
    await scene.platform.gateway.ask_to_reconnect()
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert scene.platform.gateway.resumed == 1


async def test_a_forgotten_session_begins_anew(scene: Scene) -> None:
    scene.house.says["meeting"] = DONE
    await scene.platform.gateway.forget()
    await scene.platform.until(lambda: scene.platform.gateway.identified == 2)
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert [s.text for s in scene.platform.seen()] == ["Done."]


async def test_stopping_finishes_the_calls_in_work(
    house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.says["meeting"] = DONE
    async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
        async with running(platform, house, pool) as app:
            assert app.link_ok()
            house.open.clear()
            typing = asyncio.create_task(platform.types("Ana", "#physics", "/meeting"))
            await asyncio.get_running_loop().run_in_executor(None, house.entered.wait, 10)
            stopping = asyncio.create_task(app.stop())
            await platform.until(lambda: platform.gateway.connections == 0)
            house.open.set()
            await asyncio.gather(typing, stopping)
        assert [s.text for s in platform.seen()] == ["Done."]
        assert not app.link_ok()


async def test_shards_come_as_many_as_discord_says(
    house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.says["meeting"] = DONE
    async with Loopback((ANA, BEN), (ROOM,), moment=moment, shards=2) as platform:
        async with running(platform, house, pool) as app:
            await platform.types("Ana", "#physics", "/meeting")
            await platform.types("Ben", "", "/meeting")
            assert platform.gateway.identified == 2
            assert app.link_ok()
        assert len(platform.seen()) == 2


async def test_the_address_that_was_set_wins(house: TinyHouse, pool: ThreadPoolExecutor) -> None:
    async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
        right, platform.rest.gateway_url = platform.gateway_url, "ws://127.0.0.1:9/nowhere"
        app = DiscordApp(
            token=platform.token, api_base=platform.api_base, gateway_url=right,
            house=house, commands=COMMANDS, pool=pool,
        )  # fmt: skip
        await app.start()
        assert app.link_ok()
        await app.stop()


async def test_a_wrong_token_is_said_at_once(house: TinyHouse, pool: ThreadPoolExecutor) -> None:
    async with Loopback((ANA,), (ROOM,), moment=moment) as platform:
        app = DiscordApp(
            token="another", api_base=platform.api_base, house=house, commands=(), pool=pool
        )
        with pytest.raises(discord.LoginFailure):
            await app.start()
        assert not app.link_ok()


async def test_a_cast_with_ids_of_another_platform_gets_numbers(
    house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    dev = replace(BEN, name="Dev", user="U0004")
    room = replace(ROOM, channel="C0001", people=("Dev",))
    async with Loopback((dev,), (room,), moment=moment) as platform:
        async with running(platform, house, pool) as app:
            await platform.types("Dev", "physics", "/meeting")
            call = house.calls[-1]
            await app.chat.post(call.place, DONE.message, "k1")
            await app.chat.post(call.who, DONE.message, "k2")
        assert [(s.where, s.who) for s in platform.seen()] == [("#physics", ""), ("", "Dev")]
