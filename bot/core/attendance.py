"""Who was at a meeting: what people say themselves, and what its coordinators tick."""

import hmac
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.core import rsvps, seats
from bot.core.people import number
from bot.core.rsvps import COMING, STAYING
from bot.store import attendance, meetings, tallies
from bot.store import rsvps as stored_rsvps
from bot.store.db import Db
from bot.store.digests import Keys
from bot.store.tables import Attendance, Meeting

HERE, AWAY = "here", "away"
OPENS = timedelta(minutes=30)
"""So long before a meeting begins somebody can say that they are there."""
LATEST = timedelta(hours=12)
"""So long after a meeting "I am here" still means it."""
KEPT = timedelta(days=28)
"""So long after a meeting can be said who was there."""
FIGURES = 4
"""Figures of the code that is read out in the room."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without an account who may be there: a walk-in, or a colleague `sent_by` a
    member.
    """

    name: str
    sent_by: int | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody who may be there: by name, whether they were ("": nobody has said), what they had
    answered, and whether a coordinator has ticked them.
    """

    member: int
    name: str
    state: str = ""
    answer: str = ""
    ticked: bool = False


def now_on(db: Db, network: int, now: datetime) -> list[Meeting]:
    """The meetings of a network at which somebody may be now, the first to begin first."""
    near = meetings.between(db, network, now - LATEST - LATEST, now + OPENS)
    return [one for one in near if now < meetings.end(one) + LATEST]


def is_open(meeting: Meeting, now: datetime) -> bool:
    """Whether it can be said who is there."""
    begun = meeting.starts_at - OPENS <= now
    return meeting.state == "planned" and begun and now < meetings.end(meeting) + KEPT


def code(meeting: Meeting, keys: Keys) -> str:
    """The figures that are read out in the room; who types them is there."""
    said = f"here:{meeting.id}:{meeting.starts_at.isoformat()}".encode()
    digest = hmac.new(keys[0], said, sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 10**FIGURES:0{FIGURES}}"


def mine(db: Db, meeting: Meeting, member: int) -> Attendance | None:
    """What is known of a person."""
    return attendance.one(db, meeting.network_id, number(meeting.id), member)


def say(db: Db, meeting: Meeting, member: int, state: str, now: datetime) -> Attendance | None:
    """A person says whether they are there."""
    attendance.put(db, meeting.network_id, number(meeting.id), member, state, now)
    return mine(db, meeting, member)


def may_say(db: Db, meeting: Meeting, member: int, now: datetime) -> bool:
    """Whether it is taken from a person that they were there: as long as the meeting is fresh, from
    anybody; later from who had said yes or is noted already. Else a coordinator ticks them, for who
    was there reads what others say.
    """
    if now < meetings.end(meeting) + LATEST or was_there(db, meeting, member):
        return True
    return member in rsvps.who_said_yes(db, meeting)


def shorten(row: Attendance, meeting: Meeting, minutes: int) -> None:
    """The person stayed so long; the whole meeting at most."""
    row.minutes = minutes if minutes < meeting.minutes else None


def faces(db: Db, meeting: Meeting, until: datetime) -> list[Face]:
    """Those who may be there: who said they would come, then all others; each by name. Without
    those who first said so after `until`: a form that was opened then does not show them.
    """
    given = stored_rsvps.given(db, meeting.network_id, number(meeting.id))
    found = {
        rsvp.member_id: Face(rsvp.member_id, name, answer=rsvp.answer)
        for rsvp, name in given
        if rsvp.answer not in STAYING and seats.is_in(rsvp) and not rsvp.delegate
    }
    for rsvp, _ in given:  # a colleague who has a page is ticked as a person
        if rsvp.sends and rsvp.delegate and rsvp.answer in COMING and seats.is_in(rsvp):
            found.setdefault(rsvp.sends, Face(rsvp.sends, rsvp.delegate, answer=rsvp.answer))
    for row, name in attendance.of(db, meeting.network_id, number(meeting.id)):
        if row.member_id in found or (row.member_id is not None and row.said_at <= until):
            answer = found[row.member_id].answer if row.member_id in found else ""
            found[row.member_id] = Face(row.member_id, name, row.state, answer, row.ticked)
    return sorted(found.values(), key=_order)


def _order(face: Face) -> tuple[bool, str, int]:
    return face.answer not in COMING, face.name.casefold(), face.member


def guests(db: Db, meeting: Meeting) -> list[Guest]:
    """Those without an account who were there."""
    rows = attendance.of(db, meeting.network_id, number(meeting.id))
    return [Guest(name, row.sent_by) for row, name in rows if row.member_id is None]


def sent(db: Db, meeting: Meeting) -> list[Guest]:
    """The colleagues whom people said they would send."""
    rows = stored_rsvps.given(db, meeting.network_id, number(meeting.id))
    return [
        Guest(rsvp.delegate, rsvp.member_id)
        for rsvp, _ in rows
        if rsvp.delegate and rsvp.answer in COMING and not rsvp.sends
    ]


def tick(
    db: Db,
    meeting: Meeting,
    shown: Collection[int],
    there: Collection[int],
    opened: datetime,
    now: datetime,
) -> None:
    """A coordinator has gone through the `shown` members in a form that was `opened` then: these
    were `there`, also who had said so. Of who was not, no word is kept, they can still say that
    they were; but who has said so since then stays.
    """
    for member in shown:
        row = mine(db, meeting, member)
        is_here = row is not None and row.state == HERE
        if member in there and not is_here:
            attendance.put(
                db, meeting.network_id, number(meeting.id), member, HERE, now, ticked=True
            )
        elif row is not None and is_here and member in there:
            row.ticked = True
        elif member not in there and row is not None and is_here and row.said_at <= opened:
            db.delete(row)
    db.flush()


def name(db: Db, meeting: Meeting, there: Sequence[Guest], now: datetime) -> None:
    """Those without an account who were there are these, and no others."""
    network, subject = meeting.network_id, number(meeting.id)
    attendance.forget_named(db, network, subject)
    for guest in there:
        db.add(
            Attendance(
                network_id=network, meeting_id=subject, name=guest.name, sent_by=guest.sent_by,
                state=HERE, ticked=True, said_at=now,
            )
        )  # fmt: skip
    db.flush()


def count(db: Db, meeting: Meeting) -> int:
    """How many were there, with and without an account."""
    where = meeting.network_id, number(meeting.id)
    known = sum(row.state == HERE for row, _ in attendance.of(db, *where))
    return known + tallies.total(db, where[0], tallies.HERE, where[1])


def was_there(db: Db, meeting: Meeting, member: int) -> bool:
    """Whether a person is known to have been there."""
    row = mine(db, meeting, member)
    return row is not None and row.state == HERE


def there(db: Db, meeting: Meeting, before: datetime) -> list[int]:
    """The members who were known to be there before an instant."""
    rows = attendance.of(db, meeting.network_id, number(meeting.id))
    here = [row for row, _ in rows if row.state == HERE and row.said_at < before]
    return [row.member_id for row in here if row.member_id is not None]


def away(db: Db, meeting: Meeting) -> list[int]:
    """The members who have said that they could not come after all."""
    rows = attendance.of(db, meeting.network_id, number(meeting.id))
    return [row.member_id for row, _ in rows if row.state == AWAY and row.member_id is not None]


def to_ask(db: Db, meeting: Meeting, before: datetime) -> list[int]:
    """Whom a word about the meeting concerns: who was known to be there before an instant, and who
    had said they would come and has not said that they could not.
    """
    rows = attendance.of(db, meeting.network_id, number(meeting.id))
    known = {row.member_id: row.state for row, _ in rows}
    due = [member for member in rsvps.seated(db, meeting) if member not in known]
    given = {
        r.member_id: r for r in stored_rsvps.coming(db, meeting.network_id, number(meeting.id))
    }
    due = [m for m in due if not given[m].delegate and given[m].answered_at < before]
    return list(dict.fromkeys([*there(db, meeting, before), *due]))
