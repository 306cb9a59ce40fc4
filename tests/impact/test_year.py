"""A simulated year with both halves of each meeting: who was there is asked, once, in time, and
nobody hears from us too often.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.commands.calls import Pressed, Sent
from bot.core.attendance import HERE
from bot.store import people
from bot.store.tables import Attendance, Delivery, Impact, Meeting, Reflection, Rsvp, Trial
from tests.meetings.test_year import WEEK, Year, in_peace, years_of

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
ASKED = {"nudge": Reflection, "task": Trial, "class": Impact, "again": Impact}
"""What is asked of who was there, and the rows that answer it."""


@dataclass
class WholeYear(Year):
    """A year in which people also come, look back, try the task and tell what happened."""

    came: dict[int, list[str]] = field(default_factory=dict)

    async def week(self, monday: datetime) -> None:
        """A week as before; those of the meetings that were do what is asked of them, or not."""
        with self.room.store.read() as db:
            past = db.all(select(Meeting).where(Meeting.starts_at < monday))
            known = [(row.id, row.starts_at) for row in past if row.state == "planned" and row.id]
        for number, starts in known:
            if starts > monday - WEEK:
                self._after(number, monday)
            for who in self.came.get(number, ()):
                self._tells(who, number)
        await super().week(monday)

    def _after(self, number: int, monday: datetime) -> None:
        rng = self.rng
        for actor in self.room.world.actors:
            if rng.random() < 0.5:
                self.acts(actor.name, Pressed(f"here:{number}:come"))
                self.came.setdefault(number, []).append(actor.name)
                if rng.random() < 0.5:
                    self.acts(actor.name, Sent(f"reflect:{number}:back", {"worth": ("much",)}))
            elif rng.random() < 0.2:
                self.acts(actor.name, Pressed(f"here:{number}:away"))
        day = (monday + timedelta(days=rng.randrange(5, 40))).date().isoformat()
        if rng.random() < 0.5:
            self.acts("P0", Sent(f"notes:{number}:try", {"what": ("Try it",), "due": (day,)}))
        user = f"U{rng.randrange(12)}"
        todo = {"what": ("Kits",), "owner": ("none",), "who": (user,), "due": (day,)}
        self.acts("P0", Sent(f"notes:{number}:add", todo))

    def _tells(self, who: str, number: int) -> None:
        rng = self.rng
        if rng.random() < 0.15:
            self.acts(who, Pressed(f"notes:{number}:{rng.choice(('did', 'partly', 'not-yet'))}"))
        if rng.random() < 0.3:
            answer = rng.choice(("agree", "cannot say", "disagree"))
            self.acts(who, Sent(f"impact:{number}:tell", {"practice": (answer,)}))


@pytest.fixture
def whole(migrated: Path, tmp_path: Path, size: Size) -> Iterator[list[WholeYear]]:
    """A network in each country, before its year begins."""
    with years_of(WholeYear, migrated, tmp_path, size(5, 1)) as made:
        yield made


def only_who_was_there(year: Year) -> Counter[str]:
    """Check that what is asked after meetings was asked of who was there, and once; returns how
    often it was.
    """
    asked: Counter[tuple[str, int, int]] = Counter()
    with year.room.store.read() as db:
        here = {(row.meeting_id, row.member_id): row for row in db.all(select(Attendance))}
        yes = {(row.meeting_id, row.member_id) for row in db.all(select(Rsvp))}
        rows = db.all(select(Delivery).where(Delivery.state == "sent"))
        for row in rows:
            about, _, name = row.subject.partition(":")
            if name not in ASKED or ":member:" not in row.idem_key:
                continue
            member = int(row.idem_key.rpartition(":")[2])
            was = here.get((int(about), member))
            is_here = was is not None and was.state == HERE and was.said_at < row.due
            assert is_here or (name == "nudge" and (int(about), member) in yes), row.idem_key
            asked[name, int(about), member] += 1
        assert len(people.listed(db, 1, year.room.clock.now())) > 0
    assert set(asked.values()) <= {1}
    return Counter(name for name, _, _ in asked)


def answered(year: Year) -> Counter[str]:
    """How many people have looked back, told of a task, and told what happened, in all."""
    found: Counter[str] = Counter()
    with year.room.store.read() as db:
        found["nudge"] = len(db.all(select(Reflection)))
        found["task"] = len(db.all(select(Trial)))
        for time, name in ((1, "class"), (2, "again")):
            rows = db.all(select(Impact).where(Impact.time == time))
            found[name] = len({(row.meeting_id, row.member_id) for row in rows})
    return found


@pytest.mark.must_hold("A5", 3)
@pytest.mark.timeout(1800)
@pytest.mark.no_cover
async def test_only_who_was_there_is_asked_and_nobody_too_often(
    whole: list[WholeYear], size: Size, figure: Figure
) -> None:
    messages, persons, most = 0, 0, 0
    asked: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for year in whole:
        await year.lives(size(50, 10))
        for got in in_peace(year):
            about = Counter(
                row.subject.partition(":")[0] for row in got if ":again" not in row.subject
            )
            most = max(most, *about.values())
            messages += len(got)
            persons += 1
        asked += only_who_was_there(year)
        told += answered(year)
    assert most <= 5
    assert min(asked[name] for name in ("nudge", "task", "class")) > 0
    rates = ", ".join(f"{name} {asked[name]} asked, {told[name]} answers" for name in ASKED)
    figure(
        f"{messages} private messages to {persons} people in {len(whole)} countries"
        f" ({messages / persons:.0f} each), at most {most} about one meeting; {rates}"
    )
