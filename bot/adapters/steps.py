"""What people do in a story, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types a command in a room, or words to the bot behind its name; without a room, to
    the bot alone.
    """

    who: str
    room: str
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """Somebody presses a button."""

    who: str
    label: str
    nth: int = 1
    """1 is the newest that they can see, 2 the one before it."""


@dataclass(frozen=True, slots=True)
class Says:
    """Somebody says something in a room, to the others."""

    who: str
    room: str
    text: str


@dataclass(frozen=True, slots=True)
class Closes:
    """Somebody takes no private messages any more, or does again."""

    who: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Loses:
    """Of the next post the house will not hear that it arrived."""


@dataclass(frozen=True, slots=True)
class Fills:
    """Somebody fills the open form and sends it."""

    who: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Leaves:
    """Somebody closes the form without sending it."""

    who: str


@dataclass(frozen=True, slots=True)
class Opens:
    """Somebody opens the personal link that was last shown to a person."""

    who: str
    whose: str


@dataclass(frozen=True, slots=True)
class OnPage:
    """Somebody presses or fills in what stands on the page that they have opened."""

    who: str
    act: Presses | Fills


@dataclass(frozen=True, slots=True)
class Passes:
    """Time passes."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class Restarts:
    """The house is stopped and started again."""


Step = Types | Says | Presses | Fills | Leaves | Opens | OnPage | Passes | Restarts | Loses | Closes
