"""The answers of a pasted list: kept for all of them at once, and taken back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.core import links, places, rsvps, seats, waiting
from bot.core.name_lists import Line
from bot.core.people import number
from bot.core.places import Click
from bot.store import links as stored_links
from bot.store import people, register
from bot.store.db import Db
from bot.store.tables import Meeting, Rsvp


@dataclass(frozen=True, slots=True)
class Before:
    """What somebody had answered before the list, to bring it back: with the click that the list
    made, so that a later one of their own stays. `made`: they are new.
    """

    member: int
    order: int
    said: str = ""
    online: bool = False
    guests: int = 0
    delegate: str = ""
    sends: int | None = None
    made: bool = False

    def plain(self) -> dict[str, object]:
        """The same as JSON has it."""
        return asdict(self)


def known(db: Db, network: int) -> list[tuple[int, str]]:
    """Those of a network whom a name can mean."""
    return [(member, name) for member, name in people.names(db, network) if name]


def keep(db: Db, meeting: Meeting, lines: Sequence[Line], now: datetime) -> list[Before]:
    """All of them answer; who is new becomes a person without an account. Returns what was."""
    found = []
    for line in lines:
        member, made = line.member, line.member is None
        if member is None:
            member = number(links.person(db, meeting.network_id, line.name, now).id)
        own = rsvps.mine(db, meeting, member)
        before = _before(member, own, made=made)
        if own is None or own.answer != line.said:
            # Any later click of their own counts, whichever platform's order it has.
            answer(db, meeting, member, line.said, before.order, now)
            found.append(before)
    return found


def answer(
    db: Db, meeting: Meeting, member: int, said: str, order: int, now: datetime, *,
    online: bool = False,
) -> None:  # fmt: skip
    """One of them answers. Where there is no seat, they wait for one."""
    places.answer(db, meeting, member, Click(said, order, now, online))


def _before(member: int, own: Rsvp | None, *, made: bool) -> Before:
    if own is None:
        return Before(member, 1, made=made)
    return Before(
        member, own.order + 1, own.answer, own.online, own.guests, own.delegate, own.sends
    )


def undo(db: Db, meeting: Meeting, befores: Sequence[Before], now: datetime) -> None:
    """All is as it was before, but for who has answered since."""
    for before in befores:
        own = rsvps.mine(db, meeting, before.member)
        if own is None or own.order != before.order:
            continue
        if before.said:
            answer(db, meeting, before.member, before.said, own.order + 1, now,
                   online=before.online)  # fmt: skip
            back = rsvps.mine(db, meeting, before.member)
            if back is not None:
                back.guests, back.delegate = before.guests, before.delegate
                back.sends = before.sends
            continue
        if own.waits_order:
            waiting.withdraw(db, meeting, own, now)
        db.delete(own)
        db.flush()
        if before.made and not stored_links.is_known(db, before.member):
            register.erase(db, before.member)
    db.flush()
    if seats.are_limited(meeting):
        waiting.deal(db, meeting, now)
    rsvps.refresh(db, meeting, now)
