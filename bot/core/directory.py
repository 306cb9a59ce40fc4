"""Who can help with what: each person as they have agreed to be seen, and no other way.

Everything that shows people to people (lists, search, completion, files) is made of Colleagues, so
that what was not agreed to cannot be shown by mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from bot.core import topics
from bot.core.people import number
from bot.core.profiles import PHASES, SHARES, listed
from bot.core.topics import Topic
from bot.store import directory as stored
from bot.store import profiles
from bot.store.db import Db
from bot.store.tables import Institution

T = TypeVar("T")
WORK, HELP, WISH = SHARES
"""The parts that can be shared: what somebody does and where; what they can help with; what they
would like to learn, which stands on no list.
"""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where somebody works, as the network knows it."""

    id: int
    name: str
    phases: tuple[str, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody as the people of a network may see them; what they do not share is empty. `wishes`
    are there for their own eyes alone.
    """

    id: int
    name: str
    works_as: str = ""
    since: int | None = None
    speaks: tuple[str, ...] = ()
    subjects: tuple[Topic, ...] = ()
    places: tuple[Workplace, ...] = ()
    strengths: tuple[Topic, ...] = ()
    wishes: tuple[Topic, ...] = ()

    @property
    def has_work(self) -> bool:
        """Whether there is something to see of what they do."""
        return bool(self.works_as or self.since or self.speaks or self.subjects or self.places)

    @property
    def phases(self) -> frozenset[str]:
        """The phases that they or their institutions teach."""
        own = {self.works_as} & set(PHASES)
        return frozenset(own.union(*(place.phases for place in self.places)))


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the network's list, as its coordinators see them: that they are in it is a fact
    to work with, all else is what they share.
    """

    seen: Colleague
    role: str
    joined_at: datetime


@dataclass(slots=True)
class _Ground:
    """What a network's institutions and topics are called."""

    topics: Mapping[str, Topic]
    institutions: Mapping[int, Institution] = field(default_factory=dict)

    def named(self, keys: Iterable[str]) -> tuple[Topic, ...]:
        """The topics of these keys; another network's own topics have no name here."""
        return tuple(self.topics[key] for key in keys if key in self.topics)

    def place(self, key: int) -> Workplace | None:
        """An institution, or the one that it was merged into."""
        passed: set[int] = set()
        while (found := self.institutions.get(key)) and found.merged_into and key not in passed:
            passed.add(key)
            key = found.merged_into
        if found is None:
            return None
        return Workplace(key, found.name, listed(found.phases), found.region.strip())

    def places(self, keys: Iterable[int]) -> tuple[Workplace, ...]:
        """The institutions of these numbers, each once."""
        found = (self.place(key) for key in keys)
        return tuple(dict.fromkeys(place for place in found if place))


def _ground(db: Db, network: int) -> _Ground:
    own = [topics.own(row.id, row.name) for row in profiles.topics(db, network)]
    known = {number(one.id): one for one in stored.institutions(db, network)}
    return _Ground({**topics.vocabulary(), **{one.key: one for one in own}}, known)


def people(db: Db, network: int) -> list[Colleague]:
    """Those of a network who share something, by name."""
    return [one.seen for one in everybody(db, network) if _shows(one.seen)]


def _shows(seen: Colleague) -> bool:
    return seen.has_work or bool(seen.strengths)


def everybody(db: Db, network: int) -> list[Listed]:
    """All on the list of a network, by name, with what each shares: for its coordinators."""
    ground = _ground(db, network)
    work = {told[0]: told for told in stored.profiles(db, network, WORK)}
    subjects = _by_person(stored.interests(db, network, "subject", WORK))
    places = _by_person(stored.affiliations(db, network, WORK))
    strengths = _by_person(stored.interests(db, network, "strength", HELP))
    found = []
    for me, name, role, joined_at in stored.listed(db, network):
        _, works_as, since, speaks = work.get(me, (me, "", None, ""))
        seen = Colleague(
            me,
            name,
            works_as,
            since,
            listed(speaks),
            ground.named(subjects.get(me, ())),
            ground.places(places.get(me, ())),
            ground.named(strengths.get(me, ())),
        )
        found.append(Listed(seen, role, joined_at))
    return sorted(found, key=lambda one: (one.seen.name.casefold(), one.seen.id))


def _by_person(rows: Sequence[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for member, one in rows:
        found.setdefault(member, []).append(one)
    return found


def myself(db: Db, network: int, member: int, name: str) -> Colleague:
    """A person as the network would see them if they shared everything: for their own eyes."""
    ground, row = _ground(db, network), profiles.of(db, member)
    return Colleague(
        member,
        name,
        row.works_as if row else "",
        row.since if row else None,
        listed(row.speaks) if row else (),
        ground.named(profiles.interests(db, member, "subject")),
        ground.places(number(one.id) for one in profiles.at(db, network, member)),
        ground.named(profiles.interests(db, member, "strength")),
        ground.named(profiles.interests(db, member, "wish")),
    )


def part_of(seen: Colleague, part: str) -> Colleague:
    """What of somebody belongs to this part alone."""
    if part == HELP:
        return Colleague(seen.id, seen.name, strengths=seen.strengths)
    if part == WISH:
        return Colleague(seen.id, seen.name, wishes=seen.wishes)
    return replace(seen, strengths=(), wishes=())
