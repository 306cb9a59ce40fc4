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


@dataclass(frozen=True, slots=True)
class _Span:
    """When something is asked, and from when on that is of no use any more."""

    due: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class _Asked:
    """What these people of a pair are asked, and when."""

    view: str
    pair: Pair
    rows: Sequence[Paired]
    span: _Span


def ask(db: Db, round_: Round, school: School, now: datetime) -> None:
    """Plan what the pairs of a round are asked in the next two days. Safe to do as often as one
    likes.
    """
    for one in _to_ask(db, round_, school, now):
        if one.view == NUDGE:
            _privately(db, one.pair, one.rows, NUDGE, one.span, now)
        else:
            _ask(db, one, now)


def is_due(db: Db, round_: Round, school: School, now: datetime) -> bool:
    """Whether there is anything to ask for now."""
    return bool(_to_ask(db, round_, school, now))


def _to_ask(db: Db, round_: Round, school: School, now: datetime) -> list[_Asked]:
    """What is to be planned, and is not yet."""
    ends = round_.ends_at
    found = [
        (pair, times(pair, round_, school))
        for pair in rounds.pairs(db, number(round_.id))
        if pair.state in (ON, OVER)
    ]
    near = [one for one, due in found if _is_near(due.half, now) or _is_near(ends, now)]
    if ends is None or not near:
        return []
    known = {view: progress.of_view(db, round_, view) for view in (HALF, NUDGE, END)}
    open_, members = windows.next_open(now, school), rounds.people(db, near)
    end = _Span(max(ends, open_), progress_times.closes(ends, school))
    asked = []
    for pair, due in found:
        rows = members.get(number(pair.id), [])
        half, nudge = (_Span(max(at or now, open_), ends) for at in (due.half, due.nudge))
        if len(rows) < _TOGETHER:
            continue
        if pair.state == ON and _is_near(due.half, now) and not _is_asked(known[HALF], pair, rows):
            asked.append(_Asked(HALF, pair, rows, half))
        if pair.state == ON and _is_near(due.nudge, now) and (quiet := _quiet(pair, rows, known)):
            asked.append(_Asked(NUDGE, pair, quiet, nudge))
        if _is_near(ends, now) and not _is_asked(known[END], pair, rows):
            asked.append(_Asked(END, pair, rows, end))
    return asked


def _is_near(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now + AHEAD


def _quiet(
    pair: Pair, rows: Sequence[Paired], known: Mapping[str, Mapping[str, Delivery]]
) -> list[Paired]:
    """Who was asked and has not answered is asked once more, privately."""
    return [
        row
        for row in rows
        if not row.met
        and not is_well(rows)
        and progress.has_left(question(known[HALF], pair, row.member_id))
        and subject(pair, row.member_id) not in known[NUDGE]
    ]


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
    second = progress.of_view(db, round_, NUDGE)
    over = {
        about
        for about, row in second.items()
        if progress.has_left(row)
        and progress_times.silent_from(row.sending_since or row.due, school) <= now
    }
    if not over:
        return []
    pairs = [one for one in rounds.pairs(db, number(round_.id)) if one.state == ON]
    members = rounds.people(db, pairs)
    found = [
        (pair, row)
        for pair in pairs
        for row in members[number(pair.id)]
        if not is_well(members[number(pair.id)])
        and not row.met
        and subject(pair, row.member_id) in over
    ]
    if not found:
        return []
    first = progress.of_view(db, round_, HALF)
    answered = progress.answered(db, [row.member_id for _, row in found])
    return [row for pair, row in found if not _has_answered(answered, first, pair, row.member_id)]


def _ask(db: Db, what: _Asked, now: datetime) -> None:
    """Ask all of a pair in their conversation, where all of them are there; else each privately."""
    pair, span = what.pair, what.span
    members = [row.member_id for row in what.rows]
    talk = stored_talks.get(db, pair.network_id, pair.talk_id) if pair.talk_id else None
    if talk is not None and set(members) == there(db, pair.network_id, members, now):
        talks.tell(db, talk, what.view, subject(pair), span.due, expires=span.expires)
        return
    _privately(db, pair, what.rows, what.view, span, now)


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
    if row.view == NUDGE and _has_spoken(db, pair, int(member)):
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


def _has_spoken(db: Db, pair: Pair, member: int) -> bool:
    """Whether a person has answered anything since they were asked half-way."""
    known = {
        row.subject: row
        for about in (subject(pair), subject(pair, member))
        for row in deliveries.find(db, pair.network_id, HALF, about)
    }
    return _has_answered(progress.answered(db, [member]), known, pair, member)
