"""A turn: one thing done in one lane. What is begun there, and what not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.chat import Chat, Person, Place, Talk
from bot.core import presence
from bot.core.presence import Doubt, Known
from bot.store import firsts, lanes, talks
from bot.store.db import Db
from bot.store.lanes import Rest
from bot.store.tables import EPOCH, Delivery, Lane

ONE_TRY = timedelta(days=7)
"""How long an inbox that was closed is left alone before one message tries it again."""

What = Literal["post", "edit", "look", "open"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing to do in a lane that is claimed `until` then by `owner`: post `row`, edit it, look
    whether it stands there, or open the conversation where it is to be posted.

    `doubt`: its reader was not heard of for long, and is asked after first.
    `again`: an earlier attempt may have arrived. `row` is as it was when the turn began; what is
    found under one of the refs `but` is another message.
    """

    row: Delivery
    to: Place | Person | Talk
    owner: str
    until: datetime
    what: What = "post"
    again: bool = False
    doubt: Doubt | None = None
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
    leads = {lane: _leads(db, held[lane], row, posts) for lane, row in coming.items()}
    people = _people(db, leads, coming, chat, now)
    turns: list[Turn] = []
    dropped: list[Delivery] = []
    for lane, row in coming.items():
        if firsts.moment(row) > now:
            continue
        post = posts.get(row.thread_of) if row.thread_of else None
        again = row.state == "sending"
        known, to = people.get(lane), leads[lane]
        if to is None or _is_for_nobody(row, to, known):
            _ends(row)
            dropped.append(row)
            continue
        what = _what(row, held[lane], to, post, chat, now)
        if what is None:
            dropped.append(row)
            continue
        but = lanes.refs(db, lane, row) if what == "look" else frozenset()
        doubt = known if isinstance(known, Doubt) and what == "post" and not again else None
        turns.append(Turn(row, to, owner, until, what, again, doubt, but))
    idle = held.keys() - {turn.row.lane_id for turn in turns}
    if idle:
        lanes.release(db, dict.fromkeys(idle, owner), dict.fromkeys(idle, Rest(now)), now)
    return Begun(tuple(turns), tuple(dropped))


def _leads(
    db: Db, lane: Lane, row: Delivery, posts: Mapping[int, Delivery]
) -> Place | Person | Talk | None:
    """Where a message goes; None where that was a conversation of somebody who was erased."""
    if lane.kind == talks.KIND:
        talk = talks.of_lane(db, lane)
        return talks.target(talk) if talk else None
    post = posts.get(row.thread_of) if row.thread_of else None
    return lanes.target(lane, (post and post.remote_ref) or row.thread)


def _people(
    db: Db,
    leads: Mapping[int, Place | Person | Talk | None],
    coming: Mapping[int, Delivery],
    chat: Chat,
    now: datetime,
) -> dict[int, Known]:
    """By their lanes: whose inboxes are of those who have gone, and who is to be asked after."""
    wanted = {
        lane: (to, row.network_id)
        for lane, row in coming.items()
        if isinstance(to := leads[lane], Person) and firsts.moment(row) <= now
    }
    told = presence.doubts(db, chat.platform, dict(wanted.values()), now)
    tells = chat.abilities.hears_of_leaving
    found = {lane: told.get(person) for lane, (person, _) in wanted.items()}
    return {lane: one for lane, one in found.items() if one == "gone" or (one and not tells)}


def _is_for_nobody(row: Delivery, to: Place | Person | Talk, known: Known | None) -> bool:
    """Whether its reader has gone, or the conversation in which it stood, and it is at its end."""
    if isinstance(to, Talk):
        return row.state != "waiting"
    return known == "gone" and row.state != "sending"


def _ends(row: Delivery) -> None:
    """Nobody is there to read it, or to see it changed."""
    if row.state == "sent":
        row.shown = row.wanted
    elif row.state == "sending":
        row.state = "unconfirmed"
    else:
        row.state, row.last_error = "skipped", "gone"


def _what(
    row: Delivery,
    lane: Lane,
    to: Place | Person | Talk,
    post: Delivery | None,
    chat: Chat,
    now: datetime,
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
    elif isinstance(to, Talk):
        return "open"  # that can be repeated: nothing has left as yet
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
