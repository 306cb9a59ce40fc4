"""Rounds of buddies: who goes together, who sits out, and who was together before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import String, cast, exists, func
from sqlalchemy.orm import aliased
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Apart, Delivery, Pair, Paired, Round, RoundOut

INTRODUCED = ("on", "over")
"""The states of a round whose people know of each other."""
TOGETHER = ("on", "over", "ended")
"""The states of a pair whose people know of each other."""


def get(db: Db, networks: Sequence[int], number: int, *, to_change: bool = False) -> Round | None:
    """The round of this number, of one of these networks; `to_change` keeps others from changing
    it meanwhile.
    """
    found = select(Round).where(Round.id == number, col(Round.network_id).in_(list(networks)))
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return db.first(found)


def of(db: Db, network: int, *states: str) -> Sequence[Round]:
    """A network's rounds in these states, the newest first."""
    return db.all(
        select(Round)
        .where(Round.network_id == network, col(Round.state).in_(states))
        .order_by(col(Round.number).desc())
    )


def overlapping(db: Db) -> Sequence[int]:
    """The networks in which more than one round goes on."""
    rows = select(Round.network_id).where(Round.state == "on").group_by(col(Round.network_id))
    return db.all(rows.having(func.count() > 1))


def next_to_go(db: Db, now: datetime) -> datetime | None:
    """When the next round after now is introduced by itself."""
    goes = col(Round.goes_at)
    return db.first(select(func.min(goes)).where(Round.state == "preview", goes > now))


def untold(db: Db, view: str) -> Sequence[int]:
    """The pairs that go on and whose conversation could not be opened for this view."""
    rows = (
        select(Pair.id)
        .join(Delivery, col(Delivery.subject) == cast(Pair.id, String))
        .where(
            Delivery.view == view,
            Delivery.network_id == Pair.network_id,
            Delivery.state == "failed",
            Pair.state == "on",
        )
    )
    return [key for key in db.all(rows) if key is not None]


def last_number(db: Db, network: int) -> int:
    """The number of a network's latest round; 0 where there was none (one that did not come has
    none that counts).
    """
    found = select(func.max(Round.number)).where(Round.network_id == network)
    return max(db.first(found) or 0, 0)


def pairs(db: Db, round_: int) -> Sequence[Pair]:
    """The pairs of a round, in their order."""
    return db.all(
        select(Pair).where(Pair.round_id == round_).order_by(col(Pair.number), col(Pair.id))
    )


def pair(db: Db, networks: Sequence[int], number: int, *, to_change: bool = False) -> Pair | None:
    """The pair of this number, of one of these networks."""
    found = select(Pair).where(Pair.id == number, col(Pair.network_id).in_(list(networks)))
    return db.first(found.with_for_update() if to_change else found)


def people(db: Db, pairs: Iterable[Pair]) -> dict[int, list[Paired]]:
    """The people of these pairs, by the number of the pair, in the order in which they were put
    together: in a trio the third comes last.
    """
    keys = [pair.id for pair in pairs]
    found: dict[int, list[Paired]] = {key: [] for key in keys if key is not None}
    rows = select(Paired).where(col(Paired.pair_id).in_(keys)).order_by(col(Paired.id))
    for row in db.all(rows):
        found[row.pair_id].append(row)
    return found


def of_pair(db: Db, pair: int) -> Sequence[Paired]:
    """The people of one pair, in the order in which they were put together."""
    return db.all(select(Paired).where(Paired.pair_id == pair).order_by(col(Paired.id)))


def current(db: Db, network: int, member: int, now: datetime) -> Pair | None:
    """The pair that a person is in now, in a round that goes on and has been introduced; none where
    nobody else is in it any more.
    """
    other = aliased(Paired)
    return db.first(
        select(Pair)
        .join(Paired, col(Paired.pair_id) == Pair.id)
        .where(
            Pair.network_id == network,
            Paired.member_id == member,
            Pair.state == "on",
            col(Pair.introduced_at) <= now,
            exists().where(col(other.pair_id) == col(Pair.id), col(other.member_id) != member),
        )
        .order_by(col(Pair.id).desc())
    )


def now_of(db: Db, member: int) -> Sequence[Pair]:
    """The pairs that a person is dealt into or goes on in, in any network, the oldest first."""
    return db.all(
        select(Pair)
        .join(Paired, col(Paired.pair_id) == Pair.id)
        .where(Paired.member_id == member, col(Pair.state).in_(("dealt", "on")))
        .order_by(col(Pair.id))
    )


def of_person(db: Db, network: int, member: int) -> Sequence[tuple[Paired, int]]:
    """All pairs that a person was in and knows of, each with the number of its round."""
    return db.all(
        select(Paired, Pair.round_id)
        .join(Pair, col(Pair.id) == Paired.pair_id)
        .where(
            Paired.network_id == network,
            Paired.member_id == member,
            col(Pair.state).in_(TOGETHER),
        )
        .order_by(col(Paired.id))
    )


def sitting_out(db: Db, round_: int) -> Sequence[RoundOut]:
    """Who sits a round out."""
    return db.all(select(RoundOut).where(RoundOut.round_id == round_).order_by(col(RoundOut.id)))


def not_out(db: Db, member: int, among: Collection[int]) -> None:
    """A person sits none of these rounds out."""
    theirs = col(RoundOut.member_id) == member, col(RoundOut.round_id).in_(among)
    db.execute(delete(RoundOut).where(*theirs))


def apart(db: Db, round_: int) -> Sequence[Apart]:
    """Who is kept apart in a round by a coordinator."""
    return db.all(select(Apart).where(Apart.round_id == round_).order_by(col(Apart.id)))


def may_again(db: Db, round_: int, number: int) -> bool:
    """Two may go together after all; returns whether they were kept apart."""
    row = db.first(select(Apart).where(Apart.id == number, Apart.round_id == round_))
    if row is not None:
        db.delete(row)
        db.flush()
    return row is not None


def forget_apart(db: Db, round_: int) -> None:
    """Nobody is kept apart any more: the round is over, or does not come."""
    db.execute(delete(Apart).where(col(Apart.round_id) == round_))


def history(db: Db, network: int) -> Sequence[tuple[int, int, int]]:
    """Who was together in former rounds: the round's number, the pair's, and the person's."""
    return db.all(
        select(Round.number, Paired.pair_id, Paired.member_id)
        .join(Pair, col(Pair.id) == Paired.pair_id)
        .join(Round, col(Round.id) == Pair.round_id)
        .where(Round.network_id == network, col(Pair.state).in_(TOGETHER))
        .order_by(col(Round.number), col(Pair.id), col(Paired.id))
    )


def were_out(db: Db, network: int) -> Sequence[tuple[int, int, str]]:
    """Who sat out which of the rounds that were introduced, and why."""
    return db.all(
        select(Round.number, RoundOut.member_id, RoundOut.why)
        .join(Round, col(Round.id) == RoundOut.round_id)
        .where(Round.network_id == network, col(Round.state).in_(INTRODUCED))
    )


def clear(db: Db, round_: int, kept: Sequence[int] = ()) -> None:
    """Drop what was dealt in a round, but the pairs that are `kept`."""
    goes = [row.id for row in pairs(db, round_) if row.id not in kept]
    db.execute(delete(Paired).where(col(Paired.pair_id).in_(goes)))
    db.execute(delete(Pair).where(col(Pair.id).in_(goes)))
    db.execute(delete(RoundOut).where(col(RoundOut.round_id) == round_))


def keep(
    db: Db,
    round_: Round,
    groups: Sequence[tuple[Sequence[int], bool]],
    out: Mapping[int, str],
    first: int,
) -> None:
    """Write down what was dealt: groups, each with whether it is a repeat, and who sits out."""
    key = round_.id or 0
    rows = [
        Pair(network_id=round_.network_id, round_id=key, number=at, state="dealt", repeat=repeat)
        for at, (_, repeat) in enumerate(groups, first)
    ]
    for row in rows:
        db.add(row)
    db.flush()
    for row, (members, _) in zip(rows, groups, strict=True):
        for member in members:
            one = Paired(network_id=row.network_id, pair_id=row.id or 0, member_id=member)
            db.add(one)
    for member, why in out.items():
        sits = RoundOut(network_id=round_.network_id, round_id=key, member_id=member, why=why)
        db.add(sits)
    db.flush()


def drop_pair(db: Db, pair: Pair) -> None:
    """A pair of which nobody knows is no more."""
    db.execute(delete(Paired).where(col(Paired.pair_id) == pair.id))
    db.delete(pair)
    db.flush()


def take_out(db: Db, pair: Pair, member: int) -> None:
    """A person is not in a pair any more; the others are."""
    rows = col(Paired.pair_id) == pair.id, col(Paired.member_id) == member
    db.execute(delete(Paired).where(*rows))


def sit_out(db: Db, round_: Round, members: Sequence[int]) -> None:
    """Nobody was found in a round for these people."""
    key, known = round_.id or 0, {row.member_id for row in sitting_out(db, round_.id or 0)}
    for member in members:
        if member not in known:
            db.add(RoundOut(network_id=round_.network_id, round_id=key, member_id=member, why=""))
    db.flush()


def put(db: Db, pair: Pair, members: Sequence[int]) -> None:
    """These people are in a pair, in this order, and nobody else; a conversation is not theirs."""
    pair.talk_id = None
    db.execute(delete(Paired).where(col(Paired.pair_id) == pair.id))
    for member in members:
        db.add(Paired(network_id=pair.network_id, pair_id=pair.id or 0, member_id=member))
    db.flush()
