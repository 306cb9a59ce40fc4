"""What it means for a row and its lane how a turn has ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import assert_never

from bot.chat import Chat, Person
from bot.core.people import number
from bot.scheduler import openings
from bot.scheduler.endings import (
    GONE,
    LEAVINGS,
    TRIES,
    Absent,
    Broken,
    Done,
    Doubt,
    Failed,
    Later,
    Left,
    NotWanted,
    Opened,
    Outcome,
    backoff,
    patiently,
)
from bot.scheduler.turns import Turn
from bot.store import lanes
from bot.store.db import Db
from bot.store.lanes import Rest
from bot.store.tables import EPOCH, Delivery

LONGEST = 15 * 60.0
"""Seconds after which a platform is asked again, however much patience it wants."""
LOOKING = timedelta(minutes=15)
"""For how long a message in doubt is looked for where the platform does not answer."""


def settle(
    db: Db, ended: Sequence[tuple[Turn, Outcome]], *, chat: Chat, now: datetime, rng: Random
) -> Sequence[tuple[Turn, Delivery]]:
    """Write down how turns ended and give their lanes back. A turn whose lane has meanwhile gone
    to another owner writes nothing; returns the others, each with its row as it now is.
    """
    rows = lanes.locked(db, {number(turn.row.id): turn.owner for turn, _ in ended})
    rests: dict[int, Rest] = {}
    for turn, outcome in ended:
        # Gone, where the person was erased meanwhile.
        row = rows.get(number(turn.row.id), turn.row)
        rests[row.lane_id] = _note(row, turn, outcome, chat, now, rng)
        if number(row.id) in rows:
            openings.note_talk(db, row, turn, outcome)
    lanes.release(db, {turn.row.lane_id: turn.owner for turn, _ in ended}, rests, now)
    return [(turn, rows[id_]) for turn, _ in ended if (id_ := number(turn.row.id)) in rows]


def _note(
    row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, now: datetime, rng: Random
) -> Rest:
    """Write on the row how the turn ended; returns how the lane is left."""
    seconds = _HOW[turn.what](row, turn, outcome, chat, now, rng)
    until = now + timedelta(seconds=min(seconds, LONGEST))
    match outcome:
        case Done():
            return Rest(until, taken=True)
        case Failed(reason, of_place=True) if turn.what in ("post", "open"):
            return Rest(until, refused_for=reason, closed=isinstance(turn.to, Person))
        case Later(_, shut) if shut:
            return Rest(until, refused_for=shut)
        case _:
            return Rest(until)


def _note_post(
    row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, now: datetime, rng: Random
) -> float:
    """Write the outcome of a post on its row; returns for how long the lane rests."""
    never = "unconfirmed" if turn.again else None
    match outcome:
        case Done(ref):
            _stands(row, turn, ref, now)
            return chat.pace.post_gap
        case NotWanted(why, until):
            _not_now(row, turn, why, until)
            return 0
        case Failed(reason):
            row.state, row.last_error = never or "failed", reason
            return chat.pace.post_gap
        case Later(seconds):
            row.attempt -= 1
            _wait(row, turn)
            return patiently(seconds, rng)
        case Left():
            row.state, row.last_error = "failed", GONE
            return 0
        case Broken(reason):
            return _broken(row, turn, reason, rng)
        case Doubt(reason):
            row.last_error = reason
            if chat.abilities.repeat_safe:
                return backoff(row.attempt, rng)
            row.state = "unconfirmed"
            return chat.pace.post_gap
        case Absent() | Opened():
            raise TypeError("who posts does not look, nor open")
        case _:
            assert_never(outcome)


def _stands(row: Delivery, turn: Turn, ref: str | None, now: datetime) -> None:
    row.state, row.remote_ref, row.shown = "sent", ref, turn.row.wanted
    row.sent_at, row.last_error, row.attempt = row.sent_at or now, None, 0


def _not_now(row: Delivery, turn: Turn, why: str, until: datetime | None) -> None:
    """Nothing has left of it this time."""
    if until is not None and not turn.again:
        row.due, row.attempt = until, row.attempt - 1
        _wait(row, turn)
        return
    row.state, row.last_error = "unconfirmed" if turn.again else "skipped", why or None


def _broken(row: Delivery, turn: Turn, reason: str, rng: Random) -> float:
    row.last_error = reason
    if row.attempt >= TRIES:
        row.state = "unconfirmed" if turn.again else "failed"
        return 0
    _wait(row, turn)
    return backoff(row.attempt, rng)


def _wait(row: Delivery, turn: Turn) -> None:
    if not turn.again:
        row.state, row.sending_since = "waiting", None


def _note_look(
    row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, now: datetime, rng: Random
) -> float:
    """Write down whether a message in doubt was found; returns for how long the lane rests."""
    match outcome:
        case Done(ref):
            _stands(row, turn, ref, now)
            return chat.pace.post_gap
        case Absent() if row.attempt < LEAVINGS:
            row.state, row.sending_since = "waiting", None
            return 0
        case Absent():
            row.state = "failed"
            return 0
        case Later(seconds):
            return patiently(seconds, rng)
        case Doubt(reason) if now < (row.sending_since or EPOCH) + LOOKING:
            row.last_error = reason
            return backoff(row.attempt, rng)
        case Doubt(reason) | Failed(reason) | Broken(reason):
            row.state, row.last_error = "unconfirmed", reason
            return 0
        case NotWanted() | Left():
            row.state = "unconfirmed"
            return 0
        case Opened():
            raise TypeError("who looks does not open")
        case _:
            assert_never(outcome)


def _note_edit(
    row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, _: datetime, rng: Random
) -> float:
    """Write the outcome of an edit on its row; returns for how long the lane rests."""
    match outcome:
        case Done() | NotWanted():
            row.shown, row.last_error, row.attempt = turn.row.wanted, None, 0
            return chat.pace.edit_gap
        case Failed(reason):
            row.shown, row.last_error, row.attempt = turn.row.wanted, reason, 0
            return chat.pace.edit_gap
        case Later(seconds):
            return patiently(seconds, rng)
        case Broken(reason) if row.attempt + 1 >= TRIES:
            row.shown, row.last_error, row.attempt = turn.row.wanted, reason, 0
            return 0
        case Broken(reason) | Doubt(reason):
            # An edit is safe to repeat.
            row.attempt += 1
            row.last_error = reason
            return backoff(row.attempt, rng)
        case Absent() | Left() | Opened():
            raise TypeError("who edits does not look, nor ask, nor open")
        case _:
            assert_never(outcome)


def _note_open(
    row: Delivery, _turn: Turn, outcome: Outcome, _chat: Chat, _now: datetime, rng: Random
) -> float:
    return openings.note(row, outcome, rng)


_HOW: dict[
    str, Callable[[Delivery, Turn, Outcome, Chat, datetime, Random], float]
] = {"post": _note_post, "edit": _note_edit, "look": _note_look, "open": _note_open}  # fmt: skip
