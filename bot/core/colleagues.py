"""The colleague who is sent to a meeting instead: first a name on the sender's answer, then a
person of their own, who answers by a page.

The sender's answer holds the seat and says who is sent (`sends`), so a colleague who has not
answered needs no row, and is counted once. When they answer, the seat goes over, and the sender's
answer is "sent": it counts as none. Whoever calls these has locked the meeting's seats.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.core import cells, links, rsvps, seats, waiting
from bot.core.people import number
from bot.core.rights import Role
from bot.core.rsvps import COMING, SENT
from bot.store import links as stored_links
from bot.store import people, register
from bot.store import rsvps as stored
from bot.store.db import Db
from bot.store.tables import Meeting, Member, Rsvp


@dataclass(frozen=True, slots=True)
class Page:
    """A page: for whom, and the secret of its link, if it was made now."""

    who: Member
    secret: str


def page(db: Db, meeting: Meeting, own: Rsvp, now: datetime) -> Page:
    """A page for the colleague whom somebody sends, anew where they had one; who was to be sent
    before loses theirs. Who has answered keeps the page that they have, and gets no other address;
    who has none for this meeting is taken for another person of that name.
    """
    who = db.get(Member, own.sends) if own.sends else None
    if who is not None and not cells.is_called(who.name, own.delegate):
        before, own.sends, who = number(who.id), None, None
        db.flush()
        if rsvps.mine(db, meeting, before) is None:
            _forget(db, meeting, before)
    who = who or _sent_before(db, own)
    is_theirs = False
    if who is not None and not links.is_silent(db, number(who.id)):
        is_theirs = links.is_invited(db, meeting, number(who.id), now)
        who = who if is_theirs else None
    who = who or links.person(db, meeting.network_id, own.delegate, now)
    own.sends = number(who.id)
    db.flush()
    if rsvps.mine(db, meeting, own.sends) is not None:  # a person of their own, with a seat
        _hand_over(db, meeting, own, now)
    if is_theirs:
        return Page(who, "")
    return Page(who, invite(db, meeting, own.sends, own.member_id, now))


def _hand_over(db: Db, meeting: Meeting, own: Rsvp, now: datetime) -> None:
    """The sender is counted no more, and has no seat."""
    own.answer, own.guests, own.waits_since, own.offered_until = SENT, 0, None, None
    if own.waits_order:
        waiting.withdraw(db, meeting, own, now)
    db.flush()
    if seats.are_limited(meeting):
        waiting.deal(db, meeting, now)
    rsvps.refresh(db, meeting, now)


def invite(db: Db, meeting: Meeting, member: int, by: int, now: datetime) -> str:
    """A page for a person about a meeting, anew where they had one; returns the link's secret."""
    purpose, until = links.to(meeting), max(links.over_at(meeting), now + links.LEAST)
    return links.make(db, meeting.network_id, member, purpose, now, until, by)


def _sent_before(db: Db, own: Rsvp) -> Member | None:
    """Whom this person has sent under that name before. Others' people of one name are not looked
    at: they need not be the same, and a page shows what is kept about its own.
    """
    for row in stored.all_of(db, own.network_id, own.member_id):
        who = db.get(Member, row.sends) if row.sends else None
        if who is not None and cells.is_called(who.name, own.delegate):
            return who
    return None


def _forget(db: Db, meeting: Meeting, member: int) -> None:
    """Who was to come is not sent any more: they have no page and, where nothing else is known of
    them, nothing is kept.
    """
    stored_links.end(db, meeting.network_id, member, links.to(meeting))
    row = people.membership(db, meeting.network_id, member)
    if row is not None and row.role == Role.GUEST and not stored_links.is_known(db, member):
        register.erase(db, member)


def take_over(db: Db, meeting: Meeting, member: int, order: int, now: datetime) -> None:
    """A person answers who may have been sent: then the sender's seat, or place in the line, is
    theirs to answer for, and what the sender brings comes with them.
    """
    own = stored.sender(db, meeting.network_id, number(meeting.id), member)
    if own is None or own.answer not in COMING or not own.delegate:
        return
    theirs = rsvps.mine(db, meeting, member)
    if theirs is None:
        theirs = Rsvp(
            network_id=meeting.network_id, meeting_id=own.meeting_id, member_id=member,
            answer=own.answer, order=0, answered_at=now,
        )  # fmt: skip
        db.add(theirs)
    theirs.answer, theirs.online, theirs.guests = own.answer, own.online, own.guests
    theirs.order, theirs.answered_at = min(order - 1, own.order), own.answered_at
    theirs.waits_since, theirs.waits_order = own.waits_since, own.waits_order
    theirs.offered_until = own.offered_until
    db.flush()
    _hand_over(db, meeting, own, now)


def take_back(db: Db, meeting: Meeting, own: Rsvp) -> tuple[str, Rsvp] | None:
    """The sender has answered for themselves: nobody is sent any more, but for who has answered
    already, and is a person of their own: their name, and what they said.
    """
    if own.sends is None:
        return None
    theirs = rsvps.mine(db, meeting, own.sends)
    if theirs is None:
        _forget(db, meeting, own.sends)
        return None
    return people.name(db, own.sends), theirs


def answer(db: Db, meeting: Meeting, own: Rsvp | None) -> Rsvp | None:
    """What the colleague has answered whom somebody sends; None where they have not."""
    if own is None or own.sends is None or not own.delegate:
        return None
    return rsvps.mine(db, meeting, own.sends)


def sender(db: Db, meeting: Meeting, member: int) -> str:
    """The name of who sends this person; empty where nobody does, or they hide theirs."""
    own = stored.sender(db, meeting.network_id, number(meeting.id), member)
    is_shown = own is not None and own.delegate and not own.hidden
    return people.name(db, own.member_id) if own is not None and is_shown else ""
