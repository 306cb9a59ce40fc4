"""A chat that keeps what it gets, and a house around it: what the tests of delivery stand on."""

import asyncio
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from sqlmodel import select

from bot.chat import Abilities, Pace, Person, Place, Profile, Talk, Unknown
from bot.scheduler.clock import HandClock
from bot.scheduler.outbox import Outbox
from bot.store import deliveries, edits, tables
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Network
from bot.ui import Message, Para, message_text, words

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
ROOM = Place("test", "school", "staffroom")
ABILITIES = Abilities(field_errors=True, day_picker=True, lists_members=True, repeat_safe=0)
UNHURRIED = Pace(post_gap=0, edit_gap=0, per_second=float("inf"))


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@dataclass(frozen=True)
class Arrived:
    """Something that arrived: a post or an edit, where, what it says, when, and by which name."""

    how: str
    to: Place | Person
    text: str
    at: datetime
    name: str


@dataclass
class Recorder:
    """A chat. What is in `faults` under a text is raised, first one first, when that is sent, and
    under the name of a conversation when that is opened;
    with `afterwards`, or where it is one of `arrive_in_spite`, it arrives nevertheless. A text in
    `gates` is held until its gate opens.
    """

    now: Callable[[], datetime]
    pace: Pace = UNHURRIED
    abilities: Abilities = ABILITIES
    platform: str = "test"
    afterwards: bool = False
    arrived: list[Arrived] = field(default_factory=list)
    arrive_in_spite: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    opened: list[Talk] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    looked: int = 0
    blind: bool = False
    faults: dict[str, list[Exception]] = field(default_factory=dict)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    began: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        repeated = self.abilities.repeat_safe > 0 and key in self.known
        self.asked.append(message_text(message))
        one = Arrived("post", to, message_text(message), self.now(), key)
        await self._take(one, repeated=repeated)
        return key

    async def open_talk(self, talk: Talk) -> Place:
        if self.faults.get(talk.name):
            raise self.faults[talk.name].pop(0)
        if talk not in self.opened:
            self.opened.append(talk)
        return Place(talk.platform, talk.workspace, f"talk {'+'.join(talk.users)}")

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:
        one = Arrived("edit", to, message_text(message), self.now(), ref)
        await self._take(one, repeated=False)

    async def find(
        self, to: Place | Person, message: Message, since: datetime, but: Collection[str]
    ) -> str | None:
        self.looked += 1
        if self.blind:
            raise Unknown
        text = message_text(message)
        mine = [one for one in self.arrived if one.how == "post" and one.to == to]
        found = [one.name for one in mine if one.text == text and one.at >= since]
        return next((name for name in found if name not in but), None)

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        raise NotImplementedError(place)

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:
        raise NotImplementedError(who, workspaces)

    async def _take(self, one: Arrived, *, repeated: bool) -> None:
        self.began.set()
        if gate := self.gates.get(one.text):
            await gate.wait()
        fault = self.faults[one.text].pop(0) if self.faults.get(one.text) else None
        arrives = fault is None or self.afterwards or one.text in self.arrive_in_spite
        if arrives and not repeated:
            self.arrived.append(one)
            self.known.add(one.name)
        if fault:
            raise fault

    def forget(self) -> None:
        """No longer know what came by which name."""
        self.known.clear()

    def said(self) -> list[str]:
        return [one.text for one in self.arrived]

    def timed(self) -> list[tuple[float, str]]:
        return [((one.at - NOON).total_seconds(), one.text) for one in self.arrived]


class House:
    """A network, its outbox and a clock moved by hand."""

    def __init__(
        self,
        url: str,
        pace: Pace = UNHURRIED,
        repeat_safe: float = 0,
        *,
        reads_back: bool = False,
    ) -> None:
        self.store = Store(url)
        self.store.migrate()  # a bench begins with nothing
        self.clock = HandClock(NOON)
        abilities = replace(ABILITIES, repeat_safe=repeat_safe, reads_back=reads_back)
        self.chat = Recorder(self.clock.now, pace, abilities)
        self.rng = Random(1)
        self.outbox = self.another(self.chat)
        with self.store.write() as db:
            self.network = found(db, "Ana's")

    def another(self, chat: Recorder, store: Store | None = None) -> Outbox:
        """The outbox of another process on the same database."""
        return Outbox(store or self.store, {"test": chat}, draw, now=chat.now, rng=self.rng)

    def plan(
        self,
        text: str,
        due: float = 0,
        to: Place | Person | tables.Talk = ROOM,
        network: int | None = None,
        thread_of: int | None = None,
    ) -> int:
        """A message that says `text` is due so many seconds after noon."""
        with self.store.write() as db:
            return deliveries.enqueue(
                db, network or self.network, to, "say", text,
                due=after(due), key=text, batch=text, thread_of=thread_of,
            )  # fmt: skip

    def plan_many(self, count: int, to: Callable[[int], Place | Person]) -> None:
        """So many are due at noon, each to its place; they say their numbers."""
        with self.store.write() as db:
            for number in range(count):
                deliveries.enqueue(
                    db, self.network, to(number), "say", f"{number}", due=NOON, key=f"{number}"
                )

    def rename(self, name: str) -> None:
        """Change what posts of the view "name" show, and want them edited."""
        with self.store.write() as db:
            row = db.get(Network, self.network)
            assert row
            row.name = name
            edits.stale(db, self.network, "name", "it", self.clock.now())

    def post_name(self) -> int:
        """A post that shows the network's name is due."""
        with self.store.write() as db:
            return deliveries.enqueue(
                db, self.network, ROOM, "name", "it", due=self.clock.now(), key="name"
            )

    async def until(self, seconds: float) -> None:
        """Let time pass until so many seconds after noon."""
        await self.clock.advance(self.outbox, after(seconds))

    def states(self) -> dict[str, str]:
        """Of each text in which state it is."""
        with self.store.read() as db:
            rows = db.all(select(Delivery).where(Delivery.network_id == self.network))
        return {row.subject: row.state for row in rows}

    def row(self, delivery: int) -> Delivery:
        with self.store.read() as db:
            row = db.get(Delivery, delivery)
        assert row
        return row


def found(db: Db, name: str) -> int:
    """A new network."""
    row = Network(name=name, language="en", zone="Europe/London", begun_at=NOON)
    db.add(row)
    db.flush()
    assert row.id
    return row.id


def draw(db: Db, row: Delivery) -> Message | None:
    """The view "say" says its subject, "name" the network's name; "nothing" is no longer wanted."""
    text = row.subject
    if row.view == "name":
        network = db.get(Network, row.network_id)
        text = network.name if network else ""
    if text == "nothing":
        return None
    if text == "broken":
        raise ZeroDivisionError
    return Message("", (Para(words(text)),))


@contextmanager
def house(
    url: str, pace: Pace = UNHURRIED, repeat_safe: float = 0, *, reads_back: bool = False
) -> Iterator[House]:
    """A house that is closed in the end."""
    made = House(url, pace, repeat_safe, reads_back=reads_back)
    try:
        yield made
    finally:
        made.store.close()
