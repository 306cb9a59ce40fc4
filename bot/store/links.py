"""Links of people without an account."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select, update

from bot.store.db import Db
from bot.store.tables import (
    Attendance,
    Identity,
    Member,
    Membership,
    Network,
    PersonalLink,
    Rsvp,
)

_of_many: Any = select  # SQLModel types a select of four things at most


def by_digest(
    db: Db, digest: str, now: datetime
) -> tuple[PersonalLink, Identity, Member, Network, Membership] | None:
    """The link of this digest that works now, the account that its person has by it, in which
    network, and their row in it, also where they have left.
    """
    found: tuple[PersonalLink, Identity, Member, Network, Membership] | None = db.first(
        _of_many(PersonalLink, Identity, Member, Network, Membership)
        .join(Identity, col(Identity.member_id) == PersonalLink.member_id)
        .join(Member, col(Member.id) == PersonalLink.member_id)
        .join(Network, col(Network.id) == PersonalLink.network_id)
        .join(Membership, col(Membership.member_id) == PersonalLink.member_id)
        .where(
            PersonalLink.digest == digest,
            PersonalLink.until > now,
            Identity.platform == "web",
            Membership.network_id == PersonalLink.network_id,
        )
    )
    return found


def of(db: Db, network: int, member: int) -> list[PersonalLink]:
    """The links of a person in a network, the newest first."""
    return list(
        db.all(
            select(PersonalLink)
            .where(PersonalLink.network_id == network, PersonalLink.member_id == member)
            .order_by(col(PersonalLink.made_at).desc())
        )
    )


def working(
    db: Db, network: int, purpose: str, now: datetime
) -> Sequence[tuple[PersonalLink, str]]:
    """The links for a purpose that work now, each with the name of whose it is, by name."""
    return db.all(
        select(PersonalLink, Member.name)
        .join(Member, col(Member.id) == PersonalLink.member_id)
        .where(
            PersonalLink.network_id == network,
            PersonalLink.purpose == purpose,
            PersonalLink.until > now,
        )
        .order_by(col(Member.name), col(Member.id))
    )


def one(db: Db, network: int, member: int, purpose: str, now: datetime) -> PersonalLink | None:
    """A person's link for a purpose, if it works now."""
    return db.first(
        select(PersonalLink).where(
            PersonalLink.network_id == network,
            PersonalLink.member_id == member,
            PersonalLink.purpose == purpose,
            PersonalLink.until > now,
        )
    )


def by_mark(db: Db, network: int, by: int, mark: str) -> PersonalLink | None:
    """The link whose digest begins so, if this person has made it for somebody of this network."""
    return db.first(
        select(PersonalLink).where(
            PersonalLink.network_id == network,
            PersonalLink.made_by == by,
            PersonalLink.member_id != by,
            col(PersonalLink.digest).startswith(mark, autoescape=True),
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


def is_own(link: PersonalLink) -> bool:
    """Whether nobody but its person was shown a link: they came by a code, or asked for it. By whom
    it was made is forgotten with who is erased, so it is not theirs only because nobody is named.
    """
    return link.purpose.startswith("member:") or link.made_by == link.member_id


def has_own(db: Db, member: int) -> bool:
    """Whether a person has a link that nobody else was shown."""
    return any(map(is_own, db.all(select(PersonalLink).where(PersonalLink.member_id == member))))


def end_shared(db: Db, member: int) -> None:
    """All links of a person that others were shown do not work any more."""
    for link in db.all(select(PersonalLink).where(PersonalLink.member_id == member)):
        if not is_own(link):
            db.delete(link)
    db.flush()


def keep_until(db: Db, network: int, purpose: str, until: datetime) -> None:
    """All links for this purpose work until then."""
    db.execute(
        update(PersonalLink)
        .where(
            col(PersonalLink.network_id) == network,
            col(PersonalLink.purpose) == purpose,
        )
        .values(until=until)
    )


def purge(db: Db, now: datetime) -> None:
    """Drop the links that are over."""
    db.execute(delete(PersonalLink).where(col(PersonalLink.until) <= now))


def without_account(db: Db, network: int) -> Sequence[Member]:
    """The guests of a network who have no account on any platform."""
    elsewhere = select(Identity.member_id).where(Identity.platform != "web")
    return db.all(
        select(Member)
        .join(Membership, col(Membership.member_id) == Member.id)
        .where(
            Membership.network_id == network,
            Membership.role == "guest",
            col(Membership.left_at).is_(None),
            col(Member.id).not_in(elsewhere),
        )
        .order_by(col(Member.id))
    )


def silent(db: Db, network: int) -> int:
    """How many guests without an account have answered nothing and were nowhere."""
    there = db.connection()
    guests = {number for one in without_account(db, network) if (number := one.id) is not None}
    for table in (Rsvp, Attendance):
        said = select(table.member_id).where(col(table.member_id).in_(guests))
        guests -= set(there.execute(said).scalars())
    return len(guests)


def is_known(db: Db, member: int) -> bool:
    """Whether somebody without an account has answered anything, been anywhere or has a link."""
    rows = (
        select(Rsvp.member_id).where(Rsvp.member_id == member),
        select(Attendance.member_id).where(Attendance.member_id == member),
        select(PersonalLink.member_id).where(PersonalLink.member_id == member),
    )
    return any(db.connection().execute(one).first() for one in rows)
