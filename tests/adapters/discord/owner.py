"""A process with this bot's token: `python -m tests.adapters.discord.owner API TOKEN DATABASE`."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.times import Times
from bot.commands.table import commands
from bot.house import TheHouse
from bot.store.db import Store
from tests.plugins.room import KEYS

TIMES = Times(lease=1.0, renew=0.2, again=0.1)


def house(database: str) -> TheHouse:
    """A house on this database, by the real clock."""
    return TheHouse(Store(database), now=lambda: datetime.now(UTC), keys=KEYS, wake=lambda: None)


def app(api_base: str, token: str, house: TheHouse, pool: ThreadPoolExecutor) -> DiscordApp:
    """The bot on it."""
    return DiscordApp(
        token=token, api_base=api_base, house=house, commands=commands(), pool=pool, times=TIMES
    )


async def main(api_base: str, token: str, database: str) -> None:
    """Run until killed."""
    with ThreadPoolExecutor(4) as pool:
        await app(api_base, token, house(database), pool).start()
        print("up", flush=True)  # noqa: T201 -- for the test that started it
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
