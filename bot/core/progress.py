"""People who go together say how it goes: half-way, and whether it was of use at the end. What each
says is read by nobody else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import progress_times, terms
from bot.core.people import number
from bot.core.progress_times import Times
from bot.core.schooldays import School
from bot.store import networks, people, progress, rounds
from bot.store.db import Db
from bot.store.tables import Pair, Paired, Round

HALF, NUDGE, END = "buddy.half", "buddy.nudge", "buddy.end"
"""How does it go? The same once more, privately; and was it of use? The subject is
"pair:<pair>:<member>", with 0 in place of the member where it goes into their conversation.
"""
MET, PLANNED, NOT_YET, OTHER = "met", "planned", "not-yet", "other"
SAYS = (MET, PLANNED, NOT_YET, OTHER)
STAY = "stay"
"""What somebody says who takes it back that they want somebody else."""
USE = ("yes", "somewhat", "no")
ON, OVER = "on", "over"


class Outdated(Exception):
    """These people do not go together any more, or it is too late to say it."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A person's part in a pair: the others by name, the round, and until when they can say whether
    it was of use.
    """

    pair: Pair
    row: Paired
    round: Round
    others: Sequence[str]
    closes: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be said whether it was of use."""
        return self.closes is not None and now < self.closes


def subject(pair: Pair, member: int = 0) -> str:
    """What a question to a pair, or to one of them, is about."""
    return f"pair:{pair.id}:{member}"


def times(pair: Pair, round_: Round, school: School) -> Times:
    """When the people of a pair are asked how it goes; once more only where something comes of
    it.
    """
    last = last_change(round_)
    if pair.introduced_at is None or round_.ends_at is None or last is None:
        return Times(None, None)
    half = round_.half_at if pair.after_pair is None else None
    found = progress_times.times(pair.introduced_at, half, round_.ends_at, school)
    if found.nudge is None or progress_times.can_rest(found.nudge, last, school):
        return found
    return Times(found.half, None)


def last_change(round_: Round) -> datetime | None:
    """Until when people of a round get somebody else; None where it has not begun."""
    began, ends = round_.introduced_at, round_.ends_at
    if began is None or ends is None:
        return None
    half = round_.half_at or began + (ends - began) / 2
    return ends - progress_times.worth_it(half, ends)


def mine(db: Db, candidates: Sequence[int], pair: int, member: int) -> Mine | None:
    """A person's part in a pair of one of these networks."""
    found = rounds.pair(db, candidates, pair)
    row = progress.mine(db, pair, member)
    if found is None or row is None or found.state not in rounds.TOGETHER:
        return None
    return _mine(db, found, row)


def _mine(db: Db, pair: Pair, row: Paired) -> Mine:
    round_ = rounds.get(db, [pair.network_id], pair.round_id)
    assert round_ is not None  # noqa: S101 -- a foreign key
    others = [
        people.name(db, one.member_id)
        for one in rounds.of_pair(db, number(pair.id))
        if one.member_id != row.member_id
    ]
    school = terms.school(db, networks.get(db, pair.network_id))
    closes = progress_times.closes(round_.ends_at, school) if round_.ends_at else None
    return Mine(pair, row, round_, others, closes)


def now_of(db: Db, network: int, member: int, now: datetime) -> Mine | None:
    """With whom a person goes together now."""
    pair = rounds.current(db, network, member, now)
    row = progress.mine(db, number(pair.id), member) if pair is not None else None
    return _mine(db, pair, row) if pair is not None and row is not None else None


def all_of(db: Db, network: int, member: int, now: datetime) -> list[Mine]:
    """With whom a person has gone together, the latest first."""
    found = progress.of_person(db, network, member)
    told = [pair for pair, _ in found if pair.introduced_at is None or pair.introduced_at <= now]
    rows = [(pair, progress.mine(db, number(pair.id), member)) for pair in told]
    return [_mine(db, pair, row) for pair, row in rows if row is not None]


def to_judge(db: Db, network: int, member: int, now: datetime) -> Mine | None:
    """The pair of which a person can say now whether it was of use."""
    found = all_of(db, network, member, now)
    over = (one for one in found if is_over(one.pair, one.round, now))
    return next((one for one in over if one.is_open(now)), None)


def say(mine: Mine, said: str, now: datetime) -> None:
    """A person says whether they have met, that they want somebody else, or that they stay after
    all; the last word counts. Raises Outdated.
    """
    over = is_over(mine.pair, mine.round, now)
    if over is None or (over and (said == OTHER or not mine.is_open(now))):
        raise Outdated
    if said == STAY:
        forget_other(mine.row)
    else:
        mine.row.met, mine.row.said_at = said, now


def judge(mine: Mine, use: str, now: datetime) -> None:
    """A person says whether it was of use; the last word counts. Raises Outdated."""
    if not is_over(mine.pair, mine.round, now) or not mine.is_open(now):
        raise Outdated
    mine.row.of_use = use


def is_well(rows: Sequence[Paired]) -> bool:
    """Whether somebody of a pair has said that they have met, or have a date."""
    return any(row.met in (MET, PLANNED) for row in rows)


def end(db: Db, round_: Round, now: datetime) -> None:
    """A round is over, and with it its pairs; how people reach each other is not kept then, nor who
    wanted somebody else.
    """
    round_.state = OVER
    round_.ends_at = min(round_.ends_at or now, now)
    pairs = rounds.pairs(db, number(round_.id))
    for pair in pairs:
        pair.state = OVER if pair.state == ON else pair.state
    for rows in rounds.people(db, pairs).values():
        forget(rows)
    rounds.forget_apart(db, number(round_.id))
    db.flush()


def forget(rows: Sequence[Paired]) -> None:
    """What is of no use any more once people do not go together: their contacts, and that somebody
    wanted somebody else.
    """
    for row in rows:
        row.contact = ""
        forget_other(row)


def forget_other(row: Paired) -> None:
    """It is not kept any more that somebody wanted somebody else."""
    if row.met == OTHER:
        row.met, row.said_at = "", None


def is_over(pair: Pair, round_: Round, now: datetime) -> bool | None:
    """Whether the time of people who go together is over; None where they do not go together any
    more.
    """
    if pair.state == ON:
        return round_.ends_at is not None and round_.ends_at <= now
    return True if pair.state == OVER else None
