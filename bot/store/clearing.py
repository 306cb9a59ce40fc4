"""What goes by itself when its time is over, as the register says it: the rules, in SQL.

Each rule counts what would go (for a rehearsal), and lets a handful go in one short transaction,
which can be done again and again. What people said becomes counts; the rest is deleted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, or_, true, update
from sqlmodel import col, select

from bot.store import tallies
from bot.store.db import Db
from bot.store.register import keeping
from bot.store.reminders import HELD_BACK, TOGETHER, VIEW
from bot.store.tables import (
    Attendance,
    Clearing,
    Delivery,
    Impact,
    Lane,
    Meeting,
    PersonalLink,
    Question,
    QuestionAnswer,
    Reflection,
    Rsvp,
    Trial,
)

Counts = Mapping[int, int]
"""How many, by network."""
Count = Callable[[Db, Any], Counts]
"""How many would go that are from before an instant."""
HANDFUL = 200
NOTICES = ("network.undelivered", "network.held")
"""Messages that concern no meeting, and that nobody counts."""
_BEFORE: Any = bindparam("before")
_DONE = ("waiting", "sending", "held")
"""The states of what still has something before it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of one kind that go so long `after` what the register says. `count` how many would, for
    those from before an instant; `some` lets a handful go, and returns how many did.
    """

    what: str
    after: timedelta
    count: Count
    some: Callable[[Db, datetime], Counts]


def _of_meetings(
    what: str,
    months: int,
    table: Any,  # noqa: ANN401 -- a table with a meeting
    become: Callable[[Db, Meeting, Sequence[Any]], int],
    only: ColumnElement[bool] = true(),  # noqa: B008 -- a constant of SQL
) -> Rule:
    """What was said of meetings: of one meeting at a time it becomes counts."""
    rows = select(table.network_id, func.count()).join(Meeting, col(Meeting.id) == table.meeting_id)
    counted = rows.where(Meeting.starts_at < _BEFORE, only).group_by(table.network_id)

    def some(db: Db, before: datetime) -> Counts:
        old = select(Meeting).where(
            Meeting.starts_at < before,
            select(table.id).where(table.meeting_id == Meeting.id, only).exists(),
        )
        meeting = db.first(old.order_by(col(Meeting.id)).limit(1))
        if meeting is None:
            return {}
        rows = select(table).where(table.meeting_id == meeting.id, only).with_for_update()
        return {meeting.network_id: become(db, meeting, db.all(rows))}

    return Rule(what, months * keeping.MONTH, _counting(counted), some)


def _old_answers(before: Any) -> ColumnElement[bool]:  # noqa: ANN401 -- or a parameter
    old = select(Question.id).where(Question.closes_at < before)
    return col(QuestionAnswer.question_id).in_(old)


def _some_answers(db: Db, before: datetime) -> Counts:
    rows = select(QuestionAnswer).where(_old_answers(before)).limit(HANDFUL).with_for_update()
    went: dict[int, int] = {}
    for row in db.all(rows):
        tallies.answered(db, row.network_id, row.question_id, [row])
        went[row.network_id] = went.get(row.network_id, 0) + 1
    return went


def _old_messages(
    before: Any,  # noqa: ANN401 -- an instant, or a parameter
    which: ColumnElement[bool],
) -> ColumnElement[bool]:
    inboxes = select(Lane.id).where(col(Lane.kind).in_(("person", "talk")))
    return and_(
        col(Delivery.due) < before,
        or_(col(Delivery.expires).is_(None), col(Delivery.expires) < before),
        col(Delivery.state).not_in(_DONE),
        col(Delivery.lane_id).in_(inboxes),
        which,
    )


def _of_messages(what: str, after: timedelta, which: ColumnElement[bool]) -> Rule:
    """Messages to people; those in channels are brought up to date for as long as they stand."""

    def some(db: Db, before: datetime) -> Counts:
        old = _old_messages(before, which)
        rows = db.all(select(Delivery).where(old).limit(HANDFUL).with_for_update())
        reminders = [row for row in rows if row.view == VIEW]
        tallies.sent(db, reminders, back=HELD_BACK, together=TOGETHER)
        went: dict[int, int] = {}
        keys = []
        for row in rows:
            keys.append(row.id)
            went[row.network_id] = went.get(row.network_id, 0) + 1
        parted = update(Delivery).where(col(Delivery.thread_of).in_(keys)).values(thread_of=None)
        db.execute(parted)
        db.execute(delete(Delivery).where(col(Delivery.id).in_(keys)))
        return went

    return Rule(what, after, _by_network(Delivery, _old_messages(_BEFORE, which)), some)


def _of_rows(
    what: str,
    after: timedelta,
    table: Any,  # noqa: ANN401 -- a table with a network
    key: Any,  # noqa: ANN401 -- its key
    old: Callable[[Any], ColumnElement[bool]],
    as_kept: Callable[[datetime], object] = lambda before: before,
) -> Rule:
    """Rows of which nothing stays; `as_kept` is an instant as their column has it."""

    def some(db: Db, before: datetime) -> Counts:
        rows = select(key, table.network_id).where(old(as_kept(before))).limit(HANDFUL)
        found = db.all(rows.with_for_update())
        db.execute(delete(table).where(col(key).in_([one for one, _ in found])))
        went: dict[int, int] = {}
        for _, network in found:
            went[network] = went.get(network, 0) + 1
        return went

    counted = _by_network(table, old(_BEFORE))
    return Rule(what, after, lambda db, before: counted(db, as_kept(before)), some)


def _by_network(table: Any, old: ColumnElement[bool]) -> Count:  # noqa: ANN401
    rows = select(table.network_id, func.count()).where(old)
    return _counting(rows.group_by(table.network_id))


def _counting(statement: Any) -> Count:  # noqa: ANN401 -- a select of network and count
    """Built once: on most nights it finds nothing."""
    return lambda db, before: dict(db.all(statement, before=before))


_NAMED = col(Attendance.member_id).is_(None)
RULES: tuple[Rule, ...] = (
    _of_meetings("answers", keeping.ANSWERS, Rsvp, tallies.answers),
    _of_meetings("names", keeping.ANSWERS, Attendance, tallies.attended, _NAMED),
    _of_meetings("there", keeping.SAID, Attendance, tallies.attended, ~_NAMED),
    _of_meetings("looking-back", keeping.SAID, Reflection, tallies.looked_back),
    _of_meetings("tasks", keeping.SAID, Trial, tallies.tried),
    _of_meetings("in-class", keeping.SAID, Impact, tallies.told),
    Rule(
        "questions", keeping.SAID * keeping.MONTH,
        _by_network(QuestionAnswer, _old_answers(_BEFORE)), _some_answers,
    ),
    _of_messages("messages", keeping.MESSAGES, ~col(Delivery.view).startswith("network.")),
    _of_messages("notices", keeping.NOTICES, col(Delivery.view).in_(NOTICES)),
    _of_rows(
        "links", timedelta(0), PersonalLink, PersonalLink.digest,
        lambda before: col(PersonalLink.until) <= before,
    ),
    _of_rows(
        "reports", keeping.REPORTS * keeping.MONTH, Clearing, Clearing.id,
        lambda before: col(Clearing.on) < before, datetime.date,
    ),
)  # fmt: skip
"""In this order: what is counted goes before what counts it."""


def note(db: Db, on: date, what: str, counts: Counts) -> None:
    """Add to what went on a day, for the coordinators to read."""
    for network, count in sorted(counts.items()):
        key = {"network_id": network, "on": on, "what": what}
        db.upsert(Clearing, {**key, "count": 0}, key=tuple(key), change=())
        this = [col(getattr(Clearing, name)) == value for name, value in key.items()]
        db.execute(update(Clearing).where(*this).values(count=Clearing.count + count))


def report(db: Db, network: int, since: date) -> dict[str, int]:
    """How many rows of each kind went in a network since a day."""
    rows = (
        select(Clearing.what, func.sum(Clearing.count))
        .where(Clearing.network_id == network, Clearing.on >= since)
        .group_by(Clearing.what)
    )
    return dict(db.all(rows))
