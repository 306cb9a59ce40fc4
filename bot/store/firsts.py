"""What comes first in each lane: the one message there that is looked at next."""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, and_, exists, literal
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery, Lane


def of(db: Db, lanes: Collection[int], *, lock: bool = False) -> dict[int, Delivery]:
    """What comes next in each lane, due or not: what may have left half-way before all else, then
    whatever has waited longest. A reply waits, and lets others pass, until its post has been sent.
    """
    firsts = db.all(_firsts().where(col(Lane.id).in_(lanes)))
    ids = [first for three in firsts for first in three if first]
    rows = select(Delivery).where(col(Delivery.id).in_(ids)).order_by(col(Delivery.id))
    rows = rows.execution_options(populate_existing=True)
    found: dict[int, Delivery] = {}
    for row in db.all(rows.with_for_update() if lock else rows):
        earlier = found.setdefault(row.lane_id, row)
        if moment(row) < moment(earlier):
            found[row.lane_id] = row
    return found


def moment(row: Delivery) -> datetime:
    """When there is something to do about a delivery that comes next in its lane."""
    return {"waiting": row.due, "sent": row.edit_due}.get(row.state, EPOCH)


def parents(db: Db, rows: Collection[Delivery]) -> dict[int, Delivery]:
    """The deliveries in whose threads these stand."""
    ids = [row.thread_of for row in rows if row.thread_of]
    found = db.all(select(Delivery).where(col(Delivery.id).in_(ids))) if ids else ()
    return {cast("int", row.id): row for row in found}


def _is(state: str) -> ColumnElement[bool]:
    # Written out, not bound: else neither database sees that the partial index will do.
    return col(Delivery.state) == literal(state, literal_execute=True)


@cache
def _firsts() -> Select[int | None, int | None, int | None]:
    behind = col(Delivery.wanted) > col(Delivery.shown)
    return select(
        _first(_is("sending"), col(Delivery.id)),
        _first(and_(_is("waiting"), ~_held_back()), col(Delivery.due)),
        _first(and_(_is("sent"), behind, _can_be_changed()), col(Delivery.edit_due)),
    ).select_from(Lane)


def _can_be_changed() -> ColumnElement[bool]:
    """It is known where it stands; of what a person has seen standing there it may not be."""
    return col(Delivery.remote_ref).is_not(None)


def _held_back() -> ColumnElement[bool]:
    post = aliased(Delivery)
    pending = col(post.state).in_(("waiting", "sending", "unconfirmed"))
    return and_(
        col(Delivery.thread_of).is_not(None),
        exists().where(col(post.id) == col(Delivery.thread_of), pending),
    )


def _first(which: ColumnElement[bool], order: SQLCoreOperations[Any]) -> ColumnElement[int | None]:
    return (
        select(col(Delivery.id))
        .where(col(Delivery.lane_id) == col(Lane.id), which)
        .order_by(order, col(Delivery.id))
        .limit(1)
        .correlate(Lane)
        .scalar_subquery()
    )
