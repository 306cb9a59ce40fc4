"""What coordinators decided about the reminders of a meeting, and what has come of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import col, select

from bot.chat import Person, Place
from bot.store import edits, lanes
from bot.store.db import Db
from bot.store.deliveries import LEFT
from bot.store.tables import Delivery, Lane, Meeting, Network, Reminder

VIEW = "meeting.reminder"
"""The view of every reminder; its subject is "<meeting>:<name>"."""
COUNTED = (
    "rsvp.place", "minutes.due", "minutes.missed", "profile.ask", "buddy.half", "buddy.nudge",
    "buddy.end",
)  # fmt: skip
"""The views, beside those of meetings, that count among the messages that a person has had."""
OF_HELP = ("offer.ask", "offer.fits", "offer.over")
"""The views that ask somebody for help, or tell of an offer."""
HELD_BACK = "held back"
"""Why a reminder was not sent to somebody who had been written to often enough."""

_OF = (
    select(Reminder)
    .where(Reminder.network_id == bindparam("network"), Reminder.meeting_id == bindparam("meeting"))
    .order_by(col(Reminder.id))
)
_TOUCHED = select(Reminder.meeting_id).distinct()
_ADDED = select(Reminder.meeting_id).where(Reminder.name == "own", Reminder.state == "on")
_AHEAD = (
    select(Meeting)
    .join(Network, col(Network.id) == Meeting.network_id)
    .where(
        Meeting.state == "planned",
        Meeting.starts_at > bindparam("after"),
        (col(Meeting.starts_at) <= bindparam("until")) | col(Meeting.id).in_(_ADDED),
        col(Network.held_since).is_(None),
    )
    .order_by(col(Meeting.id))
)


def of(db: Db, network: int, meeting: int) -> Sequence[Reminder]:
    """What was decided about a meeting, in the order in which it was."""
    return db.all(_OF, network=network, meeting=meeting)


def is_dropped(db: Db, network: int, meeting: int, name: str) -> bool:
    """Whether a coordinator has taken this one from the list."""
    return any(row.name == name and row.state == "dropped" for row in of(db, network, meeting))


def ahead(db: Db, after: datetime, until: datetime) -> Sequence[Meeting]:
    """The planned meetings of all networks that start in this time, or later where a coordinator
    has added a reminder; but of those that wait for a word after a restore.
    """
    return db.all(_AHEAD, after=after, until=until)


def stale(db: Db, network: int, meeting: int, names: Sequence[str], due: datetime) -> None:
    """What was told of a meeting under these names wants an edit; several changes until then make
    one.
    """
    for name in names:
        edits.stale(db, network, VIEW, f"{meeting}:{name}", due)


TOGETHER = "told together"
"""Why a reminder was not sent: another message of the same window said it."""


def touched(db: Db) -> set[int]:
    """The meetings to come about which something was decided."""
    return set(db.all(_TOUCHED))


def left(db: Db, network: int, opens: datetime, closes: datetime) -> set[Person | Place]:
    """To whom a reminder that was due in this window has gone."""
    rows = db.all(
        select(Lane)
        .join(Delivery, col(Delivery.lane_id) == Lane.id)
        .where(
            Delivery.network_id == network,
            Delivery.view == VIEW,
            Delivery.due >= opens,
            Delivery.due < closes,
            col(Delivery.state).in_(LEFT),
        )
    )
    return {lanes.target(lane) for lane in rows}


def together(db: Db, row: Delivery, opens: datetime, closes: datetime) -> Sequence[Delivery]:
    """The reminders that go to the same person in the same window, this one among them, in the
    order in which they are due.
    """
    return db.all(
        select(Delivery)
        .where(
            Delivery.lane_id == row.lane_id,
            Delivery.network_id == row.network_id,
            Delivery.view == VIEW,
            Delivery.due >= opens,
            Delivery.due < closes,
            col(Delivery.state).in_(("waiting", *LEFT)),
        )
        .order_by(col(Delivery.due), col(Delivery.id))
    )


def gone(db: Db, lane: int, since: datetime) -> Sequence[Delivery]:
    """What has been sent to a person about meetings, or to ask them for help, after an instant, in
    all networks.
    """
    of_help = col(Delivery.state).in_(LEFT) & col(Delivery.view).in_(OF_HELP)
    counts = _counts() | of_help
    theirs = (col(Delivery.lane_id) == lane, counts, col(Delivery.sending_since) > since)
    return db.all(select(Delivery).where(*theirs))


def of_cycle(db: Db, row: Delivery, meeting: int) -> int:
    """How many messages its reader has had about one meeting before this one."""
    about = col(Delivery.subject).like(f"{meeting}:%") | (col(Delivery.subject) == str(meeting))
    with_another = col(Delivery.last_error) == TOGETHER
    others = (col(Delivery.lane_id) == row.lane_id, col(Delivery.id) != row.id)
    theirs = (*others, _counts() | with_another, about)
    return len(db.all(select(col(Delivery.id)).where(*theirs)))


def _counts() -> ColumnElement[bool]:
    of_meetings = col(Delivery.view).like("meeting.%") | (col(Delivery.view).in_(COUNTED))
    return col(Delivery.state).in_(LEFT) & of_meetings


def forget(db: Db, network: int, meeting: int) -> None:
    """Drop what was decided about a meeting."""
    for row in of(db, network, meeting):
        db.delete(row)
    db.flush()
