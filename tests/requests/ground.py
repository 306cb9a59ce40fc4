"""A network with kits and people who ask; and how all of it stands by its rows, read by other rules
than the house's own.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from sqlmodel import col, select

from bot import chat
from bot.core import kits, lives, requests
from bot.core.people import appoint, join, meet, number
from bot.store import kits as stored
from bot.store.db import Db, Store
from bot.store.faults import Conflict
from bot.store.tables import (
    Affiliation,
    Institution,
    Kit,
    Move,
    Network,
    Request,
    RequestEvent,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ASKERS = 6
IN = {"for": ("reserved", "ready"), "with": ("sent", "in-use", "given-back")}
"""In which states a request's pieces are set aside for it, or with who asked."""
LEADS = {
    "asked": {"waiting", "approved", "declined", "cancelled", "found"},
    "waiting": {"reserved", "declined", "cancelled", "found"},
    "reserved": {"sent", "ready", "declined", "cancelled", "reserved"},
    "approved": {"done", "declined", "cancelled", "found"},
    "sent": {"in-use", "returned", "lost", "sent"},
    "ready": {"in-use", "declined", "cancelled", "ready"},
    "in-use": {"given-back", "returned", "kept", "used-up", "told", "lost", "in-use"},
    "given-back": {"returned", "kept", "told", "lost", "given-back"},
    "found": {"done", "asked", "cancelled"},
    "returned": {"told"},
    "kept": {"told"},
    "used-up": {"told"},
    "done": {"told"},
    "told": set[str](),
    "declined": {"found"},
    "cancelled": set[str](),
    "lost": set[str](),
}
"""Which states may follow which, as one would explain it to a coordinator."""


@dataclass
class Ground:
    """A network by its numbers: its coordinator, those who ask (the first two are of a priority
    school), and its kits: one that comes back, one that is used up.
    """

    store: Store
    network: int
    ana: int
    askers: list[int]
    kits: list[int]


def begin(store: Store, pieces: int = 5, askers: int = ASKERS, approved: str = "nobody") -> Ground:
    """Make them."""
    with store.write() as db:
        network = Network(name="Northshire", language="en", zone="Europe/London", begun_at=NOW)
        db.add(network)
        db.flush()
        key = number(network.id)
        ana = person(db, key, "ana")
        appoint(db, key, ana, NOW)
        people = [person(db, key, f"asker {n}") for n in range(askers)]
        school = Institution(network_id=key, name="Hilltop", priority=True)
        db.add(school)
        db.flush()
        for one in people[:2]:
            at = Affiliation(network_id=key, institution_id=number(school.id), member_id=one)
            db.add(at)
        made = [kit(db, key, ana, kind, pieces, approved) for kind in ("class-set", "consumable")]
        return Ground(store, key, ana, people, made)


def person(db: Db, network: int, user: str) -> int:
    """Somebody of the network."""
    known = chat.Person("memory", f"net {network}", user)
    member = number(meet(db, known, chat.Profile(user)).id)
    join(db, network, member, NOW, private=True)
    return member


def kit(
    db: Db, network: int, by: int, kind: str, pieces: int, approved: str, name: str = ""
) -> int:
    """A kit with so many pieces."""
    named = name or f"A {kind}"
    row = Kit(network_id=network, name=named, kind=kind, place="Library", approved=approved)
    db.add(row)
    db.flush()
    kits.move(db, row, (kits.NEW, kits.shelf(row)), pieces, by, "new", NOW)
    return number(row.id)


def wish(kit: int, count: int = 1) -> requests.Wish:
    """So many of a kit."""
    until = NOW.date() + timedelta(days=28)
    return requests.Wish(kit, "kit", count, 28, "For my class", NOW.date(), until)


def read(ground: Ground) -> "Stands":
    """How it stands."""
    mine = ground.network
    rows = select(Request).where(Request.network_id == mine).order_by(col(Request.id))
    moves = select(Move).where(Move.network_id == mine).order_by(col(Move.id))
    events = select(RequestEvent).where(RequestEvent.network_id == mine)
    with ground.store.read() as db:
        steps = db.all(events.order_by(col(RequestEvent.id)))
        return Stands(list(db.all(rows)), list(db.all(moves)), list(steps))


@dataclass
class Stands:
    """All requests, moves and events, in the order in which they came."""

    rows: list[Request]
    moves: list[Move]
    events: list[RequestEvent]

    def check(self) -> None:
        """The stock is never negative, no piece in two places, nobody jumped the queue, every move
        has an actor and a reason, and the sum of the moves is the stock.
        """
        at = self._replayed()
        for row in self.rows:
            for place, states in IN.items():
                there = at[row.kit_id or 0, f"{place}:{row.id}"]
                assert there == (row.count if row.state in states else 0), (row.id, row.state)
        assert all(move.actor_id and move.reason and move.count > 0 for move in self.moves)
        assert all(event.actor_id for event in self.events)
        self._steps()
        for kit in {row.kit_id for row in self.rows if row.kit_id}:
            self._line(kit, at)

    def _replayed(self) -> Counter[tuple[int, str]]:
        """How many pieces of a kit are in a place, move by move."""
        at: Counter[tuple[int, str]] = Counter()
        for move in self.moves:
            at[move.kit_id, move.from_place] -= move.count
            at[move.kit_id, move.to_place] += move.count
            assert move.from_place == "new" or at[move.kit_id, move.from_place] >= 0, move
        return at

    def _steps(self) -> None:
        """Each request went its way from state to state."""
        was: dict[int, str] = {}
        for event in self.events:
            before = was.get(event.request_id, "")
            assert event.before == before
            assert not before or event.after in LEADS[before], (before, event.act, event.after)
            was[event.request_id] = event.after
        assert was == {row.id: row.state for row in self.rows}

    def _line(self, kit: int, at: Counter[tuple[int, str]]) -> None:
        """Nothing is free for who is first in the line."""
        places = {place: n for (one, place), n in at.items() if one == kit}
        free = sum(n for place, n in places.items() if place.startswith("shelf:"))
        in_all = sum(n for place, n in places.items() if place not in ("new", "gone"))
        line = [row for row in self.rows if row.kit_id == kit and row.state == "waiting"]
        line.sort(key=lambda row: (row.ahead, row.id))
        can = [row for row in line if row.count <= in_all]
        assert not can or can[0].count > free, f"{can[0].id} waits, and {free} are free"

    def set_aside_since(self, before: "Stands") -> list[Request]:
        """Those for whom something was set aside since, as they stand."""
        old = {event.id for event in before.events}
        keys = [e.request_id for e in self.events if e.id not in old and e.act == "reserve"]
        return [row for row in self.rows if row.id in keys]

    def passed(self, before: "Stands") -> list[tuple[int, int]]:
        """Whom somebody has passed in the line since, with who did."""
        at = self._replayed()
        found = []
        for row in self.set_aside_since(before):
            in_all = sum(
                n for (kit, place), n in at.items()
                if kit == row.kit_id and place not in ("new", "gone")
            )  # fmt: skip
            for one in self.rows:
                is_before = (one.ahead, one.id or 0) < (row.ahead, row.id or 0)
                if one.state == "waiting" and one.kit_id == row.kit_id and is_before:
                    found += [(one.id or 0, row.id or 0)] if one.count <= in_all else []
        return found


ACTS = (
    *lives.ACTS, "correct", *["ask"] * 7, *["approve"] * 4, *("send", "receive", "return") * 3,
)  # fmt: skip


def something(ground: Ground, rng: Random) -> str:
    """Somebody does something, be it possible or not; returns what became of it."""
    act = rng.choice(ACTS)
    try:
        with ground.store.write() as db:
            if act == "ask":
                asker = rng.choice(ground.askers)
                requests.ask(db, ground.network, asker, wish(rng.choice(ground.kits),
                                                             rng.randint(1, 3)), NOW)  # fmt: skip
            elif act == "correct":
                row = stored.get(db, [ground.network], rng.choice(ground.kits), to_change=True)
                assert row
                kits.correct(db, row, rng.randint(0, 5), ground.ana, "counted", NOW)
                requests.move_up(db, ground.network, number(row.id), ground.ana, NOW)
            else:
                _act(db, ground, act, rng)
    except (lives.Refused, LookupError, kits.TooFew, Conflict) as fault:
        return type(fault).__name__
    return act


def _act(db: Db, ground: Ground, act: str, rng: Random) -> None:
    rows = db.all(select(Request.id).where(Request.network_id == ground.network))
    key = rng.choice(list(rows)[-12:]) if rows else 0
    found = db.get(Request, key)
    mine = found.member_id if found else None
    by = rng.choice((("asker", mine), ("coordinator", ground.ana)))
    actor = requests.Actor(by[1], by[0], "because")  # type: ignore[arg-type]
    count = rng.choice((None, None, 0, 1))
    requests.act(db, ground.network, key or 0, act, actor, NOW,
                 count=count if act == "return" else None)  # fmt: skip
