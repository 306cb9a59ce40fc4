"""What goes by itself when its time is over, every night: a handful at a time, so that nobody
waits, and told in counts.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from bot.core import people
from bot.store import clearing, gone, leases, over
from bot.store.clearing import Counts
from bot.store.db import Db, Store
from bot.store.register import keeping

PEOPLE = "people"
"""What is reported of people who left long ago."""
LOOKED_BACK = timedelta(days=366)
"""For so long the report tells what went."""
_NIGHT = time(2)
"""From then on, by UTC, the house looks what is over."""
_LEASE = "clearing"
Step = Callable[[str], None]
Went = dict[str, dict[int, int]]
"""How many rows, by kind and network."""


def would_go(db: Db, now: datetime) -> Went:
    """What would go now; nothing does."""
    found: Went = {}
    for rule in clearing.RULES:
        found[rule.what] = dict(rule.count(db, now - rule.after))
    found[PEOPLE] = {}
    for member in gone.long_ago(db, _left_before(now), most=10**6):
        _add(found, PEOPLE, _of_person(db, member))
    return {what: counts for what, counts in found.items() if counts}


def clear(store: Store, now: datetime, step: Step = lambda _: None) -> Went:
    """Let all go whose time is over, in many short transactions; what has gone is reported in the
    same one. Begun again after a crash it goes on. `step` hears of each before it is committed:
    where a process may die.
    """
    went: Went = {}
    for what, counts in _handfuls(store, now, step):
        if counts:
            _add(went, what, counts)
    store.scrub(anyway=bool(went))
    return went


def _handfuls(store: Store, now: datetime, step: Step) -> Iterator[tuple[str, Counts]]:
    with store.read() as db:  # on most nights nothing is over, and nobody has to wait
        over_now = would_go(db, now)
    for rule in clearing.RULES:
        is_more = rule.what in over_now
        while is_more:
            with store.write() as db:
                counts = rule.some(db, now - rule.after)
                clearing.note(db, now.date(), rule.what, counts)
                step(rule.what)
            yield rule.what, counts
            is_more = bool(counts)
    is_more = PEOPLE in over_now
    while is_more:
        with store.write() as db:
            counts = _one_person(db, now)
            clearing.note(db, now.date(), PEOPLE, counts)
            step(PEOPLE)
        yield PEOPLE, counts
        is_more = bool(counts)


def _one_person(db: Db, now: datetime) -> Counts:
    """Erase one of those who left long ago, in the networks that this tells."""
    for member in gone.long_ago(db, _left_before(now), most=1):
        counts = _of_person(db, member)
        people.erase(db, member, 0, now, (), comes_back=True)
        return counts
    return {}


def _of_person(db: Db, member: int) -> Counts:
    return dict.fromkeys(over.networks(db, member), 1)


def _left_before(now: datetime) -> datetime:
    return now - keeping.GONE * keeping.MONTH


def _add(went: Went, what: str, counts: Counts) -> None:
    kept = went.setdefault(what, {})
    for network, count in counts.items():
        kept[network] = kept.get(network, 0) + count


def is_done(db: Db, now: datetime) -> bool:
    """Whether it has been done since last night began."""
    return leases.ends(db, _LEASE, now, within=timedelta(days=2)) is not None


def done(db: Db, now: datetime) -> None:
    """It is done until the next night begins."""
    night = datetime.combine(now.date(), _NIGHT, now.tzinfo)
    leases.keep(db, _LEASE, night if night > now else night + timedelta(days=1))


def report(db: Db, network: int, today: date) -> dict[str, int]:
    """How many rows of each kind went in a network in the last year."""
    return clearing.report(db, network, today - LOOKED_BACK)
