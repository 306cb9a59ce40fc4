"""Pages on a terminal: an address is opened, a button pressed, a form asked for line by line."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Protocol

from bot.adapters.memory.screen import Look
from bot.ui import clean
from bot.views.words import Words


class Pages(Protocol):
    """The one page that is open."""

    async def visit(self, words: str) -> str:
        """Open the address in these words, else press the button of this label; returns what stands
        there then. Raises NoSuchThing.
        """
        ...

    def asks(self) -> Mapping[str, Sequence[str]]:
        """The fields of the form on it by their labels, each with its options."""
        ...

    async def fills(self, values: Mapping[str, str]) -> str:
        """Send the form with these values by the labels; returns what stands there then."""
        ...


def leaf(
    pages: Pages,
    words: str,
    t: Words,
    ask: Callable[[], str],
    say: Callable[[str, Look], None],
    run: Callable[[Coroutine[Any, Any, str]], str],
) -> None:
    """Do what the words say on the page and, as long as a form stands there, ask for what it wants.
    Raises NoSuchThing.
    """
    say(run(pages.visit(words)), "private")
    while asks := pages.asks():
        say(t("Enter keeps what stands in [brackets]. Type cancel to leave the form."), "quiet")
        values = {}
        for label, options in asks.items():
            numbered = (f"  {number} {one}" for number, one in enumerate(options, 1))
            say("\n".join((label, *numbered)), "plain")
            line = clean(ask()).strip()
            if line.casefold() == "cancel":
                say(t("You left the form; nothing was sent."), "quiet")
                return
            if line:
                values[label] = _meant(line, options)
        say(run(pages.fills(values)), "private")


def _meant(line: str, options: Sequence[str]) -> str:
    """The option of this number or name; else what was typed."""
    numbered = dict(zip(map(str, range(1, len(options) + 1)), options, strict=True))
    named = {one.casefold(): one for one in options}
    return numbered.get(line) or named.get(line.casefold()) or line
