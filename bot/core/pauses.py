"""Who wants to be left in peace: until a day, or until they say otherwise, nothing private is sent
to them and nothing is asked. They stay on the list, and find everything under /network.
"""

from datetime import datetime

from bot.chat import Person, Place
from bot.store import pauses
from bot.store.db import Db
from bot.store.deliveries import Withheld
from bot.store.tables import NEVER, Membership

PAUSED = "paused"
"""Why a message was not sent to somebody who wants none just now."""


def is_paused(row: Membership | None, now: datetime) -> bool:
    """Whether a person is left in peace in a network."""
    return row is not None and row.paused_until is not None and now < row.paused_until


def check(db: Db, network: int, to: Person | Place, now: datetime) -> None:
    """Raise Withheld for a message to somebody who wants none now; channels always get theirs."""
    if isinstance(to, Person):
        until = pauses.of(db, network, to)
        if until is not None and now < until:
            raise Withheld(PAUSED)


def begin(db: Db, member: int, until: datetime | None) -> None:
    """Leave a person in peace in every network: until an instant, or (None) until they say so."""
    pauses.put(db, member, until or NEVER)


def end(db: Db, member: int) -> None:
    """The person is written to again."""
    pauses.put(db, member, None)


def until(db: Db, member: int, now: datetime) -> datetime | None:
    """Until when a person is left in peace; NEVER where they have named no day, None where they are
    not.
    """
    found = [at for at in pauses.all_of(db, member) if at is not None and at > now]
    return max(found, default=None)
