"""`work`: a process that only delivers, on Slack by its token and on Discord without a gateway."""

import asyncio
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.chat import Place
from bot.core.networks import HELLO
from bot.store import deliveries
from bot.store.db import Store
from bot.store.tables import Network
from tests.serve.house import ROOT, Town, settings, town, until

BEGUN = datetime(2026, 11, 1, tzinfo=UTC)


def two_are_due(url: str, place: Town) -> None:
    """An introduction is due in a channel of each platform."""
    store = Store(url)
    guild, channel = "1", next(iter(place.discord.world.rooms))
    with store.write() as db:
        network = Network(
            name="Northshire STEM teachers", language="en", zone="Europe/London", begun_at=BEGUN
        )
        db.add(network)
        db.flush()
        assert network.id
        for to in (Place("slack", "T0NETWORK", "C0001"), Place("discord", guild, channel)):
            deliveries.enqueue(
                db, network.id, to, HELLO, str(network.id), due=BEGUN, key=f"hello {to.platform}"
            )
    store.close()


async def test_it_delivers_on_both_platforms_and_listens_to_nobody(
    tmp_path: Path, postgres_url: str
) -> None:
    async with town(tmp_path, ["Ana", "Ben"]) as place:
        two_are_due(postgres_url, place)
        environ = settings(
            place.house.port, place.data, DATABASE_URL=postgres_url,
            SLACK_BOT_TOKEN=place.slack.token, SLACK_API_BASE_URL=place.slack.api,
            DISCORD_TOKEN=place.discord.token, DISCORD_API_BASE=place.discord.api_base,
        )  # fmt: skip
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "work", cwd=ROOT, env=environ,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            await until(
                lambda: len(place.appeared("post", "Hello from Convenor")) == 2, "both are posted"
            )
            assert await place.house.status("/healthz") == 0
            assert place.discord.gateway.connections == 0
        finally:
            process.send_signal(signal.SIGTERM)
        said, complaints = await process.communicate()
        assert (process.returncode, complaints.count(b"level=error")) == (0, 0)
        assert said.decode() == "Convenor delivers, on slack and discord.\n"
        late = [one.text.splitlines()[1] for one in place.appeared("post", "Hello")]
        assert all(line.startswith("This comes late: it was meant for Sunday") for line in late)
