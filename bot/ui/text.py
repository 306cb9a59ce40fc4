"""Text as spans, so that nothing a person typed can become markup, a mention or a command."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

FSI, PDI = "\u2068", "\u2069"
_OPENERS = frozenset("\u2066\u2067\u2068")
_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text, drawn exactly as it is."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A web address (http or https only) behind a label; the two may be equal."""

    label: str
    url: str

    def __post_init__(self) -> None:
        if not self.url.startswith(("https://", "http://")):
            msg = "a link starts with https:// or http://"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Mention:
    """Names a person so that the platform may ping them; `name` is what plain text shows."""

    user: str
    name: str


@dataclass(frozen=True, slots=True)
class When:
    """An instant, drawn in each reader's zone; `fallback` is the same in words."""

    at: datetime
    fallback: str
    style: Literal["full", "day", "time"] = "full"

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            msg = "an instant has a zone"
            raise ValueError(msg)


Text = tuple[Span | Link | Mention | When, ...]


def words(text: str) -> Text:
    """The house's own words as a Text of one plain span."""
    return (Span(text),)


def typed(text: str) -> str:
    """What a person typed, its directional marks shut in (FSI…PDI) so that they end with it. It
    grows by two signs and no more: isolates without their partner, which nobody sees, are left out.
    """
    if text.isascii() or not any(
        c in _MARKS or unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text
    ):
        return text
    opened: list[int] = []
    alone: set[int] = set()
    for i, c in enumerate(text):
        if c in _OPENERS:
            opened.append(i)
        elif c == PDI and opened:
            opened.pop()
        elif c == PDI:
            alone.add(i)
    alone.update(opened)
    return FSI + "".join(c for i, c in enumerate(text) if i not in alone) + PDI


_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


def clean(text: str) -> str:
    """A typed text without control characters (PostgreSQL refuses NUL); line breaks stay. Of signs
    that show nothing alone, such as a space without width, nothing is left.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(
        c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs")
    ).strip()
    return kept if any(unicodedata.category(c) not in _UNSEEN for c in kept) else ""


Moment = Callable[[datetime], str]
"""How an instant is written in plain text."""


def plain(text: Text, moment: Moment | None = None) -> str:
    """The text without its looks, as a screen reader gets it; instants by `moment`, or their
    fallback.
    """
    parts = []
    for span in text:
        match span:
            case Span(value):
                parts.append(value)
            case Link(label, url):
                parts.append(label if label == url else f"{label} ({url})")
            case Mention(_, name):
                parts.append(f"@{name}")
            case When(at, fallback):
                parts.append(moment(at) if moment else fallback)
    return "".join(parts)
