"""The loopback Discord also stands alone, with Discord's limits, and says what it was asked."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.rest import Rest
from bot.chat import Busy, Place
from bot.ui import Message, Para, words

ROOT = Path(__file__).parents[3]


class Process:
    """The loopback Discord, told by words on its standard input."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self._child = child

    async def hears(self) -> Any:  # noqa: ANN401 -- JSON
        assert self._child.stdout
        return json.loads(await asyncio.wait_for(self._child.stdout.readline(), 20))

    async def do(self, what: str, **how: object) -> Any:  # noqa: ANN401 -- JSON
        assert self._child.stdin
        self._child.stdin.write(json.dumps({"do": what, **how}).encode() + b"\n")
        return await self.hears()


@asynccontextmanager
async def alone(*arguments: str) -> AsyncIterator[Process]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.adapters.discord.loopback", *arguments,
        stdin=PIPE, stdout=PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    yield Process(child)
    assert child.stdin
    child.stdin.close()
    assert await asyncio.wait_for(child.wait(), 20) == 0


async def test_it_counts_as_discord_does_and_tells() -> None:
    async with alone("--people", "2", "--rooms", "3", "--limits") as discord:
        where = await discord.hears()
        chat = DiscordChat(Rest(where["token"], where["api_base"]))
        await discord.do("fail", method="POST", path="/messages", fault="500 after")
        posts = [
            chat.post(Place("discord", "g", "2001"), Message("", (Para(words(str(i))),)), f"k{i}")
            for i in range(7)
        ]
        ended = await asyncio.gather(*posts, return_exceptions=True)
        assert sum(isinstance(one, Busy) for one in ended) == 2
        assert await discord.do("counts") == {"received": 7, "limited": 2}
        assert len(await discord.do("seen")) == 5
        await chat.rest.close()
