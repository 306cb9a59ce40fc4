"""What every test may ask for; each plugin is one file and says so itself."""

import pytest
import structlog
from hypothesis import settings
from structlog.dev import ConsoleRenderer, plain_traceback

pytest_plugins = [
    "tests.plugins.network",
    "tests.plugins.patience",
    "tests.plugins.postgres",
    "tests.plugins.databases",
    "tests.plugins.must_hold",
    "tests.plugins.room",
    "tests.plugins.together",
]

UNMEASURED = ("adapters", "gallery", "playground", "stories")
"""Folders of tests that look at the outside: what is measured has tests of its own, and measuring
makes everything slower by half.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Coverage is not measured in them."""
    for item in items:
        if item.path.relative_to(item.config.rootpath / "tests").parts[0] in UNMEASURED:
            item.add_marker("no_cover")


# A busy machine is no fault of the code; what has to be fast is measured by tests of its own.
settings.register_profile("convenor", deadline=None)
settings.load_profile("convenor")

# A traceback with all its variables takes seconds to draw, for each of the faults that tests cause.
quick = ConsoleRenderer(colors=False, exception_formatter=plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], quick])
