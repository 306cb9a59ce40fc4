"""A turn: one thing done in one lane. What is begun there, and what not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.chat import Chat, Person, Place
from bot.store import firsts, lanes
from bot.store.db import Db
from bot.store.lanes import Rest
from bot.store.tables import EPOCH, Delivery, Lane

ONE_TRY = timedelta(days=7)
"""How long an inbox that was closed is left alone before one message tries it again."""

What = Literal["post", "edit", "look"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing to do in a lane that is claimed `until` then by `owner`: post `row`, edit it, or
    look whether it stands there.

    `again`: an earlier attempt may have arrived. `row` is as it was when the turn began; what is
    found under one of the refs `but` is another message.
    """

    row: Delivery
    to: Place | Person
    owner: str
    until: datetime
    what: What = "post"
    again: bool = False
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Begun:
    """The turns that were begun, and the rows that came to their end without one."""

    turns: tuple[Turn, ...] = ()
    dropped: tuple[Delivery, ...] = ()


def begin(
    db: Db, claimed: Collection[int], *, owner: str, until: datetime, chat: Chat, now: datetime
) -> Begun:
    """Begin one turn in each claimed lane; lanes in which there is nothing to do are given back."""
    held = lanes.held(db, claimed, owner)
    coming = firsts.of(db, held, lock=True)
    posts = firsts.parents(db, coming.values())
    turns: list[Turn] = []
    dropped: list[Delivery] = []
    for lane, row in coming.items():
        if firsts.moment(row) > now:
            continue
        post = posts.get(row.thread_of) if row.thread_of else None
        again = row.state == "sending"
        what = _what(row, held[lane], post, chat, now)
        if what is None:
            dropped.append(row)
            continue
        to = lanes.target(held[lane], (post and post.remote_ref) or row.thread)
        but = lanes.refs(db, lane, row) if what == "look" else frozenset()
        turns.append(Turn(row, to, owner, until, what, again, but))
    idle = held.keys() - {turn.row.lane_id for turn in turns}
    if idle:
        lanes.release(db, dict.fromkeys(idle, owner), dict.fromkeys(idle, Rest(now)), now)
    return Begun(tuple(turns), tuple(dropped))


def _what(
    row: Delivery, lane: Lane, post: Delivery | None, chat: Chat, now: datetime
) -> What | None:
    """What is to be done about a row that is due; None where it has come to its end."""
    if row.state != "waiting":
        return "edit" if row.state == "sent" else _in_doubt(row, chat, now)
    if row.expires and row.expires <= now:
        row.state = "expired"
    elif post and post.state != "sent":
        row.state, row.last_error = "skipped", f"its post was {post.state}"
    elif lane.kind == "person" and lane.stopped_at and now < lane.stopped_at + ONE_TRY:
        row.state, row.last_error = "failed", lane.refused_for
    else:
        row.state, row.sending_since = "sending", now
        row.attempt += 1
        return "post"
    return None


def _in_doubt(row: Delivery, chat: Chat, now: datetime) -> What | None:
    """Left over by a process that died, or never answered: the same key again while the platform
    knows it, then whoever can look looks, and else it is nobody's guess.
    """
    since, known = row.sending_since or EPOCH, timedelta(seconds=chat.abilities.repeat_safe)
    is_of_use = row.expires is None or now < row.expires
    # Before `since`, the clock has been put back, and nobody knows for how long it has been.
    if is_of_use and since <= now < since + known:
        row.attempt += 1
        return "post"
    if chat.abilities.reads_back:
        return "look"
    row.state = "unconfirmed"
    return None
