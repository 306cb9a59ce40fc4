"""Rounds of buddies that come by themselves: every so many weeks, on a school day; coordinators see
each two school days before, and can stop it.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import buddies, introductions, matching, plans, rounds, terms, windows
from bot.core.people import number
from bot.core.schooldays import School
from bot.store import away as stored_away
from bot.store import buddies as stored
from bot.store import deliveries, networks, people
from bot.store import rounds as stored_rounds
from bot.store.db import Db
from bot.store.tables import BuddyPlan, Delivery, Network, Round

PREVIEW = "buddy.preview"
"""Shows coordinators a round that is to be introduced by itself; its subject is the round."""
AT_ONCE = timedelta()
LONG_OVER = timedelta(days=1)
"""So long after its time a round does not go any more without being shown again."""
_TWO = 2


def first(db: Db, network: Network, now: datetime) -> date:
    """The day on which the first round can be introduced by itself, if it is set up now:
    coordinators see it two school days before, and a round that goes on is not cut short.
    """
    school = terms.far_ahead(db, network)
    day = _day(now, network)
    for _ in range(_TWO + 1):
        day = windows.day_after(day, school)
    goes_on = next(iter(stored_rounds.of(db, number(network.id), rounds.ON)), None)
    if goes_on is None or goes_on.ends_at is None:
        return day
    return max(day, windows.day_after(_day(goes_on.ends_at, network), school))


def settle(
    db: Db, network: Network, *, is_on: bool, weeks: int, same_school: bool, now: datetime
) -> BuddyPlan:
    """Keep what a network wants of buddies. Where nothing changes about the weeks, the next day
    stays.
    """
    networks.lock(db, number(network.id))  # before the round that waits
    row = buddies.plan(db, number(network.id))
    is_same = (row.is_on, row.weeks) == (is_on, weeks) and row.next_on is not None
    row.is_on, row.weeks, row.same_school = is_on, weeks, same_school
    if not is_on or not weeks:
        row.next_on = None
    elif not is_same:
        row.next_on = first(db, network, now)
    if not (is_same and row.next_on):
        for one in stored_rounds.of(db, number(network.id), rounds.PREVIEW, rounds.ON):
            one.goes_at = None  # coordinators are told anew when it goes
    return row


def put_off(db: Db, network: Network, now: datetime) -> date | None:
    """The next round comes so many weeks after this one would have; returns when."""
    row = stored.plan(db, number(network.id))
    if row is None or not row.is_on or not row.weeks:
        return None
    school = terms.far_ahead(db, network)
    today = _day(now, network)
    day = max(row.next_on or today, today) + timedelta(weeks=row.weeks)
    row.next_on = day if school.is_school_day(day) else windows.day_after(day, school)
    return row.next_on


def introduced(db: Db, network: Network, row: Round, now: datetime) -> None:
    """A round was introduced by hand: the next one comes by itself so many weeks from now. The
    round knows when it would have gone.
    """
    plan = stored.plan(db, row.network_id)
    if plan is not None and plan.next_on is not None:
        school = terms.far_ahead(db, network)
        row.goes_at = row.goes_at or plans.at(plan.next_on, plans.AFTERNOON, school)
        plan.next_on = _day(now, network)
        put_off(db, network, now)


def undone(db: Db, network: Network, row: Round, now: datetime) -> date | None:
    """It waits again: it goes by itself when it would have gone; returns that day. Where nobody was
    told of that, or it is over, coordinators are told anew.
    """
    plan = stored.plan(db, row.network_id)
    if plan is None or plan.next_on is None or row.goes_at is None:
        return plan.next_on if plan else None
    day, school = _day(row.goes_at, network), terms.far_ahead(db, network)
    plan.next_on = _day(_goes_at(day, school, now), network)
    if plan.next_on != day or not _notices(db, row):
        row.goes_at = None
    return plan.next_on


def _day(at: datetime, network: Network) -> date:
    """The day that it is then where the network is."""
    return at.astimezone(ZoneInfo(network.zone)).date()


def _notices(db: Db, row: Round) -> list[Delivery]:
    """What tells coordinators that it goes when it goes now."""
    found = deliveries.find(db, row.network_id, PREVIEW, str(row.id))
    return [one for one in found if one.expires == row.goes_at]


def drop(db: Db, network: Network, row: Round, now: datetime) -> date | None:
    """A round is not introduced; returns when the next one comes by itself."""
    is_next = row.goes_at is not None
    rounds.drop(db, row)
    plan = stored.plan(db, row.network_id)
    return put_off(db, network, now) if is_next or plan is None else plan.next_on


def look_after(db: Db, key: int, now: datetime) -> None:
    """Deal a network's next round when coordinators are to see it, and introduce it when its time
    has come. Safe to do as often as one likes.
    """
    networks.lock(db, key)  # of two processes one does it
    row = _waiting(db, key)
    network, plan = networks.get(db, key), stored.plan(db, key)
    if plan is None or plan.next_on is None or network.held_since is not None:
        return
    school = terms.far_ahead(db, network)
    if row is not None and row.goes_at is not None:
        if row.goes_at <= now:
            if _could_be_stopped(db, row, now):
                _go(db, network, row, now)
            else:
                _show(db, network, plan, row, now)
        return
    if now < _shown_at(plan.next_on, school):
        return
    if sum(takes_part for _, takes_part in matching.taking_part(db, key, now)) < _TWO:
        if now >= _goes_at(plan.next_on, school, now):
            put_off(db, network, now)
        return
    _show(db, network, plan, row or rounds.make(db, network, None, now), now)


def _waiting(db: Db, key: int) -> Round | None:
    """The round that waits, as it is now that nobody else can change it."""
    found = rounds.preview(db, key)
    row = stored_rounds.get(db, [key], number(found.id), to_change=True) if found else None
    return row if row is not None and row.state == rounds.PREVIEW else None


def _shown_at(day: date, school: School) -> datetime:
    """Two school days before."""
    before = windows.day_before(windows.day_before(day, school), school)
    return plans.at(before, plans.MORNING, school)


def _goes_at(day: date, school: School, now: datetime) -> datetime:
    """After school on its day; where that is over (the house was away), two school days from now,
    for nothing goes that nobody could stop.
    """
    at = plans.at(day, plans.AFTERNOON, school)
    if at > now:
        return at
    today = now.astimezone(ZoneInfo(school.zone)).date()
    later = windows.day_after(windows.day_after(today, school), school)
    return plans.at(later, plans.AFTERNOON, school)


def is_seen(db: Db, row: Round) -> bool:
    """Whether a coordinator knows of a round that goes by itself: was told, or has looked at it."""
    told = _notices(db, row)
    return row.looked_at is not None or any(one.state == "sent" for one in told)


def _could_be_stopped(db: Db, row: Round, now: datetime) -> bool:
    """Whether a coordinator knows of it, and its time is not long over, as where the house or the
    network was away meanwhile.
    """
    return is_seen(db, row) and row.goes_at is not None and row.goes_at > now - LONG_OVER


def _show(db: Db, network: Network, plan: BuddyPlan, row: Round, now: datetime) -> None:
    """Set when it goes, and tell the coordinators."""
    school, key = terms.far_ahead(db, network), number(network.id)
    row.goes_at = _goes_at(plan.next_on or _day(now, network), school, now)
    row.looked_at = None  # when it goes, nobody has seen yet
    plan.next_on = goes_on = _day(row.goes_at, network)
    whom, due = stored_away.here(db, key), windows.next_open(now, school)
    for member, person in people.inboxes(db, key, whom).items():
        deliveries.enqueue(
            db, key, person, PREVIEW, str(row.id), due=due, expires=row.goes_at,
            key=f"{PREVIEW}:{row.id}:{goes_on}:member:{member}",
        )  # fmt: skip


def _go(db: Db, network: Network, row: Round, now: datetime) -> None:
    """Its time has come: as people are now."""
    rounds.refresh(db, row, now)
    if rounds.standing(db, row).pairs:
        introductions.introduce(db, network, row, now, hold=AT_ONCE)
    else:
        rounds.drop(db, row)
    put_off(db, network, now)


def to_look_after(db: Db, now: datetime) -> list[int]:
    """The networks in which something is to be done now."""
    found = []
    for key in stored.running(db):
        plan = stored.plan(db, key)
        if plan is not None and plan.next_on is not None:
            school = terms.far_ahead(db, networks.get(db, key))
            if now >= _shown_at(plan.next_on, school):
                found.append(key)
    return found
