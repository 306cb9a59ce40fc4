"""People: who they are on each platform, and in which networks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot import chat
from bot.store import networks
from bot.store.db import Db
from bot.store.tables import Absence, Forgotten, Identity, Member, Membership, Network, Place

_KNOWN = (
    select(Identity, Member)
    .join(Member, col(Member.id) == Identity.member_id)
    .where(
        Identity.platform == bindparam("platform"),
        Identity.workspace == bindparam("workspace"),
        Identity.user == bindparam("user"),
    )
)
_BEST_LAST = (
    case((col(Identity.platform) == col(Member.prefers), 1), else_=0),
    col(Identity.heard_at).asc().nulls_first(),
    col(Identity.id).desc(),
)
"""A person's accounts, that to which they are written at the end: the platform that they prefer,
else the one they used last, else the first that we met.
"""
_INBOXES = (
    select(Identity)
    .join(Member, col(Member.id) == Identity.member_id)
    .join(Membership, col(Membership.member_id) == Identity.member_id)
    .where(
        Membership.network_id == bindparam("network"),
        col(Membership.private).is_(True),
        col(Membership.left_at).is_(None),
        col(Identity.member_id).in_(bindparam("members", expanding=True)),
        Identity.platform != "web",
        col(Identity.gone_at).is_(None),
    )
    .order_by(*_BEST_LAST)
)
_TO_ASK = _INBOXES.where(
    ~exists().where(
        col(Absence.network_id) == bindparam("network"),
        col(Absence.member_id) == col(Membership.member_id),
    )
)
_HERE = aliased(Network)
_of_many: Any = select  # SQLModel types a select of four things at most
_SPEAKING = (
    _of_many(Identity, Member, Membership, Network, Place, _HERE)
    .join(Member, col(Member.id) == Identity.member_id)
    .outerjoin(Membership, col(Membership.member_id) == Member.id)
    .outerjoin(Network, col(Network.id) == Membership.network_id)
    .outerjoin(
        Place,
        and_(
            col(Place.platform) == bindparam("platform"),
            col(Place.workspace) == bindparam("of_channel"),
            col(Place.channel) == bindparam("channel"),
        ),
    )
    .outerjoin(_HERE, col(_HERE.id) == Place.network_id)
    .where(
        Identity.platform == bindparam("platform"),
        Identity.workspace == bindparam("workspace"),
        Identity.user == bindparam("user"),
    )
    .order_by(col(Network.id))
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, and where: their rows in all networks, also in those they have left, oldest
    network first; and the channel's row with the network that it belongs to.
    """

    account: Identity | None = None
    member: Member | None = None
    theirs: Sequence[tuple[Membership, Network]] = ()
    place: Place | None = None
    here: Network | None = None


_LISTED = (
    select(Membership.member_id)
    .where(
        Membership.network_id == bindparam("network"),
        Membership.role != "guest",
        col(Membership.left_at).is_(None),
        Membership.joined_at < bindparam("before"),
    )
    .order_by(col(Membership.id))
)
_COORDINATORS = (
    select(Member)
    .join(Membership, col(Membership.member_id) == Member.id)
    .where(
        Membership.network_id == bindparam("network"),
        Membership.role == "coordinator",
        col(Membership.left_at).is_(None),
    )
    .order_by(col(Membership.id))
)


def speaking(db: Db, person: chat.Person, place: chat.Place) -> Speaking:
    """All that is known of a person and of where they are, by one statement: every call begins
    with it.
    """
    rows = db.all(
        _SPEAKING,
        platform=person.platform,
        workspace=person.workspace,
        user=person.user,
        of_channel=place.workspace,
        channel=place.channel,
    )
    if not rows:
        here, channel = networks.here(db, place) or (None, None)
        return Speaking(place=channel, here=here)
    account, member, _, _, channel, here = rows[0]
    theirs = [(row, network) for _, _, row, network, _, _ in rows if row is not None]
    return Speaking(account, member, theirs, channel, here)


def known(db: Db, person: chat.Person) -> tuple[Identity, Member] | None:
    """The account of this person on this platform and who is behind it, if it has been met."""
    return db.first(_KNOWN, platform=person.platform, workspace=person.workspace, user=person.user)


def membership(db: Db, network: int, member: int) -> Membership | None:
    """A person's row in a network, also when they have left it."""
    return db.first(
        select(Membership).where(Membership.network_id == network, Membership.member_id == member)
    )


def name(db: Db, member: int) -> str:
    """A person's name, as far as it is known."""
    return db.first(select(Member.name).where(Member.id == member)) or ""


def names(db: Db, network: int) -> Sequence[tuple[int, str]]:
    """Those who are in the network, guests among them, each with their name."""
    return db.all(
        select(Membership.member_id, Member.name)
        .join(Member, col(Member.id) == Membership.member_id)
        .where(Membership.network_id == network, col(Membership.left_at).is_(None))
        .order_by(col(Membership.member_id))
    )


def present(db: Db, network: int) -> int:
    """How many people can read what is posted in the network's channels: those with an account, but
    for who came by a code and is in none yet.
    """
    can_read = exists().where(
        col(Identity.member_id) == col(Membership.member_id), col(Identity.platform) != "web"
    )
    statement = select(func.count()).where(
        Membership.network_id == network,
        col(Membership.left_at).is_(None),
        col(Membership.by_code).is_(False),
        can_read,
    )
    return db.first(statement) or 0


def listed(db: Db, network: int, before: datetime) -> list[int]:
    """Those who were on the network's list before an instant, and still are; guests are not."""
    return list(db.all(_LISTED, network=network, before=before))


def still_here(db: Db, network: int) -> set[int]:
    """Those who have not left the network; guests among them."""
    rows = select(Membership.member_id).where(
        Membership.network_id == network, col(Membership.left_at).is_(None)
    )
    return set(db.all(rows))


def coordinators(db: Db, network: int, *, to_change: bool = False) -> Sequence[Member]:
    """Those who may plan, in the order in which they came; `to_change` keeps others from changing
    who they are meanwhile.
    """
    found = _COORDINATORS.with_for_update() if to_change else _COORDINATORS
    return db.all(found, network=network)


def inboxes(
    db: Db, network: int, members: Sequence[int], *, to_ask: bool = True
) -> dict[int, chat.Person]:
    """For each of these who agreed to be written to privately, the account to write to: on the
    platform that they prefer, else the one they used last; none of a platform that they have left.
    Who is away is only told news, and asked nothing.
    """
    rows = db.all(_TO_ASK if to_ask else _INBOXES, network=network, members=members)
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
    db: Db, network: int, platform: str, workspace: str, *, before: datetime
) -> Sequence[tuple[int, chat.Person]]:
    """The people in a network by their accounts in this workspace, guests of it left out, those who
    came at this instant or later, and those who came by a code and are in no channel of it yet.
    """
    rows = db.all(
        select(Identity)
        .join(Membership, col(Membership.member_id) == Identity.member_id)
        .where(
            Membership.network_id == network,
            Membership.role != "guest",
            col(Membership.by_code).is_(False),
            col(Membership.left_at).is_(None),
            Membership.joined_at < before,
            Identity.platform == platform,
            Identity.workspace == workspace,
        )
    )
    return [(r.member_id, chat.Person(r.platform, r.workspace, r.user)) for r in rows]


def reachable(db: Db, member: int) -> Sequence[Identity]:
    """A person's accounts to which something can be sent, the one that they prefer at the end."""
    return reachable_of(db, (member,))


def reachable_of(db: Db, members: Collection[int]) -> Sequence[Identity]:
    """The same of several people at once: of each the one that they prefer comes last."""
    return db.all(
        select(Identity)
        .join(Member, col(Member.id) == Identity.member_id)
        .where(
            col(Identity.member_id).in_(members),
            Identity.platform != "web",
            col(Identity.gone_at).is_(None),
        )
        .order_by(*_BEST_LAST)
    )


def says_yes(db: Db, member: int) -> bool:
    """Whether a person may be written to privately by any network of theirs."""
    found = db.first(
        select(Membership.id).where(
            Membership.member_id == member,
            col(Membership.private).is_(True),
            col(Membership.left_at).is_(None),
        )
    )
    return found is not None


def memberships(db: Db, member: int) -> Sequence[tuple[Membership, int]]:
    """A person's rows in the networks they are in, each with the network's number."""
    return db.all(
        select(Membership, Membership.network_id)
        .where(Membership.member_id == member, col(Membership.left_at).is_(None))
        .order_by(col(Membership.network_id))
    )
