"""How long everything takes that keeps us in touch with Slack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """All in seconds.

    Between two looks whether Slack can be spoken to (`pulse`); of silence on a socket until we ask
    whether anybody is there, which is answered within half of that or the socket counts as dead
    (`quiet`); for one to come to be; between attempts at first, and at last. How long a socket that
    is to be left may go on.
    """

    pulse: float = 25.0
    quiet: float = 20.0
    connecting: float = 10.0
    again: float = 1.0
    at_last: float = 10.0
    leaving: float = 10.0
