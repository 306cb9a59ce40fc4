"""A network of eight before a meeting with seats, on either database; and how its answers stand,
read from the rows alone.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.chat import Person, Place
from bot.commands.calls import Answer, Call, Errors, Pressed, Reply, Sent, Typed
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Identity, Meeting, Rsvp
from bot.ui import message_text
from bot.views import delivered
from bot.views.words import words
from tests.plugins.room import RoomOfPeople

BEGIN = datetime(2026, 9, 14, 9, tzinfo=UTC)
NAMES = ("Ana", "Ben", "Cleo", "Eva", "Finn", "Gus", "Hal", "Ida")
SILENT = frozenset(("Ben", "Finn", "Hal"))
"""Those who may not be written to."""
SOON = timedelta(days=14)
GAP = timedelta(days=28)
"""From one meeting to the next: all of it is over by then."""
SETTLED = timedelta(seconds=20)
LIVE = ("waiting", "sent")


@dataclass
class Standing:
    """The meeting and its answers, with each giver's name; who waits in the order of the line."""

    meeting: Meeting
    rows: list[tuple[str, Rsvp]]
    notes: list[Delivery] = field(default_factory=list)

    def side(self, *, online: bool) -> list[tuple[str, Rsvp]]:
        """Those who come to the room, or to the call."""
        both = self.meeting.mode == "both"
        coming = [one for one in self.rows if one[1].answer in ("yes", "released")]
        return [(name, row) for name, row in coming if not both or row.online == online]

    def seated(self, *, online: bool) -> list[tuple[str, Rsvp]]:
        """Those of them who have a seat."""
        return [(name, row) for name, row in self.side(online=online) if row.waits_since is None]

    def offered(self, *, online: bool) -> list[tuple[str, Rsvp]]:
        """Those for whom one is kept."""
        return [(name, row) for name, row in self.side(online=online) if is_offered(row)]

    def line(self, *, online: bool, passed: bool = False) -> list[tuple[str, Rsvp]]:
        """Those who wait, in order; or those who let a seat pass, and also wait."""
        found = [
            (name, row)
            for name, row in self.side(online=online)
            if row.waits_since and not is_offered(row) and bool(row.offered_until) == passed
        ]
        return sorted(found, key=lambda one: (one[1].waits_since, one[1].waits_order, one[1].id))

    def limits(self) -> dict[bool, int | None]:
        """The sides that there are, and how many seats each has."""
        limits = {False: self.meeting.seats, True: self.meeting.online_seats}
        if self.meeting.mode == "both":
            return limits
        return {self.meeting.mode == "online": limits[self.meeting.mode == "online"]}

    def number(self, name: str) -> int:
        """Which of those who wait this is; 0 for who does not."""
        for online in self.limits():
            offered = sorted(self.offered(online=online), key=_waits)
            queue = [*offered, *self.line(online=online), *self.line(online=online, passed=True)]
            for place, (one, _) in enumerate(queue, 1):
                if one == name:
                    return place
        return 0


def _waits(one: tuple[str, Rsvp]) -> tuple[object, int, int | None]:
    return one[1].waits_since, one[1].waits_order, one[1].id


def is_offered(row: Rsvp) -> bool:
    """Whether a seat is kept for this person."""
    return bool(row.waits_since and row.offered_until and row.waits_since < row.offered_until)


def size_of(found: list[tuple[str, Rsvp]]) -> int:
    """How many seats these take."""
    return sum(1 + row.guests for _, row in found)


class Hall:
    """Eight people, their network, and one meeting after another; time passes as one says."""

    def __init__(self, url: str) -> None:
        self.store = Store(url)
        actors = [Actor(name, f"U{n}", admin=not n) for n, name in enumerate(NAMES)]
        world = World(actors, (Room("net", "C1", NAMES),), self.moment)
        self.room = RoomOfPeople(self.store, BEGIN, world)
        self.loop = asyncio.new_event_loop()
        self.meeting = self.calls = 0
        start = {"name": ("Net",), "language": ("en",), "zone": ("London",)}
        self.asks("Ana", Sent("network:0:set-up", start))
        for name in NAMES:
            said = "no" if name in SILENT else "yes"
            self.asks(name, Pressed(f"network:1:private:{said}"))

    def moment(self, at: datetime) -> str:
        """An instant in words."""
        return words("en").moment(at, "Europe/London")

    @property
    def now(self) -> datetime:
        """What the clock shows."""
        return self.room.clock.now()

    def close(self) -> None:
        """Nothing stays open."""
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        self.store.close()

    def asks(self, who: str, said: Typed | Pressed | Sent, order: int = 0) -> Answer:
        """One call of a person."""
        self.calls += 1
        actor = self.room.world.actor(who)
        answer = self.room.house.act(
            Call(
                id=f"hall-{self.calls}", order=order or 1000 + self.calls,
                who=Person("memory", "net", actor.user), profile=self.room.world.profile(actor),
                place=Place("memory", "net", "C1"), said=said,
                abilities=self.room.stage.abilities, room="net",
            )
        )  # fmt: skip
        assert isinstance(answer, Reply | Errors), (said, answer)
        assert "went wrong" not in self.text(answer), (said, answer)
        return answer

    def text(self, answer: Answer) -> str:
        """What an answer says."""
        if isinstance(answer, Reply):
            return message_text(answer.message, moment=self.moment)
        return " ".join(answer.problems.values()) if isinstance(answer, Errors) else ""

    def passes(self, time: timedelta) -> None:
        """Time passes, and all that is due is sent and edited: one after the other in an inbox."""
        for to in (self.now + time, self.now + time + SETTLED):
            self.loop.run_until_complete(self.room.clock.advance(self.room.outbox, to))

    def begins(self) -> None:
        """The former meeting is over, and another one is announced, for two weeks from now."""
        if self.meeting:
            begun = (self.now - BEGIN) // GAP
            self.room.clock.jump(BEGIN + (begun + 1) * GAP - self.now)
        local = self.local(self.now + SOON)
        form = {"title": ("Robotics",), "venue": ("Room 12",), **local}
        self.asks("Ana", Sent("meeting:0:plan:1", form))
        self.meeting += 1
        self.asks("Ana", Pressed(f"meeting:{self.meeting}:send:1"))
        self.passes(timedelta(minutes=1))

    def local(self, at: datetime) -> dict[str, tuple[str]]:
        """A day and a time as they are typed."""
        there = at.astimezone(ZoneInfo("Europe/London"))
        return {"day": (there.date().isoformat(),), "time": (f"{there:%H:%M}",)}

    def standing(self, db: Db) -> Standing:
        """How it stands."""
        meeting = db.one_value(select(Meeting).where(Meeting.id == self.meeting))
        names = {
            row.member_id: NAMES[int(row.user.removeprefix("U"))]
            for row in db.all(select(Identity))
        }
        answers = db.all(
            select(Rsvp)
            .where(Rsvp.meeting_id == self.meeting)
            .order_by(col(Rsvp.answered_at), col(Rsvp.id))
        )
        about = col(Delivery.subject)
        notes = db.all(
            select(Delivery)
            .where(
                (about == str(self.meeting)) | about.like(f"{self.meeting}:%"),
                col(Delivery.view).in_(("meeting.announcement", "rsvp.place", "rsvp.free")),
                col(Delivery.state).in_(LIVE),
            )
            .order_by(col(Delivery.id))
        )
        rows = [(names[row.member_id], row) for row in answers]
        self.members = {name: member for member, name in names.items()}
        return Standing(meeting, rows, list(notes))

    def shown(self, db: Db, note: Delivery) -> str:
        """What a message says now, or would if it left now; empty where it is of no use."""
        message = delivered.show(db, note, self.now)
        return message_text(message, moment=self.moment) if message else ""

    def stands(self, note: Delivery) -> str:
        """What stands in the chat of a message that was sent."""
        shown = self.room.world.shown[int(note.remote_ref or 0) - 1]
        return message_text(shown.message, moment=self.moment)
