"""A loopback Discord in a process of its own: `python -m bot.adapters.discord.loopback`.

It prints where it listens, as JSON on one line, and then obeys one word of JSON a line on its
standard input, and answers each with one line; it ends with that input. `{"do": "seen"}` tells what
appeared since the last time, `{"do": "counts"}` how many calls came and how many were too many;
`fail`, `slow`, `mute`, `unmute`, `vanish` and `listen` are as in `Loopback`.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.adapters.discord.loopback import Loopback
from bot.adapters.stage import Actor, Room

FIRST_PERSON, FIRST_ROOM = 1001, 2001


def _platform(people: int, rooms: int, shards: int, *, limits: bool) -> Loopback:
    """So many people, all of them in each of so many rooms."""
    actors = [Actor(f"P{i}", str(FIRST_PERSON + i)) for i in range(people)]
    names = tuple(actor.name for actor in actors)
    there = [Room(f"room-{i}", str(FIRST_ROOM + i), names) for i in range(rooms)]
    return Loopback(actors, there, moment=datetime.isoformat, limits=limits, shards=shards)


async def _obey(platform: Loopback, said: Mapping[str, Any]) -> object:
    match said["do"]:
        case "seen":
            return [asdict(one) for one in platform.seen()]
        case "counts":
            return {"received": len(platform.received), "limited": platform.rest.limited}
        case "fail":
            platform.fail(said["method"], said["path"], said["fault"], said.get("times", 1))
        case "slow":
            platform.slow(said["seconds"])
        case "mute":
            platform.gateway.mute()
        case "unmute":
            platform.gateway.unmute()
        case "vanish":
            await platform.vanish()
        case "listen":
            await platform.listen()
        case unknown:
            return f"there is no {unknown!r}"
    return None


async def _run(platform: Loopback, read: Callable[[], str]) -> None:
    async with platform:
        names = ("token", "api_base", "gateway_url")
        print(json.dumps({name: getattr(platform, name) for name in names}), flush=True)  # noqa: T201 -- for who started it
        while line := await asyncio.to_thread(read):
            print(json.dumps(await _obey(platform, json.loads(line))), flush=True)  # noqa: T201


def main() -> None:
    """Run until the standard input ends."""
    wanted = argparse.ArgumentParser(prog="loopback Discord")
    wanted.add_argument("--people", type=int, default=10)
    wanted.add_argument("--rooms", type=int, default=1)
    wanted.add_argument("--shards", type=int, default=1)
    wanted.add_argument("--limits", action="store_true")
    given = wanted.parse_args()
    platform = _platform(given.people, given.rooms, given.shards, limits=given.limits)
    asyncio.run(_run(platform, sys.stdin.readline))


if __name__ == "__main__":
    main()
