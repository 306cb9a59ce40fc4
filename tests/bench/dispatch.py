"""How soon an RSVP is acknowledged, and how many are completed, on Slack and on Discord.

Two thousand people on each platform press the buttons of one meeting. Paced, each round is held
against one of the libraries alone; rushed, against a loop that writes the same rows. Rounds of ours
and of theirs take turns, and the median of their differences counts, for machines are noisy.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median

from sqlmodel import col, func, select

from bot.adapters.discord.loopback import Loopback
from bot.adapters.stage import Room, Stage
from bot.store.db import Store
from bot.store.tables import Meeting, Membership, Rsvp
from tests.bench._crowd import Crowd, OnDiscord, OnSlack, p99, paced, rushed, shown
from tests.bench._rows import written_per_second
from tests.serve.house import ROOT, Town, free_port, moment_in_london, town, until

PER_SECOND = 100
AT_ONCE = 200
"""People who press at the same time: as many calls as the house has in work."""
PATIENCE = 300.0
LABELS = ("Yes", "Maybe", "No")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: people on each platform, pairs of rounds, presses in a paced one."""

    people: int = 2000
    pairs: int = 5
    presses: int = 500


@dataclass(frozen=True, slots=True)
class Sides:
    """One platform: the same people before Convenor and before the library alone."""

    platform: str
    ours: Crowd
    bare: Crowd


class Bench:
    """A house, its people and the bare libraries beside it, ready to be measured."""

    def __init__(self, place: Town, sides: Sequence[Sides], size: Size) -> None:
        self._place, self._sides, self._size = place, sides, size
        self._labels = cycle(LABELS)
        self._store = Store(f"sqlite:///{place.data / 'convenor.db'}")

    async def measure(self) -> dict[str, float]:
        """The figures, said as they come."""
        figures: dict[str, float] = {}
        slowest, shares = [], []
        for side in self._sides:
            await self._warm(side)
            figures[f"{side.platform}_ack_p99_extra_ms"] = await self._paced(side)
        for side in self._sides:
            slow, share = await self._saturated(side)
            slowest.append(slow)
            shares.append(share)
        figures["ack_p99_saturated_s"] = round(max(slowest), 3)
        figures["completed_share_of_store"] = round(min(shares), 3)
        return figures

    async def _warm(self, side: Sides) -> None:
        """Everybody is met, and has answered once."""
        begun = time.perf_counter()
        await rushed(side.ours.presses(next(self._labels)), 20)
        await paced(side.bare.presses(LABELS[0])[: self._size.presses], PER_SECOND)
        print(f"{side.platform}: all have answered once, in {time.perf_counter() - begun:.1f} s")

    async def _paced(self, side: Sides) -> float:
        extras = []
        for pair in range(1, self._size.pairs + 1):
            presses = side.ours.presses(next(self._labels))[: self._size.presses]
            ours = await paced(presses, PER_SECOND)
            await shown(presses)
            bare = await paced(side.bare.presses(LABELS[0])[: self._size.presses], PER_SECOND)
            extras.append((p99(ours) - p99(bare)) * 1000)
            print(
                f"{side.platform}, pair {pair}, {PER_SECOND} a second: acknowledged within"
                f" {p99(ours) * 1000:.1f} ms (p99; half within {median(ours) * 1000:.1f}),"
                f" by the library alone {p99(bare) * 1000:.1f} ({median(bare) * 1000:.1f})"
            )
        return round(median(extras), 2)

    async def _saturated(self, side: Sides) -> tuple[float, float]:
        slowest, shares = [], []
        for pair in range(1, self._size.pairs + 1):
            label = next(self._labels)
            presses = side.ours.presses(label)
            begun = time.perf_counter()
            took = await rushed(presses, AT_ONCE)
            ours = len(took) / (time.perf_counter() - begun)
            self._all_kept(side.platform, label)
            bare = await asyncio.to_thread(written_per_second, len(took))
            slowest.append(p99(took))
            shares.append(ours / bare)
            print(
                f"{side.platform}, pair {pair}, {AT_ONCE} at once: acknowledged within"
                f" {p99(took):.2f} s (p99), {ours:.0f} completed a second;"
                f" the rows alone {bare:.0f} a second"
            )
        return median(slowest), median(shares)

    def _all_kept(self, platform: str, label: str) -> None:
        """Every answer that was acknowledged is in the database."""
        with self._store.read() as db:
            kept = db.one_value(
                select(func.count())
                .select_from(Rsvp)
                .join(Meeting, col(Meeting.id) == Rsvp.meeting_id)
                .where(Meeting.title == platform, Rsvp.answer == label.lower())
            )
        assert kept == self._size.people, f"{kept} of {self._size.people} answers are kept"


@asynccontextmanager
async def bench(size: Size) -> AsyncIterator[Bench]:
    """A house with a meeting on each platform, and the bare libraries before the same people."""
    names = ["Ana", *(f"Person {number}" for number in range(1, size.people))]
    with tempfile.TemporaryDirectory() as folder:
        async with town(Path(folder), names) as place:
            await place.house.start()
            await announce(place.on_slack, "slack")
            await announce(place.discord, "discord")
            await until(partial(listed, place, size.people), "all on Slack are listed", PATIENCE)
            async with bare(place) as (url, discord):
                slack_people = list(place.slack.world.actors.values())
                discord_people = list(place.discord.world.people.values())
                ours = next(p for p in place.discord.world.posts.values() if not p.reader)
                theirs = discord.world.post(ours.channel, ours.body)
                yield Bench(
                    place,
                    (
                        Sides(
                            "slack",
                            OnSlack(place.slack, slack_people, place.slack.request_url),
                            OnSlack(place.slack, slack_people, url),
                        ),
                        Sides(
                            "discord",
                            OnDiscord(place.discord, discord_people, ours),
                            OnDiscord(discord, discord_people, theirs),
                        ),
                    ),
                    size,
                )
            await place.house.stop()


async def announce(stage: Stage, title: str) -> None:
    """Ana sets a network up and announces a meeting."""
    await stage.types("Ana", "northshire", "/network set-up")
    await stage.fills("Ana", {"What is your network called?": title})
    await stage.types("Ana", "northshire", f"/meeting plan {title}, 1.12.2090 16:00")
    await stage.fills("Ana", {})
    await stage.presses("Ana", "Send now")


def listed(place: Town, people: int) -> bool:
    """Whether the house knows all of Slack's channel, and both announcements stand."""
    store = Store(f"sqlite:///{place.data / 'convenor.db'}")
    with store.read() as db:
        there = db.one_value(select(func.count()).select_from(Membership))
    store.close()
    posted = sum(not post.reader for post in place.discord.world.posts.values())
    return there >= people and posted > 0 and any(not p.whom for p in place.slack.world.posts)


@asynccontextmanager
async def bare(place: Town) -> AsyncIterator[tuple[str, Loopback]]:
    """The libraries alone, on the same Slack and on a Discord of their own."""
    world = place.discord.world
    rooms = [Room(room.name, room.channel, room.people) for room in world.rooms.values()]
    async with Loopback(tuple(world.people.values()), rooms, moment=moment_in_london) as discord:
        port = free_port()
        slack = {
            "token": place.slack.token, "secret": place.slack.signing_secret,
            "api": place.slack.api, "port": port,
        }  # fmt: skip
        there = {
            "token": discord.token, "api": discord.api_base, "gateway": discord.gateway_url
        }  # fmt: skip
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench._bare",
            json.dumps({"slack": slack, "discord_at": there}),
            cwd=ROOT, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            assert process.stdout
            assert await process.stdout.readline() == b"ready\n"
            yield f"http://127.0.0.1:{port}/slack/events", discord
        finally:
            process.kill()
            await process.wait()


async def measure(size: Size) -> dict[str, float]:
    """All figures under their names."""
    async with bench(size) as ready:
        return await ready.measure()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Size(*map(int, sys.argv[1:]))))))
