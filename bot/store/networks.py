"""Networks and the channels they use."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import Delivery, Lane, Membership, Network, Place, SetUpCode

_HERE = (
    select(Network, Place)
    .join(Place, col(Place.network_id) == Network.id)
    .where(
        Place.platform == bindparam("platform"),
        Place.workspace == bindparam("workspace"),
        Place.channel == bindparam("channel"),
    )
)
_UNLISTED = select(Place).where(
    Place.platform == bindparam("platform"),
    Place.purpose == "home",
    (col(Place.listed_at).is_(None)) | (col(Place.listed_at) < bindparam("before")),
)


def here(db: Db, place: chat.Place) -> tuple[Network, Place] | None:
    """The network that this channel belongs to, and the channel's row."""
    return db.first(
        _HERE, platform=place.platform, workspace=place.workspace, channel=place.channel
    )


def at(db: Db, place: chat.Place) -> Network | None:
    """The network that this channel belongs to."""
    found = here(db, place)
    return found[0] if found else None


def of(db: Db, member: int) -> Sequence[Network]:
    """The networks that a person is in, oldest first."""
    return db.all(
        select(Network)
        .join(Membership, col(Membership.network_id) == Network.id)
        .where(Membership.member_id == member, col(Membership.left_at).is_(None))
        .order_by(col(Network.id))
    )


def get(db: Db, network: int) -> Network:
    """The network of this number; it is there as long as its rows are."""
    row = db.get(Network, network)
    if row is None:
        msg = f"network {network} is gone"
        raise LookupError(msg)
    return row


def every(db: Db) -> Sequence[Network]:
    """All networks of the house, for who runs it."""
    return db.all(select(Network).order_by(col(Network.id)))


def lock(db: Db, network: int) -> None:
    """Keep others from adding to what a network has of a kind until this transaction ends."""
    row = select(Network.id).where(Network.id == network)
    db.first(row.with_for_update(key_share=True))


def homes(db: Db, network: int) -> Sequence[Place]:
    """The channels in which the network announces."""
    return db.all(
        select(Place)
        .where(Place.network_id == network, Place.purpose == "home")
        .order_by(col(Place.id))
    )


def places(db: Db, network: int) -> Sequence[Place]:
    """All channels that the network uses, those in which it announces first."""
    return db.all(
        select(Place).where(Place.network_id == network).order_by(col(Place.purpose), col(Place.id))
    )


def is_used(db: Db, place: Place) -> bool:
    """Whether anything of the network waits for this channel, or ever left for it."""
    states = ("waiting", "sending", "sent", "unconfirmed", "held")
    found = (
        select(Delivery.id)
        .join(Lane, col(Lane.id) == Delivery.lane_id)
        .where(
            Delivery.network_id == place.network_id,
            col(Delivery.state).in_(states),
            Lane.platform == place.platform,
            Lane.workspace == place.workspace,
            Lane.kind == "channel",
            Lane.target == place.channel,
        )
    )
    return db.first(found.limit(1)) is not None


def unlisted(db: Db, platform: str, before: datetime) -> Sequence[Place]:
    """The channels of a platform in which networks are at home, and whose people were last listed
    before this instant, or never.
    """
    return db.all(_UNLISTED, platform=platform, before=before)


def address(place: Place) -> chat.Place:
    """A stored channel as the port names it."""
    return chat.Place(place.platform, place.workspace, place.channel)


def home_at(db: Db, place: chat.Place) -> Network | None:
    """The network that is at home in this channel, so that its people are its members."""
    found = here(db, place)
    return found[0] if found and found[1].purpose == "home" else None


def code(db: Db, digest: str) -> SetUpCode | None:
    """The one-time code of this digest, if it has not been used."""
    return db.get(SetUpCode, digest)


def drop_codes(db: Db, made_before: datetime) -> None:
    """Drop the one-time codes made before this instant."""
    db.execute(delete(SetUpCode).where(col(SetUpCode.made_at) < made_before))


def begun(db: Db, platforms: Sequence[str]) -> bool:
    """Whether any network uses one of these platforms."""
    return db.first(select(Place).where(col(Place.platform).in_(platforms)).limit(1)) is not None
