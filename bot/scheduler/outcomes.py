"""How a turn can end, and what that means for its row and its lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import assert_never

from bot.chat import Chat, Person
from bot.core.people import number
from bot.scheduler.turns import Turn
from bot.store import lanes
from bot.store.db import Db
from bot.store.lanes import Rest
from bot.store.tables import EPOCH, Delivery

SHORTEST = 0.05
"""Seconds that a refused message waits at the least, whatever the platform says."""
LONGEST = 15 * 60.0
"""Seconds after which a platform is asked again, however much patience it wants."""
TRIES = 5
"""How often a message that cannot be drawn is tried before it is set aside."""
LEAVINGS = 15
"""How often a message leaves and is then not found, before it is set aside."""
GONE = "gone"
"""Why nothing was sent to who has left."""
LOOKING = timedelta(minutes=15)
"""For how long a message in doubt is looked for where the platform does not answer."""


@dataclass(frozen=True, slots=True)
class Done:
    """It stands there, under `ref` where it was posted or found now."""

    ref: str | None = None


@dataclass(frozen=True, slots=True)
class NotWanted:
    """There is nothing to show any more, or `why` it is not to be sent; or not before `until`."""

    why: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """It was looked for where it would be, and is not there."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It will never arrive there; `of_place` where the place takes nothing at all."""

    reason: str
    of_place: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """Its reader has left the platform, or (not `everywhere`) the servers of this network; nothing
    has been sent.
    """

    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """It has not left: again after so many seconds. `shut` says why where we were not let in."""

    seconds: float
    shut: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """It could not even be drawn; nothing has left."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """It may or may not have arrived."""

    reason: str


Outcome = Done | NotWanted | Absent | Failed | Left | Later | Broken | Doubt


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
        case Failed(reason, of_place=True) if turn.what == "post":
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
            return _patiently(seconds, rng)
        case Left():
            row.state, row.last_error = "failed", GONE
            return 0
        case Broken(reason):
            return _broken(row, turn, reason, rng)
        case Doubt(reason):
            row.last_error = reason
            if chat.abilities.repeat_safe:
                return _backoff(row.attempt, rng)
            row.state = "unconfirmed"
            return chat.pace.post_gap
        case Absent():
            raise TypeError("who posts does not look")
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
    return _backoff(row.attempt, rng)


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
            return _patiently(seconds, rng)
        case Doubt(reason) if now < (row.sending_since or EPOCH) + LOOKING:
            row.last_error = reason
            return _backoff(row.attempt, rng)
        case Doubt(reason) | Failed(reason) | Broken(reason):
            row.state, row.last_error = "unconfirmed", reason
            return 0
        case NotWanted() | Left():
            row.state = "unconfirmed"
            return 0
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
            return _patiently(seconds, rng)
        case Broken(reason) if row.attempt + 1 >= TRIES:
            row.shown, row.last_error, row.attempt = turn.row.wanted, reason, 0
            return 0
        case Broken(reason) | Doubt(reason):
            # An edit is safe to repeat.
            row.attempt += 1
            row.last_error = reason
            return _backoff(row.attempt, rng)
        case Absent() | Left():
            raise TypeError("who edits does not look, nor ask")
        case _:
            assert_never(outcome)


_HOW: dict[
    str, Callable[[Delivery, Turn, Outcome, Chat, datetime, Random], float]
] = {"post": _note_post, "edit": _note_edit, "look": _note_look}  # fmt: skip


def _patiently(seconds: float, rng: Random) -> float:
    """Never sooner than was asked for, and not all at once."""
    return max(SHORTEST, seconds) * rng.uniform(1.0, 1.1)


def _backoff(attempt: int, rng: Random) -> float:
    return min(60.0, 2.0 ** min(attempt, 6)) * rng.uniform(0.5, 1.0)
