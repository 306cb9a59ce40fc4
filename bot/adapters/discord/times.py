"""How long everything takes that keeps this bot, and one of it only, on the line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """All in seconds.

    Of silence until we ask whether anybody is there (`quiet`), and until the line counts as dead;
    for a connection to come to be; between attempts at first, at last, and where they are of no
    use until somebody mends something. How long the right to answer holds, how often it is asked
    for, and how often we look whether Discord can be spoken to.
    """

    quiet: float = 20.0
    dead: float = 45.0
    connecting: float = 15.0
    again: float = 1.0
    at_last: float = 30.0
    hopeless: float = 120.0
    lease: float = 20.0
    renew: float = 5.0
    probe: float = 15.0
