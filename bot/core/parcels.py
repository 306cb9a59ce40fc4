"""What goes along with a box: which kit it is, for whom, from where, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import asked_for, kits, lives, requests
from bot.core.asked_for import Asked
from bot.core.people import number
from bot.store import kits as stored
from bot.store import people, profiles
from bot.store.db import Db
from bot.store.tables import Network, Request

PACKED = (*lives.SET_ASIDE, lives.SENT, lives.IN_USE)
"""There is a box, so that there can be papers for it."""
MOST = 100
"""So many papers are made at once."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is set aside for somebody, or with them: at which `schools` they work, from which
    `shelves` how many pieces are, until when they have it (`back_by`; None: it need not come back),
    and whom they ask.
    """

    asked: Asked
    schools: Sequence[str] = ()
    shelves: Sequence[tuple[str, int]] = ()
    back_by: date | None = None
    coordinators: Sequence[str] = ()

    @property
    def comes_back(self) -> bool:
        """Whether it does, or is theirs."""
        return self.asked.ends == "back"


def of(db: Db, network: Network, row: Request, now: datetime) -> Parcel | None:
    """The box of a request; none where there is none."""
    one = asked_for.look(db, row, now)
    if row.state not in PACKED or one.kit is None:
        return None
    return _parcels(db, network, [one], now)[0]


def ready(db: Db, network: Network, now: datetime) -> list[Parcel]:
    """All that is set aside or can be fetched, who asked first first; MOST of it."""
    found = asked_for.standing(db, number(network.id), lives.SET_ASIDE, now, MOST)
    return _parcels(db, network, [one for one in found if one.kit], now)


def _parcels(db: Db, network: Network, found: Sequence[Asked], now: datetime) -> list[Parcel]:
    key = number(network.id)
    shelves = stored.came_from(db, key, [number(one.row.id) for one in found])
    names = [one.name for one in people.coordinators(db, key) if one.name]
    return [
        Parcel(
            one,
            [school.name for school in profiles.at(db, key, one.row.member_id or 0)],
            [
                (place.removeprefix(kits.SHELF), count)
                for place, count in sorted(shelves.get(number(one.row.id), {}).items())
            ],
            _back_by(db, one, now),
            names,
        )
        for one in found
    ]


def _back_by(db: Db, one: Asked, now: datetime) -> date | None:
    if one.kit is None or one.ends != "back":
        return None
    if one.row.state in lives.OUT:
        return one.row.until
    return requests.back_by(db, one.row, one.kit, now)
