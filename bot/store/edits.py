"""Edits: what a post shows has changed, and it is to be brought up to date, by a counter."""

from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import ClassVar, cast

from sqlalchemy import Executable, Table, and_, bindparam, case, func, update
from sqlmodel import UTCDateTime, col, select

from bot.chat import Place
from bot.store import lanes
from bot.store.db import Db
from bot.store.deliveries import ABOUT, LEFT, lock, of_view
from bot.store.tables import Delivery, Lane


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of ours that somebody has before them: in which channel, and its ref there."""

    place: Place
    ref: str


def _stale(*, not_before: bool) -> Executable:
    # A waiting one is marked too: whoever is about to send it then waits for this transaction.
    table = cast("Table", Delivery.__table__)  # type: ignore[attr-defined]
    due, behind = bindparam("at", type_=UTCDateTime()), table.c.wanted > table.c.shown
    kept = and_(table.c.state == "sent", behind, table.c.edit_due < due)
    marked = select(Delivery.id).where(*ABOUT, col(Delivery.state).in_(("waiting", *LEFT)))
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


def hasten(db: Db, network: int, view: str, subject: str, now: datetime) -> int:
    """Edits of this view of this subject that wait for later are due now; returns how many."""
    db.ending(_Marking)(db)  # what this transaction wants is among them
    later = and_(col(Delivery.wanted) > col(Delivery.shown), col(Delivery.edit_due) > now)
    rows = lock(db, network, and_(of_view(view, subject), later), LEFT)
    for row in rows:
        row.edit_due = now
        lanes.lower(db, row.lane_id, network, now)
    return len(rows)
