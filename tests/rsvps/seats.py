"""A house with a meeting of few seats; and how that stands by its rows, read by other rules than
the house's own.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import col, select

from bot.adapters.memory import MemoryChat
from bot.chat import Person, Place, Profile
from bot.commands.calls import Call, Pressed, Sent
from bot.store.db import Store
from bot.store.tables import Delivery, Meeting, Membership, Rsvp
from tests.commands.doors import Clock, Door

HOME = Place("memory", "northshire", "C1")
PEOPLE = 8
COMING = ("yes", "released")


@dataclass
class Found:
    """How a meeting stands by its rows, read by other rules than the house's own."""

    meeting: Meeting
    rows: list[Rsvp]

    def side(self, row: Rsvp) -> bool:
        return row.online if self.meeting.mode == "both" else self.meeting.mode == "online"

    def of(self, *, online: bool) -> list[Rsvp]:
        return [row for row in self.rows if row.answer in COMING and self.side(row) is online]

    def seated(self, *, online: bool) -> list[Rsvp]:
        return [row for row in self.of(online=online) if row.waits_since is None]

    def kept(self, *, online: bool) -> list[Rsvp]:
        return [row for row in self.of(online=online) if is_kept(row)]

    def line(self, *, online: bool) -> list[Rsvp]:
        """Those who wait and were not asked yet, in order."""
        waits = [r for r in self.of(online=online) if r.waits_since and r.offered_until is None]
        return sorted(waits, key=lambda r: (r.waits_since, r.waits_order, r.id))

    def limit(self, *, online: bool) -> int | None:
        return self.meeting.online_seats if online else self.meeting.seats

    def free(self, *, online: bool) -> int:
        limit = self.limit(online=online)
        taken = [*self.seated(online=online), *self.kept(online=online)]
        return 999 if limit is None else limit - sum(1 + row.guests for row in taken)


def is_kept(row: Rsvp) -> bool:
    return bool(row.waits_since and row.offered_until and row.waits_since < row.offered_until)


@dataclass
class House:
    """A house on a database, and everything that is done in it."""

    url: str
    clock: Clock = field(default_factory=Clock)
    calls: int = 0
    steps: int = 0
    seen: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.store = Store(self.url)
        self.door = Door(self.url, self.clock)
        form = {"name": ("Northshire",), "language": ("en",), "zone": ("London",)}
        self.act(0, Sent("network:0:set-up", form))
        for who in range(1, PEOPLE):
            self.act(who, Pressed("network:1:join"))
        with self.store.write() as db:
            for row in db.all(select(Membership)):
                row.private = row.member_id % 3 != 0

    def call(self, who: int, said: Pressed | Sent, order: int = 0) -> Call:
        self.calls += 1
        return Call(
            f"call-{self.calls}", order or self.calls, Person("memory", "northshire", f"U{who}"),
            Profile(f"Person {who}", zone="Europe/London", admin=who == 0), HOME, said,
            MemoryChat.abilities, "northshire",
        )  # fmt: skip

    def act(self, who: int, said: Pressed | Sent, order: int = 0) -> None:
        self.door.act(self.call(who, said, order))

    def plan(self) -> int:
        """A meeting in ten days, told; returns its number."""
        day = (self.clock.at + timedelta(days=10)).date().isoformat()
        self.act(
            0, Sent("meeting:0:plan", {"title": ("Robotics",), "day": (day,), "time": ("16",)})
        )
        with self.store.read() as db:
            number = max(db.all(select(Meeting.id)), key=lambda one: one or 0) or 0
        self.act(0, Pressed(f"meeting:{number}:send:1"))
        self.deliver()
        return number

    def deliver(self) -> None:
        """What is due has been sent."""
        with self.store.write() as db:
            for row in db.all(select(Delivery).where(Delivery.state == "waiting")):
                if row.due <= self.clock.at:
                    row.state, row.remote_ref = "sent", f"ref-{row.id}"

    def found(self, number: int) -> Found:
        """How the meeting stands now."""
        with self.store.read() as db:
            meeting = db.get(Meeting, number)
            rows = db.all(select(Rsvp).where(Rsvp.meeting_id == number).order_by(col(Rsvp.id)))
            assert meeting
            return Found(meeting, list(rows))

    def close(self) -> None:
        self.door.close()
        self.store.close()
