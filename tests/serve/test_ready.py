"""`/readyz` turns red when something fails, and green again; `/metrics` counts."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from tests.serve.house import Town, town

WITHIN = 60


async def fetched(place: Town, path: str) -> aiohttp.ClientResponse:
    async with aiohttp.ClientSession() as session:
        answer = await session.get(f"http://127.0.0.1:{place.house.port}{path}")
        await answer.read()
        return answer


async def seconds_until(place: Town, parts: dict[str, bool]) -> dict[str, float]:
    """After how many seconds `/readyz` says so of each part."""
    begun, found = time.monotonic(), dict[str, float]()
    while set(found) < set(parts):
        told = await (await fetched(place, "/readyz")).json()
        since = time.monotonic() - begun
        found |= {part: since for part in parts.keys() - found if told[part] == parts[part]}
        assert since < WITHIN, f"{told} after {since:.0f} s"
        await asyncio.sleep(0.2)
    return found


@pytest.mark.must_hold("A2", 3)
@pytest.mark.at_full_size
@pytest.mark.timeout(400)
async def test_it_turns_red_within_a_minute_and_green_again(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    async with town(tmp_path, ["Ana"]) as place:
        await place.house.start()
        assert (await fetched(place, "/readyz")).status == 200

        hog = sqlite3.connect(place.data / "convenor.db", isolation_level=None)
        hog.execute("BEGIN IMMEDIATE")
        await place.discord.vanish()
        await place.slack.go_away()
        red = await seconds_until(place, {"database": False, "discord": False, "slack": False})
        assert (await fetched(place, "/readyz")).status == 503
        hog.execute("ROLLBACK")
        hog.close()
        await place.discord.listen()
        await place.slack.come_back()
        green = await seconds_until(place, {"database": True, "discord": True, "slack": True})

        assert (await fetched(place, "/readyz")).status == 200
        told = {name: f"{red[name]:.0f} s / {green[name]:.0f} s" for name in sorted(red)}
        figure(f"red / green again: {told}")


async def test_the_numbers_are_those_of_the_platforms(tmp_path: Path) -> None:
    async with town(tmp_path, ["Ana"]) as place:
        await place.house.start()
        told = await (await fetched(place, "/metrics")).text()

    for platform in ("slack", "discord"):
        assert f'convenor_due{{platform="{platform}"}} 0.0' in told
        assert f'convenor_unconfirmed{{platform="{platform}"}} 0.0' in told
        assert f'convenor_messages_failed_total{{platform="{platform}"}} 0.0' in told
