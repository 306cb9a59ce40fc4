"""The trial: a whole house in a folder that is thrown away, with people, and a clock to move."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot import log as house_log
from bot.adapters.memory import MemoryChat, World
from bot.adapters.memory.hands import Hands
from bot.adapters.memory.northshire import ZONE, Example, northshire
from bot.adapters.memory.screen import Screen, in_colour, plainly
from bot.adapters.memory.terminal import Terminal
from bot.adapters.stage import Seen
from bot.adapters.story import (
    Closes,
    Fills,
    Leaves,
    Loses,
    OnPage,
    Opens,
    Passes,
    Presses,
    Restarts,
    Says,
    Step,
    Types,
)
from bot.adapters.web import Visitors
from bot.app import outbox
from bot.chat import Pace
from bot.core import reminders
from bot.house import TheHouse
from bot.scheduler.clock import HandClock
from bot.scheduler.jobs import jobs
from bot.scheduler.roll import RollCall
from bot.store import meetings
from bot.store.db import Store
from bot.views.words import words

KEYS = (b"a trial has nothing to hide",)
A_YEAR = timedelta(days=366)
ADDRESS, VISITOR = "https://trial.example", "page"
"""Where the pages of a trial without a browser are said to be, and who opens them."""
AT_ONCE = Pace(post_gap=0, edit_gap=0, per_second=float("inf"))
"""The clock stands still while people act, so nothing may wait for a second to pass."""


class Trial:
    """The house, its people and its clock; `public` is where its pages are found, if anywhere."""

    def __init__(self, store: Store, example: Example, public: str = "") -> None:
        self._clock = HandClock(example.begun.astimezone(UTC))
        self._clock.jobs = jobs(store)
        t = words("en")
        self._store, self._public = store, public
        self._world = World(example.people, example.rooms, lambda at: t.moment(at, example.zone))
        self._world.clock = self._clock.now
        self._visitors = Visitors(self._clock.now)
        self.restart()

    def restart(self) -> None:
        """End the house and begin another on the same database: people and clock stay as they are,
        and nothing else is remembered.
        """
        now, chat = self._clock.now, MemoryChat(self._world)
        chat.pace = AT_ONCE
        self.house = TheHouse(
            self._store, now=now, keys=KEYS, wake=lambda: None, public=self._public
        )
        self.hands, self._visitors.house = Hands(self._world, self.house), self.house
        self._outbox = outbox(self._store, {"memory": chat}, now, Random(1))  # noqa: S311 -- jitter
        self._roll = RollCall(self._store, {"memory": chat}, now, KEYS)

    def now(self) -> datetime:
        """What the clock shows."""
        return self._clock.now()

    async def settle(self) -> datetime | None:
        """Let everything that is due leave; returns the next instant at which something is."""
        await self._roll.run()
        return await self._outbox.drain()

    async def visit(self, words: str) -> str:
        """Open the address in these words, else press the button of this label on the page that is
        open; returns what stands there then. Raises NoSuchThing.
        """
        self._visitors.note([Seen("private", "", VISITOR, words)])
        is_link = self._visitors.is_link(words)
        step = Opens(VISITOR, VISITOR) if is_link else OnPage(VISITOR, Presses(VISITOR, words))
        return await self._visits(step)

    async def _visits(self, step: Opens | OnPage) -> str:
        seen = await self._visitors.acts(step)
        await self.settle()
        return "\n".join(one.text for one in seen)

    def asks(self) -> Mapping[str, Sequence[str]]:
        """The fields of the form on the page that is open, each with its options."""
        return self._visitors.asks(VISITOR)

    async def fills(self, values: Mapping[str, str]) -> str:
        """Send that form with these values by the labels; returns what stands there then."""
        return await self._visits(OnPage(VISITOR, Fills(VISITOR, dict(values))))

    async def next_at(self) -> datetime | None:
        """The next instant at which something is sent or a meeting begins, within a year."""
        soonest = await self.settle()
        return await asyncio.to_thread(self._next_planned, soonest)

    def _next_planned(self, soonest: datetime | None) -> datetime | None:
        now, until = self.now(), soonest or self.now() + A_YEAR
        with self._store.read() as db:
            due = [item.plan.due for _, item in reminders.upcoming(db, now, now + A_YEAR)]
            begins = [meeting.starts_at for meeting in meetings.starting(db, now, until)]
        return min((at for at in (soonest, *due, *begins) if at and at > now), default=None)

    async def move(self, to: datetime) -> None:
        """Let time pass until then."""
        await self._clock.advance(self._outbox, to)

    async def live(self, life: Sequence[Step]) -> None:
        """Let everything happen that has happened before."""
        for step in life:
            await self.lives(step)

    async def lives(self, step: Step) -> None:
        """Let one thing happen. Raises NoSuchThing where what is pressed or filled in is not
        there.
        """
        match step:
            case Types(who, room, text):
                await self.hands.types(who, room, text)
            case Presses(who, label, nth):
                await self.hands.presses(who, label, nth)
            case Fills(who, values):
                await self.hands.fills(who, values)
            case Opens() | OnPage():
                self._visitors.note(self._world.log)
                await self._visitors.acts(step)
            case Passes(by):
                await self.move(self.now() + by)
            case Restarts():
                self.restart()
            case Says() | Leaves() | Loses() | Closes():
                self._world.happens(step)
        await self.settle()


def try_it() -> int:
    """Let a person try everything in this terminal, or by a pipe; returns the exit code."""
    house_log.set_up("WARNING")
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a pipe may hold anything
    try:
        with tempfile.TemporaryDirectory(prefix="convenor-") as folder:
            _try_in(Path(folder))
    except KeyboardInterrupt:
        print()  # noqa: T201 -- the prompt stands on this line
    except BrokenPipeError:
        # Whoever read has gone, and Python would try once more to print when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _try_in(folder: Path) -> None:
    example = northshire(datetime.now(ZoneInfo(ZONE)).date())
    store = Store(f"sqlite:///{folder / 'trial.db'}")
    store.migrate()
    trial, t = Trial(store, example, ADDRESS), words("en")
    by_hand = sys.stdin.isatty() and sys.stdout.isatty()
    show = (
        in_colour(sys.stdout) if by_hand and not os.environ.get("NO_COLOR") else plainly(sys.stdout)
    )
    screen = Screen(show, trial.hands.world.moment)
    if by_hand:
        import readline  # noqa: F401, PLC0415 -- input() then lets lines be edited and recalled
    try:
        # A loop of its own for every act: between them this thread waits for the keyboard, as any
        # program does, and Ctrl-C means what it means everywhere.
        with asyncio.Runner() as runner:
            runner.run(trial.live(example.life))
            Terminal(
                example,
                trial.hands,
                trial,
                screen,
                t,
                ask=lambda prompt: input(prompt if by_hand else ""),
                run=runner.run,
                folder=folder,
                pages=trial,
            ).talk()
    finally:
        store.close()
