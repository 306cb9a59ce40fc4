"""Until when people want to be left in peace."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlmodel import col, select

from bot.chat import Person
from bot.store.db import Db
from bot.store.tables import Identity, Membership

_OF = (
    select(Membership.paused_until)
    .join(Identity, col(Identity.member_id) == Membership.member_id)
    .where(
        Membership.network_id == bindparam("network"),
        Identity.platform == bindparam("platform"),
        Identity.workspace == bindparam("workspace"),
        Identity.user == bindparam("user"),
    )
)


def of(db: Db, network: int, person: Person) -> datetime | None:
    """Until when this account's person is left in peace in a network."""
    return db.first(
        _OF, network=network, platform=person.platform, workspace=person.workspace,
        user=person.user,
    )  # fmt: skip


def all_of(db: Db, member: int) -> Sequence[datetime | None]:
    """The same in each of a person's networks."""
    return db.all(select(Membership.paused_until).where(Membership.member_id == member))


def resting(db: Db, network: int, now: datetime) -> set[int]:
    """Those of a network who are left in peace now."""
    rows = select(Membership.member_id).where(
        Membership.network_id == network, col(Membership.paused_until) > now
    )
    return set(db.all(rows))


def put(db: Db, member: int, until: datetime | None) -> None:
    """Keep it for all of a person's networks."""
    theirs = col(Membership.member_id) == member
    db.execute(update(Membership).where(theirs).values(paused_until=until))
