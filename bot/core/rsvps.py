"""Who comes to a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.store import deliveries, rsvps
from bot.store.db import Db
from bot.store.deliveries import Seen
from bot.store.tables import Meeting, Rsvp

ANSWERS = ("yes", "released", "maybe", "no")
COMING = ("yes", "released")
ANNOUNCEMENT = "meeting.announcement"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a meeting stands: for each answer how many gave it, and the names of those who show
    theirs.
    """

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ANSWERS, 0))
    names: dict[str, list[str]] = field(default_factory=lambda: {a: [] for a in ANSWERS})


def standing(db: Db, meeting: Meeting) -> Standing:
    """The answers to a meeting, in the order in which they were given."""
    now = Standing()
    for said, hidden, name in rsvps.given(db, meeting.network_id, meeting.id or 0):
        now.counts[said] += 1
        if not hidden and name:
            now.names[said].append(name)
    return now


def in_short(db: Db, meeting: Meeting, most: int) -> Standing:
    """The same for those who come, with at most so many names for each answer: what a post shows,
    which is drawn again and again while hundreds answer.
    """
    now, where = Standing(), (meeting.network_id, meeting.id or 0)
    now.counts.update(rsvps.counts(db, *where))
    for said in COMING:
        if now.counts[said]:
            now.names[said].extend(rsvps.first_names(db, *where, said, most))
    return now


def answer(
    db: Db,
    meeting: Meeting,
    member: int,
    said: str,
    *,
    order: int,
    now: datetime,
    seen: Seen | None = None,
) -> Rsvp | None:
    """Keep a person's answer, and return the one that now counts: a click that was made before one
    already kept changes nothing. The announcement that was pressed has been `seen`.
    """
    kept = rsvps.put(db, meeting.network_id, meeting.id or 0, member, said, order=order, now=now)
    if kept is None:
        return mine(db, meeting, member)
    refresh(db, meeting, now, seen)
    return kept


def hide(db: Db, meeting: Meeting, member: int, *, hidden: bool, now: datetime) -> Rsvp | None:
    """Hide or show a person's name among the answers; None if they have not answered."""
    rsvp = mine(db, meeting, member)
    if rsvp is not None and rsvp.hidden != hidden:
        rsvp.hidden = hidden
        refresh(db, meeting, now)
    return rsvp


def mine(db: Db, meeting: Meeting, member: int) -> Rsvp | None:
    """A person's own answer to a meeting."""
    return rsvps.one(db, meeting.network_id, member, meeting.id or 0)


def refresh(db: Db, meeting: Meeting, now: datetime, seen: Seen | None = None) -> None:
    """The posts that show the answers want an edit; one that can still be undone waits for that."""
    held = meeting.held_until is not None and meeting.held_until > now
    due = meeting.held_until if held and meeting.held_until else now
    deliveries.stale(
        db, meeting.network_id, ANNOUNCEMENT, str(meeting.id), due, not_before=held, seen=seen
    )


def forget(db: Db, meeting: Meeting) -> None:
    """Drop all answers to a meeting that is thrown away."""
    for rsvp, _ in rsvps.of(db, meeting.network_id, meeting.id or 0):
        db.delete(rsvp)
    db.flush()


def take_back(db: Db, network: int, member: int, now: datetime) -> None:
    """Forget a person's answers to what is still to come, and bring the posts up to date."""
    for rsvp in rsvps.ahead(db, network, member, now):
        db.delete(rsvp)
        deliveries.stale(db, network, ANNOUNCEMENT, str(rsvp.meeting_id), now)


def erase(db: Db, network: int, member: int, now: datetime) -> None:
    """Forget all of a person's answers, also to what is over, and take the name off the posts."""
    for rsvp in rsvps.all_of(db, network, member):
        db.delete(rsvp)
        deliveries.stale(db, network, ANNOUNCEMENT, str(rsvp.meeting_id), now)


def who_said_yes(db: Db, meeting: Meeting) -> Sequence[int]:
    """Those who said yes, or yes if released."""
    rows = rsvps.of(db, meeting.network_id, meeting.id or 0)
    return [rsvp.member_id for rsvp, _ in rows if rsvp.answer in COMING]
