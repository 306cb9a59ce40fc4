"""`serve` as a process of its own, between a loopback Slack and a loopback Discord."""

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.adapters.discord.loopback import Loopback
from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_run import loopback
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Actor, Room, Seen
from bot.views.words import words

ROOT = Path(__file__).parents[2]
PATIENCE = 40.0
"""Seconds after which something that has to come is missing; a busy machine is slow."""


def moment_in_london(at: object) -> str:
    """How an instant is written when what was sent is read back."""
    return words("en").moment(at, "Europe/London")  # type: ignore[arg-type]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def until(holds: Callable[[], object], what: str, within: float = PATIENCE) -> float:
    """Seconds until it holds; asked again and again, since another process tells nobody."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() < begun + within, f"not within {within} s: {what}"
        await asyncio.sleep(0.02)
    return time.monotonic() - begun


@dataclass
class House:
    """One process of `serve`, with what it has printed. `environ` is all of its environment."""

    folder: Path
    environ: dict[str, str]
    port: int
    process: Process | None = None
    boots: int = 0

    async def start(self) -> float:
        """Start it; returns the seconds until it is ready."""
        self.boots += 1
        begun = time.monotonic()
        with self._file("out").open("wb") as out, self._file("err").open("wb") as err:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve",
                cwd=self.folder, env=self.environ, stdout=out, stderr=err,
            )  # fmt: skip
        while await self.status("/readyz") != 200:
            assert self.process.returncode is None, self.complaints()
            assert time.monotonic() < begun + PATIENCE, self.complaints()
            await asyncio.sleep(0.02)
        return time.monotonic() - begun

    async def status(self, path: str) -> int:
        """The status with which an address answers; 0 where nobody listens."""
        url = f"http://127.0.0.1:{self.port}{path}"
        try:
            async with aiohttp.ClientSession() as session, session.get(url) as answer:
                return answer.status
        except aiohttp.ClientConnectionError:
            return 0

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """Ask it to stop; returns its exit code and the seconds that it took."""
        assert self.process is not None
        begun = time.monotonic()
        self.process.send_signal(number)
        code = await asyncio.wait_for(self.process.wait(), PATIENCE)
        return code, time.monotonic() - begun

    async def end(self) -> None:
        """Leave nothing behind, whatever became of the test."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    def said(self) -> str:
        """What it has printed since its last start."""
        return self._file("out").read_text()

    def complaints(self) -> str:
        """What it has logged since its last start."""
        return self._file("err").read_text()

    def _file(self, kind: str) -> Path:
        return self.folder / f"boot-{self.boots}.{kind}"


@dataclass
class Town:
    """A house and both platforms, with the people on each."""

    house: House
    slack: LoopbackSlack
    on_slack: SlackStage
    discord: Loopback
    data: Path
    shown: list[Seen] = field(default_factory=list)

    def look(self) -> list[Seen]:
        """All that has appeared so far on both platforms."""
        self.shown += [*self.on_slack.seen(), *self.discord.seen()]
        return self.shown

    def appeared(self, kind: str, text: str) -> list[Seen]:
        """What has appeared of this kind with this text in it."""
        return [seen for seen in self.look() if seen.kind == kind and text in seen.text]


def settings(port: int, data: Path, **more: str) -> dict[str, str]:
    """The environment of a house, and nothing of this machine's."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": "a made-up key of at least thirty-two characters",
        "DATA_DIR": str(data),
        "PORT": str(port),
        **more,
    }


@asynccontextmanager
async def town(
    folder: Path, names: Sequence[str], *, admins: Sequence[str] = ("Ana",)
) -> AsyncIterator[Town]:
    """The same people on both platforms, each in a #northshire; the house is not started yet."""
    people = [Actor(name, f"{i:04}", admin=name in admins) for i, name in enumerate(names, 1)]
    slack_people = [Actor(a.name, f"U{a.user}", admin=a.admin) for a in people]
    discord_people = [Actor(a.name, f"10{a.user}", admin=a.admin) for a in people]
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(
            loopback(slack_people, [Room("northshire", "C0001", tuple(names))])
        )
        discord = await stack.enter_async_context(
            Loopback(
                discord_people, [Room("northshire", "200001", tuple(names))],
                moment=moment_in_london,
            )
        )  # fmt: skip
        port, data = free_port(), folder / "data"
        slack.request_url = f"http://127.0.0.1:{port}/slack/events"
        environ = settings(
            port,
            data,
            SLACK_BOT_TOKEN=slack.token,
            SLACK_SIGNING_SECRET=slack.signing_secret,
            SLACK_API_BASE_URL=slack.api,
            DISCORD_TOKEN=discord.token,
            DISCORD_API_BASE=discord.api_base,
            DISCORD_GATEWAY_URL=discord.gateway_url,
        )
        house = House(folder, environ, port)
        stack.push_async_callback(house.end)
        yield Town(house, slack, SlackStage(slack, moment_in_london), discord, data)
