"""What people who go together have said, and who of them is there."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.deliveries import LEFT
from bot.store.rounds import TOGETHER
from bot.store.tables import (
    EPOCH,
    Absence,
    BuddyWish,
    Delivery,
    Impact,
    Membership,
    Network,
    Pair,
    Paired,
    Profile,
    QuestionAnswer,
    Reflection,
    Round,
    Rsvp,
    Trial,
)


def networks(db: Db, since: datetime) -> Sequence[int]:
    """The networks in which a round goes on, or has ended `since` then; but those on hold."""
    goes_on = or_(
        col(Round.state) == "on", and_(col(Round.state) == "over", col(Round.ends_at) > since)
    )
    return db.all(
        select(Round.network_id)
        .join(Network, col(Network.id) == Round.network_id)
        .where(goes_on, col(Network.held_since).is_(None))
        .distinct()
        .order_by(col(Round.network_id))
    )


def mine(db: Db, pair: int, member: int) -> Paired | None:
    """A person's part in a pair."""
    return db.first(select(Paired).where(Paired.pair_id == pair, Paired.member_id == member))


def of_person(db: Db, network: int, member: int) -> Sequence[tuple[Pair, Round]]:
    """The pairs in which a person was or is, the latest first."""
    return db.all(
        select(Pair, Round)
        .join(Round, col(Round.id) == Pair.round_id)
        .join(Paired, col(Paired.pair_id) == Pair.id)
        .where(
            Pair.network_id == network,
            Paired.member_id == member,
            col(Pair.state).in_(TOGETHER),
        )
        .order_by(col(Pair.id).desc())
    )


def of_view(db: Db, round_: Round, view: str) -> dict[str, Delivery]:
    """The messages of one view since a round was introduced, by their subject."""
    rows = db.all(
        select(Delivery)
        .where(
            Delivery.network_id == round_.network_id,
            Delivery.view == view,
            col(Delivery.due) >= (round_.introduced_at or EPOCH),
        )
        .order_by(col(Delivery.id))
    )
    return {row.subject: row for row in rows}


def has_left(row: Delivery | None) -> bool:
    """Whether a message has left, or may have."""
    return row is not None and row.state in LEFT


_ANSWERS = (
    (col(Rsvp.member_id), col(Rsvp.answered_at)),
    (col(Reflection.member_id), col(Reflection.said_at)),
    (col(Trial.member_id), col(Trial.said_at)),
    (col(Impact.member_id), col(Impact.said_at)),
    (col(QuestionAnswer.member_id), col(QuestionAnswer.said_at)),
    (col(Profile.member_id), col(Profile.confirmed_at)),
)


def answered(db: Db, members: Collection[int]) -> dict[int, datetime]:
    """When each of these people last answered anything, in whatever network; when somebody was last
    heard of would not tell, for platforms are asked as well.
    """
    found: dict[int, datetime] = {}
    for who, at in _ANSWERS:
        said = select(who, func.max(at)).where(who.in_(members), at.is_not(None)).group_by(who)
        for member, last in db.all(said):
            if last is not None:
                found[member] = max(last, found.get(member, last))
    return found


def not_there(db: Db, network: int, members: Collection[int], until: datetime) -> set[int]:
    """Those of these people who are away, or want no buddy or no messages, until after then."""
    queries = (
        select(Absence.member_id).where(
            Absence.network_id == network, col(Absence.back_at) > until
        ),
        select(BuddyWish.member_id).where(
            BuddyWish.network_id == network, col(BuddyWish.paused_until) > until
        ),
        select(Membership.member_id).where(
            Membership.network_id == network, col(Membership.paused_until) > until
        ),
    )
    return {one for query in queries for one in db.all(query) if one in members}
