"""A turn: one thing done in one lane. What is begun, and what its outcome means for the rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import assert_never, cast

from bot.chat import Chat, Person, Place
from bot.store import lanes
from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery

AT_ONCE = timedelta(0)
SHORTEST = 0.05
"""Seconds that a refused message waits at the least, whatever the platform says."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing to do in a lane that is claimed `until` then by `owner`: post `row`, or edit it.

    `again`: an earlier attempt may have arrived. `row` is as it was when the turn began.
    """

    row: Delivery
    to: Place | Person
    owner: str
    until: datetime
    again: bool = False

    @property
    def is_edit(self) -> bool:
        """Whether the post stands and only has to show the last state."""
        return self.row.state == "sent"


@dataclass(frozen=True, slots=True)
class Done:
    """It stands there, under `ref` where it was posted now."""

    ref: str | None = None


@dataclass(frozen=True, slots=True)
class NotWanted:
    """There is nothing to show any more."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It will never arrive there."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """It has not left: again after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """It could not even be drawn; nothing has left."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """It may or may not have arrived."""

    reason: str


Outcome = Done | NotWanted | Failed | Later | Broken | Doubt


def begin(
    db: Db, claimed: Collection[int], *, owner: str, until: datetime, chat: Chat, now: datetime
) -> list[Turn]:
    """Begin one turn in each claimed lane; lanes in which there is nothing to do are given back."""
    held = lanes.held(db, claimed, owner)
    coming = lanes.coming(db, held, lock=True)
    posts = lanes.parents(db, coming.values())
    turns: list[Turn] = []
    for lane, row in coming.items():
        post = posts.get(row.thread_of) if row.thread_of else None
        again = row.state == "sending"
        if lanes.moment(row) <= now and _goes(row, post, chat.abilities.repeat_safe, now):
            to = lanes.target(held[lane], (post and post.remote_ref) or row.thread)
            turns.append(Turn(row, to, owner, until, again))
    idle = held.keys() - {turn.row.lane_id for turn in turns}
    if idle:
        lanes.release(db, dict.fromkeys(idle, owner), dict.fromkeys(idle, now))
    return turns


def _goes(row: Delivery, post: Delivery | None, repeat_safe: float, now: datetime) -> bool:
    if row.state == "sent":
        return True
    if row.state == "sending":
        # Left over by a process that died, or in doubt: the same key, or nobody's guess.
        if now >= (row.sending_since or EPOCH) + timedelta(seconds=repeat_safe):
            row.state = "unconfirmed"
            return False
        row.attempt += 1
        return True
    if row.expires and row.expires <= now:
        row.state, row.last_error = "skipped", "expired"
        return False
    if post and post.state != "sent":
        row.state, row.last_error = "skipped", f"its post was {post.state}"
        return False
    row.state, row.sending_since = "sending", now
    row.attempt += 1
    return True


def settle(
    db: Db, ended: Sequence[tuple[Turn, Outcome]], *, chat: Chat, now: datetime, rng: Random
) -> None:
    """Write down how turns ended and give their lanes back. A turn whose lane has meanwhile gone
    to another owner writes nothing.
    """
    rows = lanes.locked(db, {cast("int", turn.row.id): turn.owner for turn, _ in ended})
    rests: dict[int, datetime] = {}
    for turn, outcome in ended:
        # Gone, where the person was erased meanwhile.
        row = rows.get(cast("int", turn.row.id), turn.row)
        note = _note_edit if turn.is_edit else _note_post
        seconds = note(row, turn, outcome, chat, rng)
        rests[turn.row.lane_id] = now + timedelta(seconds=seconds)
    lanes.release(db, {turn.row.lane_id: turn.owner for turn, _ in ended}, rests)


def _note_post(row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, rng: Random) -> float:
    """Write the outcome of a post on its row; returns for how long the lane rests."""
    never = "unconfirmed" if turn.again else None
    match outcome:
        case Done(ref):
            row.state, row.remote_ref, row.shown = "sent", ref, turn.row.wanted
            row.last_error = None
            return chat.pace.post_gap
        case NotWanted():
            row.state = never or "skipped"
            return 0
        case Failed(reason):
            row.state, row.last_error = never or "failed", reason
            return chat.pace.post_gap
        case Later(seconds):
            row.attempt -= 1
            _wait(row, turn)
            return max(SHORTEST, seconds)
        case Broken(reason):
            row.last_error = reason
            _wait(row, turn)
            return _backoff(row.attempt, rng)
        case Doubt(reason):
            row.last_error = reason
            if chat.abilities.repeat_safe:
                return _backoff(row.attempt, rng)
            row.state = "unconfirmed"
            return chat.pace.post_gap
        case _:
            assert_never(outcome)


def _wait(row: Delivery, turn: Turn) -> None:
    if not turn.again:
        row.state, row.sending_since = "waiting", None


def _note_edit(row: Delivery, turn: Turn, outcome: Outcome, chat: Chat, rng: Random) -> float:
    """Write the outcome of an edit on its row; returns for how long the lane rests."""
    match outcome:
        case Done() | NotWanted():
            row.shown, row.last_error = turn.row.wanted, None
            return chat.pace.edit_gap
        case Failed(reason):
            row.shown, row.last_error = turn.row.wanted, reason
            return chat.pace.edit_gap
        case Later(seconds):
            return max(SHORTEST, seconds)
        case Broken(reason) | Doubt(reason):
            # An edit is safe to repeat. It has no count of its own: a fixed wait will do.
            row.last_error = reason
            return _backoff(4, rng)
        case _:
            assert_never(outcome)


def _backoff(attempt: int, rng: Random) -> float:
    return min(60.0, 2.0 ** min(attempt, 6)) * rng.uniform(0.5, 1.0)
