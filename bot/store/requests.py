"""Who asked for what in a network, and how far it is."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, func
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Kit, Member, Membership, Request, RequestEvent

Told = tuple[Request, str | None, str | None]
"""A request with the name of who asked, and of the kit."""
_TOLD = (
    select(Request, Member.name, Kit.name)
    .outerjoin(Member, col(Member.id) == Request.member_id)
    .outerjoin(Kit, col(Kit.id) == Request.kit_id)
    .where(
        Request.network_id == bindparam("network"),
        col(Request.state).in_(bindparam("states", expanding=True)),
    )
)
_OLDEST = _TOLD.order_by(col(Request.id)).limit(bindparam("most")).offset(bindparam("skip"))
_COUNT = (
    select(Request.state, func.count())
    .where(Request.network_id == bindparam("network"))
    .group_by(Request.state)
)


def get(db: Db, networks: Sequence[int], key: int, *, to_change: bool = False) -> Request | None:
    """The request of this number, if one of these networks was asked; `to_change` keeps others from
    changing it meanwhile.
    """
    found = select(Request).where(Request.id == key, col(Request.network_id).in_(list(networks)))
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return db.first(found)


def oldest(
    db: Db, network: int, states: Collection[str], most: int, skip: int = 0
) -> Sequence[Told]:
    """Those in these states, who asked first come first."""
    return db.all(_OLDEST, network=network, states=list(states), most=most, skip=skip)


def counts(db: Db, network: int) -> dict[str, int]:
    """How many requests there are in each state."""
    return {str(state): int(count) for state, count in db.all(_COUNT, network=network)}


def mine(db: Db, network: int, member: int) -> Sequence[Request]:
    """What a person asked for, the last first."""
    return db.all(
        select(Request)
        .where(Request.network_id == network, Request.member_id == member)
        .order_by(col(Request.id).desc())
    )


def line(db: Db, network: int, kit: int, *, to_change: bool = False) -> Sequence[Request]:
    """Those who wait for a kit, in the order in which it goes to them; `to_change` keeps others
    from changing them meanwhile.
    """
    found = (
        select(Request)
        .where(Request.network_id == network, Request.kit_id == kit, Request.state == "waiting")
        .order_by(col(Request.ahead), col(Request.id))
    )
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return db.all(found)


def waiting(db: Db, network: int, kit: int) -> int:
    """How many wait for a kit."""
    return db.one_value(
        select(func.count())
        .select_from(Request)
        .where(Request.network_id == network, Request.kit_id == kit, Request.state == "waiting")
    )


def before(db: Db, row: Request) -> int:
    """How many stand in the line before a request."""
    ahead = (Request.ahead < row.ahead) | ((Request.ahead == row.ahead) & (Request.id < row.id))  # type: ignore[operator]
    return db.one_value(
        select(func.count())
        .select_from(Request)
        .where(Request.network_id == row.network_id, Request.kit_id == row.kit_id)
        .where(Request.state == "waiting", ahead)
    )


def events(db: Db, row: Request) -> Sequence[RequestEvent]:
    """What became of a request, step by step."""
    return db.all(
        select(RequestEvent)
        .where(RequestEvent.request_id == row.id, RequestEvent.network_id == row.network_id)
        .order_by(col(RequestEvent.id))
    )


def last_event(db: Db, row: Request) -> int:
    """The number of the last step of a request; 0 where there is none."""
    found = select(func.max(RequestEvent.id)).where(RequestEvent.request_id == row.id)
    return db.one_value(found) or 0


def still(db: Db, network: int, before: datetime) -> int:
    """How many requests have stood still since before an instant, and need somebody's step."""
    return db.one_value(
        select(func.count())
        .select_from(Request)
        .where(
            Request.network_id == network,
            col(Request.state).in_(("asked", "reserved", "approved", "ready")),
            Request.marked_at < before,
        )
    )


def with_open(db: Db) -> Sequence[int]:
    """The networks in which something is asked for, or out."""
    states = ("asked", "waiting", "reserved", "approved", "ready", "sent", "in-use")
    return db.all(
        select(Request.network_id)
        .where(col(Request.state).in_(states))
        .distinct()
        .order_by(col(Request.network_id))
    )


def set_aside(db: Db, network: int, kit: int, at: datetime) -> Sequence[Request]:
    """The requests for which a kit was set aside at this instant."""
    return db.all(
        select(Request)
        .where(
            Request.network_id == network, Request.kit_id == kit, Request.state == "reserved",
            Request.marked_at == at,
        )
        .order_by(col(Request.id))
    )  # fmt: skip


def of_who_left(db: Db) -> Sequence[Request]:
    """What is asked for, in all networks, by people who have left them since or were erased, as far
    as nothing of it is out of the house.
    """
    states = ("asked", "waiting", "reserved", "approved", "ready")
    here = exists().where(
        col(Membership.network_id) == col(Request.network_id),
        col(Membership.member_id) == col(Request.member_id),
        col(Membership.left_at).is_(None),
    )
    found = select(Request).where(col(Request.state).in_(states), ~here)
    return db.all(found.order_by(col(Request.id)))
