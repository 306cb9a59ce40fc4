"""What waits for a person in a network: what is theirs to say or to do and, for a coordinator, what
the network needs of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import (
    attendance,
    audiences,
    impact,
    minutes,
    plans,
    reflections,
    reminders,
    tasks,
)
from bot.core.people import number
from bot.store import agendas, meetings, networks, rsvps
from bot.store import minutes as stored_minutes
from bot.store.db import Db
from bot.store.tables import Meeting

NEAR = timedelta(weeks=2)
"""Who has not answered is asked after no sooner before a meeting."""
TASKS_FOR = timedelta(weeks=8)
"""So long after a meeting its task waits to be told."""

Kind = Literal[
    "unanswered", "waiting", "proposals", "roll", "due", "look-back", "class", "task", "todo"
]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that waits: how much of it, and at which meeting."""

    kind: Kind
    count: int
    meeting: Meeting


def of_coordinator(db: Db, network: int, ahead: Sequence[Meeting], now: datetime) -> list[Need]:
    """What a network needs of its coordinators, of the meetings `ahead` and of those that were: of
    each kind the one that comes first.
    """
    found: list[Need] = []
    proposals = agendas.waiting(db, network, [number(meeting.id) for meeting in ahead])
    for meeting in ahead:
        counts: dict[Kind, int] = {
            "unanswered": len(unanswered(db, meeting, now)),
            "waiting": _waiting(db, meeting),
            "proposals": proposals.get(number(meeting.id), 0),
        }
        known = {need.kind for need in found}
        found += [Need(k, n, meeting) for k, n in counts.items() if n and k not in known]
    return found + _since(db, network, now)


def unanswered(db: Db, meeting: Meeting, now: datetime) -> list[int]:
    """Who has not answered to a meeting that is near, and of which they were told two days ago."""
    told = reminders.told_at(db, meeting, now)
    if meeting.starts_at > now + NEAR or now < told + plans.QUIET:
        return []
    return audiences.of(db, meeting, "unanswered", now)


def _waiting(db: Db, meeting: Meeting) -> int:
    given = rsvps.coming(db, meeting.network_id, number(meeting.id))
    return sum(rsvp.waits_since is not None for rsvp in given)


def _since(db: Db, network: int, now: datetime) -> list[Need]:
    """What needs a coordinator of the meetings that were."""
    found: list[Need] = []
    past = meetings.between(db, network, now - attendance.KEPT, now)
    over = [m for m in past if meetings.end(m) <= now and m.state == "planned"]
    unknown = [meeting for meeting in over if not attendance.count(db, meeting)]
    found += [Need("roll", 1, meeting) for meeting in unknown[-1:]]
    today = now.astimezone(ZoneInfo(networks.get(db, network).zone)).date()
    rows = stored_minutes.still_open(db, network)
    due = [meeting for row, _, meeting in rows if row.due is not None and row.due <= today]
    return [*found, *(Need("due", len(due), meeting) for meeting in due[:1])]


def of_person(db: Db, network: int, member: int, now: datetime) -> list[Need]:
    """What waits for a person: to look back, to tell, to do."""
    found = [Need("look-back", 1, m) for m in reflections.open_to(db, network, member, now)[:1]]
    found += [Need("class", 1, m) for m in impact.open_to(db, network, member, now)[:1]]
    past = meetings.between(db, network, now - TASKS_FOR, now)
    for meeting in past[::-1]:
        is_open = meeting.task and attendance.was_there(db, meeting, member)
        if is_open and tasks.mine(db, meeting, member) is None:
            found.append(Need("task", 1, meeting))
            break
    own = minutes.mine(db, network, member)
    return [*found, *(Need("todo", len(own), meeting) for _, meeting in own[:1])]
