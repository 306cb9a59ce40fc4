"""The bench of requests works, and at full size its figures hold."""

from collections.abc import Callable

import pytest

from tests.bench._run import bench

pytestmark = [pytest.mark.must_hold("D1", 2), pytest.mark.timeout(300)]
NAMES = {"queue_s", "reserved", "waiting_in_order", "recall_at_3", "precision_at_3"}


async def test_it_works_and_names_its_figures() -> None:
    assert set(await bench("requests", "40", "30", "4")) == NAMES


@pytest.mark.at_full_size
async def test_its_figures_hold(figure: Callable[[str], None]) -> None:
    found = await bench("requests")

    figure(", ".join(f"{key} {value}" for key, value in found.items()))
    assert found["queue_s"] <= 0.3
    assert found["recall_at_3"] >= 0.9
    assert found["precision_at_3"] >= 0.5
    assert (found["reserved"], found["waiting_in_order"]) == (20, 180)
