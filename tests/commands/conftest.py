"""The beginning of tests/commands/beginning.py, made once for each platform."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store.db import Store
from tests.commands.beginning import begin
from tests.commands.both import Platform

Begun = Callable[[type[Platform], Path], str]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """begun(platform, file) copies the database of that platform there, and returns its URL."""
    folder = tmp_path_factory.mktemp("begun")

    def copied(platform: type[Platform], to: Path) -> str:
        made = folder / f"{platform.name}.db"
        if not made.exists():
            store = Store(f"sqlite:///{made}")
            begin(store, platform)
            store.close()
        return f"sqlite:///{shutil.copy(made, to)}"

    return copied
