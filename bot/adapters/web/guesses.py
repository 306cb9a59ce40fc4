"""Who tries addresses that do not exist is told to wait."""

import ipaddress
from collections import deque
from collections.abc import Callable

from starlette.requests import Request

MOST, MINUTE = 10, 60.0
"""So many wrong ones a minute are slips of the finger."""
REMEMBERED = 10_000
"""From so many addresses at once; beyond, the oldest are forgotten."""
ONE_HOME = 64
"""So many bits of an IPv6 address are a household's; the others it chooses itself (RFC 6177)."""


def whence(request: Request) -> str:
    """Where a request comes from: whoever has one address of a household has them all."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if address.version == 4:  # noqa: PLR2004 -- the other kind of address
        return host
    home = ipaddress.ip_network((address, ONE_HOME), strict=False)
    return str(address.ipv4_mapped or home)


def is_elsewhere(address: str) -> bool:
    """Whether this is an address of the internet, and none of a proxy of our own."""
    try:
        return ipaddress.ip_network(address, strict=False).is_global
    except ValueError:
        return False


class Guesses:
    """Counts the wrong guesses of each address over the last minute. A right one is not counted,
    for behind a proxy many people share an address. `most` are let pass in so many seconds.
    """

    def __init__(
        self, ticks: Callable[[], float], most: int = MOST, seconds: float = MINUTE
    ) -> None:
        self._ticks, self._most, self._seconds = ticks, most, seconds
        self._wrong: dict[str, deque[float]] = {}

    def wrong(self, who: str) -> bool:
        """Note a wrong guess; whether there were too many."""
        self._note(who)
        return self.is_over(who)

    def take(self, who: str) -> bool:
        """Note one more where there is room for it; whether there was."""
        has_room = self._lately(who) < self._most
        if has_room:
            self._note(who)
        return has_room

    def _note(self, who: str) -> None:
        now = self._ticks()
        mine = self._wrong.pop(who, deque(maxlen=self._most + 1))
        self._wrong[who] = mine  # the latest stands last
        while len(self._wrong) > REMEMBERED:
            del self._wrong[next(iter(self._wrong))]
        mine.append(now)

    def forgive(self, who: str) -> None:
        """Take back the last one that was noted."""
        if mine := self._wrong.get(who):
            mine.pop()

    def is_over(self, who: str) -> bool:
        """Whether this address has guessed too often lately."""
        return self._lately(who) > self._most

    def _lately(self, who: str) -> int:
        since = self._ticks() - self._seconds
        return sum(at > since for at in self._wrong.get(who, ()))
