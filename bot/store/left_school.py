"""Who is no longer at a school, and which schools have nobody now."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import exists
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Affiliation, Institution, Membership


def leave(db: Db, network: int, member: int, institution: int, on: date) -> bool:
    """A person is not at a school any more; says whether they were."""
    row = db.first(
        select(Affiliation).where(
            Affiliation.network_id == network,
            Affiliation.member_id == member,
            Affiliation.institution_id == institution,
            col(Affiliation.left_on).is_(None),
        )
    )
    if row is None:
        return False
    row.left_on = on
    db.flush()
    return True


def empty(db: Db, network: int) -> Sequence[str]:
    """The schools of which somebody was, and nobody of the network is any more, by name."""
    was = exists().where(col(Affiliation.institution_id) == col(Institution.id))
    still = (
        exists()
        .where(
            col(Affiliation.institution_id) == col(Institution.id),
            col(Affiliation.left_on).is_(None),
            col(Membership.network_id) == col(Affiliation.network_id),
            col(Membership.member_id) == col(Affiliation.member_id),
            col(Membership.left_at).is_(None),
        )
        .correlate(Institution)
    )
    return db.all(
        select(Institution.name)
        .where(
            Institution.network_id == network,
            col(Institution.merged_into).is_(None),
            was,
            ~still,
        )
        .order_by(col(Institution.name), col(Institution.id))
    )
