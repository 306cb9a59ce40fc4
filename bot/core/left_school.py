"""Who is back at a school after all: whom they invited to take their place is not needed now."""

from dataclasses import dataclass

from bot.core import links
from bot.store import links as stored
from bot.store import people, register
from bot.store.db import Db

LONG = 16
"""So many signs of a link's digest name it in a button: a number could be somebody else's later."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What became of who was invited: they are `off` again, or have a page of their own by now or
    said something, and stay. Without a name the link was over already.
    """

    name: str = ""
    off: bool = False


def mark(secret: str) -> str:
    """What names a link in a button, and opens nothing."""
    return links.digest(secret)[:LONG]


def take_back(db: Db, network: int, by: int, marked: str) -> Invited:
    """The link that somebody has passed on works no more, and nothing is kept of whose it is, where
    they have not said anything yet.
    """
    link = stored.by_mark(db, network, by, marked) if len(marked) == LONG else None
    if link is None:
        return Invited()
    who = link.member_id
    name = people.name(db, who)
    if not links.is_silent(db, who):
        return Invited(name)
    stored.end(db, network, who, link.purpose)
    if not stored.is_known(db, who):
        register.erase(db, who)
    return Invited(name, off=True)
