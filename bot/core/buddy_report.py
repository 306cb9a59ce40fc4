"""What coordinators read of rounds of buddies: counts, and who needs somebody. What a person said
is in it as a count alone, and whether it was of use only where enough have answered.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core import progress, progress_times, terms
from bot.core.people import number
from bot.core.progress import MET, USE
from bot.core.reflections import ENOUGH
from bot.core.rematching import HANGING
from bot.core.rounds import ON, OVER, PAUSED
from bot.core.schooldays import School
from bot.store import buddies, rounds, tallies
from bot.store.db import Db
from bot.store.tables import Network, Paired, Round

YEAR = timedelta(days=365)
NEVER_FOR = 2
"""Who found nobody in so many rounds, one after the other, needs a coordinator."""


@dataclass(frozen=True, slots=True)
class Use:
    """What people say of a round, once nobody can add to it: to how many it was of use."""

    yes: int
    somewhat: int
    no: int

    @property
    def all(self) -> int:
        """How many have answered."""
        return self.yes + self.somewhat + self.no


@dataclass(frozen=True, slots=True)
class Figures:
    """A round in figures: how many people had a buddy, in how many groups at the introduction and
    in how many that were made `later`, how many say that they have met, for whom nobody was found
    when it began (by name), how many had nobody any more later (a count alone: their names would
    tell who asked for somebody else), and how many paused, of themselves or because nothing was
    heard of them. `met` and `use` are None as long as they are not told.
    """

    round: Round
    people: int
    groups: int
    met: int | None
    out: Sequence[str] = ()
    paused: int = 0
    use: Use | None = None
    is_open: bool = False
    later: int = 0
    hanging: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """The rounds of a year added up: `met` and `use` of those alone in which they are told."""

    rounds: int = 0
    people: int = 0
    met: int | None = None
    use: Use | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All rounds, the latest first, the last year, and who has found nobody for several rounds."""

    figures: Sequence[Figures] = ()
    year: Year = field(default_factory=Year)
    isolated: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """How things stand with buddies, for who takes a network over: how many would like one, every
    how many weeks a round comes by itself and when the next one does, until when one goes on, and
    how many wait for somebody in it.
    """

    people: int
    weeks: int = 0
    next_on: date | None = None
    until: datetime | None = None
    waiting: int = 0


def report(db: Db, network: Network, now: datetime) -> Report:
    """What there is to tell of a network's rounds."""
    key = number(network.id)
    school = terms.school(db, network)
    found = [
        _figures(db, one, school, now)
        for one in rounds.of(db, key, ON, OVER)
        if one.introduced_at is not None and one.introduced_at <= now
    ]
    return Report(found, _year(found, now), _isolated(db, key, found, now))


def _figures(db: Db, row: Round, school: School, now: datetime) -> Figures:
    pairs = [one for one in rounds.pairs(db, number(row.id)) if one.state in rounds.TOGETHER]
    rows = [one for group in rounds.people(db, pairs).values() for one in group]
    kept = tallies.of(db, row.network_id, tallies.BUDDY, number(row.id))
    out = rounds.sitting_out(db, number(row.id))
    names = buddies.names(db, [one.member_id for one in out if one.why not in (PAUSED, HANGING)])
    silent = {one.member_id for one in rows if one.silent}
    paused = {one.member_id for one in out if one.why == PAUSED} | silent
    closes = progress_times.closes(row.ends_at, school) if row.ends_at is not None else None
    is_open = closes is None or now < closes
    return Figures(
        row,
        len({one.member_id for one in rows}) + kept.get("paired", 0),
        sum(pair.after_pair is None for pair in pairs),
        None if is_open else _met(rows, kept),
        sorted(name for name in names.values() if name),
        len(paused),
        None if is_open else _use(rows, kept),
        is_open,
        sum(pair.after_pair is not None for pair in pairs),
        sum(one.why == HANGING for one in out),
    )


def _met(rows: Sequence[Paired], kept: dict[str, int]) -> int | None:
    """How many say that they have met, where enough have said anything."""
    said = {one.member_id for one in rows if one.met}
    met = {one.member_id for one in rows if one.met == MET}
    gone = sum(count for key, count in kept.items() if key.startswith("met:"))
    return len(met) + kept.get(f"met:{MET}", 0) if len(said) + gone >= ENOUGH else None


def _use(rows: Sequence[Paired], kept: dict[str, int]) -> Use | None:
    """Whether it was of use, where enough have said it."""
    said = Counter(row.of_use for row in rows if row.of_use)
    yes, somewhat, no = (said[one] + kept.get(f"use:{one}", 0) for one in USE)
    found = Use(yes, somewhat, no)
    return found if found.all >= ENOUGH else None


def _year(found: Sequence[Figures], now: datetime) -> Year:
    """The last twelve months. Of use are those rounds alone of which it is told: else one round
    could be taken from all, and what is left would be of fewer than five.
    """
    lately = [
        one for one in found if one.round.introduced_at and one.round.introduced_at > now - YEAR
    ]
    told = [one.use for one in lately if one.use is not None]
    met = [one.met for one in lately if one.met is not None]
    use = Use(sum(u.yes for u in told), sum(u.somewhat for u in told), sum(u.no for u in told))
    return Year(
        len(lately),
        sum(one.people for one in lately),
        sum(met) if met else None,
        use if told else None,
    )


def _isolated(db: Db, network: int, found: Sequence[Figures], now: datetime) -> list[str]:
    """Who wants a buddy, and has found nobody in the last rounds, one after the other. Who has
    nobody any more counts once that round is over: before, their name would tell who asked.
    """
    last = [one.round.number for one in found[:NEVER_FOR]]
    on = {one.round.number for one in found if one.round.state == ON}
    if len(last) < NEVER_FOR:
        return []
    out = {
        (at, member)
        for at, member, why in rounds.were_out(db, network)
        if why != PAUSED and (why != HANGING or at not in on)
    }
    wants = [row.member_id for row, _ in buddies.wishes(db, network, now)]
    alone = [one for one in wants if all((at, one) in out for at in last)]
    return sorted(name for name in buddies.names(db, alone).values() if name)


def waiting(db: Db, network: int, now: datetime) -> int:
    """How many wait for somebody in the round that goes on."""
    row = next(iter(rounds.of(db, network, ON)), None)
    if row is None or row.introduced_at is None or row.introduced_at > now:
        return 0
    wants = {one.member_id for one, takes_part in buddies.wishes(db, network, now) if takes_part}
    out = [
        one.member_id
        for one in rounds.sitting_out(db, number(row.id))
        if one.why != PAUSED and one.member_id in wants
    ]
    return sum(progress.now_of(db, network, one, now) is None for one in out)


def stand(db: Db, network: int, now: datetime) -> Stand | None:
    """How things stand with a network's buddies; None where it has none."""
    plan = buddies.plan(db, network)
    if plan is None or not plan.is_on:
        return None
    row = next(iter(rounds.of(db, network, ON)), None)
    return Stand(
        buddies.count(db, network), plan.weeks, plan.next_on, row.ends_at if row else None,
        waiting(db, network, now),
    )  # fmt: skip
