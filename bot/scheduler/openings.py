"""Conversations are opened before anything is said in them, and nothing is in doubt by that."""

from __future__ import annotations

from random import Random
from typing import assert_never

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
from bot.store import deliveries
from bot.store.db import Db
from bot.store.tables import Delivery


def note(row: Delivery, outcome: Outcome, rng: Random) -> float:
    """Write the outcome of an opening on the message that waits for it; returns for how long the
    lane rests.
    """
    match outcome:
        case Opened():
            row.attempt = 0
        case Later(seconds):
            return patiently(seconds, rng)
        case Broken(reason) | Doubt(reason):
            row.attempt, row.last_error = row.attempt + 1, reason
            if row.attempt >= (TRIES if isinstance(outcome, Broken) else LEAVINGS):
                row.state = "failed"
            return backoff(row.attempt, rng)
        case Failed(reason):
            row.state, row.last_error = "failed", reason
        case Left():
            row.state, row.last_error = "failed", GONE
        case NotWanted(_, until) if until is not None:
            row.due = until
        case NotWanted(why):
            row.state, row.last_error = "skipped", why or None
        case Done() | Absent():
            raise TypeError("who opens does not post, nor look")
        case _:
            assert_never(outcome)
    return 0


def note_talk(db: Db, row: Delivery, turn: Turn, outcome: Outcome) -> None:
    """Write down where a conversation stands. One that takes nothing any more is opened anew, once
    for each message.
    """
    match outcome:
        case Opened(place) if talk := deliveries.talk_of(db, row):
            talk.opened = place.channel
        case Failed(reason, of_place=True) if turn.what == "post":
            if (talk := deliveries.talk_of(db, row)) is not None:
                talk.opened = ""
                if row.state == "failed" and turn.row.last_error != reason:
                    row.state, row.sending_since = "waiting", None
        case _:
            pass
