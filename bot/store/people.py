"""People: who they are on each platform, and in which networks."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import Forgotten, Identity, Member, Membership, Network

_KNOWN = (
    select(Identity, Member)
    .join(Member, col(Member.id) == Identity.member_id)
    .where(
        Identity.platform == bindparam("platform"),
        Identity.workspace == bindparam("workspace"),
        Identity.user == bindparam("user"),
    )
)
_MEMBERSHIPS = (
    select(Membership, Network)
    .join(Network, col(Network.id) == Membership.network_id)
    .where(Membership.member_id == bindparam("member"))
    .order_by(col(Network.id))
)


def known(db: Db, person: chat.Person) -> tuple[Identity, Member] | None:
    """The account of this person on this platform and who is behind it, if it has been met."""
    return db.first(_KNOWN, platform=person.platform, workspace=person.workspace, user=person.user)


def membership(db: Db, network: int, member: int) -> Membership | None:
    """A person's row in a network, also when they have left it."""
    return db.first(
        select(Membership).where(Membership.network_id == network, Membership.member_id == member)
    )


def memberships(db: Db, member: int) -> Sequence[tuple[Membership, Network]]:
    """A person's rows in all networks, also in those they have left, oldest network first."""
    return db.all(_MEMBERSHIPS, member=member)


def present(db: Db, network: int) -> int:
    """How many people are in the network."""
    statement = select(func.count()).where(
        Membership.network_id == network, col(Membership.left_at).is_(None)
    )
    return db.first(statement) or 0


def coordinators(db: Db, network: int, *, to_change: bool = False) -> Sequence[Member]:
    """Those who may plan, in the order in which they came; `to_change` keeps others from changing
    who they are meanwhile.
    """
    found = (
        select(Member)
        .join(Membership, col(Membership.member_id) == Member.id)
        .where(
            Membership.network_id == network,
            Membership.role == "coordinator",
            col(Membership.left_at).is_(None),
        )
        .order_by(col(Membership.id))
    )
    return db.all(found.with_for_update() if to_change else found)


def inboxes(db: Db, network: int, members: Sequence[int]) -> dict[int, chat.Person]:
    """For each of these who agreed to be written to privately, the account to write to (the first
    met).
    """
    rows = db.all(
        select(Identity)
        .join(Membership, col(Membership.member_id) == Identity.member_id)
        .where(
            Membership.network_id == network,
            col(Membership.private).is_(True),
            col(Membership.left_at).is_(None),
            col(Identity.member_id).in_(members),
        )
        .order_by(col(Identity.id).desc())
    )
    return {row.member_id: chat.Person(row.platform, row.workspace, row.user) for row in rows}


def agreed(db: Db, person: chat.Person) -> bool:
    """Whether this account's member agreed, in some network, to be written to privately."""
    found = db.first(
        select(Membership.id)
        .join(Identity, col(Identity.member_id) == Membership.member_id)
        .where(
            Identity.platform == person.platform,
            Identity.workspace == person.workspace,
            Identity.user == person.user,
            col(Membership.private).is_(True),
            col(Membership.left_at).is_(None),
        )
    )
    return found is not None


def forgotten(db: Db, network: int, digests: Sequence[str]) -> bool:
    """Whether this account, by any of its digests, asked this network to forget it."""
    return any(db.get(Forgotten, (digest, network)) for digest in digests)


def accounts(db: Db, member: int) -> Sequence[Identity]:
    """A person's own accounts."""
    return db.all(select(Identity).where(Identity.member_id == member).order_by(col(Identity.id)))


def of_workspace(
    db: Db, network: int, platform: str, workspace: str
) -> Sequence[tuple[int, chat.Person]]:
    """The people in a network by their accounts in this workspace, guests of it left out."""
    rows = db.all(
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
    return [(r.member_id, chat.Person(r.platform, r.workspace, r.user)) for r in rows]
