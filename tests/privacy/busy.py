"""A house with a busy year, in which one person has used everything and written canaries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlmodel import col, select

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.chat import Person, Place
from bot.commands.calls import Answer, Call, Pressed, Sent, Typed
from bot.core import (
    attendance,
    impact,
    meetings,
    outgoing,
    polls,
    questions,
    reflections,
    rsvps,
    tasks,
)
from bot.core.people import number
from bot.store import drafts, tallies
from bot.store.db import Db, Store
from bot.store.register import REGISTER
from bot.store.register.entries import Entry
from bot.store.tables import (
    Affiliation,
    Attendance,
    Identity,
    Impact,
    Import,
    Institution,
    Interest,
    JournalEntry,
    Meeting,
    Member,
    Membership,
    PersonalLink,
    Profile,
    Prompt,
    Question,
    QuestionAnswer,
    Reflection,
    Rsvp,
    Topic,
    Trial,
)
from bot.ui import message_text
from bot.views.reflections import results
from bot.views.words import words
from tests.impact.test_year import WholeYear
from tests.meetings.test_year import BEGIN, COUNTRIES, PEOPLE, WEEK
from tests.plugins.room import RoomOfPeople
from tests.privacy.asking import asks

NAME, USER, CANARY = "Canary Käthe", "UCANARY77", "canarytext"
TRACES = (NAME, USER, CANARY, "Käthe")
PETRA = "Petra Walk-in"
"""A colleague who came for the person: noted by others, and theirs."""


@dataclass
class Busy(WholeYear):
    """A year after which Käthe has used everything."""

    me: int = 0

    async def lives(self, weeks: int) -> None:
        """So many weeks, and three in which nobody does anything; then Käthe writes."""
        self.begin()
        for week in range(weeks):
            await self.week(BEGIN + week * WEEK)
        await self.room.clock.advance(self.room.outbox, self.room.clock.now() + 3 * WEEK)
        with self.room.store.write() as db:
            self.me = number(db.one_value(select(Identity).where(Identity.user == USER)).member_id)
            over = db.all(
                select(Meeting)
                .where(Meeting.starts_at < self.room.clock.now(), Meeting.state == "planned")
                .order_by(col(Meeting.id).desc())
            )
            writes(db, self.me, over[:6], self.room.clock.now())

    def presses(self, who: str, said: Typed | Pressed | Sent) -> Answer:
        """One call; returns its answer."""
        self.calls += 1
        actor = self.room.world.actor(who)
        call = Call(
            id=f"y{self.calls}", order=self.calls, who=Person("memory", "net", actor.user),
            profile=self.room.world.profile(actor), place=Place("memory", "net", "C1"), said=said,
            abilities=self.room.stage.abilities, room="net",
        )  # fmt: skip
        return self.room.house.act(call)


def writes(db: Db, me: int, over: Sequence[Meeting], now: datetime) -> None:
    """All that can be written by a person, with a canary in every text of theirs; of each of these
    meetings some others say something too.
    """
    others = [number(row.id) for row in db.all(select(Member)) if row.id != me]
    for meeting in over:
        said: dict[str, Any] = {
            "network_id": 1, "meeting_id": meeting.id, "said_at": now - timedelta(days=3),
        }  # fmt: skip
        _clears(db, number(meeting.id), me)
        _looks_back(db, me, said)
        for nth in others[:6]:
            _says_something(db, nth, said)
        db.add(Attendance(name=PETRA, sent_by=me, state="here", ticked=True, **said))
    db.flush()
    _between(db, me, others, now)
    _keeps(db, me, others, now)


def _clears(db: Db, meeting: int, me: int) -> None:
    for table in (Rsvp, Attendance, Reflection, Trial, Impact):
        for row in db.all(select(table).where(table.meeting_id == meeting, table.member_id == me)):
            db.delete(row)
    db.flush()


def _looks_back(db: Db, me: int, said: dict[str, Any]) -> None:
    at = said | {"member_id": me}
    db.add(Attendance(state="here", minutes=35, **at))
    db.add(Reflection(worth="little", useful=CANARY, will=CANARY, help=CANARY, **at))
    db.add(Trial(state="partly", line=CANARY, **at))
    db.add(Impact(item="practice", answer="disagree", time=1, **at))
    db.add(Impact(item="evidence", answer=CANARY, time=1, **at))
    db.add(
        Rsvp(
            network_id=1, meeting_id=said["meeting_id"], member_id=me, answer="yes", order=1,
            answered_at=said["said_at"], guests=2, delegate=f"{CANARY} Paul",
        )
    )  # fmt: skip


def _says_something(db: Db, member: int, said: dict[str, Any]) -> None:
    for table, given in (
        (Attendance, {"state": "here"}),
        (Reflection, {"worth": "much"}),
        (Impact, {"item": "practice", "answer": "agree", "time": 1}),
    ):
        about = (table.meeting_id == said["meeting_id"], table.member_id == member)
        if not db.all(select(table).where(*about)):
            db.add(table(**said, member_id=member, **given))


def _between(db: Db, me: int, others: Sequence[int], now: datetime) -> None:
    question = Question(
        network_id=1, words="What helps?", circle="network", asked_by=me,
        asked_at=now - timedelta(days=20), closes_at=now - timedelta(days=13),
    )  # fmt: skip
    db.add(question)
    db.flush()
    at: dict[str, Any] = {"network_id": 1, "question_id": number(question.id), "said_at": now}
    for who in (me, *others[:2]):
        db.add(QuestionAnswer(member_id=who, text=CANARY if who == me else "Tea", **at))


def _keeps(db: Db, me: int, others: Sequence[int], now: datetime) -> None:
    db.add(JournalEntry(network_id=1, member_id=me, text=CANARY, shared=CANARY, written_at=now))
    db.add(Profile(member_id=me, works_as="teacher", free=CANARY, travel=CANARY, speaks=CANARY,
                   since=2001, confirmed_at=now, asked_at=now))  # fmt: skip
    db.add(Interest(member_id=me, kind="wish", topic=CANARY))
    own = Topic(network_id=1, name=f"{CANARY} kilns")
    schools = [Institution(network_id=1, name=n) for n in ("Northshire High", f"{CANARY} School")]
    for row in (own, *schools):
        db.add(row)
    db.flush()
    db.add(Interest(member_id=me, kind="strength", topic=f"own-{own.id}"))
    for school in schools:
        db.add(Affiliation(network_id=1, institution_id=number(school.id), member_id=me))
    db.add(Affiliation(network_id=1, institution_id=number(schools[0].id), member_id=others[0]))
    db.add(Prompt(network_id=1, kind="meeting", version=99, useful="How?", made_by=me, made_at=now))
    person = Person("memory", "net", USER)
    db.add(drafts.make(person, "reflect:0:write:1", json.dumps({"text": [CANARY]}), now))
    other = Person("memory", "net", "U0")
    picked = json.dumps({"what": ["Kits"], "who": [USER]})
    db.add(drafts.make(other, "notes:1:add", picked, now))
    _lists(db, other, now)
    asks(db, me, CANARY, now)
    db.add(
        PersonalLink(
            digest=CANARY, network_id=1, member_id=me, purpose="meeting:1", made_at=now,
            until=now + timedelta(days=30),
        )
    )  # fmt: skip
    for row in db.all(select(Membership).where(Membership.member_id == me)):
        row.shares, row.private = CANARY, True
    db.get(Member, me).name = NAME  # type: ignore[union-attr]


def _lists(db: Db, other: Person, now: datetime) -> None:
    """Others have lists before them: pasted, kept and to be undone, and to be taken in."""
    for name in (NAME, "Petra"):
        last, _, first = f" {name}".rpartition(" ")
        pasted = {"names": [f"Ulla: no\n{first} {last.strip()}: yes"], "otherwise": ["yes"]}
        before = json.dumps([{"member": 1, "order": 1, "delegate": name}])
        db.add(drafts.make(other, "rsvp:1:list", json.dumps(pasted), now))
        db.add(drafts.make(other, "rsvp:1:list-undo", json.dumps({"before": [before]}), now))
        rows = json.dumps({"rows": [f"Name\tSchool\n{name}\tHill"]})
        db.add(drafts.make(other, "import:1:paste", rows, now))
        for dumped in (True, False):
            sheets = [["Staff", [["First", "Last"], [first, last.strip()]]]]
            kept = json.dumps(sheets, ensure_ascii=dumped)
            list_: dict[str, Any] = {
                "digest": name[:3],
                "state": "waiting",
                "at": now,
                "sheets": kept,
            }
            db.add(Import(network_id=1, member_id=1, columns="{}", **list_))


@contextmanager
def house(store: Store) -> Iterator[Busy]:
    """The house before its year begins."""
    actors = [Actor(f"P{n}", f"U{n}", admin=not n) for n in range(PEOPLE)]
    actors.append(Actor(NAME, USER))
    rooms = (Room("net", "C1", tuple(actor.name for actor in actors)),)
    world = World(actors, rooms, lambda at: words("en").moment(at, "Europe/London"))
    yield Busy(RoomOfPeople(store, BEGIN, world), COUNTRIES[0], Random(8))


def figures(year: Busy) -> dict[str, object]:
    """All numbers that views show of what is over."""
    found: dict[str, object] = {}
    now, t = year.room.clock.now(), words("en")
    with year.room.store.read() as db:
        for meeting in db.all(select(Meeting).where(Meeting.starts_at < now)):
            if meeting.state == "withdrawn":
                continue
            short, whole = rsvps.in_short(db, meeting, 0), rsvps.standing(db, meeting)
            said, counts = reflections.of(db, meeting), reflections.counts(db, meeting)
            poll = polls.of(db, meeting)
            page = results(t, meeting, said, poll, at=0, may_change=False, counts=counts)
            tried = [one.row.state for one in tasks.of(db, meeting)]
            gone = tallies.of(db, 1, tallies.TASK, number(meeting.id))
            found[f"{meeting.id}"] = (
                short.counts, whole.counts, [(side.taken, side.waited) for side in short.sides],
                attendance.count(db, meeting), _hours(db, meeting),
                message_text(page).split("\n\n")[1:3],
                {one: tried.count(one) + gone.get(one, 0) for one in tasks.STATES},
                impact.count(db, meeting), impact.figures(db, meeting),
                [(e.item.plan.name, e.sent, e.held) for e in outgoing.entries(db, meeting, now)],
                meetings.is_over(meeting, now),
            )  # fmt: skip
        for question in db.all(select(Question)):
            found[f"question {question.id}"] = questions.count(db, question)
    return found


def _hours(db: Db, meeting: Meeting) -> int:
    rows = db.all(
        select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.state == "here")
    )
    known = sum(meeting.minutes if row.minutes is None else row.minutes for row in rows)
    return known + tallies.total(db, 1, tallies.MINUTES, number(meeting.id))


def annotated(db: Db, me: int) -> dict[str, list[dict[str, object]]]:
    """What the register knows of a person, read row by row and column by column."""
    return {
        entry.table.__name__.lower(): [
            {name: getattr(row, name) for name in entry.columns}
            for row in db.all(select(entry.table).where(entry.mine(me)))
        ]
        for entry in _of_people()
        if entry.mine is not None
    }


def _of_people() -> list[Entry]:
    return [entry for entry in REGISTER if entry.mine is not None and entry.copied]
