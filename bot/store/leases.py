"""Leases: what one process at a time may do, among all that share the database."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import EPOCH, Lease

LONGEST = timedelta(minutes=2)
"""No lease is taken for longer: one that ends later is a clock's that has since been put back."""


def take(db: Db, name: str, owner: str, now: datetime, seconds: float) -> bool:
    """Take or renew a lease from now on; False while it is another owner's."""
    db.upsert(Lease, {"name": name, "owner": "", "until": EPOCH}, key=("name",), change=())
    lease = db.one_value(select(Lease).where(Lease.name == name).with_for_update())
    if lease.owner != owner and now < lease.until <= now + LONGEST:
        return False
    lease.owner, lease.until = owner, now + min(timedelta(seconds=seconds), LONGEST)
    return True


def give_back(db: Db, name: str, owner: str) -> None:
    """Let another owner have it at once."""
    db.execute(delete(Lease).where(col(Lease.name) == name, col(Lease.owner) == owner))


def ends(db: Db, name: str, now: datetime, within: timedelta) -> datetime | None:
    """When what was kept under this name is over, if that is to come; but not one that ends so far
    away that a clock has to have been put back since.
    """
    until = db.first(select(Lease.until).where(Lease.name == name))
    return until if until is not None and now < until <= now + within else None


def keep(db: Db, name: str, until: datetime) -> None:
    """Keep, of nobody, until when something needs not be done again."""
    db.upsert(Lease, {"name": name, "owner": "", "until": until}, key=("name",))
