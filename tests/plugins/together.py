"""Tests that share something dear run in one process, wherever there are several."""

from typing import Any

import pytest

SHARED = {
    f"tests/stories/test_{name}.py": "stories"
    for name in (
        "before",
        "colleague",
        "coordinator_ill",
        "kits",
        "newcomer",
        "offers",
        "stories",
        "term",
    )
}
"""Files by what they share. xdist's own mark for it does nothing under pytest 9.2."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:  # noqa: ANN401 -- xdist's
    """Shares tests out one by one, but for those files."""
    from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]  # noqa: PLC0415 -- not every run has xdist

    class Together(LoadGroupScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return SHARED.get(nodeid.partition("::")[0], nodeid)

    return Together(config, log)
