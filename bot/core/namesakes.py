"""Who came onto the list by their name alone, and who came themselves and is called the same: they
may be one person. Nobody but a person can tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import merging
from bot.core.cells import same_name
from bot.store import namesakes as stored
from bot.store import networks, people
from bot.store.db import Db
from bot.store.tables import Member


class NotAny(Exception):
    """There are no such two, or no longer."""


@dataclass(frozen=True, slots=True)
class Two:
    """Who is on the list by name, and who came and is called so: their numbers."""

    listed: int
    came: int
    name: str


def every(db: Db, network: int) -> list[Two]:
    """All who may be one person. Who is in another network as well says so themselves."""
    listed = stored.by_list(db, network)
    return list(_pairs(listed, stored.by_account(db, network))) if listed else []


def _pairs(listed: Sequence[stored.Named], came: Sequence[stored.Named]) -> Iterator[Two]:
    named: dict[str, list[int]] = {}
    for key, name in listed:
        named.setdefault(same_name(name), []).append(key)
    for key, name in came:
        alike = named.get(same_name(name), [])
        if len(alike) == 1:
            yield Two(alike[0], key, name)


def find(db: Db, network: int, listed: int, came: int) -> Two:
    """These two, if they still may be one person. Raises NotAny."""
    found = next(
        (one for one in every(db, network) if (one.listed, one.came) == (listed, came)), None
    )
    if found is None:
        raise NotAny
    return found


def are_one(db: Db, network: int, listed: int, came: int, now: datetime) -> Two:
    """A coordinator says that both are one person. Raises NotAny."""
    networks.lock(db, network)
    found = find(db, network, listed, came)
    _one(db, listed, came, now)
    return found


def is_settled(db: Db, network: int, listed: int, came: int) -> bool:
    """Whether of these two only one is left: they are one person, or the other was erased."""
    rows = [people.membership(db, network, one) for one in (listed, came)]
    return rows.count(None) == 1


def _one(db: Db, listed: int, came: int, now: datetime) -> int:
    name = people.name(db, came)  # as they are called where they come from
    stays, goes = merging.elder(listed, came)
    merging.merge(db, stays, goes, now)
    if (member := db.get(Member, stays)) is not None:
        member.name = name
    return stays
