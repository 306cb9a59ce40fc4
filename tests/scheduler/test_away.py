"""Processes that sleep through their lease, and a database that goes away and comes back."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

import pytest

from bot.scheduler.line import LEASE, STEPS
from tests.plugins.cluster import Cluster, find_binaries, running_cluster
from tests.plugins.postgres import MISSING, PostgresServer
from tests.scheduler.town import town
from tests.serve.house import until

T = TypeVar("T")
Figure = Callable[[str], None]
SHORT = 3.0


class Size(Protocol):
    """The one under --full, else the other."""

    def __call__(self, at_full: T, small: T) -> T: ...


@pytest.mark.must_hold("A2", 3)
@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_who_slept_through_two_leases_writes_nothing_stale(
    database_url: str, platform: str, size: Size, figure: Figure
) -> None:
    # While it settles it holds rows that nobody else can touch: that is another story.
    steps = tuple(step for step in STEPS if step != "settling")
    async with town(database_url, platform, size(100, 40), SHORT) as it:
        it.plan(size(1000, 120))
        for step in steps:
            await it.falls_asleep(step)
        async with it.kept(1):
            await asyncio.sleep(2 * SHORT)
            await it.all_settled(within=90)
            before = it.rows()
            slept = await it.wakes()

        assert it.rows() == before
        it.none_twice_none_lost()
        figure(f"{platform}: {slept} processes slept through two leases, and changed nothing after")


@pytest.mark.must_hold("A2", 3)
@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_who_falls_asleep_over_its_rows_lets_nothing_get_lost(
    database_url: str, platform: str
) -> None:
    async with town(database_url, platform, 20, SHORT) as it:
        it.plan(60)
        await it.falls_asleep("settling")
        async with it.kept(1):
            await asyncio.sleep(2 * SHORT)
            await it.wakes()
            await it.all_settled(within=60)

        it.none_twice_none_lost()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that may be crashed, and has then lost nothing of what it said was done."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip(MISSING)
    with running_cluster(binaries, synchronous_commit="on") as cluster:
        yield cluster


@pytest.mark.must_hold("A2", 3)
@pytest.mark.part("a database that restarts")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_the_database_restarts_and_again_in_recovery(
    cluster: Cluster, platform: str, size: Size, figure: Figure
) -> None:
    server = PostgresServer(f"postgresql://postgres@/postgres?host={cluster.home}")
    url = server.url(server.make_database())
    lease = size(LEASE.total_seconds(), SHORT)
    async with town(url, platform, size(100, 20), lease) as it, it.kept():
        it.plan(size(1000, 100))
        await it.comes_to(len(it.planned) // 4)
        await asyncio.to_thread(cluster.stop, signal.SIGQUIT)
        cluster.launch()
        await asyncio.to_thread(cluster.stop, signal.SIGQUIT)
        await asyncio.to_thread(cluster.start)
        sent = len(it.there.standing())
        await until(lambda: len(it.there.standing()) > sent, "they go on", 120)
        await asyncio.to_thread(cluster.stop, signal.SIGQUIT)
        await asyncio.to_thread(cluster.start)
        begun = time.monotonic()
        await it.all_settled(within=120)
        seconds = time.monotonic() - begun

        it.none_twice_none_lost()
        assert not it.ends
        doubt = len(it.in_doubt())
        figure(f"{platform}: three restarts, all settled {seconds:.0f} s later, {doubt} in doubt")
