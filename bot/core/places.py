"""Places of a meeting: taken, waited for, given back, and how many there are.

Whoever calls these has locked the meeting's seats (`store.meetings.lock_seats`).
"""

from dataclasses import dataclass
from datetime import datetime

from bot.core import agendas, rsvps, seats, waiting
from bot.core.people import number
from bot.core.rsvps import COMING
from bot.core.seats import Side
from bot.store import rsvps as stored
from bot.store.db import Db
from bot.store.edits import Seen
from bot.store.tables import Meeting, Rsvp


class NoRoom(Exception):
    """There is no seat for this; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Click:
    """What a person answered, when, and in which order of clicks; `online`: to come to the call."""

    said: str
    order: int
    now: datetime
    online: bool = False
    seen: Seen | None = None


def answer(db: Db, meeting: Meeting, member: int, click: Click) -> Rsvp | None:
    """Keep a person's answer, and return the one that now counts: with a seat, or in the line.
    Raises NoRoom where a seat would be lost for none on the other side.
    """
    if not seats.are_limited(meeting):
        both = meeting.mode == "both"
        online = both and _online(meeting, click, rsvps.mine(db, meeting, member))
        return rsvps.answer(
            db, meeting, member, click.said,
            online=online, order=click.order, now=click.now, seen=click.seen,
        )  # fmt: skip
    waiting.expire(db, meeting, click.now)
    own = rsvps.mine(db, meeting, member)
    if own is not None and own.order >= click.order:
        return own
    own = _answered(db, meeting, member, own, click)
    waiting.deal(db, meeting, click.now, here=member)
    rsvps.refresh(db, meeting, click.now, click.seen)
    return own


def _online(meeting: Meeting, click: Click, own: Rsvp | None) -> bool:
    """Which side an answer is for: who only has to be released stays on theirs."""
    if click.said == "released" and own is not None and own.answer in COMING:
        return own.online
    return meeting.mode == "both" and click.said == "yes" and click.online


def _answered(db: Db, meeting: Meeting, member: int, own: Rsvp | None, click: Click) -> Rsvp:
    """The answer as it now is: who says yes and has no seat yet takes the one that is kept for
    them, or stands at the end of the line.
    """
    online = _online(meeting, click, own)
    comes, came = click.said in COMING, own is not None and own.answer in COMING
    stays = comes and came and own is not None and own.online == online
    side = seats.side_of(db, meeting, online=online)
    if own is None:
        own = Rsvp(
            network_id=meeting.network_id, meeting_id=number(meeting.id), member_id=member,
            answer=click.said, order=click.order, answered_at=click.now,
        )  # fmt: skip
        db.add(own)
    elif comes and came and not stays and seats.is_in(own):
        _check(side, seats.party(own))
    if not comes or (stays and seats.is_offered(own)):
        waiting.sit(own, click.now)
    elif not stays or seats.has_passed(own):
        own.waits_since, own.waits_order, own.offered_until = click.now, click.order, None
    own.answer, own.order, own.answered_at = click.said, click.order, click.now
    own.online, own.delegate = online, ""
    own.guests = min(own.guests, _most_guests(side)) if comes else 0
    if own.waits_order:
        waiting.withdraw(db, meeting, own, click.now)
    db.flush()
    return own


def _most_guests(side: Side) -> int:
    return seats.MOST_GUESTS if side.limit is None else min(seats.MOST_GUESTS, side.limit - 1)


def _check(side: Side, more: int) -> None:
    """Who has a seat takes more of them only where nobody waits for those."""
    if side.line or more > side.free:
        raise NoRoom


def take(db: Db, meeting: Meeting, member: int, now: datetime) -> Rsvp | None:
    """Take the seat that is kept for a person, or one that is free and nobody waits for."""
    waiting.expire(db, meeting, now)
    own = rsvps.mine(db, meeting, member)
    if own is None or seats.is_in(own):
        return own
    if seats.is_offered(own):
        waiting.sit(own, now)
    elif seats.has_passed(own):
        side = seats.side_of(db, meeting, online=own.online)
        if not side.line and seats.party(own) <= side.free:
            waiting.sit(own, now)
    waiting.withdraw(db, meeting, own, now)
    db.flush()
    waiting.deal(db, meeting, now, here=member)
    rsvps.refresh(db, meeting, now)
    return own


def bring(db: Db, meeting: Meeting, own: Rsvp, guests: int, now: datetime) -> None:
    """Somebody who comes brings so many; each needs a seat. Raises NoRoom."""
    guests = min(guests, seats.MOST_GUESTS)
    if seats.are_limited(meeting):
        waiting.expire(db, meeting, now)
        side = seats.side_of(db, meeting, online=own.online)
        more = guests - own.guests
        if more > 0 and (seats.is_in(own) or seats.is_offered(own)):
            _check(side, more)
        if more > 0 and guests > _most_guests(side):
            raise NoRoom
    own.guests = guests
    db.flush()
    if seats.are_limited(meeting):
        waiting.deal(db, meeting, now, here=own.member_id)
    _told(db, meeting, own, now)


def send(db: Db, meeting: Meeting, own: Rsvp, name: str, now: datetime) -> None:
    """A colleague comes instead of somebody who said yes; answering again takes it back."""
    own.delegate = name
    _told(db, meeting, own, now)


def _told(db: Db, meeting: Meeting, own: Rsvp, now: datetime) -> None:
    """What tells of this person says how things stand."""
    if own.waits_order:
        waiting.changed(db, meeting, own, now)
    rsvps.refresh(db, meeting, now)


@dataclass(frozen=True, slots=True)
class Details:
    """What a coordinator says of a meeting's length and places; without `minutes` it lasts as long
    as is usual.
    """

    minutes: int | None
    mode: str
    seats: int | None
    online_seats: int | None
    link: str


class TooFew(ValueError):
    """There are fewer seats than were taken: so many, in the room or in the call."""

    def __init__(self, taken: int, *, online: bool) -> None:
        super().__init__(taken)
        self.taken, self.online = taken, online


def change(db: Db, meeting: Meeting, wanted: Details, usual: int, now: datetime) -> int:
    """Change length and places; whoever waits and now has a place is told. Returns how many those
    are. Raises TooFew, and has then changed nothing.
    """
    waiting.expire(db, meeting, now)
    coming = stored.coming(db, meeting.network_id, number(meeting.id))
    limits = {False: wanted.seats, True: wanted.online_seats}
    sides = seats.sides(wanted.mode, limits, coming)
    for side in sides:
        if side.free < 0:
            raise TooFew(side.taken + side.kept, online=side.online)
    for side in sides:
        for rsvp in side.waiting:
            rsvp.guests = min(rsvp.guests, _most_guests(side))
    for rsvp in coming:
        rsvp.online = rsvp.online and wanted.mode == "both"
    meeting.ends, meeting.minutes = wanted.minutes is not None, wanted.minutes or usual
    meeting.mode, meeting.link = wanted.mode, wanted.link
    meeting.seats, meeting.online_seats = wanted.seats, wanted.online_seats
    db.flush()
    let_in = waiting.deal(db, meeting, now, asks=False)
    waiting.all_changed(db, meeting, now)
    rsvps.refresh(db, meeting, now)
    agendas.show_again(db, meeting, now)
    return let_in
