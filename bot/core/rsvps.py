"""Who comes to a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core import seats
from bot.core.seats import Side
from bot.store import edits, groups, rsvps, tallies
from bot.store.db import Db
from bot.store.edits import Seen
from bot.store.tables import Meeting, Rsvp

ANSWERS = ("yes", "released", "maybe", "no")
COMING = ("yes", "released")
SENT = "sent"
"""What is left of the answer of who sends a colleague, once that colleague has answered."""
STAYING = ("no", SENT)
"""Whoever said so does not come."""
ONLINE = "online"
"""A button of its own where people come in the room or online: "yes", to the call."""
ANNOUNCEMENT = "meeting.announcement"
PLACE = "rsvp.place"
"""The private message about a place; its subject is "<meeting>:<member>"."""


@dataclass(frozen=True, slots=True)
class Name:
    """Who comes, by name; how many they bring, and the colleague whom they send instead."""

    name: str
    guests: int = 0
    delegate: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a meeting stands: for each answer how many gave it, and the names of those who show
    theirs; `counts["online"]` are those of "yes" who come to the call. Who waits for a seat is
    counted in `sides` alone, which tell of a meeting whose seats are limited.
    """

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*ANSWERS, ONLINE), 0))
    names: dict[str, list[Name]] = field(default_factory=lambda: {a: [] for a in ANSWERS})
    sides: tuple[Side, ...] = ()
    waiting: list[Name] = field(default_factory=list)


def standing(db: Db, meeting: Meeting) -> Standing:
    """The answers to a meeting, in the order in which they were given."""
    rows = rsvps.given(db, meeting.network_id, meeting.id or 0)
    now = Standing(sides=_sides(db, meeting))
    shown = _names(rows)
    for rsvp, _ in rows:
        if seats.is_in(rsvp) and rsvp.answer != SENT:
            now.counts[rsvp.answer] += 1
            now.counts[ONLINE] += rsvp.answer == "yes" and rsvp.online
            if name := shown.get(rsvp.member_id):
                now.names[rsvp.answer].append(name)
    waiting = (shown.get(rsvp.member_id) for rsvp in seats.all_of(now.sides))
    now.waiting.extend(name for name in waiting if name)
    _with_counts(db, meeting, now)
    return now


def _with_counts(db: Db, meeting: Meeting, now: Standing) -> None:
    """Add those who answered and are not known any more."""
    for said, count in tallies.of(db, meeting.network_id, tallies.RSVP, meeting.id or 0).items():
        if said != SENT:
            now.counts[said.partition(" ")[0]] += count
            now.counts[ONLINE] += count if said == f"yes {tallies.ONLINE}" else 0


def _names(rows: Sequence[tuple[Rsvp, str]]) -> dict[int, Name]:
    """Those who show their names, by number; who was sent stands beside who sends them."""
    shown = {
        rsvp.member_id: Name(name, rsvp.guests, rsvp.delegate)
        for rsvp, name in rows
        if name and not rsvp.hidden
    }
    for own, name in rows:
        if own.answer == SENT and own.sends in shown and not own.hidden:
            shown[own.sends] = Name(name, shown[own.sends].guests, shown[own.sends].name)
    return shown


def in_short(db: Db, meeting: Meeting, most: int) -> Standing:
    """The same for those who come, with at most so many names for each answer: what a post shows,
    which is drawn again and again while hundreds answer.
    """
    now, where = Standing(sides=_sides(db, meeting)), (meeting.network_id, meeting.id or 0)
    for said, online, count in rsvps.counts(db, *where):
        if said == SENT:
            continue
        now.counts[said] += count
        now.counts[ONLINE] += count if said == "yes" and online else 0
    for said in COMING:
        if now.counts[said]:
            rows = rsvps.first_names(db, *where, said, most)
            now.names[said].extend(Name(*row) for row in rows)
    _with_counts(db, meeting, now)
    return now


def _sides(db: Db, meeting: Meeting) -> tuple[Side, ...]:
    return seats.of(db, meeting) if seats.are_limited(meeting) else ()


def answer(
    db: Db,
    meeting: Meeting,
    member: int,
    said: str,
    *,
    online: bool = False,
    order: int,
    now: datetime,
    seen: Seen | None = None,
) -> Rsvp | None:
    """Keep a person's answer to a meeting with seats for all, and return the one that now counts: a
    click that was made before one already kept changes nothing. The announcement that was pressed
    has been `seen`.
    """
    kept = rsvps.put(
        db, meeting.network_id, meeting.id or 0, member, said,
        online=online, comes=said in COMING, order=order, now=now,
    )  # fmt: skip
    if kept is None:
        return mine(db, meeting, member)
    if kept.waits_order:
        place_changed(db, meeting, place_of(meeting.id or 0, member), now)
    refresh(db, meeting, now, seen)
    return kept


def hide(db: Db, meeting: Meeting, member: int, *, hidden: bool, now: datetime) -> Rsvp | None:
    """Hide or show a person's name among the answers; None if they have not answered."""
    rsvp = mine(db, meeting, member)
    if rsvp is not None and rsvp.hidden != hidden:
        rsvp.hidden = hidden
        refresh(db, meeting, now)
        edits.stale(db, meeting.network_id, groups.POST, str(meeting.id), now)
    return rsvp


def mine(db: Db, meeting: Meeting, member: int) -> Rsvp | None:
    """A person's own answer to a meeting."""
    return rsvps.one(db, meeting.network_id, member, meeting.id or 0)


def refresh(db: Db, meeting: Meeting, now: datetime, seen: Seen | None = None) -> None:
    """The posts that show the answers want an edit; one that can still be undone waits for that."""
    _stale(db, meeting, ANNOUNCEMENT, str(meeting.id), now, seen)


def place_changed(db: Db, meeting: Meeting, about: str, now: datetime) -> None:
    """What somebody was told of their place wants an edit, in the same way."""
    _stale(db, meeting, PLACE, about, now)


def place_of(meeting: int, member: int) -> str:
    """What a private message about a place is about."""
    return f"{meeting}:{member}"


def _stale(
    db: Db, meeting: Meeting, view: str, about: str, now: datetime, seen: Seen | None = None
) -> None:
    held = meeting.held_until is not None and meeting.held_until > now
    due = meeting.held_until if held and meeting.held_until else now
    edits.stale(db, meeting.network_id, view, about, due, not_before=held, seen=seen)


def forget(db: Db, meeting: Meeting) -> None:
    """Drop all answers to a meeting that is thrown away."""
    for rsvp, _ in rsvps.given(db, meeting.network_id, meeting.id or 0):
        db.delete(rsvp)
    db.flush()


def take_back(db: Db, network: int, member: int, now: datetime) -> None:
    """Forget a person's answers to what is still to come, and bring the posts up to date."""
    for rsvp in rsvps.ahead(db, network, member, now):
        db.delete(rsvp)
        edits.stale(db, network, ANNOUNCEMENT, str(rsvp.meeting_id), now)
        if rsvp.waits_order:
            edits.stale(db, network, PLACE, place_of(rsvp.meeting_id, member), now)


def send_no_more(db: Db, network: int, member: int, now: datetime) -> None:
    """Whoever sent this person sends nobody any more, and no post names them."""
    for own in rsvps.sending(db, network, member):
        own.sends, own.delegate = None, ""
        edits.stale(db, network, ANNOUNCEMENT, str(own.meeting_id), now)


def who_said_yes(db: Db, meeting: Meeting) -> Sequence[int]:
    """Those who said yes, or yes if released, also those who wait for a seat."""
    rows = rsvps.given(db, meeting.network_id, meeting.id or 0)
    return [rsvp.member_id for rsvp, _ in rows if rsvp.answer in COMING]


def seated(db: Db, meeting: Meeting) -> Sequence[int]:
    """Those who said yes, or yes if released, and have a seat."""
    rows = rsvps.given(db, meeting.network_id, meeting.id or 0)
    return [rsvp.member_id for rsvp, _ in rows if rsvp.answer in COMING and seats.is_in(rsvp)]
