"""Slack and Discord on loopback, by the same few words: what stands there, and what goes wrong."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.loopback.reader import message_seen
from bot.adapters.slack.loopback import Fault
from bot.adapters.slack.loopback_run import loopback
from bot.adapters.stage import Actor, Room
from bot.chat import Person, Place
from tests.serve.house import moment_in_london

Spoil = Callable[[str, str, int], None]


@dataclass(frozen=True)
class There:
    """A platform: its address, its token, the first line of all that we posted there, and how many
    conversations there are.

    `spoil(mark, fault, times)` lets posts go wrong in which the mark stands.
    """

    api: str
    token: str
    standing: Callable[[], list[str]]
    talks: Callable[[], int]
    spoil: Spoil


def place(platform: str, lane: int) -> Place | Person:
    """Where a lane goes to: every second one is somebody's inbox."""
    if lane % 2:
        return Person(platform, "T0NETWORK", str(1 + lane))
    return Place(platform, "T0NETWORK", str(1001 + lane))


@asynccontextmanager
async def loopback_of(
    platform: str, lanes: int, clock: Callable[[], float] = time.time
) -> AsyncIterator[There]:
    """The platform, with as many people and channels as there are lanes."""
    people = [Actor(f"P{i}", f"{1 + i}") for i in range(lanes)]
    rooms = [Room(f"room-{i}", f"{1001 + i}", ("P0",)) for i in range(lanes)]
    opened = _slack if platform == "slack" else _discord
    async with opened(people, rooms, clock) as there:
        yield there


@asynccontextmanager
async def _slack(
    people: list[Actor], rooms: list[Room], clock: Callable[[], float]
) -> AsyncIterator[There]:
    async with loopback(people, rooms, clock) as slack:

        def standing() -> list[str]:
            return [post.content["text"].split("\n")[0] for post in slack.world.posts]

        def spoil(mark: str, fault: str, times: int) -> None:
            kind = SLACK_FAULTS[fault]
            slack.faults += [Fault("chat.postMessage", kind, about=mark)] * times  # type: ignore[arg-type]

        yield There(slack.api, slack.token, standing, lambda: len(slack.world.groups), spoil)


SLACK_FAULTS = {
    "429": "busy",
    "500": "fail",
    "503": "away",
    "drop after": "drop",
    "hang": "hang",
}
"""What the loopback Slack calls what the loopback Discord calls so."""


@asynccontextmanager
async def _discord(
    people: list[Actor], rooms: list[Room], clock: Callable[[], float]
) -> AsyncIterator[There]:
    loop = Loopback(people, rooms, moment=moment_in_london, limits=True, clock=clock)
    async with loop as discord:
        for room in rooms:
            # Where nothing stands at all, nobody can tell whether they may read.
            discord.says("P0", room.name, "Hello")

        def standing() -> list[str]:
            ours = [post for post in discord.world.posts.values() if post.author is None]
            seen = [message_seen(post.body["components"], discord.world.eyes) for post in ours]
            return [text.split("\n")[0] for text in seen]

        def spoil(mark: str, fault: str, times: int) -> None:
            discord.rest.fail("POST", "/messages", fault, times, mark)  # type: ignore[arg-type]

        talks = discord.world.talks
        yield There(discord.api_base, discord.token, standing, lambda: len(talks), spoil)
