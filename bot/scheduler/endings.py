"""How a turn can end, and how long is waited after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.chat import Place

SHORTEST = 0.05
"""Seconds that a refused message waits at the least, whatever the platform says."""
TRIES = 5
"""How often a message that cannot be drawn is tried before it is set aside."""
LEAVINGS = 15
"""How often a message leaves and is then not found, before it is set aside; and how often one asks
for a conversation that does not open.
"""
GONE = "gone"
"""Why nothing was sent to who has left."""


@dataclass(frozen=True, slots=True)
class Done:
    """It stands there, under `ref` where it was posted or found now."""

    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The conversation is open: there the message goes next."""

    place: Place


@dataclass(frozen=True, slots=True)
class NotWanted:
    """There is nothing to show any more, or `why` it is not to be sent; or not before `until`."""

    why: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """It was looked for where it would be, and is not there."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It will never arrive there; `of_place` where the place takes nothing at all."""

    reason: str
    of_place: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """Its reader has left the platform, or (not `everywhere`) the servers of this network; nothing
    has been sent.
    """

    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """It has not left: again after so many seconds. `shut` says why where we were not let in."""

    seconds: float
    shut: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """It could not even be drawn; nothing has left."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """It may or may not have arrived."""

    reason: str


Outcome = Done | Opened | NotWanted | Absent | Failed | Left | Later | Broken | Doubt


def patiently(seconds: float, rng: Random) -> float:
    """Never sooner than was asked for, and not all at once."""
    return max(SHORTEST, seconds) * rng.uniform(1.0, 1.1)


def backoff(attempt: int, rng: Random) -> float:
    """The longer, the more often it was tried."""
    return min(60.0, 2.0 ** min(attempt, 6)) * rng.uniform(0.5, 1.0)
