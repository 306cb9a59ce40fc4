"""Looking back on a meeting: who is asked, what they say, and who reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import attendance, plans, polls, terms
from bot.core.people import number
from bot.core.polls import Poll
from bot.store import agendas, networks, reflections, tallies
from bot.store import meetings as stored_meetings
from bot.store.db import Db
from bot.store.tables import Meeting, Reflection

SCALE = ("much", "mostly", "little", "not")
"""How worth while a meeting was."""
ENOUGH = 5
"""Of fewer people no figure is shown (DESIGN 10)."""


class NotThere(Exception):
    """A coordinator has to tick the person first."""


class Closed(Exception):
    """Nobody can look back on the meeting now; `early`: not yet."""

    def __init__(self, *, early: bool) -> None:
        super().__init__()
        self.early = early


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said, their name, and what they were asked."""

    row: Reflection
    name: str
    poll: Poll


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, who are not known any more, found a meeting so `worth` while, and what they
    were asked.
    """

    poll: Poll
    worth: str
    people: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What stands in the form."""

    worth: str
    useful: str
    will: str
    by: date | None
    help: str


def check(db: Db, meeting: Meeting, now: datetime) -> None:
    """Raise Closed where people do not look back on the meeting now: it has not begun, was called
    off, or ended more than a week ago.
    """
    if now < meeting.starts_at:
        raise Closed(early=True)
    school = terms.school(db, networks.get(db, meeting.network_id))
    shuts = plans.closes(stored_meetings.end(meeting), school)
    if meeting.state != "planned" or now >= shuts:
        raise Closed(early=False)


def is_offered(db: Db, meeting: Meeting, now: datetime) -> bool:
    """Whether people are to be shown the way to looking back on the meeting: it has ended, or its
    agenda has had the time for that. By what was asked in its thread they can from its beginning.
    """
    try:
        check(db, meeting, now)
    except Closed:
        return False
    into = agendas.looks_back(db, meeting.network_id, number(meeting.id))
    return now >= plans.looking_back(meeting.starts_at, meeting.minutes, into)


def mine(db: Db, meeting: Meeting, member: int) -> Reflection | None:
    """What a person said of a meeting."""
    return reflections.one(db, meeting.network_id, number(meeting.id), member)


def say(db: Db, meeting: Meeting, member: int, wish: Wish, poll: Poll, now: datetime) -> None:
    """Keep what a person says of a meeting, asked this, in place of what they said before; who
    looks back was there. Raises Closed, NotThere.
    """
    check(db, meeting, now)
    if not attendance.may_say(db, meeting, member, now):
        raise NotThere
    row = mine(db, meeting, member)
    if row is None:
        row = Reflection(
            network_id=meeting.network_id, meeting_id=number(meeting.id), member_id=member,
            worth=wish.worth, said_at=now,
        )  # fmt: skip
        db.add(row)
    row.worth, row.useful, row.will = wish.worth, wish.useful, wish.will
    row.by, row.help = wish.by, wish.help
    row.poll, row.prompt_id = poll.kind, poll.prompt.id if poll.prompt else None
    if not attendance.was_there(db, meeting, member):
        attendance.say(db, meeting, member, attendance.HERE, now)


def may_read(db: Db, meeting: Meeting, member: int, *, coordinates: bool) -> bool:
    """Whether a person reads what was said: as the question promised, who was there, or only the
    coordinators; coordinators who were not there read what goes to those who were as well, since
    they call the meeting.
    """
    if coordinates:
        return True
    return meeting.circle == "room" and attendance.was_there(db, meeting, member)


def of(db: Db, meeting: Meeting) -> Sequence[Said]:
    """What people said, in the order in which they did."""
    rows = reflections.of(db, meeting.network_id, number(meeting.id))
    asked = polls.asked(db, meeting.network_id, [row for row, _ in rows])
    return [Said(row, name, poll) for (row, name), poll in zip(rows, asked, strict=True)]


def counts(db: Db, meeting: Meeting) -> list[Count]:
    """What people said who are not known any more."""
    found = []
    known = tallies.of(db, meeting.network_id, tallies.WORTH, number(meeting.id))
    for said, people in sorted(known.items()):
        name, _, worth = said.rpartition(":")
        poll = polls.named(db, meeting.network_id, name)
        found.append(Count(poll or Poll(name.partition("-")[0]), worth, people))
    return found


def open_to(db: Db, network: int, member: int, now: datetime) -> list[Meeting]:
    """The meetings on which a person may look back now and has not, the latest first."""
    near = stored_meetings.between(db, network, now - 6 * plans.OPEN_FOR, now)
    found = []
    for meeting in reversed(near):
        if not is_offered(db, meeting, now):
            continue
        concerned = member in attendance.to_ask(db, meeting, now)
        if concerned and mine(db, meeting, member) is None:
            found.append(meeting)
    return found
