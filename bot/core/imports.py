"""Lists of people: looked at, taken in, and taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import interests
from bot.core.listed_schools import School, Schools
from bot.core.people import by_name, number
from bot.core.readings import Left, Vocabulary, read
from bot.core.rights import Role
from bot.core.roster import SAME, Person, Plan, Roster, Same
from bot.core.sheets import ROWS, Sheet, Unreadable, Why
from bot.core.undoing import touched
from bot.store import imports as stored
from bot.store import networks, people, profiles
from bot.store.db import Db
from bot.store.digests import Keys, digests
from bot.store.tables import (
    Affiliation,
    Import,
    Institution,
    Interest,
    Member,
    Membership,
    Profile,
    Row,
)

AT_ONCE = 250
Progress = Callable[[int], None]
"""Is told how many people more are taken in."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a list is meant: its columns by their heads, and whose the names are that are there."""

    columns: Mapping[str, str]
    same: Same = "ask"


def plan(
    db: Db, network: int, sheets: Sequence[Sheet], ways: Ways, today: date, keys: Keys,
    progress: Progress = lambda _: None,
) -> Plan:  # fmt: skip
    """What taking a list in would do. Raises Unreadable where there are too many people."""
    vocabulary = words_of(db, network)
    there, schools = _known(stored.standing(db, network))
    gone = stored.forgotten(db, network)

    def is_erased(name: str) -> bool:
        return not gone.isdisjoint(digests(by_name(network, name), keys))

    roster = Roster(there, schools, ways.same, is_erased)
    count = 0
    for sheet in sheets:
        for row in read(sheet, ways.columns, vocabulary, today):
            if isinstance(row, Left):
                roster.plan.left.append(row)
                continue
            count += 1
            if count > ROWS:
                raise Unreadable(Why.ROWS)
            roster.take(row)
            progress(1)
    return roster.finish()


def words_of(db: Db, network: int) -> Vocabulary:
    """The topics that a network knows of."""
    return Vocabulary(interests.known(db, network))


def _known(found: stored.Standing) -> tuple[list[Person], Schools]:
    """The people and schools of a network as a list is held against them."""
    rows = {number(row.id): row for row in found.institutions}
    made = {
        key: School(row.name, key, row.phases, row.region, row.priority)
        for key, row in rows.items()
    }
    last = {key: _last(rows, key) for key in rows}
    at: dict[int, dict[str, bool]] = {}
    for one in found.affiliations:
        key, mine = f"#{last[one.institution_id]}", at.setdefault(one.member_id, {})
        mine[key] = mine.get(key, False) or one.left_on is None
    likes: dict[int, dict[str, set[str]]] = {}
    for interest in found.interests:
        likes.setdefault(interest.member_id, {}).setdefault(interest.kind, set()).add(
            interest.topic
        )
    there = [
        Person(
            member.name,
            number(member.id),
            gone=row.left_at is not None,
            is_open=row.member_id not in found.spoken,
            is_guest=row.role == Role.GUEST,
            works=profile.works_as if profile else "",
            since=profile.since if profile else None,
            speaks=profile.speaks if profile else "",
            topics=likes.get(row.member_id, {}),
            schools=at.get(row.member_id, {}),
        )
        for row, member, profile in found.people
    ]
    known = ((row.name, f"#{last[key]}", made[last[key]]) for key, row in rows.items())
    return there, Schools(known)


def _last(rows: Mapping[int, Institution], key: int) -> int:
    """The school into which this one was merged, or itself."""
    seen = {key}
    while (into := rows[key].merged_into) and into in rows and into not in seen:
        key = into
        seen.add(key)
    return key


def wait(
    db: Db, network: int, member: int | None, sheets: Sequence[Sheet], digest: str, now: datetime
) -> Import:
    """Keep a list that was read, until it is taken in."""
    networks.lock(db, network)
    row = Import(
        network_id=network, member_id=member, digest=digest, state="waiting", at=now,
        sheets=json.dumps([[one.name, one.rows] for one in sheets], ensure_ascii=False),
        columns="{}",
    )  # fmt: skip
    db.add(row)
    db.flush()
    return row


def sheets_of(row: Import) -> list[Sheet]:
    """The sheets of a list that waits."""
    return [Sheet(name, tuple(map(tuple, rows))) for name, rows in json.loads(row.sheets or "[]")]


def ways_of(row: Import) -> Ways:
    """How a list that waits is meant."""
    same = next((one for one in SAME if one == row.same), SAME[0])
    return Ways(json.loads(row.columns or "{}"), same)


def file_digest(data: bytes) -> str:
    """By what a file is known again."""
    return hashlib.sha256(data).hexdigest()


def take(
    db: Db, row: Import, found: Plan, now: datetime, progress: Progress = lambda _: None
) -> None:
    """Take a list in, as it was planned in this transaction; the list itself is not kept."""
    made = _Made(db, row.network_id, now)
    row.new, row.filled, row.left_out = len(found.new), len(found.filled), found.rows_left
    taken = [*found.new, *found.filled]
    made.schools(found.used())
    for first in range(0, len(taken), AT_ONCE):
        some = taken[first : first + AT_ONCE]
        made.people(some, found.schools)
        progress(len(some))
    row.state, row.at, row.sheets, row.columns = "taken", now, "", "{}"
    db.flush()
    row.made = json.dumps({"made": made.numbers, "filled": made.was})
    row.stands = json.dumps(stored.stand(db, made.touched(), row.network_id, now).digests)
    db.flush()


class _Made:
    """Writes what a plan says, and notes what came of it."""

    def __init__(self, db: Db, network: int, now: datetime) -> None:
        self._db, self._network, self._now = db, network, now
        self.numbers: dict[str, list[int]] = {}
        self.was: list[tuple[str, int, str, object]] = []

    def touched(self) -> dict[str, list[int]]:
        """The numbers of all rows that came or were changed."""
        return touched(self.numbers, self.was)

    def schools(self, schools: Iterable[School]) -> None:
        """Make schools, or add to those there."""
        fresh = []
        for school in schools:
            if not school.id:
                fresh.append(school)
            elif stands := self._db.get(Institution, school.id):
                self._fill("institution", school.id, stands, school.gets)
        while fresh:
            # The store tells rows apart by their names: of one name there is one at a time.
            some = list({one.name: one for one in reversed(fresh)}.values())
            rows = [{"network_id": self._network, "name": one.name, **one.gets} for one in some]
            keys = self._note(Institution, stored.add_named(self._db, Institution, rows))
            for school, key in zip(some, keys, strict=True):
                school.id = key
            fresh = [one for one in fresh if not one.id]

    def people(self, some: Sequence[Person], schools: Mapping[str, School]) -> None:
        """Make people, or add to those there; with where they work and what they bring."""
        self._members([person for person in some if not person.id])
        profiles_ = [self._profile(person) for person in some if person.gets]
        self._add(Profile, [row for row in profiles_ if row])
        works = [
            {"network_id": self._network, "institution_id": schools[key].id, "member_id": one.id}
            for one in some
            for key in one.gets_schools
        ]
        self._add(Affiliation, works)
        brings = [
            {"member_id": one.id, "kind": kind, "topic": topic}
            for one in some
            for kind, keys in one.gets_topics.items()
            for topic in keys
        ]
        self._add(Interest, brings)
        for one in some:
            if one.promoted and (row := people.membership(self._db, self._network, one.id)):
                self._fill("membership", number(row.id), row, {"role": str(Role.MEMBER)})

    def _members(self, fresh: Sequence[Person]) -> None:
        """New people come onto the list; nobody writes to them, and they share nothing."""
        named = [{"name": person.name} for person in fresh]
        keys = self._note(Member, stored.add_named(self._db, Member, named))
        for person, key in zip(fresh, keys, strict=True):
            person.id, person.is_new = key, True
        row = {"network_id": self._network, "role": str(Role.MEMBER), "joined_at": self._now}
        self._add(Membership, [{**row, "member_id": key, "private": False} for key in keys])

    def _profile(self, person: Person) -> Mapping[str, object] | None:
        """The new profile of a person, where there is none to add to."""
        gets = {"works_as" if key == "works" else key: value for key, value in person.gets.items()}
        if not person.is_new and (stands := profiles.of(self._db, person.id)):
            self._fill("profile", person.id, stands, gets)
            return None
        return {"member_id": person.id, **gets}

    def _add(self, table: type[Row], rows: Sequence[Mapping[str, object]]) -> None:
        self._note(table, stored.add_all(self._db, table, rows))

    def _note(self, table: type[Row], keys: list[int]) -> list[int]:
        if keys:
            self.numbers.setdefault(str(table.__tablename__), []).extend(keys)
        return keys

    def _fill(self, name: str, key: int, row: object, values: Mapping[str, object]) -> None:
        for column, value in values.items():
            self.was.append((name, key, column, getattr(row, column)))
            setattr(row, column, value)
