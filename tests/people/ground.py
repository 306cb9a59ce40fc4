"""People with profiles, written straight into the tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import select

from bot.core.people import number
from bot.store.db import Db
from bot.store.tables import Affiliation, Institution, Interest, Member, Membership, Profile, Topic
from tests.plugins.room import RoomOfPeople

WORK, HELP = "work", "help"


def school(db: Db, name: str, phases: str = "secondary", region: str = "", network: int = 1) -> int:
    """An institution of a network."""
    row = Institution(network_id=network, name=name, phases=phases, region=region)
    db.add(row)
    db.flush()
    return number(row.id)


def own_topic(db: Db, name: str, network: int = 1) -> str:
    """The key of a topic that a network has of its own."""
    row = Topic(network_id=network, name=name)
    db.add(row)
    db.flush()
    return f"own-{row.id}"


def tells(
    db: Db,
    member: int,
    *,
    profile: Mapping[str, Any] | None = None,
    schools: Sequence[int] = (),
    network: int = 1,
    **topics: Sequence[str],
) -> None:
    """A person has told these things of themselves; topics by their kind."""
    if profile is not None:
        db.add(Profile(member_id=member, **profile))
    for one in schools:
        db.add(Affiliation(network_id=network, institution_id=one, member_id=member))
    for kind, keys in topics.items():
        for key in keys:
            db.add(Interest(member_id=member, kind=kind, topic=key))
    db.flush()


def numbers(db: Db) -> dict[str, int]:
    """Everybody's number by their name."""
    return {one.name: number(one.id) for one in db.all(select(Member))}


def show(db: Db, member: int, *parts: str, network: int = 1) -> None:
    """A person shows these parts to a network."""
    row = db.first(
        select(Membership).where(Membership.network_id == network, Membership.member_id == member)
    )
    assert row
    row.shares = " ".join(parts)
    db.flush()


def begin(room: RoomOfPeople) -> dict[str, int]:
    """Ana and Ben are strong in robotics, Ben would like assessment; nothing is shown yet."""
    with room.store.write() as db:
        who = numbers(db)
        college = school(db, "Northshire College", "secondary post-16", "Coast")
        tells(
            db, who["Ben"], schools=(college,), subject=("physics",), wish=("assessment",),
            strength=("robotics", "programming"),
            profile={"works_as": "secondary", "since": 2009, "speaks": "en de", "free": "mon-late",
                     "travel": "hour"},
        )  # fmt: skip
        tells(db, who["Ana"], strength=("robotics",), profile={"works_as": "academic"})
    return who
