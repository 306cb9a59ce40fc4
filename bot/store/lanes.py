"""Lanes: one for each destination, looked at when something is due there, by one worker at a time.

Whoever changes both locks deliveries before lanes, each by ascending id, so that nobody waits in a
circle; commands therefore lower their lanes last (`lower`), and claims skip what is locked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, cast

from sqlalchemy import Table, and_, bindparam, case, func, update
from sqlmodel import UTCDateTime, col, select

from bot.chat import Person, Place
from bot.store import firsts
from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery, Lane, Talk

MOST_REFUSALS = 5
"""A place that has refused so often in a row is left alone for a while."""
PROBE = timedelta(minutes=15)
"""For how long; then one message tries it again."""
KEY = ("platform", "workspace", "kind", "target")
_BY_KEY = select(Lane.id).where(*(getattr(Lane, part) == bindparam(part) for part in KEY))
# SQLite has to be told that there are no NULLs, else it reads past the partial index.
_NEXT_DUE = select(func.min(Lane.next_at)).where(
    Lane.platform == bindparam("platform"), col(Lane.next_at).is_not(None)
)
_AT = bindparam("at", type_=UTCDateTime())
_SOONEST = case((col(Lane.rest_until) > _AT, col(Lane.rest_until)), else_=_AT)
_LOWER = (
    update(cast("Table", Lane.__table__))  # type: ignore[attr-defined]
    .where(col(Lane.id) == bindparam("lane"))
    .where(col(Lane.next_at).is_(None) | (col(Lane.next_at) > _SOONEST))
    .values(next_at=_SOONEST, network_id=bindparam("network"))
)


@dataclass(frozen=True, slots=True)
class Rest:
    """How a turn leaves its lane: nothing happens there before `until`. `taken`: the place took
    something; `refused_for`: it did not, and why; `closed`: nor will it take anything else.
    """

    until: datetime
    taken: bool = False
    refused_for: str = ""
    closed: bool = False


def find_or_make(db: Db, to: Place | Person | Talk) -> int:
    """The lane of a destination; a thread goes by the lane of its channel."""
    match to:
        case Place(channel=name):
            kind = "channel"
        case Person(user=name):
            kind = "person"
        case Talk():
            kind, name = "talk", str(to.id)
    key = {"platform": to.platform, "workspace": to.workspace, "kind": kind, "target": name}
    found = db.connection().scalar(_BY_KEY, key)
    if found is None:
        db.upsert(Lane, key | {"rest_until": EPOCH, "owner": ""}, key=KEY, change=())
        found = db.connection().scalar(_BY_KEY, key)
    return cast("int", found)


def closed(db: Db, person: Person) -> bool:
    """Whether a person's inbox did not take our last message."""
    row = db.first(
        select(Lane).where(
            Lane.platform == person.platform,
            Lane.workspace == person.workspace,
            Lane.kind == "person",
            Lane.target == person.user,
        )
    )
    return row is not None and row.stopped_at is not None


def target(lane: Lane, thread: str = "") -> Place | Person:
    """The destination of a channel's or a person's lane, or a thread in it."""
    if lane.kind == "person":
        return Person(lane.platform, lane.workspace, lane.target)
    return Place(lane.platform, lane.workspace, lane.target, thread)


def lower(db: Db, lane: int, network: int, at: datetime) -> None:
    """Have the lane looked at by then; written at the end of the transaction."""
    db.ending(_Lowering).want(lane, network, at)


class _Lowering:
    """The earliest instant asked for in each lane."""

    turn: ClassVar[int] = 2

    def __init__(self) -> None:
        self._wanted: dict[int, tuple[datetime, int]] = {}

    def want(self, lane: int, network: int, at: datetime) -> None:
        self._wanted[lane] = min(self._wanted.get(lane, (at, network)), (at, network))

    def __call__(self, db: Db) -> None:
        rows = [
            {"lane": lane, "at": at, "network": network}
            for lane, (at, network) in sorted(self._wanted.items())
        ]
        if db.connection().execute(_LOWER, rows).rowcount > 0:
            db.sooner = True


def next_due(db: Db, platform: str) -> datetime | None:
    """When a lane of the platform is next to be looked at, or None."""
    return db.one_value(_NEXT_DUE, platform=platform)


def claim(
    db: Db,
    platform: str,
    *,
    limit: int,
    owner: str,
    now: datetime,
    until: datetime,
    but: Collection[int] = (),
) -> Sequence[int]:
    """Claim lanes in which something is due, for `owner` until then, less those `but`. Networks
    take turns, and of each network the lane that has waited longest comes first.
    """
    is_due = and_(col(Lane.platform) == platform, col(Lane.next_at) <= now)
    if but:
        is_due = and_(is_due, col(Lane.id).not_in(but))
    turn = func.row_number().over(
        partition_by=col(Lane.network_id), order_by=(col(Lane.next_at), col(Lane.id))
    )
    ranked = select(Lane.id, turn.label("turn"), Lane.next_at).where(is_due).subquery()
    # More than are wanted, for others claim too. Locked by a statement of its own: in one with the
    # ranking, PostgreSQL, which never knows how many are due, ranks them again for each lane.
    queue = db.all(
        select(ranked.c.id).order_by(ranked.c.turn, ranked.c.next_at, ranked.c.id).limit(4 * limit)
    )
    lanes: list[int] = []
    while queue and len(lanes) < limit:
        part, queue = queue[:limit], queue[limit:]
        free = select(Lane).where(col(Lane.id).in_(part), is_due).limit(limit - len(lanes))
        lanes += [cast("int", lane.id) for lane in db.all(free.with_for_update(skip_locked=True))]
    if lanes:
        db.execute(
            update(Lane)
            .where(col(Lane.id).in_(lanes))
            .values(owner=owner, rest_until=until, next_at=until)
            .execution_options(synchronize_session=False)
        )
    return lanes


def held(db: Db, lanes: Collection[int], owner: str) -> dict[int, Lane]:
    """Those of the lanes that are still `owner`'s."""
    rows = db.all(select(Lane).where(col(Lane.id).in_(lanes), Lane.owner == owner))
    return {cast("int", row.id): row for row in rows}


def locked(db: Db, owners: Mapping[int, str]) -> dict[int, Delivery]:
    """The deliveries of these ids, locked, less those whose lane has gone to another owner."""
    rows = db.all(
        select(Delivery, Lane.owner)
        .join(Lane, col(Lane.id) == Delivery.lane_id)
        .where(col(Delivery.id).in_(owners))
        .order_by(col(Delivery.id))
        .with_for_update(of=Delivery)
    )
    kept = [row for row, owner in rows if owner == owners[cast("int", row.id)]]
    return {cast("int", row.id): row for row in kept}


def release(db: Db, owners: Mapping[int, str], rests: Mapping[int, Rest], now: datetime) -> None:
    """Give lanes back, each to rest as it was left, less those that went to another owner."""
    db.flush()
    mine = (
        select(Lane)
        .where(col(Lane.id).in_(rests))
        .order_by(col(Lane.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    lanes = [lane for lane in db.all(mine) if lane.owner == owners[cast("int", lane.id)]]
    # Asked for once the lanes are locked: whoever adds something later waits to lower them.
    nexts = firsts.of(db, [cast("int", lane.id) for lane in lanes])
    for lane in lanes:
        row = nexts.get(cast("int", lane.id))
        _leave(lane, rests[cast("int", lane.id)], now)
        lane.next_at = max(lane.rest_until, firsts.moment(row)) if row else None
        lane.network_id = row.network_id if row else lane.network_id


def _leave(lane: Lane, rest: Rest, now: datetime) -> None:
    lane.owner, lane.rest_until = "", rest.until
    if rest.taken:
        lane.refusals, lane.refused_for, lane.stopped_at = 0, "", None
    elif rest.refused_for:
        lane.refusals, lane.refused_for = lane.refusals + 1, rest.refused_for
        if rest.closed or lane.refusals >= MOST_REFUSALS:
            lane.stopped_at = now
            if not rest.closed:
                lane.rest_until = now + PROBE


def reopen(db: Db, lane: int) -> None:
    """Somebody says that the place will take something again: the next message tries it."""
    db.execute(
        update(Lane)
        .where(col(Lane.id) == lane, col(Lane.refusals) > 0)
        .values(refusals=0, refused_for="", stopped_at=None, rest_until=EPOCH)
    )


def refs(db: Db, lane: int, row: Delivery) -> frozenset[str]:
    """Under which refs other messages of this view and subject stand in the lane."""
    others = select(Delivery.remote_ref).where(
        Delivery.network_id == row.network_id,
        Delivery.view == row.view,
        Delivery.subject == row.subject,
        Delivery.lane_id == lane,
        Delivery.id != row.id,
        col(Delivery.remote_ref).is_not(None),
    )
    return frozenset(ref for ref in db.all(others) if ref)
