"""Who is at a meeting, or will be, each as a person of their own: also who is brought or sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.core import seats
from bot.core.attendance import HERE as IS_HERE
from bot.core.people import number
from bot.core.rsvps import COMING
from bot.store import attendance, rsvps
from bot.store.db import Db
from bot.store.tables import Meeting, Rsvp

Among = Literal["here", "yes"]
"""Who is noted as there; who has said that they come."""
HERE: Among = "here"
YES: Among = "yes"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is there: a `member`; the `guest` of this number whom `with_id` brings; the
    colleague whom `with_id` sends, by `name` or as a member with a page; or somebody who was noted
    by `name` alone.
    """

    member: int | None = None
    with_id: int | None = None
    guest: int = 0
    name: str = ""
    online: bool = False

    @property
    def key(self) -> str:
        """By which they are told apart; a member's is their number."""
        return str(self.member) if self.member else f"x{self.with_id or 0}.{self.guest}.{self.name}"


def present(db: Db, meeting: Meeting, among: Among) -> list[Present]:
    """Those who are there, each once; `online` only where people come in the room as well."""
    given = {
        rsvp.member_id: rsvp
        for rsvp, _ in rsvps.given(db, meeting.network_id, number(meeting.id))
        if rsvp.answer in COMING and seats.is_in(rsvp)
    }
    found = _noted(db, meeting, given) if among == HERE else _coming(meeting, given)
    return list({one.key: one for one in found}.values())


def _is_online(meeting: Meeting, rsvp: Rsvp | None) -> bool:
    return rsvp is not None and meeting.mode == "both" and rsvp.online


def _coming(meeting: Meeting, given: dict[int, Rsvp]) -> Iterator[Present]:
    for member, rsvp in given.items():
        online = _is_online(meeting, rsvp)
        if rsvp.delegate and rsvp.sends:
            yield Present(rsvp.sends, member, online=online)
        elif rsvp.delegate:
            yield Present(None, member, name=rsvp.delegate, online=online)
        else:
            yield Present(member, online=online)
        yield from _brought(rsvp, online=online)


def _brought(rsvp: Rsvp, *, online: bool) -> Iterator[Present]:
    for nth in range(1, rsvp.guests + 1):
        yield Present(None, rsvp.member_id, nth, online=online)


def _noted(db: Db, meeting: Meeting, given: dict[int, Rsvp]) -> Iterator[Present]:
    """Who is noted. Whom they bring is not known by name, and is there with them, as long as nobody
    has noted who else came.
    """
    rows = attendance.of(db, meeting.network_id, number(meeting.id))
    here = [row for row, _ in rows if row.state == IS_HERE]
    is_listed = any(row.name and row.sent_by is None for row in here)
    for row in here:
        rsvp = given.get(row.member_id or row.sent_by or 0)
        online = _is_online(meeting, rsvp)
        yield Present(row.member_id, row.sent_by, name=row.name, online=online)
        if rsvp is not None and row.member_id and not is_listed:
            yield from _brought(rsvp, online=online)
