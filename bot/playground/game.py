"""One trial that several browsers share: what people do in it, the clock, and the trouble."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.memory.northshire import ZONE, northshire
from bot.adapters.memory.typed import command_of, is_a_word_of_ours, no_such_command
from bot.adapters.stage import Actor, NoSuchThing
from bot.adapters.story import Closes, Loses, Passes, Restarts, Says, Step, Story, Types
from bot.commands.calls import Errors
from bot.commands.router import ALIASES, NOUNS
from bot.core import networks
from bot.playground.coming import FURTHEST, Coming, coming
from bot.playground.record import Record, example_of, filled, press
from bot.playground.sights import HOME, INBOX, Sights
from bot.playground.telling import Telling, Told
from bot.store.db import Store
from bot.trial import Trial
from bot.ui import Form, Message, clean
from bot.views.words import Words

TOKEN = re.compile(r"xox[abeoprs]-|xapp-|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")
"""How the keys of real accounts look, of Slack's and of Discord's."""
TALK = 2000
"""Characters that somebody may say at once; Discord's limit."""


class Gone(Exception):
    """What was pressed is not there any more, or not for this person."""


class Game:
    """The example network, acted in by whoever sits at the browser; one act at a time."""

    def __init__(self, t: Words) -> None:
        self.t = t
        self.step = 0
        self._turn = asyncio.Lock()
        self._open = AsyncExitStack()
        self.telling = Telling()
        self._running: asyncio.Task[None] | None = None

    async def begin(self, story: Story | None = None) -> None:
        """Begin the example network, or a story, afresh: nothing else is kept. Raises NoSuchThing
        where the story does not go on; all before that has happened.
        """
        await self.stops()
        async with self._turn:
            await self._open.aclose()
            self._open = AsyncExitStack()
            folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="convenor-")))
            self._store = Store(f"sqlite:///{folder / 'trial.db'}")
            self._open.callback(self._store.close)
            await asyncio.to_thread(self._store.migrate)
            today = datetime.now(ZoneInfo(ZONE)).date()
            self.example = example_of(story) if story else northshire(today)
            if self.example.code:
                with self._store.write() as db:
                    networks.keep_code(db, self.example.code, self.example.begun)
            self.step = 0
            self.telling = Telling()
            self._trial = Trial(self._store, self.example)
            try:
                await self._live(story)
            finally:
                self.sights = Sights(self._trial)
                self.record = Record(self.example)

    async def _live(self, story: Story | None) -> None:
        if story is None:
            await self._trial.live(self.example.life)
            return
        for number, (line, step) in enumerate(story.steps):
            try:
                await self._trial.lives(step)
            except NoSuchThing as nothing:
                self.example = example_of(story, number)
                raise NoSuchThing(f"{line}: {nothing}") from nothing

    async def close(self) -> None:
        """Throw everything away."""
        await self.stops()
        await self._open.aclose()

    def now(self) -> datetime:
        """What the clock shows."""
        return self._trial.now()

    # What somebody sees

    def tells(self, actor: Actor, words: str) -> None:
        """Have the person told something on the page that they see next."""
        self.telling.last(actor).words = words

    def state(self) -> tuple[int, ...]:
        """Something that differs whenever anything on a page may."""
        messages = tuple(id(shown.message) for shown in self.sights.world.shown)
        return (hash(messages), int(self.now().timestamp()) // 60, id(self._store))

    def form(self, actor: Actor) -> Form | None:
        """The form that the person has open."""
        opened = self.sights.world.forms.get(actor.name)
        return opened[0] if opened else None

    async def home(self, actor: Actor) -> Message:
        """The person's home: what comes next for them, and a button for everything."""
        async with self._turn:
            return await self._trial.hands.home(actor.name)

    async def coming(self) -> list[Coming]:
        """What comes, the next first."""
        async with self._turn:
            return await asyncio.to_thread(coming, self._store, self.sights.world, self.now())

    async def suggest(self, actor: Actor, room: str, typed: str) -> list[str]:
        """How a half typed command can go on, as whole lines."""
        command, blank, rest = typed.partition(" ")
        if not blank:
            return [f"/{noun}" for noun in NOUNS if f"/{noun}".startswith(command or "/")]
        name, where = command_of(command), "" if room in (HOME, INBOX) else room
        if name not in NOUNS and name not in ALIASES:
            return []
        async with self._turn:
            found = await self._trial.hands.suggest(actor.name, where, name, rest)
        return [f"/{name} {one}" for one in found]

    # What somebody does

    async def writes(self, actor: Actor, room: str, typed: str) -> None:
        """The person writes a line: a command, or words to the others. What cannot be taken is
        given back with a word of help.
        """
        text, where = clean(typed).strip(), "" if room in (HOME, INBOX) else room
        if TOKEN.search(text):
            self.tells(actor, self._no_tokens())
        elif text.startswith("/"):
            await self._types(actor, where, text, typed)
        elif is_a_word_of_ours(text):
            word = self.t("A command begins with a slash: /{command}", command=text.split()[0])
            self._gives_back(actor, word, typed)
        elif not where:
            word = self.t("Convenor reads commands and buttons. It never reads what people say.")
            self._gives_back(actor, word, typed)
        elif text:
            await self._says(actor, where, text)

    async def _types(self, actor: Actor, where: str, text: str, typed: str) -> None:
        command, _, rest = text.partition(" ")
        name = command_of(command)
        if name not in NOUNS and name not in ALIASES:
            self._gives_back(actor, no_such_command(self.t, command), typed)
            return
        await self._does(Types(actor.name, where, f"/{name} {rest}".strip()))

    async def _says(self, actor: Actor, where: str, text: str) -> None:
        if len(text) > TALK:
            most = self.t(
                "That is {n} characters; there is room for {most}.", n=len(text), most=TALK
            )
            self._gives_back(actor, most, text)
            return
        await self._does(Says(actor.name, where, text))
        mentioned, _, rest = text.partition(" ")
        if mentioned.casefold() == "@convenor":
            await self._does(Types(actor.name, where, f"/network {rest}".strip()))

    def _gives_back(self, actor: Actor, words: str, typed: str) -> None:
        self.telling.tell(actor, Told(words, typed))

    def _no_tokens(self) -> str:
        return self.t(
            "That looks like the key of a real account. The trial takes none, and has not kept it."
        )

    async def presses(self, actor: Actor, ref: str, action: str) -> None:
        """The person presses a button of a message, or of their home. Raises Gone where it is not
        there any more.
        """
        hands = self._trial.hands
        if ref == HOME:
            message = await self.home(actor)
            label = next((b.label for b in message.buttons() if b.action == action), None)
            if label is None:
                raise Gone
            # On a platform there is no such place; there one asks for it, and presses then.
            await self._does(Types(actor.name, "", "/network"))
            await self._presses_newest(actor, label, action)
            return
        shown = self.sights.message(ref)
        if shown is None or not self.sights.sees(actor, shown):
            raise Gone
        if action not in (button.action for button in shown.message.buttons()):
            raise Gone
        await self._does(press(hands, actor.name, shown, action))

    async def _presses_newest(self, actor: Actor, label: str, action: str) -> None:
        hands = self._trial.hands
        shown = next(
            s for s, b in hands.buttons(actor.name) if (b.label, b.action) == (label, action)
        )
        await self._does(press(hands, actor.name, shown, action))

    async def sends(self, actor: Actor, values: Mapping[str, Sequence[str]]) -> None:
        """The person sends the open form; where it has mistakes it stays, with what was typed."""
        async with self._turn:
            form = self.form(actor)
            if form is None:
                raise Gone
            given = {
                one.key: several
                for one in form.fields
                if (several := tuple(v for v in values.get(one.key, ()) if v))
            }
            if any(TOKEN.search(one) for several in given.values() for one in several):
                self.telling.tell(actor, Told(self._no_tokens()))
                return
            step = filled(self.sights.world, actor.name, form, given)
            await self._trial.hands.send(actor.name, given)
            self.record.add(step)
            answer = self._trial.hands.answer
            if isinstance(answer, Errors):
                self.telling.tell(actor, Told(values=values, problems=answer.problems))
            else:
                self.telling.tell(actor, Told())
                await self._trial.settle()

    def leaves(self, actor: Actor) -> None:
        """The person closes the form without sending it."""
        self.sights.world.forms.pop(actor.name, None)
        self.telling.tell(actor, Told(self.t("You left the form; nothing was sent.")))

    # The clock

    async def passes(self, by: timedelta) -> None:
        """Let so much time pass; the clock only goes forward, at most a year at once."""
        by = timedelta(seconds=int(min(max(by, timedelta()), FURTHEST).total_seconds()))
        async with self._turn:
            await self._trial.settle()
            await self._trial.move(self.now() + by)
            self.record.add(Passes(by))
            await self._trial.settle()

    async def to_next(self) -> None:
        """Let time pass until something is sent, or a meeting begins."""
        if found := await self.coming():
            await self.to(found[0].at)

    async def to(self, at: datetime) -> None:
        """Let time pass until then."""
        await self.passes(at - self.now())

    async def runs(self) -> None:
        """Let the clock run as other clocks do, until it is stopped."""
        if not self.is_running:
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
        begun, passed = loop.time(), 0
        while True:
            await asyncio.sleep(1)
            seconds = int(loop.time() - begun) - passed
            passed += seconds
            await self.passes(timedelta(seconds=seconds))

    # Trouble, to see what becomes of it

    async def restarts(self, actor: Actor) -> None:
        """End the house and begin it again."""
        await self._does(Restarts())
        self.tells(actor, self.t("Convenor has restarted. Everything goes on where it was."))

    async def drops_the_next(self, actor: Actor) -> None:
        """The next post arrives, but the house is not told so."""
        await self._does(Loses())
        self.tells(
            actor,
            self.t("Of the next post Convenor will not hear that it arrived, and has to find out."),
        )

    async def closes_inbox(self, actor: Actor) -> None:
        """The person takes no private messages any more, or does again."""
        opens = actor.name in self.sights.world.closed
        await self._does(Closes(actor.name, opens))
        if opens:
            self.tells(actor, self.t("Your private messages are open again."))
        else:
            self.tells(
                actor, self.t("Your private messages are closed now: Convenor cannot write to you.")
            )

    async def _does(self, step: Step) -> None:
        async with self._turn:
            try:
                await self._trial.lives(step)
            except NoSuchThing:
                raise Gone from None
            self.record.add(step)
