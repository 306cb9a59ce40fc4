"""Who tries addresses that do not exist is told to wait."""

from collections import deque
from collections.abc import Callable

MOST, MINUTE = 10, 60.0
"""So many wrong ones a minute are slips of the finger."""
REMEMBERED = 10_000
"""From so many addresses at once; beyond, the oldest are forgotten."""


class Guesses:
    """Counts the wrong guesses of each address over the last minute. A right one is not counted,
    for behind a proxy many people share an address. `most` are let pass.
    """

    def __init__(self, ticks: Callable[[], float], most: int = MOST) -> None:
        self._ticks, self._most = ticks, most
        self._wrong: dict[str, deque[float]] = {}

    def wrong(self, who: str) -> bool:
        """Note a wrong guess; whether there were too many."""
        now = self._ticks()
        mine = self._wrong.pop(who, deque(maxlen=self._most + 1))
        self._wrong[who] = mine  # the latest stands last
        while len(self._wrong) > REMEMBERED:
            del self._wrong[next(iter(self._wrong))]
        mine.append(now)
        return self.is_over(who)

    def is_over(self, who: str) -> bool:
        """Whether this address has guessed too often in the last minute."""
        since = self._ticks() - MINUTE
        return sum(at > since for at in self._wrong.get(who, ())) > self._most
