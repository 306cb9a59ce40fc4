"""What people said of themselves, and that it is looked at again once a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import interests, terms, windows
from bot.core.profiles import listed
from bot.core.schooldays import School
from bot.core.topics import Topic
from bot.store import deliveries, networks, people
from bot.store import profiles as stored
from bot.store.db import Db
from bot.store.tables import Delivery, Institution, Profile

ASK = "profile.ask"
"""Asks a person, once a year, whether their profile is still true; its subject is "member:<n>"."""
YEAR = timedelta(days=365)
KEPT_ASKING = timedelta(weeks=6)
"""So long the question may wait for room among other messages."""
HANDFUL = 50
"""So many people are asked at once: nobody else writes meanwhile."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a person said of themselves, as it stands in a network."""

    works_as: str = ""
    since: int | None = None
    schools: Sequence[Institution] = ()
    subjects: Sequence[Topic] = ()
    strengths: Sequence[Topic] = ()
    wishes: Sequence[Topic] = ()
    free: Sequence[str] = ()
    travel: str = ""
    speaks: Sequence[str] = ()


def card(db: Db, network: int, member: int) -> Card:
    """A person's profile; of topics and schools those that this network knows."""
    row = stored.of(db, member) or Profile(member_id=member)
    known = interests.known(db, network, member)
    subjects, strengths, wishes = (
        interests.of(db, known, member, kind) for kind in ("subject", "strength", "wish")
    )
    return Card(
        row.works_as, row.since, stored.at(db, network, member), subjects, strengths, wishes,
        listed(row.free), row.travel, listed(row.speaks),
    )  # fmt: skip


def touch(db: Db, member: int, now: datetime) -> Profile:
    """A person's profile, begun now if they have none. They are about to say something of it, so
    it is true now.
    """
    row = stored.of(db, member)
    if row is None:
        row = Profile(member_id=member)
        db.add(row)
    row.confirmed_at = now
    db.flush()
    return row


def has_to_ask(db: Db, now: datetime) -> bool:
    """Whether there is somebody whom `ask_some` would ask."""
    return bool(stored.unconfirmed(db, now - YEAR, 1))


def ask_some(db: Db, now: datetime) -> bool:
    """Ask a handful of those whose profile has not been confirmed for a year, each once in one of
    their networks, when messages go that can wait; returns whether there may be more.
    """
    due = stored.unconfirmed(db, now - YEAR, HANDFUL)
    schools: dict[int, School] = {}
    for row, network in due:
        row.asked_at = now
        person = people.inboxes(db, network, [row.member_id]).get(row.member_id)
        if person is None:
            continue
        if network not in schools:
            schools[network] = terms.school(db, networks.get(db, network))
        at = windows.next_open(now, schools[network])
        deliveries.enqueue(
            db, network, person, ASK, f"member:{row.member_id}", due=at,
            expires=at + KEPT_ASKING, key=f"{ASK}:{row.member_id}:{now.date()}",
        )  # fmt: skip
    return len(due) == HANDFUL


def asked(db: Db, row: Delivery) -> int:
    """Whom a question is for, if they are still there and have said nothing since; else 0."""
    member = int(row.subject.partition(":")[2])
    profile = stored.of(db, member)
    person = people.inboxes(db, row.network_id, [member]).get(member)
    if profile is None or person != deliveries.target(db, row):
        return 0
    return member if is_open(profile) else 0


def is_open(profile: Profile | None) -> bool:
    """Whether a person was asked if their profile is still true, and has said nothing since."""
    if profile is None or profile.asked_at is None:
        return False
    return profile.confirmed_at is None or profile.confirmed_at < profile.asked_at
