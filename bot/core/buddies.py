"""Who would like a buddy: joining, pausing, what one wishes, and with whom never."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from bot.core import away
from bot.core.people import number
from bot.store import buddies
from bot.store.db import Db
from bot.store.tables import BuddyPlan, BuddyWish, Network, NotWith

MODES = ("either", "online", "face")
EVERY = (1, 2)
PHASES = ("", "same", "other")
WEEKS = (0, 2, 3, 4, 6, 8, 12)
"""Every how many weeks a round comes by itself; 0: when a coordinator asks for one."""
MOST_NEVER = 20
"""With so many people somebody may say that they never want to go together."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wishes: how they meet, every how many rounds, and of which phase."""

    mode: str = "either"
    every: int = 1
    phase: str = ""


class TooMany(Exception):
    """Somebody would go together with hardly anybody."""


def plan(db: Db, network: int) -> BuddyPlan:
    """What a network has set about buddies, made now where it has set nothing yet."""
    row = buddies.plan(db, network)
    if row is None:
        row = BuddyPlan(network_id=network, is_on=False)
        db.add(row)
        db.flush()
    return row


def is_on(db: Db, network: int) -> bool:
    """Whether a network has buddies."""
    row = buddies.plan(db, network)
    return row is not None and row.is_on


def mine(db: Db, network: int, member: int) -> BuddyWish | None:
    """A person's wish, if they would like a buddy."""
    row = buddies.wish(db, network, member)
    return row if row is not None and row.left_at is None else None


def join(db: Db, network: int, member: int, now: datetime) -> BuddyWish:
    """A person would like a buddy, as they wished before if they did; a pause of theirs is over."""
    row = buddies.wish(db, network, member)
    if row is None:
        row = BuddyWish(network_id=network, member_id=member, since=now)
        db.add(row)
    if row.left_at is not None:
        row.left_at, row.since = None, now
    row.paused_until = None
    db.flush()
    return row


def wished(db: Db, network: int, member: int, now: datetime) -> BuddyWish:
    """What a person wishes, made now where they have wished nothing yet. They are not in by that:
    only who says so is.
    """
    row = buddies.wish(db, network, member)
    if row is None:
        row = BuddyWish(network_id=network, member_id=member, since=now, left_at=now)
        db.add(row)
        db.flush()
    return row


def pause(db: Db, network: Network, member: int, until: date) -> BuddyWish | None:
    """A person takes part in no round until a day; None where they take part in none anyway."""
    row = mine(db, number(network.id), member)
    if row is not None:
        row.paused_until = away.first_day(network, until)
    return row


def is_paused(row: BuddyWish, now: datetime) -> bool:
    """Whether a person takes part in no round just now, as they said."""
    return row.paused_until is not None and row.paused_until > now


def leave(db: Db, network: int, member: int, now: datetime) -> bool:
    """A person would like no buddy any more; returns whether they did. What they wished is kept for
    when they come back.
    """
    row = mine(db, network, member)
    if row is not None:
        row.left_at, row.paused_until = now, None
    return row is not None


def keep(row: BuddyWish, wish: Wish) -> None:
    """This is what a person wishes from now on."""
    row.mode, row.every, row.phase = wish.mode, wish.every, wish.phase


def wish_of(row: BuddyWish) -> Wish:
    """What a person wishes."""
    return Wish(row.mode, row.every, row.phase)


def phase_of(row: BuddyWish) -> Literal["", "same", "other"]:
    """A buddy of which phase a person wishes."""
    return cast("Literal['', 'same', 'other']", row.phase if row.phase in PHASES else "")


def never(db: Db, network: int, member: int, other: int) -> None:
    """A person never goes together with another; nobody else is told. Raises TooMany."""
    mine = buddies.never(db, network, member)
    if any(row.other_id == other for row, _ in mine):
        return
    if len(mine) >= MOST_NEVER:
        raise TooMany
    db.add(NotWith(network_id=network, member_id=member, other_id=other))
    db.flush()


def may_again(db: Db, network: int, member: int, row: int) -> str | None:
    """A person may go together with another again; returns their name, None where nothing was
    said.
    """
    for found, name in buddies.never(db, network, member):
        if found.id == row:
            db.delete(found)
            db.flush()
            return name
    return None
