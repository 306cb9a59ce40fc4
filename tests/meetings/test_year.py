"""A simulated year in five countries: nobody is written to too often, or at a bad time."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.chat import Person, Place
from bot.commands.calls import Call, Errors, Pressed, Reply, Sent, Typed
from bot.core import terms
from bot.core.schooldays import School
from bot.store import networks
from bot.store.db import Store
from bot.store.deliveries import LEFT
from bot.store.tables import Delivery, Lane, Network, Term
from bot.views.words import words
from tests.plugins.room import RoomOfPeople

Size = Callable[[int, int], int]
Figure = Callable[[str], None]


@dataclass(frozen=True)
class Country:
    """Where a network is, and when there is no school."""

    city: str
    zone: str
    region: str
    holidays: tuple[tuple[str, str], ...]


COUNTRIES = (
    Country("London", "Europe/London", "GB-ENG", (
        ("2026-10-24", "2026-11-01"), ("2026-12-19", "2027-01-03"), ("2027-02-13", "2027-02-21"),
        ("2027-03-26", "2027-04-11"), ("2027-05-29", "2027-06-06"), ("2027-07-22", "2027-09-01"),
    )),
    Country("Wien", "Europe/Vienna", "AT", (
        ("2026-10-27", "2026-10-31"), ("2026-12-24", "2027-01-06"), ("2027-02-01", "2027-02-06"),
        ("2027-03-20", "2027-03-29"), ("2027-05-15", "2027-05-18"), ("2027-07-03", "2027-09-05"),
    )),
    Country("Paris", "Europe/Paris", "FR", (
        ("2026-10-17", "2026-11-01"), ("2026-12-19", "2027-01-03"), ("2027-02-06", "2027-02-21"),
        ("2027-04-03", "2027-04-18"), ("2027-07-03", "2027-08-31"),
    )),
    Country("Roma", "Europe/Rome", "IT", (
        ("2026-12-23", "2027-01-06"), ("2027-03-25", "2027-03-30"), ("2027-06-08", "2027-09-12"),
    )),
    Country("Helsinki", "Europe/Helsinki", "FI", (
        ("2026-10-12", "2026-10-18"), ("2026-12-21", "2027-01-06"), ("2027-02-22", "2027-02-28"),
        ("2027-06-05", "2027-08-10"),
    )),
)  # fmt: skip
BEGIN = datetime(2026, 9, 14, 9, tzinfo=UTC)
PEOPLE = 12
EXEMPT = frozenset(("meeting.moved", "meeting.called-off"))
WINDOWS = ((time(7), time(8, 15)), (time(15, 30), time(18, 30)))
WEEK = timedelta(days=7)


@dataclass
class Year:
    """A network that lives through a year: people answer as it comes, or not at all."""

    room: RoomOfPeople
    country: Country
    rng: Random
    meetings: list[int] = field(default_factory=list)
    calls: int = 0

    def acts(self, who: str, said: Typed | Pressed | Sent) -> None:
        """One call; what cannot be is refused kindly, as when a form names a time in lessons."""
        self.calls += 1
        world = self.room.world
        actor = world.actor(who)
        call = Call(
            id=f"y{self.calls}",
            order=self.calls,
            who=Person("memory", "net", actor.user),
            profile=world.profile(actor),
            place=Place("memory", "net", "C1"),
            said=said,
            abilities=self.room.stage.abilities,
            room="net",
        )
        answer = self.room.house.act(call)
        assert isinstance(answer, Reply | Errors), (said, answer)

    def begin(self) -> None:
        """Ana sets it up, everybody agrees to be written to, and the school year is entered."""
        start = {"name": ("Net",), "language": ("en",), "zone": (self.country.city,)}
        self.acts("P0", Sent("network:0:set-up", start))
        for actor in self.room.world.actors:
            self.acts(actor.name, Pressed("network:1:private:yes"))
        with self.room.store.write() as db:
            network = networks.get(db, 1)
            network.region = self.country.region
            for first, last in self.country.holidays:
                days = date.fromisoformat(first), date.fromisoformat(last)
                db.add(Term(network_id=1, kind="holiday", name="Holiday",
                            first=days[0], last=days[1]))  # fmt: skip

    def plan(self, title: str, local: datetime) -> int:
        """A meeting; returns its number."""
        form = {"title": (title,), "day": (local.date().isoformat(),),
                "time": (local.strftime("%H:%M"),)}  # fmt: skip
        self.acts("P0", Sent("meeting:0:plan:1", form))
        with self.room.store.read() as db:
            found = db.all(select(Delivery.subject).where(Delivery.view == "meeting.announcement"))
        number = max(map(int, found))
        self.meetings.append(number)
        return number

    async def lives(self, weeks: int) -> None:
        """So many weeks from its beginning on, and four more in which nobody does anything."""
        self.begin()
        for week in range(weeks):
            await self.week(BEGIN + week * WEEK)
        await self.room.clock.advance(self.room.outbox, self.room.clock.now() + 4 * WEEK)

    async def week(self, monday: datetime) -> None:
        """What happens in a week, on its Monday at ten: a lesson study on Tuesdays, something
        bigger now and then (early, late, at a weekend, in the holidays), changes, answers.
        """
        rng = self.rng
        local = monday.astimezone(ZoneInfo(self.country.zone)).replace(tzinfo=None)
        day = datetime.combine(local.date(), time())
        self.plan("Lesson study", day + timedelta(days=15, hours=16))
        if rng.random() < 0.4:
            hour = rng.choice((7, 9, 13, 16, 18, 23))
            ahead = rng.choice((1, 2, 3, 5, 9, 12, 20))
            self.plan("Visit", day + timedelta(days=ahead, hours=hour, minutes=30))
        for number in self.meetings[-5:]:
            self._changes(number)
        await self.room.clock.advance(self.room.outbox, monday + WEEK)

    def _changes(self, number: int) -> None:
        rng = self.rng
        for actor in self.room.world.actors:
            if rng.random() < 0.25:
                said = rng.choice(("yes", "yes", "released", "maybe", "no"))
                self.acts(actor.name, Pressed(f"rsvp:{number}:{said}"))
        if rng.random() < 0.1:
            self.acts("P0", Sent(f"meeting:{number}:call-off", {"reason": ("Snow",)}))
        elif rng.random() < 0.5:
            self._reminds(number)

    def _reminds(self, number: int) -> None:
        now = self.room.clock.now().astimezone(ZoneInfo(self.country.zone))
        day = now.date() + timedelta(days=self.rng.randrange(1, 12))
        form = {
            "day": (day.isoformat(),),
            "time": (self.rng.choice(("07:30", "10:00", "16:00", "22:00")),),
            "whom": (self.rng.choice(("unanswered", "coming", "tasks", "all")),),
            "words": ("Please bring your box.",),
        }
        self.acts("P0", Sent(f"meeting:{number}:remind", form))


Y = TypeVar("Y", bound=Year)


@contextmanager
def years_of(kind: type[Y], migrated: Path, folder: Path, count: int) -> Iterator[list[Y]]:
    """A network in each of so many countries, before its year begins."""
    made = []
    for number, country in enumerate(COUNTRIES[:count]):
        path = folder / f"{number}.db"
        path.write_bytes(migrated.read_bytes())
        actors = [Actor(f"P{n}", f"U{n}", admin=not n) for n in range(PEOPLE)]
        rooms = (Room("net", "C1", tuple(actor.name for actor in actors)),)
        world = World(actors, rooms, lambda at: words("en").moment(at, "Europe/London"))
        room = RoomOfPeople(Store(f"sqlite:///{path}"), BEGIN, world)
        made.append(kind(room, country, Random(number)))
    yield made
    for year in made:
        year.room.store.close()


@pytest.fixture
def years(migrated: Path, tmp_path: Path, size: Size) -> Iterator[list[Year]]:
    """A network in each country, before its year begins."""
    with years_of(Year, migrated, tmp_path, size(5, 1)) as made:
        yield made


def sent(store: Store) -> tuple[dict[int, list[tuple[datetime, Delivery]]], School]:
    """What each person was sent about meetings, in order; and the network's school days."""
    found: dict[int, list[tuple[datetime, Delivery]]] = defaultdict(list)
    with store.read() as db:
        network = db.one_value(select(Network))
        rows = db.all(
            select(Delivery)
            .join(Lane, col(Lane.id) == Delivery.lane_id)
            .where(Lane.kind == "person", col(Delivery.state).in_(LEFT))
        )
        for row in rows:
            if row.sent_at and not row.view.startswith("network."):
                found[row.lane_id].append((row.sent_at, row))
        school = terms.school(db, network)
    return {lane: sorted(rows, key=lambda r: r[0]) for lane, rows in found.items()}, school


def untimely(at: datetime, school: School) -> bool:
    """Whether a message that can wait went in lesson time, at night, or on a day without school."""
    local = at.astimezone(ZoneInfo(school.zone))
    in_time = any(first <= local.time() < last for first, last in WINDOWS)
    return not in_time or not school.is_school_day(local.date())


def too_many(times: list[tuple[datetime, Delivery]]) -> int:
    """How many messages that can wait went to somebody who had had two in the seven days before."""
    return sum(
        sum(at - WEEK < before < at for before, _ in times) >= 2
        for at, row in times
        if row.view not in EXEMPT
    )


def in_peace(year: Year) -> list[list[Delivery]]:
    """Check that nobody was written to at a bad time or too often; returns what each was sent."""
    people, school = sent(year.room.store)
    for times in people.values():
        waits = [(at, row) for at, row in times if row.view not in EXEMPT]
        assert [row.subject for at, row in waits if untimely(at, school)] == []
        assert too_many(times) == 0
    return [[row for _, row in times] for times in people.values()]


@pytest.mark.must_hold("A4", 3)
@pytest.mark.timeout(1200)
@pytest.mark.at_full_size  # tests/impact/test_year.py shows the same at small size too
@pytest.mark.no_cover
async def test_nobody_is_written_to_too_often_or_at_a_bad_time(
    years: list[Year], size: Size, figure: Figure
) -> None:
    count, most = 0, 0
    for year in years:
        await year.lives(size(50, 3))
        for told in in_peace(year):
            about = [row.subject.partition(":")[0] for row in told]
            most = max(most, *map(about.count, about))
            count += len(told)
    assert most <= 5
    assert count > 0
    figure(f"{count} private messages in {len(years)} countries, at most {most} about one meeting")
