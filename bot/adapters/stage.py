"""What a loopback platform offers to stories, tests and the terminal: people in rooms, who type,
press, fill in and see. Every platform's stage reads back what it received, in the shape of
`bot.ui.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

_WORDS = re.compile(r"\w+")
Moment = Callable[[datetime], str]
"""How an instant is written in a transcript (each reader would see their own zone)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of a story. `admin` may set a network up; language and zone are those of their
    profile.
    """

    name: str
    user: str
    admin: bool = False
    language: str = "en"
    zone: str = "Europe/London"


@dataclass(frozen=True, slots=True)
class Room:
    """A channel and the names of the actors in it, or (`is_talk`) a conversation of theirs."""

    name: str
    channel: str
    people: tuple[str, ...]
    is_talk: bool = False


def talk_of(people: Iterable[str]) -> str:
    """How a transcript calls the conversation of these people: as if it were a room."""
    return "+".join(sorted("-".join(_WORDS.findall(name)) for name in people))


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that appeared.

    `where` is "#room", "#room > thread", "#Ana+Ben" (their conversation) or "" ; `who` is the one
    person who sees it, or "" for all in the room. kind: "post" and "edit" (all, or a direct message
    where `who` is set), "private" (an answer only for `who`), "form" (opened), "errors" (mistakes
    shown in the open form), "file" (text is the file's name), "page" (what stands on the page of a
    personal link).
    """

    kind: Literal["post", "edit", "private", "form", "errors", "file", "page"]
    where: str
    who: str
    text: str


class NoSuchThing(LookupError):
    """The story presses or fills in what nobody can see; the text lists what is there."""


class Stage(Protocol):
    """A loopback platform with its people. Act methods return when the house has answered."""

    async def types(self, who: str, room: str, text: str) -> None:
        """The person types a command (`/meeting plan`) in a room."""
        ...

    async def presses(self, who: str, label: str, nth: int = 1) -> None:
        """The person presses a button with this label that they can see and has not been replaced:
        the newest, or the `nth` newest.
        """
        ...

    async def fills(self, who: str, values: Mapping[str, str]) -> None:
        """The person fills the open form, by the labels of fields (and of options), and sends it;
        what is not named stays as it is.
        """
        ...

    def seen(self) -> list[Seen]:
        """What has appeared since the last call, in order."""
        ...
