"""Who would like a buddy, with what wishes, and with whom never."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, delete, select, update

from bot.store.db import Db
from bot.store.tables import (
    Absence,
    Apart,
    BuddyPlan,
    BuddyWish,
    Identity,
    Member,
    Membership,
    Network,
    NotWith,
    Paired,
    Profile,
)


def plan(db: Db, network: int) -> BuddyPlan | None:
    """What a network has set about buddies."""
    return db.first(select(BuddyPlan).where(BuddyPlan.network_id == network))


def running(db: Db) -> Sequence[int]:
    """The networks whose rounds come by themselves, but those on hold."""
    return db.all(
        select(BuddyPlan.network_id)
        .join(Network, col(Network.id) == BuddyPlan.network_id)
        .where(col(BuddyPlan.is_on), BuddyPlan.weeks > 0, col(Network.held_since).is_(None))
        .order_by(col(BuddyPlan.network_id))
    )


def wish(db: Db, network: int, member: int) -> BuddyWish | None:
    """A person's wish for a buddy, also one that they have taken back."""
    return db.first(
        select(BuddyWish).where(BuddyWish.network_id == network, BuddyWish.member_id == member)
    )


def count(db: Db, network: int) -> int:
    """How many of a network would like a buddy."""
    return len(_wished(db, network))


def _wished(db: Db, network: int) -> Sequence[tuple[BuddyWish, Membership]]:
    """Who would like a buddy, and is on the network's list."""
    return db.all(
        select(BuddyWish, Membership)
        .join(Membership, col(Membership.member_id) == BuddyWish.member_id)
        .where(
            BuddyWish.network_id == network,
            Membership.network_id == network,
            col(BuddyWish.left_at).is_(None),
            col(Membership.left_at).is_(None),
            Membership.role != "guest",
        )
        .order_by(col(BuddyWish.id))
    )


def wishes(db: Db, network: int, now: datetime) -> list[tuple[BuddyWish, bool]]:
    """The wishes of who would like a buddy and can be reached, and whether their person takes part
    just now: has no pause of either kind, and is not away.
    """
    away = set(db.all(select(Absence.member_id).where(Absence.network_id == network)))
    found = _wished(db, network)
    there = _reachable(db, {row.member_id for row, _ in found})
    return [
        (row, row.member_id not in away and not _rests(row, of, now))
        for row, of in found
        if row.member_id in there
    ]


def _rests(row: BuddyWish, of: Membership, now: datetime) -> bool:
    return any(until is not None and until > now for until in (row.paused_until, of.paused_until))


def _reachable(db: Db, members: Collection[int]) -> set[int]:
    """Those of these who have an account that has not gone from its platform."""
    rows = select(Identity.member_id).where(
        col(Identity.member_id).in_(members),
        col(Identity.gone_at).is_(None),
        Identity.platform != "web",
    )
    return set(db.all(rows))


def never(db: Db, network: int, member: int) -> Sequence[tuple[NotWith, str]]:
    """With whom a person never wants to go together, by name. Only they may read it."""
    return db.all(
        select(NotWith, Member.name)
        .join(Member, col(Member.id) == NotWith.other_id)
        .where(NotWith.network_id == network, NotWith.member_id == member)
        .order_by(col(NotWith.id))
    )


def blocks(db: Db, network: int) -> frozenset[frozenset[str]]:
    """Who is never put together, either way; for matching alone."""
    return frozenset(frozenset((str(one), str(other))) for one, other in nevers(db, network))


def nevers(db: Db, network: int) -> set[tuple[int, int]]:
    """Who never wants to go together with whom; for matching alone."""
    rows = db.all(select(NotWith.member_id, NotWith.other_id).where(NotWith.network_id == network))
    return {(one, other) for one, other in rows if other is not None and other != one}


def end(db: Db, network: int, member: int, now: datetime) -> None:
    """A person leaves the network: they would like no buddy there any more, and how they can be
    reached is not kept for one.
    """
    theirs = col(BuddyWish.network_id) == network, col(BuddyWish.member_id) == member
    here = col(BuddyWish.left_at).is_(None)
    db.execute(update(BuddyWish).where(*theirs, here).values(left_at=now))
    mine = col(Paired.network_id) == network, col(Paired.member_id) == member
    db.execute(update(Paired).where(*mine).values(contact=""))


def forget_other(db: Db, member: int) -> None:
    """Somebody is erased: nobody keeps that they never want to go with them."""
    db.execute(delete(NotWith).where(col(NotWith.other_id) == member))


def forget_self(db: Db, member: int) -> None:
    """Two people became one: nobody keeps that they are not to go with themselves."""
    for table in (NotWith, Apart):
        mine = col(table.member_id) == member, col(table.other_id) == member
        db.execute(delete(table).where(*mine))


def memberships(db: Db, network: int, members: Collection[int]) -> dict[int, Membership]:
    """The rows of these people in a network."""
    rows = select(Membership).where(
        Membership.network_id == network, col(Membership.member_id).in_(members)
    )
    return {row.member_id: row for row in db.all(rows)}


def names(db: Db, members: Collection[int]) -> dict[int, str]:
    """What these people are called."""
    rows = select(Member.id, Member.name).where(col(Member.id).in_(members))
    return {key: name for key, name in db.all(rows) if key is not None}


def profiles(db: Db, members: Collection[int]) -> dict[int, Profile]:
    """What these people said of themselves, all of it: for matching alone."""
    rows = select(Profile).where(col(Profile.member_id).in_(members))
    return {row.member_id: row for row in db.all(rows)}
