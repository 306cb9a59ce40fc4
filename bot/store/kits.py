"""A network's kits, where their pieces are, and how they got there."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, union_all
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Affiliation, Attendance, Kit, Meeting, Move, Request, Training

_three: Any = select  # labelled columns, which SQLModel cannot type
_IN = _three(
    col(Move.kit_id).label("kit"), col(Move.to_place).label("place"), col(Move.count).label("n")
)
_OUT = _three(
    col(Move.kit_id).label("kit"),
    col(Move.from_place).label("place"),
    (0 - col(Move.count)).label("n"),
)


def get(db: Db, networks: Sequence[int], kit: int, *, to_change: bool = False) -> Kit | None:
    """The kit of this number, if it is one of these networks'; `to_change` keeps others from moving
    its pieces meanwhile.
    """
    found = select(Kit).where(Kit.id == kit, col(Kit.network_id).in_(list(networks)))
    return db.first(found.with_for_update() if to_change else found)


def of(db: Db, network: int, *, retired: bool = False) -> Sequence[Kit]:
    """A network's kits by name; with those that are lent no more, if asked for."""
    found = select(Kit).where(Kit.network_id == network).order_by(func.lower(Kit.name), col(Kit.id))
    return db.all(found if retired else found.where(col(Kit.retired).is_(False)))


def stock(db: Db, network: int, kit: int | None = None) -> dict[int, dict[str, int]]:
    """How many pieces of each kit are in each place; the sum of all moves."""
    whose = [Move.network_id == network, *([Move.kit_id == kit] if kit is not None else [])]
    moved = union_all(_IN.where(*whose), _OUT.where(*whose)).subquery()
    of = (moved.c.kit, moved.c.place)
    sums = _three(*of, func.sum(moved.c.n)).group_by(*of)
    found: dict[int, dict[str, int]] = {}
    for one, place, count in db.connection().execute(sums).all():
        if count:
            found.setdefault(int(one), {})[str(place)] = int(count)
    return found


def moves(db: Db, network: int, kit: int) -> Sequence[Move]:
    """All that was moved of a kit, the last first."""
    return db.all(
        select(Move)
        .where(Move.network_id == network, Move.kit_id == kit)
        .order_by(col(Move.id).desc())
    )


def last_move(db: Db, network: int, kit: int) -> int:
    """The number of the last move of a kit; 0 where nothing of it was ever moved."""
    found = select(func.max(Move.id)).where(Move.network_id == network, Move.kit_id == kit)
    return db.one_value(found) or 0


def is_used(db: Db, network: int, kit: int) -> bool:
    """Whether somebody asks for a kit or ever did, or people learn to use it at a meeting."""
    asked = select(Request.id).where(Request.network_id == network, Request.kit_id == kit)
    learnt = select(Training.id).where(Training.network_id == network, Training.kit_id == kit)
    return db.first(asked.limit(1)) is not None or db.first(learnt.limit(1)) is not None


def drop(db: Db, kit: Kit) -> None:
    """A kit that never should have been on the list goes, and how its pieces came with it."""
    db.execute(delete(Move).where(col(Move.network_id) == kit.network_id,
                                  col(Move.kit_id) == kit.id))  # fmt: skip
    db.delete(kit)
    db.flush()


def came_from(db: Db, network: int, requests: Collection[int]) -> dict[int, dict[str, int]]:
    """For each of these requests from which shelves so many pieces were set aside for it."""
    rows = db.all(
        select(Move).where(
            Move.network_id == network,
            col(Move.request_id).in_(list(requests)),
            col(Move.to_place).like("for:%"),
        )
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        shelves = found.setdefault(row.request_id or 0, {})
        shelves[row.from_place] = shelves.get(row.from_place, 0) + row.count
    return found


def trains(db: Db, network: int, kit: int) -> Sequence[Meeting]:
    """The meetings at which people learn to use a kit, the last first."""
    return db.all(
        select(Meeting)
        .join(Training, col(Training.meeting_id) == Meeting.id)
        .where(Training.network_id == network, Training.kit_id == kit, Meeting.state == "planned")
        .order_by(col(Meeting.starts_at).desc())
    )


def train_at(db: Db, network: int, kit: int, meeting: int) -> bool:
    """People learn to use the kit at this meeting; returns whether that is new."""
    values = {"network_id": network, "kit_id": kit, "meeting_id": meeting}
    return db.upsert(Training, values, key=("kit_id", "meeting_id"), change=())


def train_no_more(db: Db, network: int, kit: int) -> None:
    """At no meeting people learn to use the kit."""
    db.execute(
        delete(Training).where(col(Training.network_id) == network, col(Training.kit_id) == kit)
    )


_TRAINED = (
    select(Attendance.id)
    .join(Training, col(Training.meeting_id) == Attendance.meeting_id)
    .where(
        Training.network_id == bindparam("network"),
        Training.kit_id == bindparam("kit"),
        Attendance.member_id == bindparam("member"),
        Attendance.state == "here",
    )
    .limit(1)
)


def is_trained(db: Db, network: int, kit: int, member: int) -> bool:
    """Whether a person was at a meeting at which one learns to use the kit."""
    return db.first(_TRAINED, network=network, kit=kit, member=member) is not None


def last_note(db: Db, network: int, kit: int, but: int) -> str:
    """The last word that somebody left for who gets the kit next; empty where nobody has. Who asks
    by the request `but` does not read their own.
    """
    found = (
        select(Request.note)
        .where(Request.network_id == network, Request.kit_id == kit, Request.note != "")
        .where(Request.id != but)
        .order_by(col(Request.marked_at).desc(), col(Request.id).desc())
    )
    return db.first(found.limit(1)) or ""


def had(db: Db, network: int, since: datetime) -> Sequence[tuple[Request, Kit]]:
    """Who got what since an instant, the last first: requests whose pieces left the house."""
    return db.all(
        select(Request, Kit)
        .join(Kit, col(Kit.id) == Request.kit_id)
        .join(Move, col(Move.request_id) == Request.id)
        .where(Request.network_id == network, col(Move.to_place).like("with:%"), Move.at >= since)
        .distinct()
        .order_by(col(Request.id).desc())
    )


def served_schools(db: Db, network: int) -> set[int]:
    """The schools of whose people somebody ever had something of the stock."""
    rows = db.all(
        select(Affiliation.institution_id)
        .join(Request, col(Request.member_id) == Affiliation.member_id)
        .join(Move, col(Move.request_id) == Request.id)
        .where(
            Affiliation.network_id == network,
            Request.network_id == network,
            col(Move.to_place).like("with:%"),
        )
        .distinct()
    )
    return set(rows)
