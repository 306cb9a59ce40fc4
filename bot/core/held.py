"""After a backup was restored: nothing that it brought goes out before a coordinator says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import meetings, planning, plans, rsvps, undelivered
from bot.core.people import number
from bot.core.undelivered import Item
from bot.store import away, deliveries, held, people
from bot.store import meetings as stored_meetings
from bot.store.db import Db
from bot.store.tables import Delivery, Network

VIEW = "network.held"
MOST = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What a coordinator is asked: what is still to come, and what was due since the backup and may
    have arrived; the first of each, and how many there are in all.
    """

    coming: Sequence[Item]
    coming_count: int
    doubt: Sequence[Item]
    doubt_count: int


def question(db: Db, network: int) -> Question:
    """What there is to decide."""
    coming, coming_count = held.listed(db, network, held.coming(), MOST)
    doubt, doubt_count = held.listed(db, network, held.in_doubt(), MOST)
    return Question(
        [undelivered.item(db, row, lane) for row, lane in coming], coming_count,
        [undelivered.item(db, row, lane) for row, lane in doubt], doubt_count,
    )  # fmt: skip


def restored(db: Db, now: datetime) -> None:
    """A backup has just been put back: what would have been planned since then is planned, and held
    with the rest, for that may have arrived as well.
    """
    for network in held.networks(db):
        for meeting in stored_meetings.coming(db, number(network.id), now, told=True):
            planning.plan(db, meeting, now)
    held.hold_waiting(db.connection(), now)


def ask(db: Db, now: datetime) -> None:
    """Ask the coordinators of every network on hold, privately and once; who may not be written to
    finds it on their own page.
    """
    for network in held.networks(db):
        if network.held_since is None:
            continue
        whom = away.here(db, number(network.id))
        for member, person in people.inboxes(db, number(network.id), whom).items():
            deliveries.enqueue(
                db, number(network.id), person, VIEW, str(network.id), due=now,
                key=f"held:{network.held_since.isoformat()}:member:{member}",
            )  # fmt: skip


def send(db: Db, network: Network, now: datetime) -> None:
    """What is still to come goes out when it is due. What was due before is left to be asked."""
    for row in held.locked(db, number(network.id), held.coming()):
        _go_on(db, row, now, else_="expired")
    _end(db, network, now)


def drop(db: Db, network: Network, now: datetime) -> None:
    """Nothing goes out. What may have arrived counts as sent, so that its changes are told."""
    for row in held.locked(db, number(network.id), held.coming()):
        row.state = "cancelled"
    they_went_out(db, network, now)


def they_went_out(db: Db, network: Network, now: datetime) -> None:
    """What may have arrived has."""
    for row in held.locked(db, number(network.id), held.in_doubt()):
        row.state, row.sent_at, row.last_error = "sent", row.sending_since, None
    _end(db, network, now)


def send_again(db: Db, network: Network, now: datetime) -> None:
    """What may have arrived has not: it goes out now, as far as it is of use."""
    for row in held.locked(db, number(network.id), held.in_doubt()):
        _go_on(db, row, now, else_="cancelled")
    _end(db, network, now)


def _go_on(db: Db, row: Delivery, now: datetime, else_: str) -> None:
    if _is_of_use(db, row, now):
        held.go_on(db, row)
    else:
        row.state = else_


def _is_of_use(db: Db, row: Delivery, now: datetime) -> bool:
    if row.expires is not None and row.expires <= now:
        return False
    if not row.view.startswith(("meeting.", "rsvp.")) or row.view == deliveries.SERIES:
        return True
    meeting = stored_meetings.get(db, [row.network_id], deliveries.about(row))
    if meeting is None or meeting.state == "withdrawn":
        return False
    name = row.subject.partition(":")[2]
    return name in plans.AFTERWARDS or not meetings.is_over(meeting, now)


def _end(db: Db, network: Network, now: datetime) -> None:
    """Where nothing is left to decide, all goes on as always. The posts that stand may show what is
    no longer known, and are brought up to date.
    """
    db.flush()
    asked = question(db, number(network.id))
    if asked.coming_count or asked.doubt_count:
        return
    network.held_since = None
    since = now - plans.FARTHEST
    for meeting in stored_meetings.between(db, number(network.id), since, now):
        if meeting.state == "planned":
            planning.plan(db, meeting, now)
    held.let_edits_go(db, number(network.id), now)
    for meeting in stored_meetings.coming(db, number(network.id), now, told=True):
        rsvps.refresh(db, meeting, now)
