"""A meeting to which many have said yes, written straight into the tables."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core import groups
from bot.core.people import number
from bot.store import rsvps
from bot.store.db import Db
from bot.store.tables import Meeting, Member, Membership, Rsvp
from tests.plugins.room import RoomOfPeople

NAMES = ("Ada", "Bea", "Cem", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jan", "Kit", "Lea")


def many(db: Db, now: datetime, names: Sequence[str] = NAMES, network: int = 1) -> list[int]:
    """So many more people are in the network; returns their numbers."""
    found = []
    for name in names:
        row = Member(name=name)
        db.add(row)
        db.flush()
        found.append(number(row.id))
        db.add(Membership(network_id=network, member_id=found[-1], role="member", joined_at=now))
    db.flush()
    return found


def come(db: Db, members: Sequence[int], now: datetime, meeting: int = 1, **more: Any) -> None:  # noqa: ANN401
    """They have said yes."""
    for member in members:
        row: dict[str, Any] = {"answer": "yes", "order": 1, "answered_at": now}
        who = {"network_id": 1, "meeting_id": meeting, "member_id": member}
        db.add(Rsvp(**{**row, **who, **more}))
    db.flush()


async def planned(room: RoomOfPeople, names: Sequence[str] = NAMES) -> list[int]:
    """A meeting is announced, and these people come to it."""
    await room.passes(hours=13)
    await room.plan()
    with room.store.write() as db:
        members = many(db, room.clock.now(), names)
        come(db, members, room.clock.now())
    return members


def the_groups(db: Db, meeting: int = 1) -> list[list[str]]:
    """The members' names in each group, as it was dealt last."""
    row = groups.latest(db, meeting_of(db, meeting))
    assert row is not None
    return [sorted(one.name or f"guest of {one.by}" for one in group.people)
            for group in groups.of(db, row)]  # fmt: skip


def meeting_of(db: Db, key: int = 1) -> Meeting:
    """The meeting of this number."""
    found = db.get(Meeting, key)
    assert found is not None
    return found


def rsvp(db: Db, member: int) -> Rsvp:
    """What somebody answered to the first meeting."""
    found = rsvps.one(db, 1, member, 1)
    assert found is not None
    return found
