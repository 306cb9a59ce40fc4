"""One trial that several browsers share: what people do in it, the clock, and the trouble."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog

from bot.adapters.memory.northshire import Example
from bot.adapters.memory.stage import MENTION
from bot.adapters.memory.typed import (
    command_of,
    holds_a_key,
    is_without_slash,
    no_keys,
    no_such_command,
)
from bot.adapters.stage import Actor, NoSuchThing
from bot.adapters.story import Leaves, Passes, Says, Step, Story, Types
from bot.commands.calls import Errors
from bot.commands.table import ALIASES, NOUNS
from bot.playground.coming import FURTHEST, Coming, coming
from bot.playground.life import Life, Overtaken, today
from bot.playground.record import filled, press
from bot.playground.sights import HOME, INBOX, Sights
from bot.playground.telling import Told
from bot.playground.ticking import Ticking
from bot.playground.tour import Tour
from bot.ui import Form, Message, clean
from bot.views.words import Words

log = structlog.get_logger(__name__)
TALK = 2000
"""Characters that somebody may say at once; Discord's limit."""


class Gone(Exception):
    """What was pressed is not there any more, or not for this person."""


class Game:
    """The example network, acted in by whoever sits at the browser; one act at a time."""

    def __init__(self, t: Words, today: Callable[[], date] = today) -> None:
        self.t = t
        self._today = today
        self.tour = Tour()
        self.is_over: Callable[[], bool] = lambda: False
        self.address = "http://127.0.0.1:8765"
        """Where it is found, for what is sent there by a link."""
        self.life = Life()
        self.turn = asyncio.Lock()
        self.ticking = Ticking(self.passes)
        self._wanted = 0

    async def begin(self, story: Story | None = None) -> str:
        """Begin the example network, or a story, afresh: nothing else is kept; until it has begun,
        the life before goes on. Returns why a story did not go on to its end.
        """
        self._wanted += 1
        wanted, life = self._wanted, Life(self.address)
        try:
            await life.begin(story, lambda: wanted == self._wanted, self._today())
        except BaseException:
            await life.close()
            raise
        if wanted != self._wanted:
            await life.close()
            raise Overtaken
        await self.ticking.stops()
        async with self.turn:
            before, self.life = self.life, life
            self.tour = Tour()
            if not story:
                self.tour.begin(life.store, life.trial.hands.place(life.example.room))
            await before.close()
        return life.wrong

    async def close(self) -> None:
        """Throw everything away."""
        self._wanted += 1
        await self.ticking.stops()
        await self.life.close()

    @property
    def sights(self) -> Sights:
        """What people see."""
        return self.life.sights

    @property
    def example(self) -> Example:
        """Who is in it, and who one is at first."""
        return self.life.example

    def now(self) -> datetime:
        """What the clock shows."""
        return self.life.trial.now()

    # What somebody sees

    def tells(self, actor: Actor, words: str) -> None:
        """Have the person told something on the page that they see next."""
        self.life.telling.last(actor).words = words

    async def tours(self, step: int | None = None) -> None:
        """The tour looks how far it has come, or goes to a step."""
        async with self.turn:
            if step is not None:
                self.tour.step = step
            self.tour.goes_on(self.life.store, self.now(), by_itself=step is None)

    def state(self) -> tuple[int, ...]:
        """Something that differs whenever anything on a page may."""
        messages = tuple(id(shown.message) for shown in self.sights.world.shown)
        return (hash(messages), int(self.now().timestamp()) // 60, id(self.life.store))

    def form(self, actor: Actor) -> Form | None:
        """The form that the person has open."""
        opened = self.sights.world.forms.get(actor.name)
        return opened[0] if opened else None

    async def home(self, actor: Actor) -> Message:
        """The person's home: what comes next for them, and a button for everything."""
        async with self.turn:
            return await self.life.trial.hands.home(actor.name)

    async def coming(self) -> list[Coming]:
        """What comes, the next first."""
        async with self.turn:
            return await asyncio.to_thread(coming, self.life.store, self.sights.world, self.now())

    async def suggest(self, actor: Actor, room: str, typed: str) -> list[str]:
        """How a half typed command can go on, as whole lines."""
        command, blank, rest = typed.partition(" ")
        if not blank:
            return [f"/{noun}" for noun in NOUNS if f"/{noun}".startswith(command or "/")]
        name, where = command_of(command), "" if room in (HOME, INBOX) else room
        if name not in NOUNS and name not in ALIASES:
            return []
        async with self.turn:
            found = await self.life.trial.hands.suggest(actor.name, where, name, rest)
        return [f"/{name} {one}" for one in found]

    # What somebody does

    async def writes(self, actor: Actor, room: str, typed: str) -> None:
        """The person writes a line: a command, or words to the others. What cannot be taken is
        given back with a word of help.
        """
        text, where = clean(typed).strip(), "" if room in (HOME, INBOX) else room
        if holds_a_key(text):
            self.tells(actor, no_keys(self.t))
        elif text.startswith("/"):
            await self._types(actor, where, text, typed)
        elif is_without_slash(text):
            word = self.t("A command begins with a slash: /{command}", command=text.split()[0])
            self._gives_back(actor, word, typed)
        elif not where and text:
            await self.does(actor, Types(actor.name, where, f"{MENTION} {text}"))
        elif text:
            await self._says(actor, where, text)

    async def _types(self, actor: Actor, where: str, text: str, typed: str) -> None:
        command, _, rest = text.partition(" ")
        name = command_of(command)
        if name not in NOUNS and name not in ALIASES:
            self._gives_back(actor, no_such_command(self.t, command), typed)
            return
        await self.does(actor, Types(actor.name, where, f"/{name} {rest}".strip()))

    async def _says(self, actor: Actor, where: str, text: str) -> None:
        if len(text) > TALK:
            most = self.t(
                "That is {n} characters; there is room for {most}.", n=len(text), most=TALK
            )
            self._gives_back(actor, most, text)
            return
        await self.does(actor, Says(actor.name, where, text))
        mentioned, _, rest = text.partition(" ")
        if mentioned.casefold() == MENTION:
            await self.does(actor, Types(actor.name, where, f"{MENTION} {rest}"))

    def _gives_back(self, actor: Actor, words: str, typed: str) -> None:
        self.life.telling.tell(actor, Told(words, typed))

    async def presses(self, actor: Actor, ref: str, action: str) -> None:
        """The person presses a button of a message, or of their home. Raises Gone where it is not
        there any more.
        """
        async with self._acting(actor):
            if ref == HOME:
                # On a platform there is no such place; there one asks for it, and presses then.
                home = await self.life.trial.hands.home(actor.name)
                if action not in (button.action for button in home.buttons()):
                    raise Gone
                await self._lives(Types(actor.name, "", "/network"))
                ref = self.sights.world.shown[-1].ref
            shown = self.sights.message(ref)
            if shown is None or not self.sights.sees(actor, shown):
                raise Gone
            if action not in (button.action for button in shown.message.buttons()):
                raise Gone
            await self._lives(press(self.life.trial.hands, actor.name, shown, action))

    async def sends(self, actor: Actor, values: Mapping[str, Sequence[str]]) -> None:
        """The person sends the open form; where it has mistakes it stays, with what was typed.
        Raises Gone where another one is open by now.
        """
        async with self._acting(actor):
            form = self.form(actor)
            if form is None or tuple(values.get("form", ())) != (form.action,):
                raise Gone
            if any(holds_a_key(one) for several in values.values() for one in several):
                kept = {
                    key: [v for v in several if not holds_a_key(v)]
                    for key, several in values.items()
                }
                self.life.telling.tell(actor, Told(no_keys(self.t), values=kept))
                return
            given = {
                one.key: several
                for one in form.fields
                if (several := tuple(v for v in values.get(one.key, ()) if v))
            }
            step = filled(self.sights.world, actor.name, form, given)
            await self.life.trial.hands.send(actor.name, given)
            self.life.record.add(step)
            answer = self.life.trial.hands.answer
            if isinstance(answer, Errors):
                told = Told(values=values, problems=answer.problems)
                self.life.telling.tell(actor, told)
            else:
                self.life.telling.tell(actor, Told())
                await self.life.trial.settle()

    async def leaves(self, actor: Actor) -> None:
        """The person closes the form without sending it."""
        await self.does(actor, Leaves(actor.name))
        self.life.telling.tell(actor, Told(self.t("You left the form; nothing was sent.")))

    async def keeps(self, actor: Actor, values: Mapping[str, Sequence[str]]) -> None:
        """What stands in the open form is kept, as long as the person does other things."""
        form = self.form(actor)
        if form is not None and tuple(values.get("form", ())) == (form.action,):
            told = self.life.telling.last(actor)
            self.life.telling.tell(actor, replace(told, values=values))

    # The clock

    def since(self, before: int) -> str:
        """What was sent since there were so many messages, as a sentence."""
        fresh = [one for one in self.sights.world.shown[before:] if not one.private and not one.by]
        if not fresh:
            return self.t("Nothing was sent meanwhile.")
        to = self.t.names(dict.fromkeys(one.who or one.where.partition(" ")[0] for one in fresh))
        return self.t("Sent meanwhile, to {names}.", names=to)

    async def passes(self, by: timedelta) -> None:
        """Let so much time pass; the clock only goes forward, at most a year at once."""
        by = timedelta(seconds=int(min(max(by, timedelta()), FURTHEST).total_seconds()))
        async with self.turn:
            await self.life.trial.settle()
            await self.life.trial.move(self.now() + by)
            self.life.record.add(Passes(by))
            await self.life.trial.settle()

    async def to_next(self) -> None:
        """Let time pass until something is sent, or a meeting begins."""
        if found := await self.coming():
            await self.to(found[0].at)

    async def to(self, at: datetime) -> None:
        """Let time pass until then."""
        await self.passes(at - self.now())

    async def does(self, actor: Actor, step: Step) -> None:
        """The person does one thing. Raises Gone where that cannot be done any more."""
        async with self._acting(actor):
            await self._lives(step)

    @asynccontextmanager
    async def _acting(self, actor: Actor) -> AsyncIterator[None]:
        """One act at a time. Raises Gone where another life has begun while this one waited."""
        async with self.turn:
            if not any(actor is one for one in self.sights.world.actors):
                raise Gone
            yield

    async def _lives(self, step: Step) -> None:
        try:
            await self.life.trial.lives(step)
        except NoSuchThing:
            raise Gone from None
        self.life.record.add(step)
