"""Newcomers: somebody looks out for them the first time, where both agreed; and who came only once
is shown to a coordinator, for a person to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import plans, reminders, terms, windows
from bot.core.people import number
from bot.core.schooldays import School
from bot.store import deliveries, meetings, networks, newcomers, people
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting, Welcome

HOST, NEWCOMER = "meeting.host", "meeting.newcomer"
"""Privately to a newcomer, who looks out for them; and to that one, who comes for the first time.
The subject of both is "<meeting>:<newcomer>".
"""
BEFORE = timedelta(days=1)
"""So long before a meeting both hear of it, on a school day."""
NEW = timedelta(days=60)
"""So long somebody is new in a network."""
SETTLES = timedelta(weeks=1)
"""After so long a network is no new one, where all would be newcomers."""
LATER = timedelta(minutes=5)
"""So long after the one who looks out for them, a newcomer is told: not before that one knows."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A newcomer and who looks out for them, by name."""

    newcomer: str
    host: str


@dataclass(frozen=True, slots=True)
class Once:
    """Somebody who came once and not since, and which meeting it was."""

    member: int
    name: str
    meeting: Meeting


def to_welcome(db: Db, now: datetime) -> list[tuple[int, int]]:
    """The newcomers for whose first meeting somebody is to be found now: meeting and member."""
    schools: dict[int, School] = {}
    seen: set[tuple[int, int]] = set()
    found = []
    for meeting, member in newcomers.first_time(db, now, now + reminders.FAR):
        network = meeting.network_id
        if (network, member) in seen:  # they come to a meeting before that
            continue
        seen.add((network, member))
        if network not in schools:
            schools[network] = terms.school(db, networks.get(db, network))
        is_near = _due(meeting, schools[network]) <= now + reminders.AHEAD
        if is_near and not _stands(db, meeting, member):
            found.append((number(meeting.id), member))
    return found


def _due(meeting: Meeting, school: School) -> datetime:
    """When both are to hear of it."""
    return plans.at(meeting.local_start.date() - BEFORE, plans.AFTERNOON, school)


def _stands(db: Db, meeting: Meeting, member: int) -> bool:
    """Whether somebody looks out for them who still can, and knows or will."""
    row = newcomers.welcome(db, meeting.network_id, number(meeting.id), member)
    return row is not None and row.host_id in _hosts(db, meeting, member)


def _hosts(db: Db, meeting: Meeting, member: int) -> list[int]:
    """Who can look out for a newcomer, the next in turn first: not those whom no message reached
    about it.
    """
    subject = _subject(meeting, member)
    rows = deliveries.find(db, meeting.network_id, NEWCOMER, subject)
    lost = {row.idem_key for row in rows if row.state not in ("waiting", "held", *deliveries.LEFT)}
    able = newcomers.hosts(db, meeting.network_id, number(meeting.id))
    keys = {one: f"{meeting.network_id}:{_key(meeting, member, one)}:{NEWCOMER}" for one in able}
    return [one for one in able if one != member and keys[one] not in lost]


def _subject(meeting: Meeting, member: int) -> str:
    return f"{meeting.id}:{member}"


def _key(meeting: Meeting, member: int, host: int) -> str:
    day = meeting.local_start.date()
    return f"meeting:{meeting.id}:{day}:welcome:{member}:by:{host}"


def find_host(db: Db, meeting: int, member: int, now: datetime) -> None:
    """Find somebody who looks out for a newcomer at their first meeting, and tell both; where
    nobody can, nothing is said. Safe to do as often as one likes.
    """
    row = meetings.locked(db, meeting)
    if row is None or row.state != "planned" or _stands(db, row, member):
        return
    batch = f"welcome:{_subject(row, member)}"
    known = newcomers.welcome(db, row.network_id, meeting, member)
    able = _hosts(db, row, member)
    if known is not None:
        deliveries.cancel(db, row.network_id, batch)
        db.delete(known)
        db.flush()
    school = terms.school(db, networks.get(db, row.network_id))
    due = windows.next_open(max(now, _due(row, school)), school)
    to = people.inboxes(db, row.network_id, [*able[:1], member])
    if not able or due >= row.starts_at or able[0] not in to or member not in to:
        return
    host = able[0]
    db.add(
        Welcome(
            network_id=row.network_id, meeting_id=meeting, member_id=member, host_id=host,
            made_at=now,
        )
    )  # fmt: skip
    for view, reader, at in ((NEWCOMER, host, due), (HOST, member, due + LATER)):
        deliveries.enqueue(
            db, row.network_id, to[reader], view, _subject(row, member), due=at,
            expires=row.starts_at, key=f"{_key(row, member, host)}:{view}", batch=batch,
        )  # fmt: skip
    db.flush()


def pair(db: Db, meeting: Meeting, row: Delivery, now: datetime) -> Pair | None:
    """Of whom a message speaks, where it is still so and its reader is one of them. Raises
    Postponed where a newcomer's host is not told yet.
    """
    member = int(row.subject.rpartition(":")[2])
    known = newcomers.welcome(db, meeting.network_id, number(meeting.id), member)
    coming = newcomers.first_time(db, now, meeting.starts_at)
    is_coming = any(one == member and of.id == meeting.id for of, one in coming)
    if known is None or not is_coming or not _stands(db, meeting, member):
        return None
    reader = known.host_id if row.view == NEWCOMER else member
    to = people.inboxes(db, meeting.network_id, [reader]).get(reader)
    is_theirs = to == deliveries.target(db, row)
    if not is_theirs or (row.view == HOST and not _knows(db, meeting, known, now)):
        return None
    return Pair(people.name(db, member), people.name(db, known.host_id))


def _knows(db: Db, meeting: Meeting, welcome: Welcome, now: datetime) -> bool:
    """Whether the host has been told."""
    key = f"{_key(meeting, welcome.member_id, welcome.host_id)}:{NEWCOMER}"
    rows = deliveries.find(db, meeting.network_id, NEWCOMER, _subject(meeting, welcome.member_id))
    told = next((one for one in rows if one.idem_key == f"{meeting.network_id}:{key}"), None)
    if told is not None and told.state in ("waiting", "sending"):
        raise deliveries.Postponed(now + LATER)
    return told is not None and told.state in deliveries.LEFT


def came_once(db: Db, network: int, now: datetime) -> list[Once]:
    """Who came once and not since, the longest ago first."""
    return [
        Once(number(who), name, meeting)
        for who, name, meeting in newcomers.came_once(db, network, now)
    ]


def joined(db: Db, network: int, now: datetime) -> Sequence[tuple[str, datetime, str, bool]]:
    """Who is new in a network, as the store tells it."""
    settled = networks.get(db, network).begun_at + SETTLES
    return newcomers.since(db, network, now - NEW, settled)
