"""Links of people without an account."""

from datetime import datetime

from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Identity, PersonalLink


def by_digest(db: Db, digest: str, now: datetime) -> tuple[PersonalLink, Identity] | None:
    """The link of this digest that works now, and the account that its person has by it."""
    return db.first(
        select(PersonalLink, Identity)
        .join(Identity, col(Identity.member_id) == PersonalLink.member_id)
        .where(PersonalLink.digest == digest, PersonalLink.until > now, Identity.platform == "web")
    )


def of(db: Db, network: int, member: int) -> list[PersonalLink]:
    """The links of a person in a network, the newest first."""
    return list(
        db.all(
            select(PersonalLink)
            .where(PersonalLink.network_id == network, PersonalLink.member_id == member)
            .order_by(col(PersonalLink.made_at).desc())
        )
    )


def end(db: Db, network: int, member: int, purpose: str) -> None:
    """A person's links for this purpose do not work any more."""
    db.execute(
        delete(PersonalLink).where(
            col(PersonalLink.network_id) == network,
            col(PersonalLink.member_id) == member,
            col(PersonalLink.purpose) == purpose,
        )
    )


def purge(db: Db, now: datetime) -> None:
    """Drop the links that are over."""
    db.execute(delete(PersonalLink).where(col(PersonalLink.until) <= now))
