"""What matching reads of many people at once, one statement for each kind of thing."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Affiliation, Institution, Interest, Membership, Profile


def profiles(db: Db, network: int, members: Sequence[int]) -> Sequence[Profile]:
    """What these people of a network said of themselves."""
    return db.all(
        select(Profile)
        .join(Membership, col(Membership.member_id) == Profile.member_id)
        .where(Membership.network_id == network, col(Profile.member_id).in_(members))
    )


def interests(db: Db, network: int, members: Sequence[int]) -> Sequence[tuple[int, str, str]]:
    """The topics of these people of a network: whose, of what kind, which."""
    return db.all(
        select(Interest.member_id, Interest.kind, Interest.topic)
        .join(Membership, col(Membership.member_id) == Interest.member_id)
        .where(Membership.network_id == network, col(Interest.member_id).in_(members))
        .order_by(col(Interest.id))
    )


def schools(db: Db, network: int, members: Sequence[int]) -> Sequence[tuple[int, Institution]]:
    """Where these people work now, as a network knows it; an institution that was put into another
    one is not among them: its people stand at that one.
    """
    return db.all(
        select(Affiliation.member_id, Institution)
        .join(Institution, col(Institution.id) == Affiliation.institution_id)
        .where(
            Affiliation.network_id == network,
            col(Affiliation.member_id).in_(members),
            col(Affiliation.left_on).is_(None),
            col(Institution.merged_into).is_(None),
        )
        .order_by(col(Affiliation.id))
    )
