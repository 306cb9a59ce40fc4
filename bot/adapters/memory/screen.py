"""What stands on the screen of the terminal: messages with their buttons numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TextIO

from bot.adapters.memory.chat import Shown
from bot.adapters.stage import Moment
from bot.ui import Button, Message, message_text

Look = Literal["plain", "title", "heading", "buttons", "private", "quiet", "mistake"]
Print = Callable[[str, Look], None]

STYLES: dict[Look, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold cyan",
    "buttons": "green",
    "private": "magenta",
    "quiet": "dim",
    "mistake": "yellow",
}


def plainly(to: TextIO) -> Print:
    """Print without colours."""

    def show(text: str, _: Look) -> None:
        print(text, file=to, flush=True)

    return show


def in_colour(to: TextIO) -> Print:
    """Print in colours, for a terminal that has them."""
    from rich.console import Console  # noqa: PLC0415 -- slow import
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=to, highlight=False)

    def show(text: str, look: Look) -> None:
        for line in text.split("\n"):
            words = line.lstrip(" ")
            # So that a long line goes on where it began.
            indent = (0, 0, 0, len(line) - len(words))
            console.print(Padding(Text(words, STYLES[look]), indent, expand=False))

    return show


class Screen:
    """Shows messages and remembers the number of each button: it stays the same for as long as the
    message is there, also where somebody else presses it.
    """

    def __init__(self, show: Print, moment: Moment) -> None:
        self._print, self._moment = show, moment
        self._numbers: dict[tuple[str, str], int] = {}
        self._buttons: dict[int, tuple[str, str]] = {}

    def say(self, text: str, look: Look = "plain") -> None:
        """Show a line or more of our own."""
        self._print(text, look)

    def show(self, heading: str, shown: Shown) -> None:
        """Show a message below a heading."""
        self._print("", "plain")
        self._print(heading, "private" if shown.who else "heading")
        for text, look in self._lines(shown.ref, shown.message):
            self._print("\n".join(f"  {line}" for line in text.splitlines()), look)

    def button(self, number: int) -> tuple[str, str] | None:
        """The ref of the message and the action of the button that has this number."""
        return self._buttons.get(number)

    def _lines(self, ref: str, message: Message) -> Iterator[tuple[str, Look]]:
        if message.title:
            yield message.title, "title"
        for block in message.blocks:
            alone = Message("", (block,))
            if text := message_text(alone, controls=False, moment=self._moment):
                yield text, "plain"
            if buttons := alone.buttons():
                yield " ".join(self._numbered(ref, button) for button in buttons), "buttons"

    def _numbered(self, ref: str, button: Button) -> str:
        key = (ref, button.action)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._buttons[number] = key
        return f"[{number} {button.label}]"
