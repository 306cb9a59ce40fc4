"""The vocabulary of messages: small, closed, drawn well by every platform, checked when made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.ui import limits
from bot.ui.limits import hold, weight
from bot.ui.text import Mention, Span, Text, When, plain


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `action` is `noun:id:answer`. `spoken` is for screen readers where the label alone
    is unclear.
    """

    label: str
    action: str
    style: Literal["plain", "primary", "danger"] = "plain"
    spoken: str = ""

    def __post_init__(self) -> None:
        hold("button label", len(self.label), limits.BUTTON)
        hold("button action", len(self.action), limits.ACTION)
        hold("spoken label", len(self.spoken), limits.BUTTON)
        if not self.label or not self.action.isascii():
            msg = "a button has a label and an action in ASCII"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; line breaks in it are kept."""

    text: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, a line each; between them a colon as the language writes it."""

    rows: tuple[tuple[str, Text], ...]
    colon: str = ":"

    def __post_init__(self) -> None:
        hold("facts", len(self.rows), limits.FACTS)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text with one button that belongs to it."""

    text: Text
    button: Button


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts, each with its label."""

    rows: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        hold("tally", len(self.rows), limits.TALLY)


@dataclass(frozen=True, slots=True)
class Controls:
    """One to five buttons in a row."""

    buttons: tuple[Button, ...]

    def __post_init__(self) -> None:
        hold("buttons", len(self.buttons), limits.BUTTONS)
        if not self.buttons:
            msg = "controls have a button"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Rule:
    """A dividing line."""


@dataclass(frozen=True, slots=True)
class Small:
    """A line in small print; plain words only."""

    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at a public address; `alt` says what it shows."""

    url: str
    alt: str

    def __post_init__(self) -> None:
        hold("alt text", len(self.alt), limits.ALT)
        if not self.alt or not self.url.startswith("https://"):
            msg = "a picture has an https address and a text that says what it shows"
            raise ValueError(msg)


Block = Para | Facts | Row | Tally | Controls | Rule | Small | Image


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted or answered: a title (may be empty) and at least one block.

    Raises TooLong where either platform could not draw it whole.
    """

    title: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        hold("title", len(self.title), limits.TITLE)
        hold("components", 2 + sum(_components(b) for b in self.blocks), limits.COMPONENTS)
        hold("text", weight(self.title) + sum(_text(b) for b in self.blocks), limits.ALL_TEXT)
        actions = [button.action for button in self.buttons()]
        if not self.blocks or len(actions) != len(set(actions)):
            msg = "a message has a block, and each button its own action"
            raise ValueError(msg)

    def buttons(self) -> tuple[Button, ...]:
        """Every button, in the order in which they are read."""
        found: list[Button] = []
        for block in self.blocks:
            if isinstance(block, Controls):
                found += block.buttons
            elif isinstance(block, Row):
                found.append(block.button)
        return tuple(found)


def _components(block: Block) -> int:
    match block:
        case Row():
            return 3
        case Controls(buttons):
            return 1 + len(buttons)
        case Image():
            return 2
        case _:
            return 1


DRAWN = 24
"""What a mention or an instant takes on the wire: Discord's `<@…>` around twenty digits."""


def _weight(text: Text) -> int:
    """The weight of a text, the signs for its looks counted."""
    total = 0
    for span in text:
        size = weight(plain((span,)))
        match span:
            case Span(_, bold, italic):
                total += size + 4 * bold + 2 * italic
            case Mention() | When():
                total += max(size, DRAWN)
            case _:
                total += size
    return total


def _text(block: Block) -> int:
    match block:
        case Para(text):
            size = _weight(text)
            hold("paragraph", size, limits.PARA)
            return size
        case Row(text, _):
            return _weight(text)
        case Facts(rows, colon):
            return sum(weight(label + colon) + _weight(text) + 6 for label, text in rows)
        case Tally(rows):
            return sum(weight(label) + 16 for label, _ in rows)
        case Small(text):
            return weight(text) + 3
        case _:
            return 0
