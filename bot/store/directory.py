"""What the people of a network may see of each other: only rows whose person has agreed to it.

Of who is not on the list (a guest, somebody who left or asked to be left out) nothing is found.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.profiles import OWN
from bot.store.tables import (
    Affiliation,
    Identity,
    Institution,
    Interest,
    Member,
    Membership,
    Profile,
)


def _is_listed(network: int) -> tuple[ColumnElement[bool], ...]:
    return (*_is_in(network), col(Membership.role) != "guest")


def _is_in(network: int) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Membership.network_id) == network,
        col(Membership.left_at).is_(None),
        col(Membership.declined).is_(False),
    )


def _agreed(network: int, part: str) -> tuple[ColumnElement[bool], ...]:
    """On the list of this network, and it may see this part of their profile."""
    shares: Any = literal(" ").concat(Membership.shares).concat(" ")
    return (*_is_listed(network), shares.contains(f" {part} ", autoescape=True))


def listed(db: Db, network: int) -> Sequence[tuple[int, str, str, datetime]]:
    """Who is on the list of a network, or has joined it by a code as a guest: their number,
    name, role, and since when.
    """
    listed = or_(col(Membership.role) != "guest", col(Membership.by_code).is_(True))
    return db.all(
        select(Membership.member_id, Member.name, Membership.role, Membership.joined_at)
        .join(Member, col(Member.id) == Membership.member_id)
        .where(*_is_in(network), listed)
        .order_by(col(Membership.id))
    )


def profiles(db: Db, network: int, part: str) -> Sequence[tuple[int, str, int | None, str]]:
    """Of those who agreed to share this part: their number, what they do, since when, and which
    languages they speak. Columns, not rows: of thousands of people that takes half as long.
    """
    return db.all(
        select(Profile.member_id, Profile.works_as, Profile.since, Profile.speaks)
        .join(Membership, col(Membership.member_id) == Profile.member_id)
        .where(*_agreed(network, part))
    )


def interests(db: Db, network: int, kind: str, part: str) -> Sequence[tuple[int, str]]:
    """Topics of a kind, each with its person, of those who agreed to share this part."""
    return db.all(
        select(Interest.member_id, Interest.topic)
        .join(Membership, col(Membership.member_id) == Interest.member_id)
        .where(*_agreed(network, part), Interest.kind == kind)
        .order_by(col(Interest.id))
    )


def own_topics(db: Db, network: int) -> Sequence[Interest]:
    """The interests in topics of networks' own that are shown to this one, as what somebody teaches
    or is strong in.
    """
    return db.all(
        select(Interest)
        .join(Membership, col(Membership.member_id) == Interest.member_id)
        .where(
            col(Interest.topic).startswith(OWN),
            or_(
                and_(col(Interest.kind) == "subject", *_agreed(network, "work")),
                and_(col(Interest.kind) == "strength", *_agreed(network, "help")),
            ),
        )
        .order_by(col(Interest.id))
    )


def affiliations(db: Db, network: int, part: str) -> Sequence[tuple[int, int]]:
    """Who is at which institution, of those who agreed to share this part."""
    return db.all(
        select(Affiliation.member_id, Affiliation.institution_id)
        .join(Membership, col(Membership.member_id) == Affiliation.member_id)
        .where(
            *_agreed(network, part),
            Affiliation.network_id == network,
            col(Affiliation.left_on).is_(None),
        )
        .order_by(col(Affiliation.id))
    )


def institutions(db: Db, network: int) -> Sequence[Institution]:
    """All institutions that a network has known, also those that were merged into another."""
    return db.all(select(Institution).where(Institution.network_id == network))


def accounts(db: Db, network: int, platform: str, workspace: str) -> Sequence[Identity]:
    """The accounts in this workspace of those who are on a network's list."""
    return db.all(
        select(Identity)
        .join(Membership, col(Membership.member_id) == Identity.member_id)
        .where(
            Membership.network_id == network,
            Membership.role != "guest",
            col(Membership.left_at).is_(None),
            Identity.platform == platform,
            Identity.workspace == workspace,
        )
    )


def account(db: Db, member: int, platform: str, workspace: str) -> str | None:
    """By which account a person can be written to in this workspace: the one met first."""
    return db.first(
        select(Identity.user)
        .where(
            Identity.member_id == member,
            Identity.platform == platform,
            Identity.workspace == workspace,
        )
        .order_by(col(Identity.id))
    )
