"""The trial on a terminal: one is a person in a room, types, presses, moves the clock."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from bot.adapters.memory.hands import Hands, handle
from bot.adapters.memory.northshire import Example
from bot.adapters.memory.pages import Pages, leaf
from bot.adapters.memory.paper import Left, Mistake, Paper
from bot.adapters.memory.passing import Time, period
from bot.adapters.memory.screen import Screen
from bot.adapters.memory.sight import Sight
from bot.adapters.memory.stage import MENTION
from bot.adapters.memory.typed import (
    KNOWN,
    command_of,
    help_lines,
    holds_a_key,
    no_keys,
    no_such_command,
)
from bot.adapters.stage import Actor, NoSuchThing
from bot.adapters.story import Says
from bot.commands.calls import Errors
from bot.ui import clean
from bot.views.words import Words

QUIT = ("quit", "exit")


class Terminal:
    """Reads lines and does what they say. `ask` reads one behind a prompt, and raises EOFError at
    the end; `run` runs what is asynchronous; files that people get are put into `folder`.
    `pages` are those that can be opened.
    """

    def __init__(
        self,
        example: Example,
        hands: Hands,
        time: Time,
        screen: Screen,
        t: Words,
        *,
        ask: Callable[[str], str],
        run: Callable[[Coroutine[Any, Any, Any]], Any],
        folder: Path,
        pages: Pages,
    ) -> None:
        self._pages = pages
        self._example, self._hands, self._world = example, hands, hands.world
        self._time, self._screen, self._t = time, screen, t
        self._ask, self._run = ask, run
        self._sight = Sight(hands, screen, t, folder)
        self._you, self._room = self._world.actor(example.you), example.room
        self._does: dict[str, Callable[[str], None]] = {
            "clock": self._clock,
            "say": self._say,
            "who": lambda _: self._who(),
            "page": self._page,
            "inbox": lambda _: self._sight.inbox(self._you.name),
            "help": lambda _: self._help(),
            "?": lambda _: self._help(),
        }

    def talk(self) -> None:
        """Say where one is, then do what each line says, until quit or the end of the lines."""
        self._greet()
        while True:
            try:
                line = clean(self._ask(f"@{handle(self._you)} #{self._room}> ")).strip()
                if line.casefold() in QUIT:
                    return
                self._do(line)
            except Mistake as mistake:
                self._screen.say(str(mistake), "mistake")
            except EOFError:
                return

    def _greet(self) -> None:
        t, say = self._t, self._screen.say
        say(t("Convenor, on trial. Nothing leaves this machine, and nothing is kept."), "title")
        say(t("You are {name}, who coordinates this network.", name=self._you.name))
        say(t("Type a command such as /meeting, or the number of a button."))
        say(t("help tells more, quit ends."), "quiet")
        self._say_time()
        self._sight.room(self._room)

    def _do(self, line: str) -> None:
        """Do what a line says. Raises Mistake where that cannot be."""
        word, _, rest = line.partition(" ")
        rest, number = rest.strip(), line.strip("[]. ")
        if not line:
            return
        if holds_a_key(line):
            raise Mistake(no_keys(self._t))
        if line[0] == "/":
            self._type(word.lower(), rest)
        elif word.casefold() == MENTION:
            self._tell(line)
        elif line[0] == "@":
            self._become(line[1:])
        elif line[0] == "#":
            self._enter(word, rest)
        elif number.isdecimal():
            self._press(int(number[:9]))
        elif act := self._does.get(word.casefold()):
            act(rest)
        elif mistake := self._unknown(line, word.casefold()):
            raise Mistake(mistake)
        else:
            self._tell(line)

    # Commands, buttons and forms

    def _type(self, command: str, rest: str) -> None:
        if command_of(command) not in KNOWN:
            raise Mistake(no_such_command(self._t, command))
        self._act(self._hands.types(self._you.name, self._room, f"{command} {rest}"))

    def _tell(self, words: str) -> None:
        """Say something to the bot, in one's own words."""
        self._act(self._hands.types(self._you.name, self._room, words))

    def _say(self, words: str) -> None:
        if not words:
            raise Mistake(self._t("Write what you say on the same line: say hello to you all"))
        self._world.happens(Says(self._you.name, self._room, words))
        self._sight.news(self._you.name)

    def _press(self, number: int) -> None:
        t, you = self._t, self._you.name
        found = self._screen.button(number)
        if found is None:
            raise Mistake(t("There is no button {number} on the screen.", number=number))
        ref, action = found
        shown = self._world.shown[int(ref) - 1]
        if self._hands.sees(you, shown) and action in (b.action for b in shown.message.buttons()):
            self._act(self._hands.press(you, shown, action))
        elif owner := next((a.name for a in self._world.actors if a.name == shown.who), ""):
            raise Mistake(t("Only {name} sees button {number}.", name=owner, number=number))
        elif self._hands.sees(you, shown) or not shown.where:
            raise Mistake(t("Button {number} is gone, or was pressed already.", number=number))
        else:
            room = shown.where.partition(" ")[0]
            said = t("Button {number} is in {room}, where you are not.", number=number, room=room)
            raise Mistake(said)

    def _page(self, words: str) -> None:
        try:
            leaf(self._pages, words, self._t, self._answer, self._screen.say, self._run)
        except NoSuchThing:
            said = self._t("Type page and the address of a link, then page and a button of it.")
            raise Mistake(said) from None
        self._sight.news(self._you.name)

    def _act(self, act: Coroutine[Any, Any, None]) -> None:
        self._run(act)
        self._sight.news(self._you.name)
        while self._you.name in self._world.forms:
            self._fill()
        self._settle()

    def _fill(self) -> None:
        """Ask for what the open form wants, and send it, until it is taken or left."""
        form, _, room = self._world.forms[self._you.name]
        inside = self._world.room(room).people if room else [a.name for a in self._world.actors]
        people = {name: self._world.actor(name).user for name in inside}
        paper = Paper(
            form, people, self._t, self._answer, self._screen.say,
            self._you.name, self._is_outside,
        )  # fmt: skip
        paper.begin()
        try:
            self._run(self._hands.send(self._you.name, paper.fill()))
            while isinstance(wrong := self._hands.answer, Errors):
                self._run(self._hands.send(self._you.name, paper.fill(wrong.problems)))
        except Left:
            self._world.forms.pop(self._you.name)
            self._screen.say(self._t("You left the form; nothing was sent."), "quiet")
        self._sight.news(self._you.name)

    def _answer(self) -> str:
        return self._ask("> ")

    def _is_outside(self, line: str) -> bool:
        """Whether a line, typed into a form, is meant for the trial: somebody to be, the inbox, the
        clock.
        """
        if line.startswith("@"):
            return self._named(line[1:].partition(" ")[0]) is not None
        said = line.casefold()
        return said in ("inbox", "clock", "clock next") or said.startswith("clock +")

    # People and rooms

    def _become(self, words: str) -> None:
        word, _, rest = words.partition(" ")
        if actor := self._named(words):
            rest = ""
        elif not (actor := self._named(word)):
            said = self._t("I know nobody called {name}. Type who to see everybody.", name=word)
            raise Mistake(said)
        self._you = actor
        if actor.name not in self._world.room(self._room).people:
            self._room = next(room.name for room in self._world.rooms if actor.name in room.people)
        if rest.strip():
            self._do(rest.strip())
            return
        school = self._example.schools[actor.name]
        self._screen.say(self._t("You are {name}, {school}.", name=actor.name, school=school))
        self._sight.remind(actor.name)

    def _named(self, words: str) -> Actor | None:
        wanted, people = words.strip().casefold(), self._world.actors
        return next((a for a in people if wanted in (a.name.casefold(), handle(a))), None)

    def _enter(self, word: str, rest: str) -> None:
        t, you = self._t, self._you.name
        rooms = {f"#{one.name}".casefold(): one for one in self._world.rooms}
        room = rooms.get(word.casefold())
        if room is None:
            there = t.names(f"#{one.name}" for one in rooms.values())
            raise Mistake(t("There is no {room}. There are {rooms}.", room=word, rooms=there))
        if you not in room.people:
            other = f"@{handle(self._world.actor(room.people[0]))}"
            said = t("{name} is not in {room}. {other} is.", name=you, room=word, other=other)
            raise Mistake(said)
        self._room = room.name
        if rest:
            self._do(rest)
        else:
            self._sight.room(room.name)

    def _who(self) -> None:
        for room in self._world.rooms:
            self._screen.say(f"#{room.name}", "heading")
            for name in room.people:
                typed = f"@{handle(self._world.actor(name))}"
                self._screen.say(f"  {typed:<8} {name}, {self._example.schools[name]}")

    # Time

    def _clock(self, wanted: str) -> None:
        if not wanted:
            self._say_time()
        elif wanted.casefold() != "next":
            self._pass(self._time.now() + period(wanted, self._t))
        elif next_at := self._run(self._time.next_at()):
            self._pass(next_at)
        else:
            raise Mistake(self._t("Nothing waits to be sent. Try clock +1d."))

    def _pass(self, to: datetime) -> None:
        while (next_at := self._settle()) and next_at <= to:
            self._move(next_at)
        if self._time.now() < to:
            self._move(to)
            self._settle()

    def _move(self, to: datetime) -> None:
        self._run(self._time.move(to))
        self._say_time()

    def _settle(self) -> datetime | None:
        next_at: datetime | None = self._run(self._time.settle())
        self._sight.news(self._you.name)
        return next_at

    def _say_time(self) -> None:
        self._screen.say("")
        self._screen.say(self._t.moment(self._time.now(), self._you.zone), "quiet")

    # Words

    def _help(self) -> None:
        for typed, does in help_lines(self._t, self._room).items():
            self._screen.say(f"  {typed:<13} {does}")

    def _unknown(self, line: str, word: str) -> str:
        """What a line that means nothing may have been meant to be; nothing where it is a sentence,
        which is then said to the bot.
        """
        t = self._t
        if word in KNOWN:
            return t("A command begins with a slash: /{command}", command=word)
        if actor := self._named(word):
            return t("Type @{handle} to be {name}.", handle=handle(actor), name=actor.name)
        if near := get_close_matches(word, [*self._does, *QUIT], 1):
            return t("I do not know {word}. Did you mean {near}?", word=word[:60], near=near[0])
        if " " in line:
            return ""
        return t("I do not know {line}. Type help to see what there is.", line=line[:60])
