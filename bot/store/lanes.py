"""Lanes: one for each destination, looked at when something is due there, by one worker at a time.

Whoever changes both locks deliveries before lanes, each by ascending id, so that nobody waits in a
circle; commands therefore lower their lanes last (`lower`), and claims skip what is locked.
"""

from datetime import datetime
from typing import cast

from sqlalchemy import case, literal, update
from sqlmodel import UTCDateTime, col, select

from bot.chat import Person, Place
from bot.store.db import Db
from bot.store.tables import Lane


def find_or_make(db: Db, to: Place | Person) -> int:
    """The lane of a destination; a thread goes by the lane of its channel."""
    kind, name = ("channel", to.channel) if isinstance(to, Place) else ("person", to.user)
    lane = Lane(platform=to.platform, workspace=to.workspace, kind=kind, target=name)
    key = ("platform", "workspace", "kind", "target")
    mine = select(Lane).where(*(getattr(Lane, part) == getattr(lane, part) for part in key))
    found = db.first(mine)
    if found is None:
        db.upsert(Lane, lane.model_dump(exclude={"id"}), key=key, change=())
        found = db.one_value(mine)
    return cast("int", found.id)


def target(lane: Lane, thread: str = "") -> Place | Person:
    """The destination of a lane, or a thread in it."""
    if lane.kind == "person":
        return Person(lane.platform, lane.workspace, lane.target)
    return Place(lane.platform, lane.workspace, lane.target, thread)


def lower(db: Db, lane: int, network: int, at: datetime) -> None:
    """Have the lane looked at by then; written at the end of the transaction."""
    db.ending(_Lowering).want(lane, network, at)


class _Lowering:
    """The earliest instant asked for in each lane."""

    def __init__(self) -> None:
        self._wanted: dict[int, tuple[datetime, int]] = {}

    def want(self, lane: int, network: int, at: datetime) -> None:
        self._wanted[lane] = min(self._wanted.get(lane, (at, network)), (at, network))

    def __call__(self, db: Db) -> None:
        for lane, (at, network) in sorted(self._wanted.items()):
            rest = col(Lane.rest_until)
            soonest = case((rest > at, rest), else_=literal(at, UTCDateTime()))
            db.execute(
                update(Lane)
                .where(col(Lane.id) == lane)
                .where(col(Lane.next_at).is_(None) | (col(Lane.next_at) > soonest))
                .values(next_at=soonest, network_id=network)
                .execution_options(synchronize_session=False)
            )
