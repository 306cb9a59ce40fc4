"""Groups in a meeting: its people dealt so that each meets others, posted, and dealt again."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import posts
from bot.core.meetings import TooLate
from bot.core.mixing import keys_of, mix
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.posts import Posting
from bot.core.present import HERE, YES, Among, Present, present
from bot.store import deliveries, edits, groups, meetings
from bot.store.db import Db
from bot.store.tables import Grouped, Grouping, Meeting

SIZES = (2, 3, 4)
USUAL = 3
FEWEST = 4
"""Of fewer people no two groups can be made in which nobody is alone."""
KEPT = 3
"""So many deals that nobody was told of are remembered, so that the next one is another."""
_OF = r"(?:of|von|zu|mit|à|de|di|da)\s+"
_SIZE = re.compile(
    rf"^(?:{_OF})?(?P<first>\d{{1,2}})(?:\s+hengen)?(?:\s+|$)|(?:^|\s+){_OF}(?P<last>\d{{1,2}})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a group: by `name`, the colleague whom `by` sends, or the `guest` of this number
    whom `by` brings. `hidden`: they hide their name from all but coordinators.
    """

    name: str
    by: str = ""
    guest: int = 0
    online: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A group by its number, and who is in it."""

    nth: int
    people: tuple[Person, ...]


class TooFew(Exception):
    """There are not enough people for groups."""

    def __init__(self, people: int) -> None:
        super().__init__(people)
        self.people = people


def size_of(typed: str) -> tuple[int, str]:
    """The size that was typed, as in "of 4" before or after a title, and what else was; 0: none."""
    found = _SIZE.search(typed.strip())
    if found is None:
        return 0, typed
    return int(found["first"] or found["last"]), _SIZE.sub("", typed.strip(), count=1).strip()


def batch(meeting: Meeting) -> str:
    """What one [Undo] takes back."""
    return f"groups:{meeting.id}"


def latest(db: Db, meeting: Meeting) -> Grouping | None:
    """How the people of a meeting were dealt last, whoever sees it."""
    return next(iter(groups.of(db, meeting.network_id, number(meeting.id))), None)


def told(db: Db, meeting: Meeting, now: datetime) -> Grouping | None:
    """The groups that people see."""
    rows = groups.of(db, meeting.network_id, number(meeting.id))
    return next((row for row in rows if row.state == "posted" and not is_held(row, now)), None)


def is_held(row: Grouping, now: datetime) -> bool:
    """Whether it can still be undone that they are posted."""
    return row.held_until is not None and now < row.held_until


def usual(db: Db, meeting: Meeting) -> Among:
    """Of whom groups are made where nobody says: of those who are noted as here, as soon as these
    are half of those who said yes; before that of those.
    """
    here, coming = len(present(db, meeting, HERE)), len(present(db, meeting, YES))
    return HERE if here >= FEWEST and 2 * here >= coming else YES


def deal(db: Db, meeting: Meeting, among: Among, size: int, by: int, now: datetime) -> Grouping:
    """Deal the people of a meeting into groups, for coordinators to look at; each time it is asked
    other ones. In the room and online they are dealt apart, but nobody is left alone. Raises
    TooFew.
    """
    people = present(db, meeting, among)
    if len(people) < FEWEST:
        raise TooFew(len(people))
    before = groups.of(db, meeting.network_id, number(meeting.id))
    seed = 1 + max((row.seed for row in before), default=0)
    made = [
        group
        for side in _sides(people)
        for group in mix(db, meeting, side, size, seed=seed, now=now)
    ]
    row = _row(meeting, seed, size, among, by, now)
    _keep(db, row, made)
    unseen = [number(one.id) for one in before if one.state == "preview"]
    groups.drop(db, unseen[KEPT - 1 :])
    return row


def _sides(people: Sequence[Present]) -> list[list[Present]]:
    """Those in the room, and those online; all together where somebody would be the only one."""
    sides = [[one for one in people if one.online == online] for online in (False, True)]
    found = [side for side in sides if side]
    return [list(people)] if any(len(side) == 1 for side in found) else found


def _row(meeting: Meeting, seed: int, size: int, among: str, by: int, now: datetime) -> Grouping:
    return Grouping(
        network_id=meeting.network_id, meeting_id=number(meeting.id), seed=seed, size=size,
        among=among, dealt_by=by, dealt_at=now,
    )  # fmt: skip


def _keep(db: Db, row: Grouping, made: Sequence[Sequence[Present]]) -> None:
    db.add(row)
    db.flush()
    for nth, group in enumerate(made, 1):
        for one in group:
            db.add(
                Grouped(
                    network_id=row.network_id, grouping_id=number(row.id), nth=nth,
                    online=one.online, member_id=one.member, with_id=one.with_id,
                    guest=one.guest, name=one.name,
                )
            )  # fmt: skip
    db.flush()


def _made(db: Db, row: Grouping) -> list[list[Present]]:
    """The groups of a deal, in their order."""
    found: dict[int, list[Present]] = defaultdict(list)
    for one in groups.rows(db, number(row.id)):
        found[one.nth].append(
            Present(one.member_id, one.with_id, one.guest, one.name, online=one.online)
        )
    return [found[nth] for nth in sorted(found)]


def of(db: Db, row: Grouping) -> list[Group]:
    """The groups of a deal with their people, as these are called now."""
    found: dict[int, list[groups.Named]] = defaultdict(list)
    for one in groups.named(db, row):
        found[one.row.nth].append(one)
    return [
        Group(
            nth,
            tuple(
                Person(one.name, one.by, one.row.guest, one.row.online, one.hidden)
                for one in found[nth]
            ),
        )
        for nth in sorted(found)
    ]


def of_member(db: Db, row: Grouping, member: int) -> tuple[Group | None, list[Group]]:
    """The group that somebody is in, and those of whom they bring or send."""
    rows = groups.rows(db, number(row.id))
    own = {one.nth for one in rows if one.member_id == member}
    brought = {one.nth for one in rows if one.with_id == member}
    found = of(db, row)
    mine = next((group for group in found if group.nth in own), None)
    return mine, [group for group in found if group.nth in brought]


def late(db: Db, meeting: Meeting, row: Grouping) -> list[Present]:
    """Those who have come since the groups were dealt, and are in none: also who had not said yes,
    and is noted as here.
    """
    known = keys_of(_made(db, row))
    noted = present(db, meeting, HERE)
    if row.among != HERE:  # somebody by name alone may be a guest who is in a group already
        noted = [*present(db, meeting, YES), *(one for one in noted if one.member)]
    return list({one.key: one for one in noted if one.key not in known}.values())


def add_late(db: Db, meeting: Meeting, row: Grouping, by: int, now: datetime) -> Grouping:
    """The same groups, and each of those who came late in the smallest of their side; that is a
    deal of its own, for coordinators to look at.
    """
    made = _made(db, row)
    for one in late(db, meeting, row):
        own = [group for group in made if any(other.online == one.online for other in group)]
        min(own or made, key=len).append(one)
    again = _row(meeting, row.seed, row.size, row.among, by, now)
    _keep(db, again, made)
    return again


def post(db: Db, meeting: Meeting, row: Grouping, now: datetime) -> Posting:
    """Post the groups in the meeting's thread after the hold; a post that is there shows them then.
    Returns what becomes of it: where there is no thread, they are not posted.
    """
    becomes = posts.in_threads(
        db, meeting, groups.POST, batch(meeting), now, expires=meetings.end(meeting)
    )
    if becomes != "nowhere":
        row.state, row.held_until = "posted", now + HOLD
    return becomes


def send_now(db: Db, meeting: Meeting, row: Grouping, now: datetime) -> None:
    """They are posted at once. Raises TooLate where that has been done."""
    if not is_held(row, now):
        raise TooLate
    row.held_until = None
    db.flush()
    if not deliveries.hasten(db, meeting.network_id, batch(meeting), now):
        edits.hasten(db, meeting.network_id, groups.POST, str(meeting.id), now)


def undo(db: Db, meeting: Meeting, row: Grouping, now: datetime) -> None:
    """They are not posted; what was posted before stays. Raises TooLate where people may have seen
    them.
    """
    if not is_held(row, now):
        raise TooLate
    row.state, row.held_until = "preview", None
    db.flush()
    rows = groups.of(db, meeting.network_id, number(meeting.id))
    if not any(one.state == "posted" for one in rows):
        deliveries.cancel(db, meeting.network_id, batch(meeting))
