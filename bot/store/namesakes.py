"""Who of a network came onto its list by their name alone, and who of it has an account."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Identity, Member, Membership

Named = tuple[int, str]
"""Somebody's number and name."""


def by_list(db: Db, network: int) -> Sequence[Named]:
    """Those on a network's list who have no account anywhere, and are in no other network."""
    return _named(db, network, ~_is_known(), Membership.role != "guest", ~_is_elsewhere(network))


def by_account(db: Db, network: int) -> Sequence[Named]:
    """Those of a network who have come themselves by an account of a platform, which nobody can do
    for another, and are in no other network.
    """
    who = (_has_account(), Membership.role != "guest", ~_is_elsewhere(network))
    return _named(db, network, *who)


def _named(db: Db, network: int, *which: object) -> Sequence[Named]:
    of_two: Any = select
    return db.all(
        of_two(Member.id, Member.name)
        .join(Membership, col(Membership.member_id) == Member.id)
        .where(
            Membership.network_id == network,
            col(Membership.left_at).is_(None),
            Member.name != "",
            *which,
        )
        .order_by(Member.name, Member.id)
    )


def _is_known() -> ColumnElement[bool]:
    return exists().where(col(Identity.member_id) == Member.id)


def _has_account() -> ColumnElement[bool]:
    return exists().where(col(Identity.member_id) == Member.id, col(Identity.platform) != "web")


def _is_elsewhere(network: int) -> ColumnElement[bool]:
    other = aliased(Membership)
    return exists().where(col(other.member_id) == Member.id, col(other.network_id) != network)
