"""A request as people look at it: the kit, who asked, how far it is, and what can be done next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import kits, lives, requests
from bot.core.people import number
from bot.store import kits as stored_kits
from bot.store import networks, offers, people
from bot.store import requests as stored
from bot.store.db import Db
from bot.store.tables import Kit, Request

QUEUE = (lives.ASKED, lives.RESERVED, lives.GIVEN_BACK, lives.APPROVED, lives.READY)
"""What waits for a coordinator: a word, a parcel, a look whether all is there, a day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with what is known of it: who asked (`name`), how many stand `before` it in line,
    how many pieces are `free` of how many `in_all`, whether who asked may have it (`fits`: trained,
    where one has to be), the last word of who had the kit before, whether it is overdue, and who
    said that they help.
    """

    row: Request
    kit: Kit | None
    name: str = ""
    before: int = 0
    free: int = 0
    in_all: int = 0
    fits: bool = True
    note: str = ""
    overdue: bool = False
    priority_first: bool = False
    helper: str = ""

    @property
    def ends(self) -> lives.Goes:
        """How it ends: its pieces come back, stay away, or it is about none."""
        return lives.goes(self.kit.kind if self.kit else None)

    def can(self, who: lives.Who) -> list[str]:
        """What can be done next by who is this to it."""
        return lives.possible(self.row.state, who, self.ends)


def look(db: Db, row: Request, now: datetime) -> Asked:
    """One request with all that is known of it."""
    network = networks.get(db, row.network_id)
    kit = stored_kits.get(db, [row.network_id], row.kit_id) if row.kit_id else None
    name = people.name(db, row.member_id) if row.member_id else ""
    late = lives.is_overdue(row.state, row.until, requests.today(network, now))
    if kit is None:
        return Asked(row, None, name, overdue=late, helper=_helper(db, row))
    places = kits.places(db, kit)
    waits = row.state == lives.WAITING
    return Asked(
        row, kit, name, stored.before(db, row) if waits else 0, kits.free(places),
        kits.in_all(places), requests.may_have(db, kit, row.member_id),
        stored_kits.last_note(db, row.network_id, number(kit.id), number(row.id)), late,
        network.priority_first, _helper(db, row),
    )  # fmt: skip


def _helper(db: Db, row: Request) -> str:
    """Who said that they help with it."""
    if row.state != lives.FOUND:
        return ""
    told = offers.approaches(db, row.network_id, number(row.id))
    return next((people.name(db, one.member_id) for one in told if one.state == "yes"), "")


def queue(db: Db, network: int, now: datetime, most: int, page: int = 0) -> tuple[list[Asked], int]:
    """What waits for a coordinator, who asked first first: a page of it, and how much there is in
    all.
    """
    total = sum(n for state, n in stored.counts(db, network).items() if state in QUEUE)
    at = min(page, max(-(-total // most) - 1, 0))
    rows = stored.oldest(db, network, QUEUE, most, at * most)
    return _known(db, network, rows, now), total


def standing(
    db: Db, network: int, states: Collection[str], now: datetime, most: int
) -> list[Asked]:
    """Those in these states, who asked first first; so many at most."""
    return _known(db, network, stored.oldest(db, network, states, most), now)


def late(db: Db, network: int, now: datetime, most: int = 0) -> list[Asked]:
    """What should be back and is not, the longest overdue first; all of it, or so many."""
    today = requests.today(networks.get(db, network), now)
    rows = [one for one in _out(db, network) if lives.is_overdue(one[0].state, one[0].until, today)]
    rows.sort(key=lambda one: (one[0].until or date.max, one[0].id or 0))
    return _known(db, network, rows[: most or len(rows)], now)


def line(db: Db, kit: Kit, now: datetime) -> list[Asked]:
    """Who waits for a kit, in the order in which it goes to them."""
    rows = [
        (row, people.name(db, row.member_id) if row.member_id else "", kit.name)
        for row in stored.line(db, kit.network_id, number(kit.id))
    ]
    return _known(db, kit.network_id, rows, now)


def late_count(db: Db, network: int, now: datetime) -> int:
    """How much should be back and is not."""
    today = requests.today(networks.get(db, network), now)
    return sum(lives.is_overdue(row.state, row.until, today) for row, _, _ in _out(db, network))


def _out(db: Db, network: int) -> list[stored.Told]:
    return list(stored.oldest(db, network, (lives.SENT, lives.IN_USE), kits.MOST))


def _known(db: Db, network: int, rows: object, now: datetime) -> list[Asked]:
    """Several requests at once, by as few questions to the database as one takes."""
    told: list[stored.Told] = list(rows)  # type: ignore[call-overload]
    today = requests.today(networks.get(db, network), now)
    known = {kit.id: kit for kit in stored_kits.of(db, network, retired=True)}
    stock = stored_kits.stock(db, network)
    found = []
    for row, name, _ in told:
        kit = known.get(row.kit_id)
        there = stock.get(row.kit_id or 0, {})
        fits = kit is None or not kit.trained or requests.may_have(db, kit, row.member_id)
        is_late = lives.is_overdue(row.state, row.until, today)
        found.append(
            Asked(row, kit, name or "", 0, kits.free(there), kits.in_all(there), fits, "", is_late)
        )
    return found
