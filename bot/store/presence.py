"""Who is still there: accounts that were not heard of for long, and those that have gone."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import Identity, Membership, Place


def silent(
    db: Db, platform: str, users: Collection[str], before: datetime
) -> dict[chat.Person, Identity]:
    """Of these users the accounts that have gone, or were not heard of since then."""
    rows = db.all(
        select(Identity).where(
            Identity.platform == platform,
            col(Identity.user).in_(users),
            or_(
                col(Identity.gone_at).is_not(None),
                col(Identity.heard_at).is_(None),
                col(Identity.heard_at) < before,
            ),
        )
    )
    return {chat.Person(row.platform, row.workspace, row.user): row for row in rows}


def account(db: Db, person: chat.Person) -> Identity | None:
    """A person's account, if it has been met."""
    return db.first(
        select(Identity).where(
            Identity.platform == person.platform,
            Identity.workspace == person.workspace,
            Identity.user == person.user,
        )
    )


def homes(db: Db, networks: Collection[int], platform: str) -> Sequence[tuple[int, str]]:
    """In which workspaces of a platform these networks are at home, as (network, workspace)."""
    return db.all(
        select(Place.network_id, Place.workspace)
        .where(
            col(Place.network_id).in_(networks),
            Place.platform == platform,
            Place.purpose == "home",
        )
        .distinct()
        .order_by(col(Place.network_id), col(Place.workspace))
    )


def networks_of(db: Db, member: int) -> Sequence[int]:
    """The networks in which a person is."""
    return db.all(
        select(Membership.network_id)
        .where(Membership.member_id == member, col(Membership.left_at).is_(None))
        .order_by(col(Membership.network_id))
    )


def elsewhere(db: Db, network: int, account: Identity) -> bool:
    """Whether its person is in the network by another account too, on a platform where the network
    is at home.
    """
    other = (
        select(Identity.id)
        .join(Place, col(Place.platform) == Identity.platform)
        .where(
            Identity.member_id == account.member_id,
            Identity.id != account.id,
            col(Identity.gone_at).is_(None),
            Place.network_id == network,
            Place.purpose == "home",
            # A Discord account is the same one on every server; a Slack account is of its own.
            or_(
                col(Identity.workspace) == col(Place.workspace),
                col(Identity.workspace) == col(Identity.platform),
            ),
        )
    )
    return db.first(other.limit(1)) is not None
