"""Who is away from a network."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, delete, select

from bot.store import people
from bot.store.db import Db
from bot.store.tables import Absence, Member


def one(db: Db, network: int, member: int) -> Absence | None:
    """A person's absence, if they are away."""
    return db.first(
        select(Absence).where(Absence.network_id == network, Absence.member_id == member)
    )


def members(db: Db, network: int) -> set[int]:
    """Who is away."""
    return set(db.all(select(Absence.member_id).where(Absence.network_id == network)))


def of(db: Db, network: int) -> Sequence[tuple[Absence, Member]]:
    """Who is away, and until when; who is back first comes first."""
    return db.all(
        select(Absence, Member)
        .join(Member, col(Member.id) == Absence.member_id)
        .where(Absence.network_id == network)
        .order_by(col(Absence.back_at), col(Absence.id))
    )


def here(db: Db, network: int) -> list[int]:
    """The coordinators who are not away: whom the network asks what needs a person."""
    gone = members(db, network)
    found = people.coordinators(db, network)
    return [one.id for one in found if one.id is not None and one.id not in gone]


def networks(db: Db) -> Sequence[int]:
    """The networks in which somebody is away."""
    return db.all(_NETWORKS)


_NETWORKS = select(Absence.network_id).distinct().order_by(col(Absence.network_id))


def over(db: Db, network: int, now: datetime) -> Sequence[Absence]:
    """The absences that are over by now."""
    return db.all(select(Absence).where(Absence.network_id == network, Absence.back_at <= now))


def forget(db: Db, network: int, member: int) -> None:
    """The person is not away any more."""
    db.execute(
        delete(Absence).where(col(Absence.network_id) == network, col(Absence.member_id) == member)
    )
