"""What people said of themselves, and where they work."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.faults import Conflict
from bot.store.tables import (
    Affiliation,
    Identity,
    Institution,
    Interest,
    Membership,
    Network,
    Profile,
    Topic,
)

OWN = "own-"
"""The key of a network's own topic begins with it; then comes the number of its row."""


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
            col(Institution.merged_into).is_(None),
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
    """A person's topics of this kind are these. Raises Conflict where a network's own one, new to
    them, has gone meanwhile: nobody else had it.
    """
    _hold(db, {*topics} - {*interests(db, member, kind)})
    db.execute(
        delete(Interest).where(col(Interest.member_id) == member, col(Interest.kind) == kind)
    )
    for topic in dict.fromkeys(topics):
        db.add(Interest(member_id=member, kind=kind, topic=topic))
    db.flush()


def _hold(db: Db, keys: Collection[str]) -> None:
    """Keep these own topics from going until this transaction ends."""
    numbers = sorted(_numbers(keys))
    rows = select(Topic.id).where(col(Topic.id).in_(numbers)).order_by(col(Topic.id))
    if numbers and len(db.all(rows.with_for_update(read=True, key_share=True))) < len(numbers):
        raise Conflict


def _numbers(keys: Collection[str]) -> set[int]:
    ends = {key.removeprefix(OWN) for key in keys if key.startswith(OWN)}
    return {int(end) for end in ends if end.isdigit()}


def topics(db: Db, network: int) -> Sequence[Topic]:
    """The topics that a network has of its own."""
    return db.all(select(Topic).where(Topic.network_id == network).order_by(col(Topic.name)))


def own_topic(db: Db, networks: Sequence[int], key: int) -> Topic | None:
    """The own topic of this number, if one of these networks has it."""
    return db.first(select(Topic).where(Topic.id == key, col(Topic.network_id).in_(list(networks))))


def with_topic(db: Db, topic: str) -> Sequence[Interest]:
    """All interests in a topic, of whatever kind."""
    return db.all(select(Interest).where(Interest.topic == topic).order_by(col(Interest.id)))


def own_words(db: Db, member: int) -> list[str]:
    """The keys of those of a person's topics that are some network's own, of whatever kind."""
    return list(
        db.all(
            select(Interest.topic)
            .where(Interest.member_id == member, col(Interest.topic).startswith(OWN))
            .order_by(col(Interest.id))
        )
    )


def drop_topics(db: Db, keys: Sequence[str]) -> None:
    """Of these own topics, those that stand in nobody's profile go."""
    for number in sorted(_numbers(keys)):
        row = db.first(select(Topic).where(Topic.id == number).with_for_update())
        if row is not None and not with_topic(db, f"{OWN}{number}"):
            db.delete(row)
    db.flush()


def unconfirmed(db: Db, before: datetime, most: int) -> list[tuple[Profile, int]]:
    """Those who have not confirmed their profile, nor been asked to, since an instant, and may be
    written to: each with the first network in which they may.
    """
    first: dict[int, tuple[Profile, int]] = {}
    for profile, network in db.all(_UNCONFIRMED, before=before, most=most):
        first.setdefault(profile.member_id, (profile, network))
    return list(first.values())


_UNCONFIRMED = (
    select(Profile, Membership.network_id)
    .join(Membership, col(Membership.member_id) == Profile.member_id)
    .join(Network, col(Network.id) == Membership.network_id)
    .where(
        col(Profile.confirmed_at) <= bindparam("before"),
        col(Profile.asked_at).is_(None) | (col(Profile.asked_at) <= bindparam("before")),
        col(Membership.private).is_(True),
        col(Membership.left_at).is_(None),
        col(Network.held_since).is_(None),
        col(Profile.member_id).in_(select(Identity.member_id).where(Identity.platform != "web")),
    )
    .order_by(col(Profile.member_id), col(Membership.id))
    .limit(bindparam("most"))
)
