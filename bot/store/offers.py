"""What people of a network offer, whom somebody asks for it, and what they rather are not asked."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import or_
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Approach, Membership, Offer, Request, Rest

FITTING = ("asked", "waiting", "declined")
"""In these states a request is still to be helped."""


def get(db: Db, networks: Sequence[int], key: int) -> Offer | None:
    """The offer of this number, if it is made to one of these networks."""
    return db.first(select(Offer).where(Offer.id == key, col(Offer.network_id).in_(list(networks))))


def open_(db: Db, network: int, today: date) -> Sequence[Offer]:
    """What is offered now by people who are still in the network, the oldest first."""
    return db.all(
        select(Offer)
        .join(Membership, col(Membership.member_id) == Offer.member_id)
        .where(Offer.network_id == network, Offer.state == "open", Offer.until >= today)
        .where(Membership.network_id == network, col(Membership.left_at).is_(None))
        .order_by(col(Offer.id))
    )


def mine(db: Db, network: int, member: int) -> Sequence[Offer]:
    """What a person offers or has offered, the open ones first, the last first."""
    return db.all(
        select(Offer)
        .where(Offer.network_id == network, Offer.member_id == member)
        .order_by(col(Offer.state).desc(), col(Offer.id).desc())
    )


def over(db: Db, until: date) -> Sequence[Offer]:
    """Open offers, of all networks, whose last day was before this one."""
    return db.all(select(Offer).where(Offer.state == "open", Offer.until < until))


def approach(db: Db, networks: Sequence[int], key: int) -> Approach | None:
    """The question of this number, if it was asked in one of these networks."""
    found = select(Approach).where(Approach.id == key, col(Approach.network_id).in_(list(networks)))
    return db.first(found)


def approaches(db: Db, network: int, request: int) -> Sequence[Approach]:
    """Who has been asked for help with a request, in the order in which they were."""
    return db.all(
        select(Approach)
        .where(Approach.network_id == network, Approach.request_id == request)
        .order_by(col(Approach.asked_at), col(Approach.id))
    )


def helped(db: Db, network: int, member: int) -> Sequence[tuple[Approach, Request]]:
    """What a person has said yes to, the last first, each with its request."""
    return db.all(
        select(Approach, Request)
        .join(Request, col(Request.id) == Approach.request_id)
        .where(Approach.network_id == network, Approach.member_id == member)
        .where(Approach.state == "yes")
        .order_by(col(Approach.answered_at).desc())
    )


def open_questions(db: Db, network: int, member: int) -> Sequence[tuple[Approach, Request]]:
    """What a person has been asked and not answered, as long as help is of use."""
    return db.all(
        select(Approach, Request)
        .join(Request, col(Request.id) == Approach.request_id)
        .where(Approach.network_id == network, Approach.member_id == member)
        .where(col(Approach.state).in_(("asked", "silent")), col(Request.state).in_(FITTING))
        .where(col(Request.member_id).is_not(None))
        .order_by(col(Approach.id))
    )


def last_asked(db: Db, network: int) -> dict[int, datetime]:
    """When each person was last asked for help."""
    rows = db.all(
        select(Approach.member_id, Approach.asked_at)
        .where(Approach.network_id == network)
        .order_by(col(Approach.asked_at))
    )
    return dict(rows)


def in_work(db: Db) -> Sequence[Request]:
    """The requests, of all networks, for which somebody has been asked and not answered."""
    some = select(Approach.request_id).where(Approach.state == "asked")
    return db.all(select(Request).where(col(Request.id).in_(some)).order_by(col(Request.id)))


def rests(db: Db, network: int, now: datetime) -> dict[int, set[str]]:
    """What people rather are not asked now, by their numbers; "" stands for anything."""
    rows = db.all(
        select(Rest).where(
            Rest.network_id == network, or_(col(Rest.until).is_(None), col(Rest.until) > now)
        )
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.member_id, set()).add(row.topic)
    return found


def rest(
    db: Db, network: int, member: int, topics: Collection[str], until: datetime | None
) -> None:
    """A person is not asked for help with these until then (None: never)."""
    for topic in sorted(topics):
        row = {"network_id": network, "member_id": member, "topic": topic, "until": until}
        db.upsert(Rest, row, key=("network_id", "member_id", "topic"), change=("until",))


def wake(db: Db, network: int, member: int) -> None:
    """A person may be asked about anything again."""
    db.execute(delete(Rest).where(col(Rest.network_id) == network, col(Rest.member_id) == member))


def to_help(db: Db, network: int) -> Sequence[Request]:
    """What people ask for and nobody helps with yet, who asked first first."""
    return db.all(
        select(Request)
        .where(Request.network_id == network, col(Request.state).in_(FITTING))
        .where(col(Request.member_id).is_not(None))
        .order_by(col(Request.id))
    )
