"""How time passes on the terminal."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Protocol

from bot.adapters.memory.paper import Mistake
from bot.views.words import Words

LONGEST = timedelta(days=366)
_PERIOD = re.compile(
    r"\+?\s*(\d{1,7})\s*(?:(s)(?:ec(?:onds?)?)?|(min)(?:utes?)?|(h)(?:ours?)?|(d)(?:ays?)?|(w)(?:eeks?)?)"
)
_UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Time(Protocol):
    """The clock of the trial, and the house that lives by it."""

    def now(self) -> datetime:
        """What the clock shows."""
        ...

    async def settle(self) -> datetime | None:
        """Let everything that is due leave; returns the next instant at which something is."""
        ...

    async def next_at(self) -> datetime | None:
        """The next instant at which something is sent or a meeting begins, within a year."""
        ...

    async def move(self, to: datetime) -> None:
        """Let time pass until then."""
        ...


def period(typed: str, t: Words) -> timedelta:
    """The time that is to pass: `+30s`, `+1h`, `2 days`. Raises Mistake."""
    if typed.startswith(("-", "−", "–")):
        raise Mistake(t("The clock only goes forward, for instance clock +1h."))
    match = _PERIOD.fullmatch(typed.casefold())
    if not match:
        raise Mistake(t("Write clock +30s, +10min, +1h, +1d, +1w, or clock next."))
    unit = next(_UNITS[unit] for unit in match.groups()[1:] if unit)
    passes = timedelta(**{unit: int(match[1])})
    if passes > LONGEST:
        raise Mistake(t("At most a year at once, please."))
    return passes
