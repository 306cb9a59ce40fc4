"""Private conversations of a few people of a network."""

from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import bindparam, or_
from sqlmodel import col, select

from bot import chat
from bot.store import people
from bot.store.db import Db
from bot.store.tables import Identity, Lane, Member, Place, Talk

KIND = "talk"
"""The kind of a conversation's lane; its target is the talk's number."""
KEY = ("network_id", "platform", "workspace", "users")
NAMED_BY = " · "
_BY_KEY = select(Talk).where(*(getattr(Talk, part) == bindparam(part) for part in KEY))
_AT = (
    select(Talk)
    .where(
        Talk.platform == bindparam("platform"),
        Talk.workspace == bindparam("workspace"),
        Talk.opened == bindparam("opened"),
        Talk.opened != "",
    )
    .order_by(col(Talk.id).desc())
)
# A Discord account is the same one on every server; a Slack account is of its own.
_IN_IT = or_(
    col(Identity.workspace) == bindparam("workspace"), col(Identity.workspace) == Identity.platform
)
_PEOPLE = (
    select(Member)
    .join(Identity, col(Identity.member_id) == Member.id)
    .where(
        Identity.platform == bindparam("platform"),
        _IN_IT,
        col(Identity.user).in_(bindparam("users", expanding=True)),
    )
    .order_by(col(Identity.id))
)


def keep(db: Db, network: int, home: Place, users: Collection[str], name: str) -> Talk:
    """The conversation of these accounts, kept from now on if they had none. It belongs to the
    channel `home`, and is opened when the first message goes there.
    """
    key = {
        "network_id": network, "platform": home.platform, "workspace": home.workspace,
        "users": f" {' '.join(sorted(users))} ",
    }  # fmt: skip
    row = {**key, "name": name, "channel": home.channel, "opened": ""}
    db.upsert(Talk, row, key=KEY, change=())
    talk = cast("Talk", db.first(_BY_KEY, **key))
    if not talk.opened:
        talk.channel = home.channel
    return talk


def get(db: Db, network: int, talk: int) -> Talk | None:
    """A conversation of this network."""
    return db.first(select(Talk).where(Talk.network_id == network, Talk.id == talk))


def at(db: Db, place: chat.Place) -> Talk | None:
    """The conversation that stands there; of several networks, the latest."""
    where = {"platform": place.platform, "workspace": place.workspace, "opened": place.channel}
    return db.first(_AT, **where)


def of_lane(db: Db, lane: Lane) -> Talk | None:
    """The conversation to which a lane leads; None where one of its people was erased."""
    return db.get(Talk, int(lane.target))


def users(talk: Talk) -> tuple[str, ...]:
    """The accounts of who is in it."""
    return tuple(talk.users.split())


def members(db: Db, talk: Talk) -> Sequence[Member]:
    """Who is in it, as far as they are known."""
    where = {"platform": talk.platform, "workspace": talk.workspace, "users": users(talk)}
    return db.all(_PEOPLE, **where)


def target(talk: Talk) -> chat.Place | chat.Talk:
    """Where its messages go: there, or to whom it is to be opened for. Its number in the name tells
    it from that of others with the same names.
    """
    if talk.opened:
        return address(talk)
    name = f"{talk.name}{NAMED_BY}{talk.id}"
    return chat.Talk(talk.platform, talk.workspace, users(talk), talk.channel, name)


def address(talk: Talk) -> chat.Place:
    """Where it stands; in no channel, as long as it is not opened."""
    return chat.Place(talk.platform, talk.workspace, talk.opened)


def accounts(db: Db, home: Place, of: Collection[int]) -> dict[int, str]:
    """By which account each of these people is reached where this channel is, as far as they are:
    of several the one that they prefer.
    """
    rows = people.reachable_of(db, of)
    mine = (home.workspace, home.platform)
    there = [row for row in rows if row.platform == home.platform and row.workspace in mine]
    return {row.member_id: row.user for row in there}
