"""What waits for a person in a network: what is theirs to say or to do and, for a coordinator, what
the network needs of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import (
    attendance,
    audiences,
    groups,
    impact,
    minutes,
    newcomers,
    plans,
    present,
    reflections,
    reminders,
    tasks,
)
from bot.core.people import number
from bot.store import agendas, meetings, networks, rsvps
from bot.store import attendance as attended
from bot.store import minutes as stored_minutes
from bot.store.db import Db
from bot.store.tables import Meeting

NEAR = timedelta(weeks=2)
"""Who has not answered is asked after no sooner before a meeting."""
TASKS_FOR = timedelta(weeks=8)
"""So long after a meeting its task waits to be told."""

TOLD_FOR = timedelta(weeks=2)
"""So long what was told of class is new."""

ENOUGH = 6
"""For so many people groups are offered while a meeting is on."""

Kind = Literal[
    "unanswered", "waiting", "proposals", "roll", "told", "due", "groups",
    "look-back", "class", "task", "todo", "once",
]  # fmt: skip


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
    return _groups(db, network, now) + found + _since(db, network, now)


def _groups(db: Db, network: int, now: datetime) -> list[Need]:
    """The meeting that is on, if it has people enough and nobody has put them into groups."""
    for meeting in attendance.now_on(db, network, now):
        is_on = meeting.starts_at <= now < meetings.end(meeting) and meeting.state == "planned"
        if is_on and groups.latest(db, meeting) is None:
            people = present.present(db, meeting, groups.usual(db, meeting))
            if len(people) >= ENOUGH:
                return [Need("groups", len(people), meeting)]
    return []


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
    told = meetings.told_in_class(db, network, now - TOLD_FOR, now)
    found += [Need("told", n, meeting) for meeting in told[-1:] if (n := impact.count(db, meeting))]
    today = _today(db, network, now)
    rows = stored_minutes.still_open(db, network)
    due = [meeting for row, _, meeting in rows if row.due is not None and row.due <= today]
    found += [Need("due", len(due), meeting) for meeting in due[:1]]
    once = newcomers.came_once(db, network, now)
    return [*found, *(Need("once", len(once), one.meeting) for one in once[-1:])]


def _today(db: Db, network: int, now: datetime) -> date:
    return now.astimezone(ZoneInfo(networks.get(db, network).zone)).date()


def of_person(db: Db, network: int, member: int, now: datetime) -> list[Need]:
    """What waits for a person: to look back, to tell, to do."""
    found = [Need("look-back", 1, m) for m in reflections.open_to(db, network, member, now)[:1]]
    open_ = impact.open_to(db, network, member, now)
    found += [Need("class", 1, meeting) for meeting, asked in open_ if not asked.said][:1]
    today = _today(db, network, now)
    tried = [
        meeting
        for meeting in attended.meetings_of(db, network, member, now - TASKS_FOR)
        if meeting.task and meeting.task_due is not None and meeting.task_due <= today
        and tasks.mine(db, meeting, member) is None
    ]  # fmt: skip
    found += [Need("task", 1, meeting) for meeting in tried[:1]]
    own = minutes.mine(db, network, member)
    return [*found, *(Need("todo", len(own), meeting) for _, meeting in own[:1])]
