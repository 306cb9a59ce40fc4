"""Codes by which people come in, and who has come by them."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import JoinCode, Member, Membership, Network

INTO = select(JoinCode, Network).join(Network, col(Network.id) == JoinCode.network_id)


def by_code(db: Db, code: str) -> tuple[JoinCode, Network] | None:
    """The row of this code, and the network that it leads into; none where it was ended."""
    return db.first(INTO.where(JoinCode.code == code, col(JoinCode.ended).is_(False)))


def was_given(db: Db, code: str) -> bool:
    """Whether this code was ever anybody's, ended or not."""
    return db.get(JoinCode, code) is not None


def of(db: Db, network: int, member: int | None) -> JoinCode | None:
    """The network's own code, or a member's."""
    return db.first(
        select(JoinCode).where(
            JoinCode.network_id == network,
            col(JoinCode.member_id).is_(None) if member is None else JoinCode.member_id == member,
            col(JoinCode.ended).is_(False),
        )
    )


def has_any(db: Db, network: int) -> bool:
    """Whether a code leads into the network, its own or a member's."""
    leads = (JoinCode.network_id == network, col(JoinCode.ended).is_(False))
    return db.first(select(JoinCode.code).where(*leads)) is not None


def end(db: Db, network: int, member: int | None) -> bool:
    """The network's own code, or a member's, works no more, each that there is; whether there was
    one.
    """
    whose = col(JoinCode.member_id)
    rows = db.all(
        select(JoinCode).where(
            JoinCode.network_id == network,
            whose.is_(None) if member is None else whose == member,
            col(JoinCode.ended).is_(False),
        )
    )
    for row in rows:
        row.ended, row.member_id = True, None
    db.flush()
    return bool(rows)


def came(db: Db, network: int, since: datetime) -> int:
    """How many have come into a network by a code since an instant, and are in no channel yet."""
    rows = select(func.count()).where(
        Membership.network_id == network,
        col(Membership.by_code).is_(True),
        Membership.joined_at > since,
    )
    return db.first(rows) or 0


def inviter(db: Db, network: int, member: int) -> Member | None:
    """By whose invitation a person came into a network."""
    return db.first(
        select(Member)
        .join(Membership, col(Membership.invited_by) == Member.id)
        .where(Membership.network_id == network, Membership.member_id == member)
    )
