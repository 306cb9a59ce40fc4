"""People who go together say how it goes: half-way, and whether it was of use at the end. What each
says is read by nobody else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import progress_times, talks, terms
from bot.core.people import number
from bot.core.progress_times import Times
from bot.core.schooldays import School
from bot.store import deliveries, networks, pauses, people, progress, rounds
from bot.store import talks as stored_talks
from bot.store.db import Db
from bot.store.tables import Delivery, Pair, Paired, Round

HALF, NUDGE, END = "buddy.half", "buddy.nudge", "buddy.end"
"""How does it go? The same once more, privately; and was it of use? The subject is
"pair:<pair>:<member>", with 0 in place of the member where it goes into their conversation.
"""
MET, PLANNED, NOT_YET, OTHER = "met", "planned", "not-yet", "other"
SAYS = (MET, PLANNED, NOT_YET, OTHER)
USE = ("yes", "somewhat", "no")
ON, OVER = "on", "over"
_TOGETHER = 2


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


def subject(pair: Pair, member: int = 0) -> str:
    """What a question to a pair, or to one of them, is about."""
    return f"pair:{pair.id}:{member}"


def times(pair: Pair, round_: Round, school: School) -> Times:
    """When the people of a pair are asked how it goes."""
    if pair.introduced_at is None or round_.ends_at is None:
        return Times(None, None)
    half = round_.half_at if pair.after_pair is None else None
    return progress_times.times(pair.introduced_at, half, round_.ends_at, school)


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
    found = (one for one in all_of(db, network, member, now) if one.pair.state == OVER)
    return next((one for one in found if one.closes is not None and now < one.closes), None)


def say(mine: Mine, said: str, now: datetime) -> None:
    """A person says whether they have met, or that they want somebody else; the last word counts.
    Raises Outdated.
    """
    goes_on = mine.pair.state == ON
    is_late = mine.pair.state != OVER or mine.closes is None or now >= mine.closes
    if not goes_on and (said == OTHER or is_late):
        raise Outdated
    mine.row.met, mine.row.said_at = said, now


def judge(mine: Mine, use: str, now: datetime) -> None:
    """A person says whether it was of use; the last word counts. Raises Outdated."""
    if mine.pair.state == OVER and mine.closes is not None and now < mine.closes:
        mine.row.of_use = use
        return
    raise Outdated


def ask(db: Db, round_: Round, school: School, now: datetime) -> None:
    """Ask the pairs of a round what is due to be asked. Safe to do as often as one likes."""
    known = {view: progress.of_view(db, round_, view) for view in (HALF, NUDGE, END)}
    pairs = rounds.pairs(db, number(round_.id))
    for pair, rows in ((one, found) for one, found in _people(db, pairs) if len(found) > 1):
        due = times(pair, round_, school)
        if pair.state == ON and due.half is not None and due.half <= now:
            _half(db, pair, rows, due, known, now)
        elif pair.state == OVER and round_.ends_at is not None:
            closes = progress_times.closes(round_.ends_at, school)
            if now < closes and not _is_asked(known[END], pair, rows):
                _tell(db, pair, rows, END, closes, now)


def _people(db: Db, pairs: Sequence[Pair]) -> list[tuple[Pair, Sequence[Paired]]]:
    found = rounds.people(db, pairs)
    return [(pair, found[number(pair.id)]) for pair in pairs]


def _half(
    db: Db,
    pair: Pair,
    rows: Sequence[Paired],
    due: Times,
    known: Mapping[str, Mapping[str, Delivery]],
    now: datetime,
) -> None:
    """Half-way, and who has not answered a week later: not where one of them has met or will."""
    ends = rounds.get(db, [pair.network_id], pair.round_id)
    expires = ends.ends_at if ends is not None else None
    if not _is_asked(known[HALF], pair, rows):
        if not any(row.met for row in rows):
            _tell(db, pair, rows, HALF, expires, now)
        return
    if due.nudge is None or now < due.nudge or is_well(rows):
        return
    quiet = [row for row in rows if not row.met and subject(pair, row.member_id)
             not in known[NUDGE] and was_asked(known[HALF], pair, row.member_id)]  # fmt: skip
    heard = progress.heard(db, [row.member_id for row in quiet])
    for row in quiet:
        if not _is_heard(heard, known[HALF], pair, row.member_id):
            _privately(db, pair, [row], NUDGE, expires, now)


def is_well(rows: Sequence[Paired]) -> bool:
    """Whether somebody of a pair has said that they have met, or have a date."""
    return any(row.met in (MET, PLANNED) for row in rows)


def _is_asked(known: Mapping[str, Delivery], pair: Pair, rows: Sequence[Paired]) -> bool:
    return any(subject(pair, one) in known for one in (0, *(row.member_id for row in rows)))


def question(known: Mapping[str, Delivery], pair: Pair, member: int) -> Delivery | None:
    """The message by which a person was asked, in their conversation or privately."""
    return known.get(subject(pair, member)) or known.get(subject(pair))


def was_asked(known: Mapping[str, Delivery], pair: Pair, member: int) -> bool:
    """Whether a question has left for a person, or may have."""
    return progress.has_left(question(known, pair, member))


def _is_heard(
    heard: Mapping[int, datetime], known: Mapping[str, Delivery], pair: Pair, member: int
) -> bool:
    """Whether a person was heard of, wherever that was, since they were asked."""
    row, at = question(known, pair, member), heard.get(member)
    since = row.sending_since if row is not None else None
    return since is not None and at is not None and at > since


def silent(db: Db, round_: Round, school: School, now: datetime) -> list[Paired]:
    """Who was asked twice how it goes, and has said nothing at all since the first time."""
    first, second = (progress.of_view(db, round_, view) for view in (HALF, NUDGE))
    found = []
    for pair, rows in _people(db, rounds.pairs(db, number(round_.id))):
        if pair.state != ON or is_well(rows):
            continue
        heard = progress.heard(db, [row.member_id for row in rows])
        for row in rows:
            nudged = second.get(subject(pair, row.member_id))
            if row.met or nudged is None or not progress.has_left(nudged):
                continue
            since = nudged.sending_since or nudged.due
            is_over = progress_times.silent_from(since, school) <= now
            if is_over and not _is_heard(heard, first, pair, row.member_id):
                found.append(row)
    return found


def _tell(
    db: Db,
    pair: Pair,
    rows: Sequence[Paired],
    view: str,
    expires: datetime | None,
    now: datetime,
) -> None:
    """Ask all of a pair in their conversation, where all of them are there; else each privately."""
    members = [row.member_id for row in rows]
    talk = stored_talks.get(db, pair.network_id, pair.talk_id) if pair.talk_id else None
    if talk is not None and set(members) == _there(db, pair.network_id, members, now):
        talks.tell(db, talk, view, subject(pair), now, expires=expires)
        return
    _privately(db, pair, rows, view, expires, now)


def _there(db: Db, network: int, members: Sequence[int], now: datetime) -> set[int]:
    """Those of these people who can be asked something privately."""
    return set(people.inboxes(db, network, members)) - pauses.resting(db, network, now)


def _privately(
    db: Db,
    pair: Pair,
    rows: Sequence[Paired],
    view: str,
    expires: datetime | None,
    now: datetime,
) -> None:
    network, members = pair.network_id, [row.member_id for row in rows]
    there = _there(db, network, members, now)
    for member, person in people.inboxes(db, network, members).items():
        if member in there:
            about = subject(pair, member)
            deliveries.enqueue(
                db, network, person, view, about, due=now, expires=expires, key=f"{view}:{about}"
            )


def end(db: Db, round_: Round, now: datetime) -> None:
    """A round is over, and with it its pairs."""
    round_.state = OVER
    round_.ends_at = min(round_.ends_at or now, now)
    for pair in rounds.pairs(db, number(round_.id)):
        pair.state = OVER if pair.state == ON else pair.state
    db.flush()


def asked(db: Db, row: Delivery) -> tuple[Pair, list[Paired]] | None:
    """Whom a question is for that is about to leave, where it is still of use: they go together as
    it says, and have not answered; in a conversation, not all of them.
    """
    _, key, member = row.subject.split(":")
    pair = rounds.pair(db, [row.network_id], int(key))
    if pair is None or pair.state != (OVER if row.view == END else ON):
        return None
    found = rounds.of_pair(db, number(pair.id))
    if len(found) < _TOGETHER:
        return None
    whom = [one for one in found if int(member) in (0, one.member_id)]
    if all(one.of_use if row.view == END else one.met for one in whom):
        return None
    if int(member):
        to = people.inboxes(db, row.network_id, [int(member)]).get(int(member))
        if to != deliveries.target(db, row):
            return None
    return pair, whom
