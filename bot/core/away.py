"""Being away: what is planned goes on, nothing is asked of who is away, and others do what needs a
person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core import duties, terms, when, windows
from bot.core.people import number
from bot.store import away, deliveries, edits, meetings, networks, people
from bot.store.db import Db
from bot.store.tables import Absence, Network

BACK, SAID, NOBODY = "network.back", "network.away-said", "network.nobody"
"""Privately: welcome back, and that somebody else has said that one is away; in the channel, that
all coordinators are away.
"""
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Nobody:
    """All coordinators are away: who they are, until when the first of them is, and who stands in.
    `episode` names this time for ever.
    """

    names: Sequence[str]
    until: datetime
    instead: Sequence[str]
    episode: int


def first_day(network: Network, until: date) -> datetime:
    """The instant at which the day begins on which somebody is back."""
    return when.instant(datetime.combine(until, time(0)), network.zone)


def go(
    db: Db,
    network: Network,
    member: int,
    back_at: datetime,
    now: datetime,
    *,
    by: int | None = None,
) -> Absence:
    """A person is away until then, as they say themselves or as somebody else says (`by`)."""
    key = number(network.id)
    row = away.one(db, key, member)
    if row is None:
        row = Absence(network_id=key, member_id=member, since=now, back_at=back_at)
        db.add(row)
    row.back_at, row.said_by, row.said_at = back_at, by, now
    db.flush()
    show_again(db, key, now)
    return row


def tell_them(db: Db, network: Network, row: Absence, now: datetime) -> bool:
    """Tell a person that somebody else has said that they are away; returns whether they may be
    written to.
    """
    key = number(network.id)
    due = windows.next_open(now, terms.school(db, network))
    found = people.inboxes(db, key, [row.member_id], to_ask=False)
    for person in found.values():
        deliveries.enqueue(
            db, key, person, SAID, f"{key}:{row.member_id}", due=due, expires=row.back_at,
            key=f"{SAID}:{row.id}:{row.back_at.isoformat()}",
        )  # fmt: skip
    return bool(found)


def back(db: Db, network: int, member: int, now: datetime) -> Absence | None:
    """A person is back; returns what their absence was, if they had one."""
    row = away.one(db, network, member)
    if row is None:
        return None
    show_again(db, network, now)
    away.forget(db, network, member)
    duties.they_are_back(db, network, member, now)
    return row


def look_after(db: Db, network: int, now: datetime) -> None:
    """Whose day has come is back, and told so; where all coordinators are away, the channel is
    told. Safe to do as often as one likes.
    """
    row = networks.get(db, network)
    if row.held_since is not None:
        return  # restored, it asks before it speaks
    for gone in away.over(db, network, now):
        back(db, network, gone.member_id, now)
        due = windows.next_open(now, terms.school(db, row))
        for person in people.inboxes(db, network, [gone.member_id]).values():
            deliveries.enqueue(
                db, network, person, BACK, f"{network}:{gone.member_id}:{_stamp(gone)}", due=due,
                expires=due + timedelta(days=7), key=f"{BACK}:{gone.id}",
            )  # fmt: skip
    if found := nobody(db, network):
        due = windows.next_open(now, terms.school(db, row))
        for place in networks.homes(db, network):
            deliveries.enqueue(
                db, network, networks.address(place), NOBODY, f"{network}:{found.episode}",
                due=due, expires=found.until, key=f"{NOBODY}:{found.episode}:{place.id}",
            )  # fmt: skip


def _stamp(row: Absence) -> int:
    return int(row.since.timestamp())


def missed(db: Db, network: int, since: datetime, until: datetime) -> int:
    """How many meetings there were in that time."""
    return sum(one.state == "planned" for one in meetings.between(db, network, since, until))


def nobody(db: Db, network: int) -> Nobody | None:
    """Whether all coordinators are away, those who stand in left out."""
    gone = {row.member_id: row for row, _ in away.of(db, network)}
    if not gone:
        return None
    found = people.coordinators(db, network)
    instead = [one for one in found if duties.stands_in(db, network, number(one.id))]
    own = [one for one in found if one not in instead]
    if not own or any(one.id not in gone for one in own):
        return None
    rows = [gone[number(one.id)] for one in own]
    return Nobody(
        [one.name for one in own if one.name],
        min(row.back_at for row in rows),
        [one.name for one in instead if one.name and one.id not in gone],
        max(number(row.id) for row in rows),
    )


def show_again(db: Db, network: int, now: datetime) -> None:
    """What stands in the channel of who is away is brought up to date."""
    for row, _ in away.of(db, network):
        edits.stale(db, network, NOBODY, f"{network}:{row.id}", now)
