"""How much Slack takes: a message a second in a channel, and so many calls of a method a minute."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

BURST = 4
"""Messages a channel takes at once before it is held to one a second; Slack says "short bursts"."""

TIERS = {
    "users.info": 4,
    "views.open": 4,
    "views.update": 4,
    "chat.postEphemeral": 4,
    "conversations.members": 4,
    "files.getUploadURLExternal": 4,
    "files.completeUploadExternal": 4,
    "chat.update": 3,
    "conversations.open": 3,
    "apps.connections.open": 3,
}
"""The tier of each method that has one; auth.test and chat.postMessage have limits of their own."""

A_MINUTE = {2: 20, 3: 50, 4: 100}
"""Calls that a workspace may make of a method of each tier [docs: rate limits]."""


class Patience(Exception):
    """The Web API answers 429, to be tried again after so many seconds."""

    def __init__(self, after: float = 1.0) -> None:
        super().__init__(after)
        self.after = after


@dataclass(slots=True)
class Limits:
    """What is left of each limit. `paced`: channels have theirs; `tiers`: methods have theirs."""

    clock: Callable[[], float]
    paced: bool = True
    tiers: bool = False
    _left: dict[Hashable, tuple[float, float]] = field(default_factory=dict)

    def post(self, channel: str) -> None:
        """Take one message from what the channel bears; raise Patience where there is none left."""
        if self.paced:
            self._take(("channel", channel), BURST, 1.0)

    def call(self, method: str) -> None:
        """Take one call from what the method bears; raise Patience where there is none left."""
        if self.tiers and method in TIERS:
            most = A_MINUTE[TIERS[method]]
            self._take(method, most, most / 60)

    def _take(self, what: Hashable, most: int, per_second: float) -> None:
        now = self.clock()
        left, since = self._left.get(what, (float(most), now))
        left = min(float(most), left + (now - since) * per_second)
        self._left[what] = (left, now)
        if left < 1:
            raise Patience((1 - left) / per_second)
        self._left[what] = (left - 1, now)
