"""Who looks after a network, or is asked to."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.store import people
from bot.store.db import Db
from bot.store.tables import Duty

OPEN = ("asked", "offered", "on")
"""The states of a duty that has not come to its end."""


def one(db: Db, network: int, duty: int, *, to_change: bool = False) -> Duty | None:
    """A duty of this network; `to_change` keeps others from changing it meanwhile."""
    found = select(Duty).where(Duty.network_id == network, Duty.id == duty)
    return db.first(found.with_for_update() if to_change else found)


def of(db: Db, network: int) -> Sequence[Duty]:
    """The duties that have not come to their end, the oldest first."""
    return db.all(
        select(Duty)
        .where(Duty.network_id == network, col(Duty.state).in_(OPEN))
        .order_by(col(Duty.id))
    )


def of_person(db: Db, network: int, member: int) -> list[Duty]:
    """A person's, as far as they have not come to their end."""
    return [row for row in of(db, network) if row.member_id == member]


def stand_ins(db: Db, network: int) -> set[int]:
    """Those who have said yes to stand in for a while."""
    return {row.member_id for row in standing_in(db, network) if row.member_id is not None}


def standing_in(db: Db, network: int) -> Sequence[Duty]:
    """What they have said yes to, who stand in for a while; who does longest, comes last."""
    return db.all(_STAND_INS, network=network)


def lasting(db: Db, network: int, *, to_change: bool = False) -> list[int]:
    """Those who may plan, and not for a while only, in the order in which they came; `to_change`
    keeps others from changing who they are meanwhile.
    """
    plan = people.coordinators(db, network, to_change=to_change)
    instead = stand_ins(db, network)
    return [one.id for one in plan if one.id is not None and one.id not in instead]


def end(db: Db, network: int, member: int) -> None:
    """All that a person was to look after is over; what they may do stays as it is."""
    for row in of_person(db, network, member):
        row.state = "over"


def ask_no_more(db: Db, network: int, member: int) -> None:
    """What a person asked of others and they have not answered is over."""
    for row in of(db, network):
        if row.asked_by == member and row.state == "asked":
            row.state = "over"


_STAND_INS = (
    select(Duty)
    .where(Duty.network_id == bindparam("network"), Duty.kind == "stand-in", Duty.state == "on")
    .order_by(col(Duty.until), col(Duty.id))
)


def over(db: Db, now: datetime, asked_before: datetime) -> Sequence[Duty]:
    """What ends by itself by now in all networks, and the questions to take over that nobody has
    answered since they were `asked_before`.
    """
    return db.all(_OVER, now=now, asked_before=asked_before)


_LATE = (col(Duty.kind) == "take-over") & (col(Duty.made_at) < bindparam("asked_before"))
_ENDS = col(Duty.until).is_not(None) & (col(Duty.until) <= bindparam("now"))
_OVER = select(Duty).where(col(Duty.state).in_(OPEN), _ENDS | _LATE).order_by(col(Duty.id))


def purge(db: Db, made_before: datetime) -> None:
    """Drop what has come to its end and was made before this instant."""
    db.execute(delete(Duty).where(col(Duty.state).not_in(OPEN), col(Duty.made_at) < made_before))
