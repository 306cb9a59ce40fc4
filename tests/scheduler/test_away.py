"""Processes that sleep through their lease, and a database that goes away and comes back."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from bot.scheduler.line import LEASE, STEPS
from tests.plugins.cluster import Cluster, find_binaries, running_cluster
from tests.plugins.databases import migrate
from tests.plugins.postgres import MISSING, PostgresServer
from tests.scheduler.town import on_both, town
from tests.serve.house import until

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
SHORT = 2.0


@pytest.mark.must_hold("A2", 3)
@pytest.mark.timeout(600)
async def test_who_slept_through_two_leases_writes_nothing_stale(
    database_url: str, second_url: str, full: bool, figure: Figure
) -> None:
    steps = STEPS if full else ("leaving", "settling")

    async def story(platform: str, url: str) -> None:
        async with town(url, platform, 20, SHORT) as it:
            for step in steps:
                it.plan(40)
                await it.falls_asleep(step)
                async with it.kept(1):
                    await asyncio.sleep(2 * SHORT)
                    # On SQLite whoever sleeps in a transaction holds up all others until it wakes.
                    if url.startswith("postgres"):
                        await it.all_settled(within=60)
                    before = it.ended()
                    await it.wakes()
                    await it.all_settled(within=60)
                assert it.rows() | before == it.rows()

            it.none_twice_none_lost()
            figure(
                f"{platform}: asleep for two leases at each of {len(steps)} steps, nothing stale"
                f" written, {len(it.in_doubt())} of {len(it.planned)} in doubt"
            )

    await on_both(story, (database_url, second_url), full=full)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that may be crashed, and has then lost nothing of what it said was done."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip(MISSING)
    with running_cluster(binaries, synchronous_commit="on") as cluster:
        yield cluster


def crash(cluster: Cluster) -> None:
    """Let the server die, whatever it is doing."""
    cluster.stop(signal.SIGQUIT)


@pytest.mark.must_hold("A2", 3)
@pytest.mark.part("a database that restarts")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_the_database_restarts_and_again_in_recovery(
    cluster: Cluster, platform: str, full: bool, size: Size, figure: Figure
) -> None:
    server = PostgresServer(f"postgresql://postgres@/postgres?host={cluster.home}")
    url = server.url(server.make_database())
    migrate(url)
    lease = LEASE.total_seconds() if full else SHORT
    async with town(url, platform, size(100, 20), lease) as it, it.kept():
        it.plan(size(1000, 100))
        await it.comes_to(len(it.planned) // 4)
        await asyncio.to_thread(crash, cluster)
        cluster.launch()
        await asyncio.to_thread(crash, cluster)
        await asyncio.to_thread(cluster.start)
        sent = len(it.there.standing())
        await until(lambda: len(it.there.standing()) > sent, "they go on", 120)
        await asyncio.to_thread(crash, cluster)
        await asyncio.to_thread(cluster.start)
        it.store.close()
        begun = time.monotonic()
        await it.all_settled(within=120)
        seconds = time.monotonic() - begun

        it.none_twice_none_lost()
        assert not it.ends
        doubt = len(it.in_doubt())
        figure(f"{platform}: three restarts, all settled {seconds:.0f} s later, {doubt} in doubt")
