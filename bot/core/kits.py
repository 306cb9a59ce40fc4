"""The stock: counted by moves, which are only ever added. A kit is locked before it is moved."""

from collections.abc import Mapping
from datetime import datetime

from bot.core.people import number
from bot.store import kits
from bot.store.db import Db
from bot.store.tables import Kit, Move

KINDS = ("class-set", "kit", "sample", "consumable")
SHELF, NEW, GONE = "shelf:", "new", "gone"
NAME, PLACE, NOTE = 60, 40, 500
"""The most characters of a kit's name, of a shelf's, and of a note."""
MOST, DAYS = 9999, 366
"""The most pieces of a kit, and days for which one is lent."""


class TooFew(Exception):
    """There are not so many there."""

    def __init__(self, there: int) -> None:
        super().__init__(there)
        self.there = there


def shelf(kit: Kit) -> str:
    """Where a kit's pieces stand."""
    return f"{SHELF}{kit.place}"


def free(places: Mapping[str, int]) -> int:
    """How many stand on a shelf, and are set aside for nobody."""
    return sum(count for place, count in places.items() if place.startswith(SHELF))


def in_all(places: Mapping[str, int]) -> int:
    """How many there are: on shelves, set aside, and out."""
    return sum(count for place, count in places.items() if place not in (NEW, GONE))


def out(places: Mapping[str, int]) -> int:
    """How many are with somebody."""
    return sum(count for place, count in places.items() if place.startswith("with:"))


def places(db: Db, kit: Kit) -> dict[str, int]:
    """How many pieces of a kit are where."""
    return kits.stock(db, kit.network_id, number(kit.id)).get(number(kit.id), {})


def move(
    db: Db,
    kit: Kit,
    way: tuple[str, str],
    count: int,
    actor: int | None,
    reason: str,
    now: datetime,
    request: int | None = None,
) -> None:
    """Move so many pieces; the kit has to be locked. Raises TooFew where they are not there."""
    from_place, to_place = way
    there = MOST if from_place == NEW else places(db, kit).get(from_place, 0)
    if not 0 < count <= there:
        raise TooFew(there)
    db.add(
        Move(
            network_id=kit.network_id, kit_id=number(kit.id), request_id=request,
            from_place=from_place, to_place=to_place, count=count, actor_id=actor, reason=reason,
            at=now,
        )
    )  # fmt: skip
    db.flush()


def take(
    db: Db, kit: Kit, to: str, count: int, actor: int | None, now: datetime, request: int
) -> None:
    """Take so many off the shelves, off the kit's own first. Raises TooFew."""
    on = {place: n for place, n in places(db, kit).items() if place.startswith(SHELF)}
    if sum(on.values()) < count:
        raise TooFew(sum(on.values()))
    left = count
    for place in sorted(on, key=lambda one: (one != shelf(kit), one)):
        taken = min(left, on[place])
        if taken > 0:
            move(db, kit, (place, to), taken, actor, "reserve", now, request)
            left -= taken


def correct(db: Db, kit: Kit, counted: int, actor: int, reason: str, now: datetime) -> int:
    """So many stand on the kit's shelf, as somebody has counted: what is more or less is moved,
    with the reason. Returns the difference.
    """
    difference = counted - places(db, kit).get(shelf(kit), 0)
    if difference > 0:
        move(db, kit, (NEW, shelf(kit)), difference, actor, reason, now)
    elif difference < 0:
        move(db, kit, (shelf(kit), GONE), -difference, actor, reason, now)
    return difference


def change_shelf(db: Db, kit: Kit, name: str, actor: int, reason: str, now: datetime) -> None:
    """The kit stands somewhere else from now on: all that is on its shelf is moved there."""
    was = shelf(kit)
    kit.place = name
    count = places(db, kit).get(was, 0)
    if count > 0 and was != shelf(kit):
        move(db, kit, (was, shelf(kit)), count, actor, reason, now)
