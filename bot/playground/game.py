"""One trial that several browsers share: what each person sees, does, and was told last."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.memory.chat import Shown, World
from bot.adapters.memory.hands import handle
from bot.adapters.memory.northshire import ZONE, northshire
from bot.adapters.stage import Actor
from bot.chat import Person
from bot.commands.calls import Errors, File
from bot.commands.router import ALIASES, NOUNS
from bot.store import deliveries
from bot.store.db import Store
from bot.trial import Trial
from bot.ui import Form, clean, message_text
from bot.ui.form import Choices
from bot.views.delivered import show
from bot.views.words import Words

INBOX = "inbox"
MOST = 12
"""How much of what will be sent is listed."""
FURTHEST = timedelta(days=366)


class Gone(Exception):
    """What was pressed is not there any more, or not for this person."""


@dataclass(slots=True)
class Told:
    """What a person has to be told, and what they typed into what was not taken."""

    words: str = ""
    typed: str = ""
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coming:
    """A message that will be sent."""

    at: datetime
    to: str
    what: str


class Game:
    """The example network, acted in by whoever sits at the browser; one act at a time."""

    def __init__(self, t: Words) -> None:
        self.t = t
        self._turn = asyncio.Lock()
        self._open = AsyncExitStack()
        self._told: dict[str, Told] = {}
        self._read: dict[tuple[str, str], int] = {}
        self._running: asyncio.Task[None] | None = None
        self.step = 0

    async def begin(self) -> None:
        """Begin the example network, or begin it afresh: nothing is kept."""
        await self.stops()
        self.step = 0
        async with self._turn:
            await self._open.aclose()
            self._open = AsyncExitStack()
            folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="convenor-")))
            self._store = Store(f"sqlite:///{folder / 'trial.db'}")
            self._open.callback(self._store.close)
            await asyncio.to_thread(self._store.migrate)
            self.example = northshire(datetime.now(ZoneInfo(ZONE)).date())
            self._trial = Trial(self._store, self.example)
            await self._trial.live(self.example.life)
            # On the platforms too, what only one person saw is gone when they come back.
            self._forgotten = len(self.world.shown)
            self._told.clear()
            self._read.clear()
            for actor in self.world.actors:
                for room in self.rooms_of(actor):
                    self.read(actor, room)

    async def close(self) -> None:
        """Throw everything away."""
        await self.stops()
        await self._open.aclose()

    @property
    def world(self) -> World:
        """The chat that the trial takes place in."""
        return self._trial.hands.world

    def now(self) -> datetime:
        """What the clock shows."""
        return self._trial.now()

    # What somebody sees

    def actor(self, key: str) -> Actor | None:
        """The person of this key: the first name in small letters."""
        return next((actor for actor in self.world.actors if handle(actor) == key), None)

    def rooms_of(self, actor: Actor) -> list[str]:
        """Where the person can go: their channels, and what was written to them privately."""
        return [*(r.name for r in self.world.rooms if actor.name in r.people), INBOX]

    def items(self, actor: Actor, room: str) -> list[Shown]:
        """What stands in this room, or in the inbox, before this person; the newest last."""
        seen = [shown for shown in self.world.shown if self._sees(actor, shown)]
        if room == INBOX:
            return [shown for shown in seen if not shown.where]
        return [s for s in seen if s.where.removeprefix("#").partition(" > ")[0] == room]

    def _sees(self, actor: Actor, shown: Shown) -> bool:
        gone = shown.private and int(shown.ref) <= self._forgotten
        return not gone and self._trial.hands.sees(actor.name, shown)

    def shown(self, ref: str) -> Shown | None:
        """The message of this number."""
        return next((shown for shown in self.world.shown if shown.ref == ref), None)

    def unread(self, actor: Actor, room: str) -> int:
        """How many have come since the person last looked there."""
        return len(self.items(actor, room)) - self._read.get((actor.name, room), 0)

    def state(self) -> tuple[int, ...]:
        """Something that differs whenever anything on a page may."""
        messages = tuple(id(shown.message) for shown in self.world.shown)
        return (hash(messages), int(self.now().timestamp()) // 60, id(self._store))

    def read(self, actor: Actor, room: str) -> None:
        """The person looks there."""
        self._read[actor.name, room] = len(self.items(actor, room))

    def form(self, actor: Actor) -> Form | None:
        """The form that the person has open."""
        opened = self.world.forms.get(actor.name)
        return opened[0] if opened else None

    def files(self, actor: Actor) -> list[tuple[int, File]]:
        """The files that the person was given, by their numbers."""
        return [(n, file) for n, (who, file) in enumerate(self.world.files) if who == actor.name]

    def told(self, actor: Actor) -> Told:
        """What the person was told last, until they do something else."""
        return self._told.setdefault(actor.name, Told())

    def acts(self, actor: Actor) -> None:
        """The person does something: what they were told before is over, what they typed into a
        form is not.
        """
        told = self.told(actor)
        told.words = told.typed = ""
        if self.form(actor) is None:
            self._told[actor.name] = Told()

    def values(self, actor: Actor) -> Mapping[str, Sequence[str]]:
        """What stands in the person's open form: what they sent, else what it opened with."""
        form = self.form(actor)
        return self.told(actor).values or (_filled(form) if form else {})

    def tells(self, actor: Actor, words: str) -> None:
        """Have the person told something on the page that they see next."""
        self.told(actor).words = words

    async def coming(self) -> list[Coming]:
        """What will be sent, the next first."""
        async with self._turn:
            return await asyncio.to_thread(self._coming)

    def _coming(self) -> list[Coming]:
        found = []
        with self._store.read() as db:
            for row in deliveries.upcoming(db, MOST):
                message = show(db, row, self.now())
                if message is not None:
                    first = message_text(message, controls=False).splitlines()[0]
                    to = self._name(deliveries.target(db, row))
                    found.append(Coming(row.due, to, first.removeprefix("# ")))
        return found

    def _name(self, to: object) -> str:
        if isinstance(to, Person):
            return next((a.name for a in self.world.actors if a.user == to.user), "")
        return next(
            (f"#{r.name}" for r in self.world.rooms if r.channel == getattr(to, "channel", "")), ""
        )

    # What somebody does

    async def types(self, actor: Actor, room: str, typed: str) -> None:
        """The person types a line; what is no command is given back with a word of help."""
        text = clean(typed)
        command, _, rest = text.partition(" ")
        name = command.removeprefix("/").lower()
        if not text.startswith("/") or name not in (*NOUNS, *ALIASES):
            told = self.told(actor)
            told.words, told.typed = self._no_command(name), typed
            return
        where = room if room != INBOX else self.rooms_of(actor)[0]
        async with self._turn:
            await self._trial.hands.types(actor.name, where, f"/{name} {rest}".strip())
            await self._trial.settle()

    def _no_command(self, name: str) -> str:
        if name in (*NOUNS, *ALIASES):
            return self.t("A command begins with a slash: /{command}", command=name)
        names = self.t.names(f"/{noun}" for noun in NOUNS)
        return self.t("There is no {command}. There are {names}.", command=f"/{name}", names=names)

    async def presses(self, actor: Actor, ref: str, action: str) -> None:
        """The person presses a button. Raises Gone where it is not there any more."""
        async with self._turn:
            shown = self.shown(ref)
            if shown is None or not self._sees(actor, shown):
                raise Gone
            if action not in (button.action for button in shown.message.buttons()):
                raise Gone
            await self._trial.hands.press(actor.name, shown, action)
            await self._trial.settle()

    async def sends(self, actor: Actor, values: Mapping[str, Sequence[str]]) -> None:
        """The person sends the open form; where it has mistakes it stays, with what was typed."""
        async with self._turn:
            form = self.form(actor)
            if form is None:
                raise Gone
            keys = [one.key for one in form.fields]
            given = {key: tuple(v for v in values.get(key, ()) if v) for key in keys}
            given = {key: several for key, several in given.items() if several}
            await self._trial.hands.send(actor.name, given)
            answer = self._trial.hands.answer
            if isinstance(answer, Errors):
                self._told[actor.name] = Told(values=values, problems=answer.problems)
            else:
                self._told[actor.name] = Told()
                await self._trial.settle()

    def leaves(self, actor: Actor) -> None:
        """The person closes the form without sending it."""
        self.world.forms.pop(actor.name, None)
        self._told[actor.name] = Told(self.t("You left the form; nothing was sent."))

    async def passes(self, by: timedelta) -> None:
        """Let so much time pass; the clock only goes forward, at most a year at once."""
        await self._move(self.now() + min(max(by, timedelta()), FURTHEST))

    async def to_next(self) -> None:
        """Let time pass until something is sent."""
        if coming := await self.coming():
            await self.to(coming[0].at)

    async def to(self, at: datetime) -> None:
        """Let time pass until then."""
        await self.passes(at - self.now())

    async def runs(self) -> None:
        """Let the clock run as other clocks do, until it is stopped."""
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())

    async def stops(self) -> None:
        """Let the clock stand still."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})
            self._running = None

    @property
    def is_running(self) -> bool:
        """Whether the clock runs by itself."""
        return self._running is not None

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        before = loop.time()
        while True:
            await asyncio.sleep(1)
            passed, before = loop.time() - before, loop.time()
            await self._move(self.now() + timedelta(seconds=passed))

    # Trouble, to see what becomes of it

    async def restarts(self, actor: Actor) -> None:
        """End the house and begin it again."""
        async with self._turn:
            self._trial.restart()
            await self._trial.settle()
        self.tells(actor, self.t("Convenor has restarted. Everything goes on where it was."))

    async def drops_the_next(self, actor: Actor) -> None:
        """The next post arrives, but the house is not told so."""
        self.world.dropped += 1
        self.tells(
            actor,
            self.t("Of the next post Convenor will not hear that it arrived, and has to find out."),
        )

    async def closes_inbox(self, actor: Actor) -> None:
        """The person takes no private messages any more, or does again."""
        if actor.name in self.world.closed:
            self.world.closed.remove(actor.name)
            self.tells(actor, self.t("Your private messages are open again."))
        else:
            self.world.closed.add(actor.name)
            self.tells(
                actor, self.t("Your private messages are closed now: Convenor cannot write to you.")
            )

    # The tour

    def goes_on(self, to: int) -> None:
        """Go to a step of the tour, or beyond its end."""
        self.step = max(0, to)

    async def _move(self, to: datetime) -> None:
        async with self._turn:
            await self._trial.settle()
            await self._trial.move(to)
            await self._trial.settle()


def _filled(form: Form) -> dict[str, Sequence[str]]:
    """What stands in a form that has just opened."""
    found: dict[str, Sequence[str]] = {}
    for one in form.fields:
        if isinstance(one, Choices):
            found[one.key] = one.values
        elif value := getattr(one, "value", ""):
            found[one.key] = (value,)
    return found
