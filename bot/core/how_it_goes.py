"""People who go together are asked how it goes: half-way, once more where they say nothing, and at
the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import progress_times, talks, terms, windows
from bot.core.people import number
from bot.core.progress import (
    END,
    HALF,
    NUDGE,
    ON,
    OVER,
    is_over,
    is_well,
    last_change,
    subject,
    times,
)
from bot.core.schooldays import School
from bot.store import deliveries, networks, pauses, people, progress, rounds
from bot.store import talks as stored_talks
from bot.store.db import Db
from bot.store.tables import Delivery, Pair, Paired, Round

AHEAD = timedelta(hours=48)
"""So long before they are due, questions are planned for each pair."""
_TOGETHER = 2


def ask(db: Db, round_: Round, school: School, now: datetime) -> None:
    """Plan what the pairs of a round are asked in the next two days. Safe to do as often as one
    likes.
    """
    known = {view: progress.of_view(db, round_, view) for view in (HALF, NUDGE, END)}
    ends = round_.ends_at
    if ends is None:
        return
    open_ = windows.next_open(now, school)
    for pair, rows in _people(db, rounds.pairs(db, number(round_.id))):
        due = times(pair, round_, school)
        if len(rows) < _TOGETHER or pair.state not in (ON, OVER):
            continue
        if pair.state == ON and _is_near(due.half, now):
            _ask(db, pair, rows, HALF, known, _Span(max(due.half or now, open_), ends), now)
        if pair.state == ON and _is_near(due.nudge, now):
            span = _Span(max(due.nudge or now, open_), ends)
            _nudge(db, pair, rows, known, span, now)
        if _is_near(ends, now):
            span = _Span(max(ends, open_), progress_times.closes(ends, school))
            _ask(db, pair, rows, END, known, span, now)


@dataclass(frozen=True, slots=True)
class _Span:
    """When something is asked, and from when on that is of no use any more."""

    due: datetime
    expires: datetime


def _is_near(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now + AHEAD


def _people(db: Db, pairs: Sequence[Pair]) -> list[tuple[Pair, Sequence[Paired]]]:
    found = rounds.people(db, pairs)
    return [(pair, found[number(pair.id)]) for pair in pairs]


def _nudge(
    db: Db,
    pair: Pair,
    rows: Sequence[Paired],
    known: Mapping[str, Mapping[str, Delivery]],
    span: _Span,
    now: datetime,
) -> None:
    """Who was asked and has not answered is asked once more, privately."""
    quiet = [
        row
        for row in rows
        if not row.met
        and progress.has_left(question(known[HALF], pair, row.member_id))
        and subject(pair, row.member_id) not in known[NUDGE]
    ]
    if quiet and not is_well(rows):
        _privately(db, pair, quiet, NUDGE, span, now)


def _is_asked(known: Mapping[str, Delivery], pair: Pair, rows: Sequence[Paired]) -> bool:
    return any(subject(pair, one) in known for one in (0, *(row.member_id for row in rows)))


def question(known: Mapping[str, Delivery], pair: Pair, member: int) -> Delivery | None:
    """The message by which a person was asked, in their conversation or privately."""
    return known.get(subject(pair, member)) or known.get(subject(pair))


def _has_answered(
    answered: Mapping[int, datetime], known: Mapping[str, Delivery], pair: Pair, member: int
) -> bool:
    """Whether a person has answered anything, whatever it was, since they were asked."""
    row, at = question(known, pair, member), answered.get(member)
    since = row.sending_since if row is not None else None
    return since is not None and at is not None and at > since


def silent(db: Db, round_: Round, school: School, now: datetime) -> list[Paired]:
    """Who was asked twice how it goes, and has said nothing at all since the first time."""
    first, second = (progress.of_view(db, round_, view) for view in (HALF, NUDGE))
    found = []
    for pair, rows in _people(db, rounds.pairs(db, number(round_.id))):
        if pair.state != ON or is_well(rows):
            continue
        answered = progress.answered(db, [row.member_id for row in rows])
        for row in rows:
            nudged = second.get(subject(pair, row.member_id))
            if row.met or nudged is None or not progress.has_left(nudged):
                continue
            since = nudged.sending_since or nudged.due
            is_over = progress_times.silent_from(since, school) <= now
            if is_over and not _has_answered(answered, first, pair, row.member_id):
                found.append(row)
    return found


def _ask(
    db: Db,
    pair: Pair,
    rows: Sequence[Paired],
    view: str,
    known: Mapping[str, Mapping[str, Delivery]],
    span: _Span,
    now: datetime,
) -> None:
    """Ask all of a pair in their conversation, where all of them are there; else each privately."""
    if _is_asked(known[view], pair, rows):
        return
    members = [row.member_id for row in rows]
    talk = stored_talks.get(db, pair.network_id, pair.talk_id) if pair.talk_id else None
    if talk is not None and set(members) == there(db, pair.network_id, members, now):
        talks.tell(db, talk, view, subject(pair), span.due, expires=span.expires)
        return
    _privately(db, pair, rows, view, span, now)


def there(db: Db, network: int, members: Sequence[int], now: datetime) -> set[int]:
    """Those of these people who can be asked something privately."""
    return set(people.inboxes(db, network, members)) - pauses.resting(db, network, now)


def _privately(
    db: Db, pair: Pair, rows: Sequence[Paired], view: str, span: _Span, now: datetime
) -> None:
    network, members = pair.network_id, [row.member_id for row in rows]
    may_be = there(db, network, members, now)
    for member, person in people.inboxes(db, network, members).items():
        if member in may_be:
            about = subject(pair, member)
            deliveries.enqueue(
                db, network, person, view, about, due=span.due, expires=span.expires,
                key=f"{view}:{about}",
            )  # fmt: skip


def asked(db: Db, row: Delivery, now: datetime) -> tuple[Pair, list[Paired]] | None:
    """Whom a question is for that is about to leave, where it is still of use: they go together as
    it says, and have not answered; in a conversation, not all of them.
    """
    _, key, member = row.subject.split(":")
    pair = rounds.pair(db, [row.network_id], int(key))
    round_ = rounds.get(db, [row.network_id], pair.round_id) if pair is not None else None
    if pair is None or round_ is None or is_over(pair, round_, now) != (row.view == END):
        return None
    found = rounds.of_pair(db, number(pair.id))
    whom = [one for one in found if int(member) in (0, one.member_id)]
    is_said = all(one.of_use if row.view == END else one.met for one in whom)
    if len(found) < _TOGETHER or is_said or not _is_for(db, row, int(member)):
        return None
    if row.view != END and is_well(found):
        return None
    if row.view == NUDGE and _has_spoken(db, round_, pair, int(member)):
        return None
    return pair, whom


def can_rest(db: Db, pair: Pair, now: datetime) -> bool:
    """Whether who is asked for the second time now, and says nothing, rests before it is too late
    in the round.
    """
    round_ = rounds.get(db, [pair.network_id], pair.round_id)
    last = last_change(round_) if round_ is not None else None
    school = terms.school(db, networks.get(db, pair.network_id))
    return last is not None and progress_times.can_rest(now, last, school)


def _is_for(db: Db, row: Delivery, member: int) -> bool:
    """Whether a message goes to where this person is written to; 0 is all of a pair."""
    if not member:
        return True
    return people.inboxes(db, row.network_id, [member]).get(member) == deliveries.target(db, row)


def _has_spoken(db: Db, round_: Round, pair: Pair, member: int) -> bool:
    """Whether a person has answered anything since they were asked half-way."""
    answered = progress.answered(db, [member])
    return _has_answered(answered, progress.of_view(db, round_, HALF), pair, member)
