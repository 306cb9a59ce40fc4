"""A list of kits comes in, after it was looked at; and goes out, so that it comes in unchanged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core import kits
from bot.core.kit_lists import Fault, Found, Line, Why
from bot.core.likeness import bare
from bot.core.people import number
from bot.store import kits as stored
from bot.store.db import Db
from bot.store.tables import Kit

HEAD = ("Name", "Kind", "Count", "Free", "Place", "Training", "Most", "Days", "Approval", "Note")


@dataclass(slots=True)
class Plan:
    """What a list would do: which kits are new, which are changed, how many stay as they are, and
    which rows are not taken.
    """

    new: list[Line] = field(default_factory=list)
    changed: list[tuple[Line, Kit]] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)


def plan(db: Db, network: int, found: Found) -> Plan:
    """What the list would do with what there is now. Nothing is changed."""
    known = {bare(kit.name): kit for kit in stored.of(db, network, retired=True)}
    stock, made = stored.stock(db, network), Plan(faults=list(found.faults))
    for line in found.lines:
        kit = known.get(bare(line.name))
        if kit is None:
            made.new.append(line)
            continue
        places = stock.get(number(kit.id), {})
        more = 0 if line.count is None else line.count - kits.in_all(places)
        if places.get(kits.shelf(kit), 0) + more < 0:
            made.faults.append(Fault(line.row, Why.OUT, line.name))
        elif more or _differs(kit, line):
            made.changed.append((line, kit))
        else:
            made.same += 1
    made.faults.sort(key=lambda one: one.row)
    return made


def _differs(kit: Kit, line: Line) -> bool:
    return any(getattr(kit, name) != value for name, value in _values(line).items())


def _values(line: Line) -> dict[str, object]:
    """The columns of a kit that the list says something of."""
    approved = None if line.approve is None else "coordinator" if line.approve else "nobody"
    said = {
        "kind": line.kind, "place": line.place, "trained": line.trained, "most": line.most,
        "days": line.days, "approved": approved, "note": line.note,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a kit stood when a list had been taken in: its columns then, which of its moves was the
    last, and for one that was there before, its columns `before` and which move was the last.
    """

    kit: int
    after: Mapping[str, object]
    last: int
    before: Mapping[str, object] | None = None
    first: int = 0


def take(db: Db, network: int, made: Plan, actor: int, reason: str, now: datetime) -> list[Stamp]:
    """Take the list in; returns how each kit of it stands now, to take it back."""
    stamps = [_make(db, network, line, actor, reason, now) for line in made.new]
    for line, known in made.changed:
        row = stored.get(db, [network], number(known.id), to_change=True)
        if row is not None:
            stamps.append(_change(db, row, line, actor, reason, now))
    return stamps


def _make(db: Db, network: int, line: Line, actor: int, reason: str, now: datetime) -> Stamp:
    kit = Kit(network_id=network, name=line.name, kind=line.kind or "kit")
    _set(kit, line)
    db.add(kit)
    db.flush()
    if line.count:
        kits.move(db, kit, (kits.NEW, kits.shelf(kit)), line.count, actor, reason, now)
    return Stamp(number(kit.id), _columns(kit), stored.last_move(db, network, number(kit.id)))


def _change(db: Db, row: Kit, line: Line, actor: int, reason: str, now: datetime) -> Stamp:
    network, key = row.network_id, number(row.id)
    before, first = _columns(row), stored.last_move(db, network, key)
    if line.place is not None:
        kits.change_shelf(db, row, line.place, actor, reason, now)
    _set(row, line)
    if line.count is not None:
        places = kits.places(db, row)
        counted = places.get(kits.shelf(row), 0) + line.count - kits.in_all(places)
        kits.correct(db, row, counted, actor, reason, now)
    db.flush()
    return Stamp(key, _columns(row), stored.last_move(db, network, key), before, first)


def _columns(kit: Kit) -> dict[str, object]:
    return kit.model_dump(exclude={"id", "network_id"})


def undo(
    db: Db, network: int, stamps: Sequence[Stamp], actor: int, reason: str, now: datetime
) -> tuple[int, list[str]]:
    """Take a list back, as far as nobody has done anything with its kits since: what was new goes,
    what was changed is as it was, by moves back. Returns how many kits, and the names of those that
    stay as they are.
    """
    back, stays = 0, list[str]()
    for stamp in stamps:
        kit = stored.get(db, [network], stamp.kit, to_change=True)
        if kit is None:
            continue
        last = stored.last_move(db, network, stamp.kit)
        if _columns(kit) != stamp.after or last != stamp.last:
            stays.append(kit.name)
        elif stamp.before is not None:
            _change_back(db, kit, stamp, actor, reason, now)
            back += 1
        elif stored.is_used(db, network, stamp.kit):
            stays.append(kit.name)
        else:
            stored.drop(db, kit)
            back += 1
    return back, stays


def _change_back(db: Db, kit: Kit, stamp: Stamp, actor: int, reason: str, now: datetime) -> None:
    """Each move of the list is undone by one the other way, the last first; nothing is deleted."""
    ways = {kits.NEW: kits.GONE, kits.GONE: kits.NEW}
    for move in stored.moves(db, kit.network_id, stamp.kit):
        if number(move.id) > stamp.first:
            way = (
                ways.get(move.to_place, move.to_place),
                ways.get(move.from_place, move.from_place),
            )
            kits.move(db, kit, way, move.count, actor, reason, now)
    for name, value in (stamp.before or {}).items():
        setattr(kit, name, value)
    db.flush()


def _set(kit: Kit, line: Line) -> None:
    for name, value in _values(line).items():
        setattr(kit, name, value)


def rows(db: Db, network: int) -> Sequence[dict[str, object]]:
    """All kits as rows of a table, by HEAD."""
    stock = stored.stock(db, network)
    found = list[dict[str, object]]()
    for kit in stored.of(db, network):
        places = stock.get(number(kit.id), {})
        cells = (
            kit.name, kit.kind, kits.in_all(places), kits.free(places), kit.place,
            "yes" if kit.trained else "no", kit.most or "", kit.days,
            "yes" if kit.approved == "coordinator" else "no", kit.note,
        )  # fmt: skip
        found.append(dict(zip(HEAD, cells, strict=True)))
    return found
