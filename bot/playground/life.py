"""One life of the trial: its house, its people and what each of them sees, in a folder that is
thrown away with it.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.memory.northshire import ZONE, Example, northshire
from bot.adapters.stage import NoSuchThing
from bot.adapters.story import Story
from bot.core import networks
from bot.playground.record import Record, example_of
from bot.playground.sights import Sights
from bot.playground.telling import Telling
from bot.store.db import Store
from bot.trial import Trial


def today() -> date:
    """The day that it is in the example network."""
    return datetime.now(ZoneInfo(ZONE)).date()


class Overtaken(Exception):
    """Another life has been asked for meanwhile."""


class Life:
    """Begun by `begun`; closed, nothing of it is left."""

    example: Example
    store: Store
    trial: Trial
    sights: Sights
    record: Record

    def __init__(self, address: str = "") -> None:
        self._address = address
        self.telling = Telling()
        self.wrong = ""
        """Why a story did not go on."""
        self._open = AsyncExitStack()

    async def close(self) -> None:
        """Throw it away."""
        await self._open.aclose()

    async def begin(self, story: Story | None, is_wanted: Callable[[], bool], day: date) -> None:
        """Live all that has happened before that day. Where a story does not go on, it ends there.
        Raises Overtaken as soon as it is wanted no more.
        """
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="convenor-")))
        self.store = Store(f"sqlite:///{folder / 'trial.db'}")
        self._open.callback(self.store.close)
        await asyncio.to_thread(self.store.migrate)
        self.example = example_of(story) if story else northshire(day)
        if self.example.code:
            with self.store.write() as db:
                networks.keep_code(db, self.example.code, self.example.begun)
        self.trial = Trial(self.store, self.example, self._address)
        if story is None:
            await self.trial.live(self.example.life)
        else:
            await self._play(story, is_wanted)
        self.sights = Sights(self.trial)
        self.record = Record(self.example)

    async def _play(self, story: Story, is_wanted: Callable[[], bool]) -> None:
        for number, (line, step) in enumerate(story.steps):
            if not is_wanted():
                raise Overtaken
            try:
                await self.trial.lives(step)
            except NoSuchThing as nothing:
                self.example = example_of(story, number)
                self.wrong = f"{line}: {nothing}"
                return
