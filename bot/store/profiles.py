"""What people said of themselves, and where they work."""

from collections.abc import Sequence

from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Affiliation, Institution, Interest, Profile, Topic


def of(db: Db, member: int) -> Profile | None:
    """What a person said of themselves."""
    return db.get(Profile, member)


def institutions(db: Db, network: int) -> Sequence[Institution]:
    """The institutions that a network knows, by name; those that were merged are left out."""
    return db.all(
        select(Institution)
        .where(Institution.network_id == network, col(Institution.merged_into).is_(None))
        .order_by(col(Institution.name), col(Institution.id))
    )


def at(db: Db, network: int, member: int) -> Sequence[Institution]:
    """Where a person works, as a network knows it."""
    return db.all(
        select(Institution)
        .join(Affiliation, col(Affiliation.institution_id) == Institution.id)
        .where(
            Affiliation.network_id == network,
            Affiliation.member_id == member,
            col(Affiliation.left_on).is_(None),
        )
        .order_by(col(Affiliation.id))
    )


def interests(db: Db, member: int, kind: str) -> list[str]:
    """A person's topics of a kind ("subject", "strength", "wish"), as keys."""
    return list(
        db.all(
            select(Interest.topic)
            .where(Interest.member_id == member, Interest.kind == kind)
            .order_by(col(Interest.id))
        )
    )


def set_interests(db: Db, member: int, kind: str, topics: Sequence[str]) -> None:
    """A person's topics of this kind are these."""
    db.execute(
        delete(Interest).where(col(Interest.member_id) == member, col(Interest.kind) == kind)
    )
    for topic in dict.fromkeys(topics):
        db.add(Interest(member_id=member, kind=kind, topic=topic))
    db.flush()


def topics(db: Db, network: int) -> Sequence[Topic]:
    """The topics that a network has of its own."""
    return db.all(select(Topic).where(Topic.network_id == network).order_by(col(Topic.name)))
