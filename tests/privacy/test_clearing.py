"""What is over goes by itself, every night: it becomes counts, nobody waits, and all is told."""

import itertools
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from bot.core import attendance, clearing, impact, people, reflections, rsvps
from bot.scheduler import nightly
from bot.store import clearing as rules
from bot.store import leases, tallies
from bot.store.db import Db, Store
from bot.store.tables import (
    Attendance,
    Delivery,
    Identity,
    Impact,
    JournalEntry,
    Lane,
    Meeting,
    Member,
    Membership,
    Network,
    PersonalLink,
    Question,
    QuestionAnswer,
    Reflection,
    Row,
    Rsvp,
    Trial,
)
from tests.plugins.room import ANA, BEN, RoomOfPeople

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
PEOPLE = 7
LATER = "meeting:1:today:2026-01-01/08:00"


def months_ago(months: float) -> datetime:
    return NOW - timedelta(days=30.5 * months)


def fill(store: Store) -> None:
    """Seven people, and two meetings: one a good year ago, one more than two years ago."""
    with store.write() as db:
        db.add(Network(name="Net", language="en", zone="Europe/London", begun_at=months_ago(40)))
        db.flush()
        for nth in range(1, PEOPLE + 1):
            db.add(Member(name=f"P{nth}"))
            db.flush()
            db.add(Identity(member_id=nth, platform="memory", workspace="n", user=f"U{nth}"))
            db.add(Membership(network_id=1, member_id=nth, role="member", joined_at=months_ago(40)))
        for months in (14, 25):
            _meeting(db, months_ago(months))
        _between(db)


def _meeting(db: Db, at: datetime) -> None:
    meeting = Meeting(
        network_id=1, title="Robots", about="", venue="", local_start=at.replace(tzinfo=None),
        zone="Europe/London", starts_at=at, minutes=90, state="planned",
    )  # fmt: skip
    db.add(meeting)
    db.flush()
    for nth in range(1, PEOPLE + 1):
        of: dict[str, Any] = {"network_id": 1, "meeting_id": meeting.id, "member_id": nth}
        db.add(Rsvp(answer="yes", order=1, answered_at=at, guests=nth == 1, **of))
        said = of | {"said_at": at}
        db.add(Attendance(state="here", **said))
        db.add(Reflection(worth="much", useful="words", **said))
        db.add(Trial(state="did", line="words", **said))
        db.add(Impact(item="practice", answer="agree", time=1, **said))
        db.add(Impact(item="evidence", answer="words", time=1, **said))
    walk_in: dict[str, Any] = {"network_id": 1, "meeting_id": meeting.id, "said_at": at}
    db.add(Attendance(name="Petra", state="here", **walk_in))


def _between(db: Db) -> None:
    asked = Question(
        network_id=1, words="?", circle="network", asked_at=months_ago(26),
        closes_at=months_ago(25),
    )  # fmt: skip
    db.add(asked)
    for target, kind in (("U1", "person"), ("C1", "channel")):
        db.add(Lane(platform="memory", workspace="n", kind=kind, target=target))
    db.flush()
    db.add(QuestionAnswer(network_id=1, question_id=1, member_id=1, text="x", said_at=NOW))
    for lane, view, months in (
        (1, "meeting.reminder", 13), (1, "meeting.reminder", 6), (2, "meeting.announcement", 13),
        (1, "network.undelivered", 2), (1, "network.hello", 20),
    ):  # fmt: skip
        key = f"1:meeting:1:today:2026-01-01/08:00:member:1:{lane}{view}{months}"
        if view == "meeting.reminder" and months == 13:
            key = "1:meeting:1:today:d:member:1"
        db.add(
            Delivery(
                network_id=1, lane_id=lane, idem_key=key, view=view, subject="1:today",
                due=months_ago(months), state="sent", remote_ref="1",
            )
        )  # fmt: skip
    for until in (months_ago(1), NOW + timedelta(days=1)):
        db.add(
            PersonalLink(
                digest=f"{until}", network_id=1, member_id=2, purpose="meeting:1",
                made_at=months_ago(2), until=until,
            )
        )  # fmt: skip


def left(store: Store) -> dict[str, int]:
    """How many rows of each table are left."""
    with store.read() as db:
        tables = (Rsvp, Attendance, Reflection, Trial, Impact, QuestionAnswer, Delivery,
                  PersonalLink, Member)  # fmt: skip
        return {table.__name__: len(db.all(select(table))) for table in tables}


def figures(store: Store) -> list[object]:
    found: list[object] = []
    with store.read() as db:
        for meeting in db.all(select(Meeting).order_by(col(Meeting.id))):
            said = reflections.of(db, meeting)
            counts = {one.worth: one.people for one in reflections.counts(db, meeting)}
            found += [
                rsvps.in_short(db, meeting, 0).counts, attendance.count(db, meeting),
                len(said) + sum(counts.values()), impact.count(db, meeting),
                impact.figures(db, meeting),
            ]  # fmt: skip
    return found


GONE = {
    "answers": {1: 14}, "names": {1: 2}, "there": {1: 7}, "looking-back": {1: 7},
    "tasks": {1: 7}, "in-class": {1: 14}, "questions": {1: 1}, "messages": {1: 1},
    "notices": {1: 1}, "links": {1: 1},
}  # fmt: skip
LEFT = {
    "Rsvp": 0, "Attendance": 7, "Reflection": 7, "Trial": 7, "Impact": 14, "QuestionAnswer": 0,
    "Delivery": 3, "PersonalLink": 1, "Member": 7,
}  # fmt: skip


def test_what_is_over_becomes_counts_and_all_figures_stay(store: Store) -> None:
    fill(store)
    before = figures(store)
    with store.read() as db:
        would = clearing.would_go(db, NOW)
    went = clearing.clear(store, NOW)

    assert would == went == GONE
    assert left(store) == LEFT
    assert figures(store) == before
    with store.read() as db:
        assert clearing.report(db, 1, NOW.date()) == {
            what: counts[1] for what, counts in GONE.items()
        }
        assert clearing.would_go(db, NOW) == {}
    assert {key: of for key, of in clearing.clear(store, NOW).items() if of} == {}
    assert figures(store) == before


def test_who_is_erased_leaves_the_counts_standing(store: Store) -> None:
    fill(store)
    before = figures(store)
    with store.write() as db:
        people.erase(db, 1, 0, NOW, (b"test",))

    assert figures(store) == before
    with store.read() as db:
        assert db.all(select(Member.name).order_by(col(Member.id)))[0] == "P2"
        assert tallies.of(db, 1, tallies.RSVP, 1) == {"yes room": 1}
        assert tallies.of(db, 1, tallies.SEATS, 1) == {"room": 2}
        assert tallies.of(db, 1, tallies.MINUTES, 1) == {"": 90}
        assert tallies.of(db, 1, tallies.SENT, 1) == {"meeting:1:today:d": 1, LATER: 1}


def test_a_rehearsal_changes_nothing(sqlite_store: Store) -> None:
    fill(sqlite_store)
    before = rows(sqlite_store)
    with sqlite_store.read() as db:
        clearing.would_go(db, NOW)

    assert rows(sqlite_store) == before


def rows(store: Store) -> list[str]:
    with store.read() as db:
        return [
            str(row)
            for table in Row.metadata.sorted_tables
            for row in db.connection().execute(table.select()).all()
        ]


@pytest.mark.parametrize("at", range(1, 12, 2))
def test_it_goes_on_after_a_crash_and_counts_nothing_twice(sqlite_store: Store, at: int) -> None:
    fill(sqlite_store)
    before, steps = figures(sqlite_store), itertools.count(1)

    def dies(_: str) -> None:
        if next(steps) == at:
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        clearing.clear(sqlite_store, NOW, dies)
    clearing.clear(sqlite_store, NOW)

    assert left(sqlite_store) == LEFT
    assert figures(sqlite_store) == before
    with sqlite_store.read() as db:
        assert clearing.report(db, 1, NOW.date())["answers"] == 14


def test_two_processes_count_nothing_twice(store: Store) -> None:
    fill(store)
    before = figures(store)
    both = [threading.Thread(target=clearing.clear, args=(store, NOW)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert left(store) == LEFT
    assert figures(store) == before


def test_it_is_done_once_a_night(sqlite_store: Store) -> None:
    fill(sqlite_store)
    nightly.clear(sqlite_store, NOW)
    with sqlite_store.read() as db:
        until = leases.ends(db, "clearing", NOW, timedelta(days=2))
        assert until == datetime(2026, 11, 30, 2, tzinfo=UTC)
        assert clearing.is_done(db, NOW + timedelta(hours=22))
        assert not clearing.is_done(db, NOW + timedelta(hours=23))


def test_who_left_long_ago_is_erased_and_who_declined_stays_away(sqlite_store: Store) -> None:
    fill(sqlite_store)
    with sqlite_store.write() as db:
        for nth, months, declined in ((1, 14, False), (2, 14, True), (3, 12, False)):
            row = db.all(select(Membership).where(Membership.member_id == nth))[0]
            row.left_at, row.declined = months_ago(months), declined
        db.add(JournalEntry(network_id=1, member_id=1, text="mine", written_at=months_ago(14)))
        guest = Member(name="Gast")
        db.add(guest)
        db.flush()
        key = guest.id or 0
        db.add(Identity(member_id=key, platform="web", workspace="", user="w1"))
        db.add(Membership(network_id=1, member_id=key, role="guest", joined_at=months_ago(14)))
    went = clearing.clear(sqlite_store, NOW)

    assert went["people"] == {1: 2}
    with sqlite_store.read() as db:
        assert [row.name for row in db.all(select(Member))] == [f"P{n}" for n in range(2, 8)]


async def test_coordinators_read_what_went_and_others_do_not(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        rules.note(db, room.clock.now().date(), "answers", {1: 34})
    told = await room.says(ANA, "/privacy report")

    assert "Answers to meetings, and their groups, after 13 months: 34" in told
    assert "34" not in await room.says(BEN, "/privacy report")
