"""What can be done: the shape of the router's table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.commands.calls import Answer
from bot.commands.turns import Turn
from bot.views.words import Words

Handler = Callable[[Turn], Answer]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person may do: `noun.verb`, listed in core/rights.py.

    `form` answers when it is typed or pressed, `act` when its form is sent; without a form `act`
    answers at once. `presses` are the last parts of buttons that mean it (the verb itself, where
    none are
    given). `verb` is the word typed after the command; without one it can only be pressed.
    `changes`: it writes, so a repeat of the same call must have no effect.
    """

    name: str
    act: Handler
    form: Handler | None = None
    changes: bool = True
    presses: tuple[str, ...] = ()
    verb: str = ""

    @property
    def noun(self) -> str:
        """The command it belongs to."""
        return self.name.partition(".")[0]

    @property
    def answers(self) -> Literal["message", "form"]:
        """What a person gets when they type or press it."""
        return "form" if self.form else "message"

    def is_meant(self, t: Words, word: str) -> bool:
        """Whether a word typed after the command is its verb, in English or the reader's own."""
        said, own = word.casefold(), t.p("verb", self.verb).casefold()
        return bool(self.verb) and (said in (self.verb, own) or said == own.replace(" ", "-"))
