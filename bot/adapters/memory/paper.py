"""A form on a terminal: asked field by field, line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.adapters.memory.screen import Look
from bot.adapters.memory.typed import KNOWN, command_of
from bot.ui import AnyField, Area, Choice, Choices, Form, Line, Option, PersonPick, Pick, clean
from bot.views.forms import values_of
from bot.views.words import Words

Values = dict[str, tuple[str, ...]]
NOTHING = "-"
"""What empties a field."""


class Left(Exception):
    """The person left the form; nothing is sent."""


class Mistake(Exception):
    """What was typed is no answer to this field; the text says what would be."""


def _is_command(typed: str) -> bool:
    return typed.startswith("/") and command_of(typed.split(maxsplit=1)[0]) in KNOWN


class Paper:
    """One form and what has been written on it. `people` are those who can be picked, by name, each
    with their user id, `you` among them; `ask` reads a line, `say` shows one; `is_outside` tells
    whether a line means something outside of forms.
    """

    def __init__(
        self,
        form: Form,
        people: Mapping[str, str],
        t: Words,
        ask: Callable[[], str],
        say: Callable[[str, Look], None],
        you: str = "",
        is_outside: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.form, self._you, self._is_outside = form, you, is_outside
        self._people, self._t, self._ask, self._say = people, t, ask, say
        self.given: Values = {field.key: () for field in form.fields} | values_of(form)

    def begin(self) -> None:
        """Say what this form is, and how it is filled in."""
        t = self._t
        self._say("", "plain")
        self._say(self.form.title, "title")
        if self.form.intro:
            self._say(self.form.intro, "plain")
        self._say(
            t("Enter keeps what stands in [brackets]. Type cancel to leave the form."), "quiet"
        )

    def fill(self, problems: Mapping[str, str] | None = None) -> Values:
        """Ask for every field or, after mistakes, again for those; returns what is filled in.
        Raises Left.
        """
        wrong = problems or {}
        again = [field for field in self.form.fields if field.key in wrong]
        for field in again or self.form.fields:
            self._fill(field, wrong.get(field.key, ""))
        return {key: values for key, values in self.given.items() if values}

    def _fill(self, field: AnyField, problem: str) -> None:
        while True:
            if problem:
                self._say(problem, "mistake")
            self._say(self._question(field), "plain")
            line = self._ask()
            if line.strip().casefold() == "cancel":
                raise Left
            try:
                self._write(field, line)
            except Mistake as mistake:
                problem = str(mistake)
            else:
                return

    def _question(self, field: AnyField) -> str:
        t = self._t
        hints = [field.hint.removesuffix(".")] if field.hint else []
        if isinstance(field, Area):
            hints.append(t("\\n begins a new line"))
        if not field.required:
            hints.append(
                t("a single - empties it") if self.given[field.key] else t("may stay empty")
            )
        hint = f" ({'; '.join(hints)})" if hints else ""
        lines = [f"{field.label}{hint}"]
        match field:
            case Choice(options=options) | Pick(options=options) | Choices(options=options):
                lines += [f"  {number} {one.label}" for number, one in enumerate(options, 1)]
            case PersonPick():
                lines.append("  " + t.names(self._for(field)))
            case _:
                pass
        if shown := self._shown(field):
            lines.append(f"[{shown}]")
        return "\n".join(lines)

    def _shown(self, field: AnyField) -> str:
        given = self.given[field.key]
        match field:
            case Choice(options=options) | Pick(options=options) | Choices(options=options):
                return ", ".join(one.label for one in options if one.value in given)
            case PersonPick():
                return ", ".join(name for name, user in self._people.items() if user in given)
            case _:
                return "".join(given).replace("\n", "\\n")

    def _write(self, field: AnyField, line: str) -> None:
        """Put what was typed into the field; it is kept also where it cannot be used."""
        typed = clean(line).strip()
        is_name = isinstance(field, PersonPick) and typed.startswith("@")
        if not is_name and (_is_command(typed) or self._is_outside(typed)):
            raise Mistake(self._t("This is a form. Type cancel to leave it, and then the command."))
        if typed == NOTHING and not field.required:
            self.given[field.key] = ()
        elif typed:
            self.given[field.key] = self._read(field, typed)
        if field.required and not self.given[field.key]:
            raise Mistake(self._t("This has to be filled in."))
        if isinstance(field, Line | Area):
            self._hold(field, len("".join(self.given[field.key])))

    def _hold(self, field: Line | Area, length: int) -> None:
        if length > field.most:
            raise Mistake(
                self._t(
                    "That is {n} characters; there is room for {most}.", n=length, most=field.most
                )
            )

    def _read(self, field: AnyField, typed: str) -> tuple[str, ...]:
        match field:
            case Choice(options=options) | Pick(options=options):
                return (self._option(options, typed),)
            case Choices(options=options):
                return tuple(self._option(options, part.strip()) for part in typed.split(","))
            case PersonPick():
                return (self._person(field, typed),)
            case Area():
                return (typed.replace("\\n", "\n"),)
            case _:
                return (typed,)

    def _option(self, options: Sequence[Option], typed: str) -> str:
        for number, option in enumerate(options, 1):
            if typed.casefold() in (str(number), option.label.casefold()):
                return option.value
        raise Mistake(self._t("Please type a number from 1 to {n}.", n=len(options)))

    def _for(self, field: PersonPick) -> dict[str, str]:
        """Those who can be picked in this field."""
        return {
            name: user
            for name, user in self._people.items()
            if not (field.others and name == self._you)
            and (field.among is None or user in field.among)
        }

    def _person(self, field: PersonPick, typed: str) -> str:
        wanted = typed.removeprefix("@").casefold()
        for name, user in self._for(field).items():
            if wanted in (name.casefold(), name.partition(" ")[0].casefold()):
                return user
        raise Mistake(self._t("I know nobody called {name}.", name=typed))
