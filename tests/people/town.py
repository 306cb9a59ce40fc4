"""Two networks of random people, in which every fact has a word of its own; and which of these
words may be seen by whom, reckoned without any code of the house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from bot.chat import Person
from bot.core.people import number
from bot.core.profiles import PHASES, WORK
from bot.core.topics import vocabulary
from bot.store.db import Db
from bot.store.tables import (
    Affiliation,
    Identity,
    Institution,
    Interest,
    Member,
    Membership,
    Network,
    Place,
    Profile,
    Topic,
)

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
NETWORKS = (1, 2)
LENT = "C3"
"""A channel in which a meeting of the first network was announced."""
TOPICS = tuple(vocabulary())[:6]
WORDS = re.compile(r"zq\d+[a-z]+\d?|\b19\d\d\b")


@dataclass(frozen=True)
class Standing:
    """What somebody is in a network, and what they show it."""

    role: str
    left: bool
    declined: bool
    shares: frozenset[str]

    @property
    def is_listed(self) -> bool:
        return self.role != "guest" and not self.left and not self.declined


@dataclass(frozen=True)
class Someone:
    """A random person; `rows` by network."""

    rows: tuple[Standing | None, Standing | None]
    works_as: str
    phase: str
    topics: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """What they teach, are strong in, and would like."""

    def shows(self, network: int, part: str) -> bool:
        row = self.rows[network - 1]
        return row is not None and row.is_listed and part in row.shares


STANDINGS = st.builds(
    Standing,
    st.sampled_from(("member", "member", "member", "coordinator", "guest")),
    st.integers(0, 4).map(lambda n: n == 0),
    st.integers(0, 4).map(lambda n: n == 0),
    st.frozensets(st.sampled_from(("work", "help", "wish"))),
)
SOME_TOPICS = st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple)
PEOPLE = st.lists(
    st.builds(
        Someone,
        st.tuples(STANDINGS | STANDINGS | st.none(), STANDINGS | st.none()),
        st.sampled_from(WORK),
        st.sampled_from(PHASES),
        st.tuples(SOME_TOPICS, SOME_TOPICS, SOME_TOPICS),
    ),
    min_size=1,
    max_size=6,
)


ALL = frozenset(("work", "help", "wish"))


def _usual(role: str = "member", *shares: str, left: bool = False, no: bool = False) -> Standing:
    return Standing(role, left, no, frozenset(shares))


def _known_by(one: Standing | None, two: Standing | None = None) -> Someone:
    return Someone((one, two), "secondary", "secondary", (TOPICS[:1], TOPICS[1:2], TOPICS[2:3]))


EACH_KIND = [
    _known_by(_usual("member", *ALL)),
    _known_by(_usual("member", "work")),
    _known_by(_usual("coordinator", "help")),
    _known_by(_usual(), _usual("member", *ALL)),
    _known_by(None, _usual("coordinator", *ALL)),
    _known_by(_usual("guest", *ALL)),
    _known_by(_usual("member", *ALL, left=True)),
    _known_by(_usual("member", *ALL, no=True)),
]
"""A town in which there is somebody for each reason not to be shown."""


def word(one: int, fact: str, network: int | str = "") -> str:
    """The word that stands for a fact of a person."""
    return str(1901 + one) if fact == "since" else f"zq{one}{fact}{network}"


def may_see(people: list[Someone], network: int, *, names: bool = False) -> set[str]:
    """The words that the people of a network may see; `names`: a coordinator, in whose list stands
    everybody.
    """
    seen: set[str] = set()
    for n, one in enumerate(people):
        row = one.rows[network - 1]
        if row and row.is_listed and (names or row.shares):
            seen.add(word(n, "name"))
        if one.shows(network, "work"):
            seen |= {word(n, "since"), word(n, "tongue")}
            seen |= {word(n, fact, network) for fact in ("subject", "school", "region", "into")}
        if one.shows(network, "help"):
            seen.add(word(n, "strength", network))
    return seen


def every_word(people: list[Someone]) -> list[str]:
    """All words that stand somewhere in the tables, to be searched for."""
    facts = ("subject", "strength", "wish", "school", "region", "left", "was", "into")
    own = [word(n, fact) for n in range(len(people)) for fact in ("name", "since", "tongue")]
    return own + [
        word(n, fact, network) for n in range(len(people)) for fact in facts for network in NETWORKS
    ]


VIEWERS = {
    "member": ((1, "member", False),),
    "coordinator": ((1, "coordinator", False),),
    "guest": ((1, "guest", False),),
    "left": ((1, "member", True),),
    "dev": ((2, "coordinator", False),),
    "both": ((1, "member", False), (2, "coordinator", False)),
    "stranger": (),
}
"""Who looks: in which networks, as what, and whether they have left again."""


def account(viewer: str) -> Person:
    """Somebody who looks."""
    return Person("memory", "northshire", f"U-{viewer}")


def build(db: Db, people: list[Someone]) -> list[int]:
    """Write all of them, and who looks; returns the numbers of the people."""
    for network in NETWORKS:
        db.add(
            Network(id=network, name=f"Shire {network}", language="en", zone="UTC", begun_at=NOW)
        )
        db.flush()
        db.add(
            Place(network_id=network, platform="memory", workspace="northshire",
                  channel=f"C{network}", purpose="home", room=f"shire-{network}")
        )  # fmt: skip
    db.add(
        Place(network_id=1, platform="memory", workspace="northshire", channel=LENT,
              purpose="room", room="lent")
    )  # fmt: skip
    for viewer, rows in VIEWERS.items():
        if rows:
            key = _member(db, "Looker", account(viewer))
            for network, role, left in rows:
                _joins(db, key, network, Standing(role, left, declined=False, shares=frozenset()))
    return [_someone(db, n, one) for n, one in enumerate(people)]


def _member(db: Db, name: str, person: Person) -> int:
    row = Member(name=name)
    db.add(row)
    db.flush()
    key = number(row.id)
    db.add(
        Identity(member_id=key, platform=person.platform, workspace=person.workspace,
                 user=person.user)
    )  # fmt: skip
    return key


def _joins(db: Db, member: int, network: int, row: Standing) -> None:
    db.add(
        Membership(
            network_id=network, member_id=member, role=row.role, declined=row.declined,
            joined_at=NOW - timedelta(days=9), left_at=NOW if row.left else None,
            shares=" ".join(sorted(row.shares)),
        )
    )  # fmt: skip


def _someone(db: Db, n: int, one: Someone) -> int:
    key = _member(db, word(n, "name"), Person("memory", "northshire", f"V{n}"))
    db.add(
        Profile(
            member_id=key, works_as=one.works_as, since=int(word(n, "since")),
            speaks=word(n, "tongue"), free=word(n, "free"), travel=word(n, "travel"),
        )
    )  # fmt: skip
    for kind, keys in zip(("subject", "strength", "wish"), one.topics, strict=True):
        for topic in keys:
            db.add(Interest(member_id=key, kind=kind, topic=topic))
    for network in NETWORKS:
        if row := one.rows[network - 1]:
            _joins(db, key, network, row)
        _own_topics(db, n, key, network)
        _schools(db, n, key, network, one.phase)
    db.flush()
    return key


def _own_topics(db: Db, n: int, member: int, network: int) -> None:
    for kind in ("subject", "strength", "wish"):
        topic = Topic(network_id=network, name=word(n, kind, network))
        db.add(topic)
        db.flush()
        db.add(Interest(member_id=member, kind=kind, topic=f"own-{topic.id}"))


def _schools(db: Db, n: int, member: int, network: int, phase: str) -> None:
    """One where they are, one that they have left, one that is known by another name now."""
    into = _school(db, word(n, "into", network), network)
    for name, region, left, merged in (
        ("school", "region", None, None),
        ("left", "left", date(2026, 9, 1), None),
        ("was", "was", None, into),
    ):
        key = _school(db, word(n, name, network), network, word(n, region, network), phase, merged)
        db.add(Affiliation(network_id=network, institution_id=key, member_id=member, left_on=left))


def _school(
    db: Db, name: str, network: int, region: str = "", phases: str = "", into: int | None = None
) -> int:
    row = Institution(network_id=network, name=name, region=region, phases=phases, merged_into=into)
    db.add(row)
    db.flush()
    return number(row.id)
