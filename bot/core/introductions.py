"""A round is introduced: each pair in a conversation of its own where there can be one, else each
privately; and how people reach each other who are on no common platform.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import plans, progress, talks, terms, windows
from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.profiles import DAYS, listed
from bot.core.rounds import DEALT, ON, PREVIEW, drop, standing
from bot.core.schooldays import School
from bot.store import buddies, deliveries, networks, people, rounds
from bot.store import talks as stored_talks
from bot.store.db import Db
from bot.store.tables import Network, Pair, Paired, Round

INTRODUCED, TOLD = "buddy.introduced", "buddy.told"
"""To a pair in its conversation (its subject is the pair); to one of them privately
("<pair>:<member>").
"""
LASTS = 6
"""So many weeks a round lasts where none comes by itself."""
AHEAD = timedelta(days=14)
"""Among so many days two times are looked for that suit both."""
TIMES = 2
Way = Literal["talk", "write", "exchange"]
"""How people of a pair get to each other: a conversation that is opened for them, by writing to
each other where both are, or by contacts that they exchange.
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """How a pair gets to each other, and to which of them something can be written privately."""

    way: Way
    inboxes: Sequence[int]


def batch(row: Round) -> str:
    """What one [Undo] takes back."""
    return f"round:{row.id}:introduced"


def reach(db: Db, network: int, members: Sequence[int]) -> Reach:
    """How these people get to each other. A conversation is opened for those alone who all may be
    written to.
    """
    inboxes = people.inboxes(db, network, list(members))
    if _home(db, network, members):
        way: Way = "talk" if len(inboxes) == len(members) else "write"
        return Reach(way, list(inboxes))
    return Reach("exchange", list(inboxes))


def _home(db: Db, network: int, members: Sequence[int]) -> bool:
    """Whether all of them are where the network is at home."""
    homes = networks.homes(db, network)
    return any(len(stored_talks.accounts(db, home, members)) == len(members) for home in homes)


def user_of(db: Db, network: int, member: int, platform: str) -> str | None:
    """By which account somebody can be written to on a platform where the network is at home."""
    for home in networks.homes(db, network):
        if home.platform == platform:
            found = stored_talks.accounts(db, home, [member])
            if member in found:
                return found[member]
    return None


def introduce(
    db: Db, network: Network, row: Round, now: datetime, *, hold: timedelta = HOLD
) -> datetime:
    """Introduce the pairs of a round, after the hold and in the next hours in which messages go
    that can wait; returns when.
    """
    school = terms.school(db, network)
    due = windows.next_open(now + hold, school)
    row.state, row.introduced_at = ON, due
    row.half_at, row.ends_at = _half_and_end(db, network, due, terms.far_ahead(db, network))
    for pair, members in standing(db, row).pairs:
        pair.state, pair.introduced_at = ON, due
        tell(db, network, pair, members, due, batch=batch(row))
    db.flush()
    return due


def _half_and_end(
    db: Db, network: Network, begins: datetime, school: School
) -> tuple[datetime, datetime]:
    """When people are asked how it goes, and when the round ends: on school days, after school."""
    plan = buddies.plan(db, number(network.id))
    weeks = plan.weeks if plan is not None and plan.weeks else LASTS
    first = begins.astimezone(ZoneInfo(network.zone)).date()
    half, end = (
        plans.at(first + timedelta(days=days), plans.AFTERNOON, school)
        for days in (weeks * 7 // 2, weeks * 7 - 1)
    )
    return half, end


def tell(
    db: Db,
    network: Network,
    pair: Pair,
    members: Sequence[int],
    due: datetime,
    *,
    batch: str = "",
) -> None:
    """Plan what tells a pair of each other: one message in their conversation, else one for each of
    them who may be written to. Who may not finds it on their own page.
    """
    here, pair.talk_id = number(network.id), None
    found, expires = reach(db, here, members), due + AHEAD
    talk = talks.between(db, here, members) if found.way == "talk" else None
    if talk is None:
        tell_privately(db, pair, members, due, batch=batch)
        return
    pair.talk_id = talk.id
    key = f"{INTRODUCED}:{pair.id}:{_so_far(db, pair, INTRODUCED, str(pair.id))}"
    talks.tell(db, talk, INTRODUCED, str(pair.id), due, key=key, batch=batch, expires=expires)


def _so_far(db: Db, pair: Pair, view: str, subject: str) -> int:
    """How often this was planned before: what was taken back is planned anew."""
    return len(deliveries.find(db, pair.network_id, view, subject))


def tell_privately(
    db: Db, pair: Pair, members: Sequence[int], due: datetime, *, batch: str = ""
) -> None:
    """Plan for each of these people, as far as they may be written to, how things stand with their
    buddy.
    """
    for member, person in people.inboxes(db, pair.network_id, list(members)).items():
        subject = f"{pair.id}:{member}"
        deliveries.enqueue(
            db, pair.network_id, person, TOLD, subject, due=due, expires=due + AHEAD,
            key=f"{TOLD}:{subject}:{_so_far(db, pair, TOLD, subject)}", batch=batch,
        )  # fmt: skip


def tell_otherwise(db: Db, key: int, now: datetime) -> None:
    """A pair's conversation could not be opened: each of them is told privately instead."""
    pair = db.get(Pair, key)
    if pair is None or pair.talk_id is None:
        return
    pair.talk_id = None
    deliveries.give_up(db, pair.network_id, INTRODUCED, str(pair.id))
    school = terms.school(db, networks.get(db, pair.network_id))
    members = [row.member_id for row in rounds.of_pair(db, number(pair.id))]
    tell_privately(db, pair, members, windows.next_open(now, school))


def send_now(db: Db, row: Round, now: datetime) -> None:
    """They are told at once. Raises TooLate where that has been done."""
    if not deliveries.hasten(db, row.network_id, batch(row), now) and not _is_held(row, now):
        raise TooLate
    row.introduced_at = now
    for pair in rounds.pairs(db, number(row.id)):
        pair.introduced_at = now


def _is_held(row: Round, now: datetime) -> bool:
    """Whether nobody knows of a round yet, not even where nobody may be written to."""
    return row.introduced_at is not None and row.introduced_at > now


def undo(db: Db, row: Round, now: datetime) -> None:
    """Nobody is told yet; a later round that was dealt meanwhile is dropped. Raises TooLate where
    somebody may have read it.
    """
    of_round = deliveries.may_take_back(db, row.network_id, batch(row)) or _is_held(row, now)
    if row.state != ON or not of_round:
        raise TooLate
    deliveries.cancel(db, row.network_id, batch(row))
    for later in rounds.of(db, row.network_id, PREVIEW):
        drop(db, later)
    row.state, row.introduced_at, row.half_at, row.ends_at = PREVIEW, None, None, None
    for pair in rounds.pairs(db, number(row.id)):
        pair.state, pair.introduced_at, pair.talk_id = DEALT, None, None


def end_former(db: Db, network: int, now: datetime) -> None:
    """A round is over when the next one has been introduced. Safe to do as often as one likes."""
    found = rounds.of(db, network, ON)
    known = [one for one in found if one.introduced_at is not None and one.introduced_at <= now]
    for row in known[1:]:
        progress.end(db, row, now)


def others(db: Db, pair: Pair, member: int) -> list[Paired]:
    """Those with whom a person goes together."""
    return [row for row in rounds.of_pair(db, number(pair.id)) if row.member_id != member]


def agree(db: Db, pair: Pair, member: int, contact: str | None, now: datetime) -> bool:
    """A person says how the others may reach them, or (None) that they rather would not, of which
    the others hear nothing. Where all agree they hear of it; returns whether they do.
    """
    rows = list(rounds.of_pair(db, number(pair.id)))
    mine = next(row for row in rows if row.member_id == member)
    before = (mine.agreed, mine.contact)
    mine.agreed, mine.contact = contact is not None, contact or ""
    db.flush()
    is_settled = all(row.agreed for row in rows)
    if is_settled and before != (mine.agreed, mine.contact):
        school = terms.school(db, networks.get(db, pair.network_id))
        whom = [row.member_id for row in rows if row.member_id != member]
        due = windows.next_open(now, school)
        tell_privately(db, pair, whom, due)
    return is_settled


def times(
    db: Db, network: Network, members: Sequence[int], now: datetime
) -> list[tuple[date, str]]:
    """Two times on school days to come that suit all of them, where all have said when they are
    usually free: the day and the key of the hour.
    """
    found = buddies.profiles(db, members)
    free = [set(listed(found[one].free)) if one in found else set() for one in members]
    common = set.intersection(*free) if all(free) else set()
    school = terms.far_ahead(db, network)
    today = now.astimezone(ZoneInfo(network.zone)).date()
    days = (today + timedelta(days=ahead) for ahead in range(1, AHEAD.days + 1))
    both = [
        (day, key.partition("-")[2])
        for day in days
        if school.is_school_day(day)
        for key in sorted(common)
        if key.partition("-")[0] == DAYS[day.weekday()]
    ]
    return _apart(both)


def _apart(both: Sequence[tuple[date, str]]) -> list[tuple[date, str]]:
    """Two of them, on different days if there are any."""
    first = both[:1]
    later = [one for one in both if first and one[0] != first[0][0]]
    return [*first, *(later or both[1:])[: TIMES - 1]]
