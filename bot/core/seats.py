"""The seats of a meeting: who has one, who waits, and whose turn is next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.store import rsvps, tallies
from bot.store.db import Db
from bot.store.tables import Meeting, Rsvp

MODES = ("room", "online", "both")
MOST_GUESTS = 5


def are_limited(meeting: Meeting) -> bool:
    """Whether it can happen that somebody gets no seat."""
    return meeting.seats is not None or meeting.online_seats is not None


def is_online(meeting: Meeting, mine: Rsvp) -> bool:
    """Whether who comes does so by the call."""
    return meeting.mode == "online" or (meeting.mode == "both" and mine.online)


def party(rsvp: Rsvp) -> int:
    """How many seats a person takes, with those whom they bring."""
    return 1 + rsvp.guests


def is_offered(rsvp: Rsvp) -> bool:
    """Whether a seat is kept for this person."""
    return (
        rsvp.waits_since is not None
        and rsvp.offered_until is not None
        and rsvp.waits_since < rsvp.offered_until
    )


def has_passed(rsvp: Rsvp) -> bool:
    """Whether this person let a seat pass that was kept for them: they are not asked again."""
    return rsvp.waits_since is not None and rsvp.offered_until is not None and not is_offered(rsvp)


def is_in(rsvp: Rsvp) -> bool:
    """Whether who says yes has a seat."""
    return rsvp.waits_since is None


@dataclass(slots=True)
class Side:
    """The room, or the call: who has a seat, for whom one is kept, who waits in which order, and
    who also waits but let a kept seat pass. Of people who are not known any more there is but the
    count of seats that they `had`, and of how many of them `waited`.
    """

    online: bool
    limit: int | None
    seated: list[Rsvp] = field(default_factory=list)
    offered: list[Rsvp] = field(default_factory=list)
    line: list[Rsvp] = field(default_factory=list)
    passed: list[Rsvp] = field(default_factory=list)
    had: int = 0
    waited: int = 0

    @property
    def taken(self) -> int:
        """Seats that are taken."""
        return sum(map(party, self.seated)) + self.had

    @property
    def kept(self) -> int:
        """Seats that are kept for somebody."""
        return sum(map(party, self.offered))

    @property
    def free(self) -> int:
        """Seats that nobody has and that are kept for nobody; there are always more where there is
        no limit.
        """
        return 10**9 if self.limit is None else self.limit - self.taken - self.kept

    @property
    def waiting(self) -> list[Rsvp]:
        """All who wait for a seat, first those for whom one is kept."""
        return [*self.offered, *self.line, *self.passed]


Limits = Mapping[bool, int | None]
"""How many seats there are in the room, and (true) in the call; None: as many as come."""


def limits(meeting: Meeting) -> Limits:
    """The limits of a meeting."""
    return {False: meeting.seats, True: meeting.online_seats}


def sides(mode: str, limits: Limits, coming: Sequence[Rsvp]) -> tuple[Side, ...]:
    """The sides that a meeting has, with those who come, who are given in the order of the line."""
    ways = {"room": (False,), "online": (True,), "both": (False, True)}[mode]
    found = {online: Side(online, limits[online]) for online in ways}
    for rsvp in coming:
        side = found[rsvp.online] if len(found) > 1 else found[ways[0]]
        if is_in(rsvp):
            side.seated.append(rsvp)
        elif is_offered(rsvp):
            side.offered.append(rsvp)
        else:
            (side.passed if has_passed(rsvp) else side.line).append(rsvp)
    return tuple(found.values())


def of(db: Db, meeting: Meeting) -> tuple[Side, ...]:
    """The sides of a meeting as they are."""
    where = meeting.network_id, meeting.id or 0
    found = sides(meeting.mode, limits(meeting), rsvps.coming(db, *where))
    had, waited = (
        tallies.of(db, where[0], kind, where[1]) for kind in (tallies.SEATS, tallies.WAITING)
    )
    for side in found if had or waited else ():
        ways = (tallies.ROOM, tallies.ONLINE) if len(found) == 1 else (_way(side),)
        side.had = sum(had.get(way, 0) for way in ways)
        side.waited = sum(waited.get(way, 0) for way in ways)
    return found


def _way(side: Side) -> str:
    return tallies.ONLINE if side.online else tallies.ROOM


def side_of(db: Db, meeting: Meeting, *, online: bool) -> Side:
    """The room of a meeting, or its call; where there is but one of them, that one."""
    found = of(db, meeting)
    return next((side for side in found if side.online == online), found[0])


def place_in_line(db: Db, meeting: Meeting, mine: Rsvp) -> int:
    """The number that a person has on the waiting list; 0 where they do not wait."""
    if is_in(mine):
        return 0
    waiting = side_of(db, meeting, online=mine.online).waiting
    return 1 + next(i for i, rsvp in enumerate(waiting) if rsvp.member_id == mine.member_id)


def all_of(sides: Sequence[Side]) -> Iterator[Rsvp]:
    """Everybody who waits, on any side."""
    for side in sides:
        yield from side.waiting
