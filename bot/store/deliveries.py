"""Messages that are due: planned in the transaction that causes them, sent by the scheduler."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import itemgetter
from typing import ClassVar, cast

from sqlalchemy import ColumnElement, Executable, Table, and_, bindparam, case, func, update
from sqlmodel import UTCDateTime, col, select

from bot.chat import Person, Place
from bot.store import lanes
from bot.store.db import Db
from bot.store.tables import EPOCH, Delivery, Lane

LEFT = ("sending", "sent", "unconfirmed")
"""The states of a message that has left, or may have."""

SERIES = "meeting.series"
"""The view that tells of a whole series; its subject is the series."""

JOURNAL = "journal.post"
"""The view of what a person shared of their journal; its subject is the entry."""

LATE = timedelta(minutes=15)
"""A message that leaves later than this after it was due says so."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of ours that somebody has before them: in which channel, and its ref there."""

    place: Place
    ref: str


class Withheld(Exception):
    """A due message is not sent; says why."""


class Postponed(Exception):
    """A due message goes later, at an instant."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


_BY_KEY = select(Delivery.id).where(Delivery.idem_key == bindparam("key"))
_ABOUT = (
    Delivery.network_id == bindparam("network"),
    Delivery.view == bindparam("the_view"),
    Delivery.subject == bindparam("the_subject"),
)
_FIND = select(Delivery).where(*_ABOUT).order_by(col(Delivery.id))
_TOLD_AT = select(func.min(Delivery.due)).where(
    *_ABOUT, col(Delivery.state).in_(("waiting", *LEFT))
)
_SOME_LEFT = select(Delivery.id).where(*_ABOUT, col(Delivery.state).in_(LEFT)).limit(1)


def _stale(*, not_before: bool) -> Executable:
    # A waiting one is marked too: whoever is about to send it then waits for this transaction.
    table = cast("Table", Delivery.__table__)  # type: ignore[attr-defined]
    due, behind = bindparam("at", type_=UTCDateTime()), table.c.wanted > table.c.shown
    kept = and_(table.c.state == "sent", behind, table.c.edit_due < due)
    marked = select(Delivery.id).where(*_ABOUT, col(Delivery.state).in_(("waiting", *LEFT)))
    return (
        update(table)
        .where(table.c.id.in_(marked.order_by(col(Delivery.id)).with_for_update()))
        .values(
            wanted=table.c.wanted + 1,
            edit_due=due if not_before else case((kept, table.c.edit_due), else_=due),
        )
        .returning(
            table.c.id,
            table.c.lane_id,
            table.c.edit_due,
            table.c.remote_ref,
            # An edit was waiting already.
            and_(
                table.c.state == "sent", table.c.wanted > table.c.shown + 1, table.c.edit_due < due
            ),
        )
    )


_STALE = {not_before: _stale(not_before=not_before) for not_before in (False, True)}


def enqueue(
    db: Db,
    network: int,
    to: Place | Person,
    view: str,
    subject: str,
    *,
    due: datetime,
    key: str,
    batch: str = "",
    expires: datetime | None = None,
    thread_of: int | None = None,
) -> int:
    """Plan a message: `view` of `subject`, rendered when it is sent. Returns the delivery's id.

    `key` names this one message of the network for ever: planned again, it is the same row,
    unchanged. With `thread_of` it waits until that delivery is sent, and stands in its thread.
    """
    lane = lanes.find_or_make(db, to)
    row = {
        "network_id": network, "lane_id": lane, "idem_key": f"{network}:{key}", "batch": batch,
        "view": view, "subject": subject, "due": due, "expires": expires,
        "thread": to.thread if isinstance(to, Place) else "", "thread_of": thread_of,
        "state": "waiting", "attempt": 0, "wanted": 0, "shown": 0, "edit_due": EPOCH,
    }  # fmt: skip
    if db.upsert(Delivery, row, key=("idem_key",), change=()):
        lanes.lower(db, lane, network, due)
    return cast("int", db.connection().scalar(_BY_KEY, {"key": row["idem_key"]}))


def stale(
    db: Db,
    network: int,
    view: str,
    subject: str,
    due: datetime,
    *,
    not_before: bool = False,
    seen: Seen | None = None,
) -> None:
    """What this view of this subject shows has changed: every post of it is edited, once, at `due`
    or at the earlier instant asked for before (`not_before`: not then). The last state always
    arrives. Where one of them has just been `seen`, it is now known to be there. Written at the end
    of the transaction, for the post of a much pressed button is what all its people wait for.
    """
    db.ending(_Marking).want((network, view, subject), due, seen, not_before=not_before)


class _Marking:
    """What has changed in this transaction, and when each wants its edits."""

    turn: ClassVar[int] = 1

    def __init__(self) -> None:
        self._wanted: dict[tuple[int, str, str], tuple[datetime, bool, Seen | None]] = {}

    def want(
        self, what: tuple[int, str, str], due: datetime, seen: Seen | None, *, not_before: bool
    ) -> None:
        """As if each were written at once: a later hold takes the place of what was wanted."""
        before, held, seen_before = self._wanted.get(what, (due, False, None))
        due = due if not_before else min(before, due)
        self._wanted[what] = due, held or not_before, seen or seen_before

    def __call__(self, db: Db) -> None:
        wanted, self._wanted = sorted(self._wanted.items(), key=itemgetter(0)), {}
        for what, (due, not_before, seen) in wanted:
            network, view, subject = what
            given = {"network": network, "the_view": view, "the_subject": subject, "at": due}
            rows = db.change(Delivery, _STALE[not_before], given)
            for row, lane, edit_due, ref, is_awaited in rows:
                if seen and ref is None:
                    _stands(db, row, seen)
                # Else its lane is looked at by then; one that nobody knew to stand was passed over.
                if ref is None or not is_awaited:
                    lanes.lower(db, lane, network, edit_due)


def _stands(db: Db, delivery: int, seen: Seen) -> None:
    """Nobody knew where the message stands, or whether; now somebody has pressed its button."""
    there = select(Lane.id).where(
        Lane.platform == seen.place.platform,
        Lane.workspace == seen.place.workspace,
        Lane.kind == "channel",
        Lane.target == seen.place.channel,
    )
    db.execute(
        update(Delivery)
        .where(
            col(Delivery.id) == delivery,
            col(Delivery.state).in_(("unconfirmed", "sent")),
            col(Delivery.remote_ref).is_(None),
            col(Delivery.lane_id).in_(there),
        )
        .values(
            state="sent",
            remote_ref=seen.ref,
            sent_at=func.coalesce(Delivery.sent_at, Delivery.sending_since),
        )
    )


def hasten_edit(db: Db, network: int, view: str, subject: str, now: datetime) -> int:
    """Edits of this view of this subject that wait for later are due now; returns how many."""
    db.ending(_Marking)(db)  # what this transaction wants is among them
    later = and_(col(Delivery.wanted) > col(Delivery.shown), col(Delivery.edit_due) > now)
    rows = _lock(db, network, and_(_about(view, subject), later), LEFT)
    for row in rows:
        row.edit_due = now
        lanes.lower(db, row.lane_id, network, now)
    return len(rows)


def hasten(db: Db, network: int, batch: str, now: datetime) -> int:
    """What waits of a batch is due now; returns how many do."""
    rows = _lock(db, network, col(Delivery.batch) == batch, ("waiting",))
    for row in rows:
        row.due = min(row.due, now)
        lanes.lower(db, row.lane_id, network, row.due)
    return len(rows)


def may_take_back(db: Db, network: int, batch: str) -> bool:
    """Whether some of a batch waits and none has left; it stays so until this transaction ends."""
    rows = _lock(db, network, col(Delivery.batch) == batch, ("waiting", *LEFT))
    return bool(rows) and all(row.state == "waiting" for row in rows)


def has_left(db: Db, network: int, view: str, subject: str) -> bool:
    """Whether any of this view of this subject had left, or might have, when asked."""
    about = {"network": network, "the_view": view, "the_subject": subject}
    return db.connection().scalar(_SOME_LEFT, about) is not None


def have_left(db: Db, network: int, view: str, subject: str) -> bool:
    """Whether any of this view of this subject has left, or may have; it stays so until this
    transaction ends.
    """
    rows = _lock(db, network, _about(view, subject), ("waiting", *LEFT))
    return any(row.state in LEFT for row in rows)


def give_up(db: Db, network: int, view: str, subject: str) -> None:
    """What could not be posted of this is not tried again: something newer takes its place."""
    for row in _lock(db, network, _about(view, subject), ("failed",)):
        row.state = "cancelled"


def cancel(db: Db, network: int, batch: str) -> int:
    """What waits of a batch, or is held, is never sent; returns how many did."""
    rows = _lock(db, network, col(Delivery.batch) == batch, ("waiting", "held"))
    for row in rows:
        row.state = "cancelled"
    return len(rows)


def drop(db: Db, network: int, view: str, subject: str) -> None:
    """Forget messages of which none has left, with their keys: the number of what they were about
    may be given again.
    """
    for row in _lock(
        db, network, _about(view, subject), ("waiting", "held", "cancelled", "skipped")
    ):
        db.delete(row)


def put_off(
    db: Db, network: int, view: str, subject: str, *, due: datetime, expires: datetime
) -> None:
    """What waits of this view of this subject, or is held, is due and of use then instead; but not
    what somebody has just asked for, and may take back.
    """
    own = and_(_about(view, subject), col(Delivery.batch) == "")
    for row in _lock(db, network, own, ("waiting", "held")):
        row.due, row.expires = due, expires
        lanes.lower(db, row.lane_id, network, due)


def get(db: Db, delivery: int) -> Delivery | None:
    """The delivery of this number."""
    return db.get(Delivery, delivery)


def find(db: Db, network: int, view: str, subject: str) -> Sequence[Delivery]:
    """All deliveries of this view of this subject, in the order in which they were planned."""
    return db.all(_FIND, network=network, the_view=view, the_subject=subject)


def subjects(db: Db, network: int, view: str, number: int) -> Sequence[str]:
    """What the messages of this view that have left are about, of those about this number."""
    return db.all(
        select(Delivery.subject)
        .where(
            Delivery.network_id == network,
            Delivery.view == view,
            col(Delivery.subject).like(f"{number}:%"),
            col(Delivery.state).in_(LEFT),
        )
        .distinct()
        .order_by(col(Delivery.subject))
    )


def about(row: Delivery) -> int:
    """The number of what a message is about, which its subject begins with."""
    return int(row.subject.partition(":")[0])


def told_at(db: Db, network: int, view: str, subject: str) -> datetime | None:
    """When the first of this view of this subject went out, or will."""
    return db.one_value(_TOLD_AT, network=network, the_view=view, the_subject=subject)


def is_late(row: Delivery, now: datetime | None = None) -> bool:
    """Whether a message came late, or would if it left `now`, and has to say so."""
    at = row.sent_at or now
    return at is not None and at - row.due > LATE


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits on a platform: messages due, for how many seconds the oldest of them, and how many
    are in doubt.
    """

    due: int = 0
    oldest: float = 0
    unconfirmed: int = 0


def backlog(db: Db, platforms: Sequence[str], now: datetime) -> dict[str, Backlog]:
    """What waits on each platform, for whoever watches the house."""
    found = {platform: Backlog() for platform in platforms}
    due = (
        select(Lane.platform, func.count(), func.min(Delivery.due))
        .join(Delivery, col(Delivery.lane_id) == Lane.id)
        .where(Delivery.state == "waiting", Delivery.due <= now, col(Lane.next_at).is_not(None))
        .group_by(Lane.platform)
    )
    for platform, count, oldest in db.all(due):
        if platform in found:
            found[platform] = Backlog(count, (now - oldest).total_seconds())
    doubt = (
        select(Lane.platform, func.count())
        .join(Delivery, col(Delivery.lane_id) == Lane.id)
        .where(Delivery.state == "unconfirmed")
        .group_by(Lane.platform)
    )
    for platform, count in db.all(doubt):
        if platform in found:
            found[platform] = replace(found[platform], unconfirmed=count)
    return found


def target(db: Db, delivery: Delivery) -> Place | Person:
    """Where a delivery goes."""
    lane = db.get(Lane, delivery.lane_id)
    assert lane is not None  # noqa: S101 -- a foreign key
    return lanes.target(lane, delivery.thread)


def _about(view: str, subject: str) -> ColumnElement[bool]:
    return and_(col(Delivery.view) == view, col(Delivery.subject) == subject)


def upcoming(db: Db, most: int) -> Sequence[Delivery]:
    """What waits to be sent in all networks, the next first."""
    return db.all(
        select(Delivery)
        .where(Delivery.state == "waiting")
        .order_by(col(Delivery.due), col(Delivery.id))
        .limit(most)
    )


def _lock(
    db: Db, network: int, which: ColumnElement[bool], states: Sequence[str]
) -> Sequence[Delivery]:
    return db.all(
        select(Delivery)
        .where(Delivery.network_id == network, which, col(Delivery.state).in_(states))
        .order_by(col(Delivery.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
