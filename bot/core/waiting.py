"""The waiting list of a meeting: seats that are freed are offered in order, and kept for a while.

Whoever calls these has locked the meeting's seats (`store.meetings.lock_seats`).
"""

from collections.abc import Sequence
from datetime import datetime

from bot.core import offers, posts, rsvps, seats, terms
from bot.core.people import number
from bot.core.seats import Side
from bot.store import deliveries, networks, pauses, people
from bot.store import rsvps as stored
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting, Rsvp

PLACE = rsvps.PLACE
FREE = "rsvp.free"
"""The reply in a meeting's thread for those who may not be written to: it names nobody."""


def sit(own: Rsvp, now: datetime) -> None:
    """The person has a seat, or needs none; as if they had answered now, for what went out to those
    who come before is of no use to them.
    """
    own.answered_at = now
    own.waits_since, own.offered_until = None, None


def expire(db: Db, meeting: Meeting, now: datetime) -> bool:
    """Who let a seat pass goes to the end of the line, and is not asked again."""
    late = [
        rsvp
        for rsvp in stored.coming(db, meeting.network_id, number(meeting.id))
        if seats.is_offered(rsvp) and rsvp.offered_until and rsvp.offered_until <= now
    ]
    for rsvp in late:
        rsvp.waits_since = now
        withdraw(db, meeting, rsvp, now)
    db.flush()
    return bool(late)


def deal(db: Db, meeting: Meeting, now: datetime, *, here: int = 0, asks: bool = True) -> int:
    """Keep what is free for those who wait, strictly in order: a party that does not fit lets
    nobody by. They are asked, but for who is `here` just now; without `asks`, or where there is no
    time to, they have the seat, and are told. Returns how many waited and are now asked or in.
    """
    if meeting.state != "planned":
        return 0
    resting = pauses.resting(db, meeting.network_id, now) - {here}
    sides = [_without(side, resting) for side in seats.of(db, meeting)]
    found = [rsvp for side in sides for rsvp in _next(side, asks=asks)]
    others = [rsvp for rsvp in found if rsvp.member_id != here]
    has_begun = now >= meeting.starts_at
    for rsvp in found:
        if rsvp.member_id == here or (has_begun and not asks):
            sit(rsvp, now)
    if others and not has_begun:  # after that nobody is written to any more
        _give(db, meeting, others, now, asks=asks)
    db.flush()
    return 0 if has_begun else len(others)


def _without(side: Side, resting: set[int]) -> Side:
    """Without those who want to be left in peace: nothing is kept for them that they do not hear
    of, and they have their place in the line when they are back.
    """
    side.line = [rsvp for rsvp in side.line if rsvp.member_id not in resting]
    side.passed = [rsvp for rsvp in side.passed if rsvp.member_id not in resting]
    return side


def _next(side: Side, *, asks: bool) -> list[Rsvp]:
    """Those at the front of the line for whom there are seats."""
    free, found = side.free, []
    for rsvp in side.line if asks else (*side.line, *side.passed):
        free -= seats.party(rsvp)
        if free < 0:
            break
        found.append(rsvp)
    return found


def _give(db: Db, meeting: Meeting, whom: Sequence[Rsvp], now: datetime, *, asks: bool) -> None:
    school = terms.school(db, networks.get(db, meeting.network_id))
    offer = offers.plan(now, meeting.starts_at, school) if asks else None
    for rsvp in whom:
        withdraw(db, meeting, rsvp, now)
        if offer:
            rsvp.offered_until = offer.until
        else:
            sit(rsvp, now)
    send = offer.send if offer else offers.news(now, meeting.starts_at, school)
    expires = offer.until if offer else meeting.starts_at
    _tell(db, meeting, whom, f"{'offer' if offer else 'in'}:{now.isoformat()}", send, expires)


def _tell(
    db: Db, meeting: Meeting, whom: Sequence[Rsvp], what: str, send: datetime, expires: datetime
) -> None:
    """Privately, and for those who may not be written to by one reply in the thread."""
    network, key = meeting.network_id, f"meeting:{meeting.id}:v{meeting.version}:{what}"
    # They asked for a place: also who is away gets to know of it.
    members = [rsvp.member_id for rsvp in whom]
    inboxes = people.inboxes(db, network, members, to_ask=False)
    for rsvp in whom:
        if person := inboxes.get(rsvp.member_id):
            deliveries.enqueue(
                db, network, person, PLACE, subject(meeting, rsvp.member_id), due=send,
                expires=expires, key=f"{key}:{rsvp.member_id}:{rsvp.order}",
                batch=_batch(meeting, rsvp.member_id),
            )  # fmt: skip
    if len(inboxes) == len(whom):
        return
    for post in posts.standing(db, meeting):
        deliveries.enqueue(
            db, network, deliveries.target(db, post), FREE, str(meeting.id), due=send,
            expires=expires, key=f"{key}:free:{post.id}", thread_of=post.id,
        )  # fmt: skip


def subject(meeting: Meeting, member: int) -> str:
    """What a private message about a place is about."""
    return rsvps.place_of(number(meeting.id), member)


def _batch(meeting: Meeting, member: int) -> str:
    return f"{PLACE}:{subject(meeting, member)}"


def withdraw(db: Db, meeting: Meeting, rsvp: Rsvp, now: datetime) -> int:
    """A message about a place that waits is not sent, and one that was says how things stand;
    returns how many waited.
    """
    changed(db, meeting, rsvp, now)
    return deliveries.cancel(db, meeting.network_id, _batch(meeting, rsvp.member_id))


def changed(db: Db, meeting: Meeting, rsvp: Rsvp, now: datetime) -> None:
    """A message about this person's place that was sent says how things stand."""
    rsvps.place_changed(db, meeting, subject(meeting, rsvp.member_id), now)


def all_changed(db: Db, meeting: Meeting, now: datetime) -> None:
    """All messages about places that were sent say how the meeting stands."""
    for about in deliveries.subjects(db, meeting.network_id, PLACE, number(meeting.id)):
        rsvps.place_changed(db, meeting, about, now)


def is_of_use(db: Db, meeting: Meeting, row: Delivery, now: datetime) -> bool:
    """Whether the reply in the thread still has a reader: somebody has a seat that came late, or
    one is kept for somebody who may not be written to.
    """
    if meeting.state != "planned" or now >= meeting.starts_at:
        return False
    if ":in:" in row.idem_key:
        return True
    asked = [
        rsvp.member_id
        for rsvp in stored.coming(db, meeting.network_id, number(meeting.id))
        if seats.is_offered(rsvp)
    ]
    return len(people.inboxes(db, meeting.network_id, asked, to_ask=False)) < len(asked)


def look_after(db: Db, meeting: Meeting, now: datetime) -> None:
    """Let pass what was not taken in time, and offer what is free; safe to do as often as one
    likes.
    """
    has_expired = expire(db, meeting, now)
    if deal(db, meeting, now) or has_expired:
        rsvps.refresh(db, meeting, now)


def called_off(db: Db, meeting: Meeting, now: datetime) -> None:
    """No seat is kept any more; the line stays, for the meeting may be on again."""
    for rsvp in stored.coming(db, meeting.network_id, number(meeting.id)):
        if seats.is_offered(rsvp):
            rsvp.offered_until = None
            withdraw(db, meeting, rsvp, now)
    all_changed(db, meeting, now)


def moved(db: Db, meeting: Meeting, now: datetime) -> None:
    """Seats are kept no longer than there is time before the meeting; who has not been asked yet is
    asked for the new time.
    """
    for rsvp in stored.coming(db, meeting.network_id, number(meeting.id)):
        if not seats.is_offered(rsvp) or rsvp.offered_until is None:
            continue
        until = offers.last_answer(rsvp.offered_until, meeting.starts_at, meeting.zone)
        waits = withdraw(db, meeting, rsvp, now)
        is_short = until != rsvp.offered_until and until - now < offers.LEAST
        rsvp.offered_until = None if waits or is_short else until
    db.flush()
    deal(db, meeting, now)
    all_changed(db, meeting, now)
