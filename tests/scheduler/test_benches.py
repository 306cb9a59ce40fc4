"""The benches. What they measure hangs on the machine, so their figures are held at full size only;
otherwise that each of them works, and gives its figures their names.
"""

from collections.abc import Callable

import pytest

from tests.bench._run import bench

pytestmark = [pytest.mark.must_hold("A2", 10), pytest.mark.timeout(900)]

DELIVERY = ("drained_per_s", "share_of_raw", "small_network_wait_s", "next_due_growth")
NAMES = {
    "start": {"ready_s", "ready_extra_s", "rss_mb", "rss_extra_mb"},
    "dispatch": {
        "slack_ack_p99_extra_ms",
        "discord_ack_p99_extra_ms",
        "ack_p99_saturated_s",
        "completed_share_of_store",
    },
    "delivery": {*DELIVERY, *(f"{name}_postgres" for name in DELIVERY)},
}
TINY = {"start": ("1",)}
LIMITS: dict[str, dict[str, Callable[[float], bool]]] = {
    "start": {
        "ready_extra_s": lambda seconds: seconds <= 1.5,
        "rss_extra_mb": lambda megabytes: megabytes <= 60,
    },
    "dispatch": {
        "slack_ack_p99_extra_ms": lambda extra: extra <= 25,
        "discord_ack_p99_extra_ms": lambda extra: extra <= 25,
        "ack_p99_saturated_s": lambda seconds: seconds <= 1,
        "completed_share_of_store": lambda share: share >= 0.35,
    },
    "delivery": {
        "share_of_raw": lambda share: share >= 0.7,
        "share_of_raw_postgres": lambda share: share >= 0.7,
        "small_network_wait_s": lambda seconds: seconds < 0.1,
        "small_network_wait_s_postgres": lambda seconds: seconds < 0.1,
        "next_due_growth": lambda growth: growth <= 2,
        "next_due_growth_postgres": lambda growth: growth <= 2,
    },
}


@pytest.mark.parametrize("name", ["start"])  # the others take long also where they are tiny
async def test_a_bench_works_and_names_its_figures(name: str) -> None:
    assert set(await bench(name, *TINY[name])) == NAMES[name]


@pytest.mark.at_full_size
@pytest.mark.parametrize("name", NAMES)
async def test_its_figures_hold(name: str, figure: Callable[[str], None]) -> None:
    found = await bench(name)
    figure(f"{name}: " + ", ".join(f"{key} {value}" for key, value in found.items()))
    assert set(found) == NAMES[name]
    assert [key for key, holds in LIMITS[name].items() if not holds(found[key])] == []
