"""A meeting that comes again: a row for each time, one post that tells of them all."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import plans, rsvps, series, terms, when
from bot.core.copies import KEPT
from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.rsvps import ANNOUNCEMENT
from bot.core.schooldays import School
from bot.store import agendas, deliveries, meetings, networks, reminders
from bot.store.db import Db
from bot.store.deliveries import SERIES
from bot.store.tables import Meeting, Series


def batch(row: Series) -> str:
    """What one [Undo] takes back."""
    return f"series:{row.id}"


def repeat(
    db: Db, first: Meeting, rule: series.Rule, times: Sequence[datetime], by: int, now: datetime
) -> Series:
    """Plan the meeting again at these wall times, the first of which is its own. One post tells of
    all, after the hold; each is announced by itself when it is near.
    """
    row = Series(
        network_id=first.network_id, rule=rule, local_start=first.local_start, begun_at=now
    )
    db.add(row)
    db.flush()
    first.series_id, first.occurrence = row.id, first.local_start.date()
    school = terms.school(db, networks.get(db, first.network_id))
    for local in times[1:]:
        _add(db, first, row, local, by, now, school)
    for place in networks.homes(db, first.network_id):
        deliveries.enqueue(
            db, first.network_id, networks.address(place), SERIES, str(row.id),
            due=now + HOLD, key=f"{batch(row)}:{place.id}", batch=batch(row),
        )  # fmt: skip
    return row


def _add(
    db: Db, first: Meeting, row: Series, local: datetime, by: int, now: datetime, school: School
) -> None:
    meeting = Meeting(
        network_id=first.network_id,
        title=first.title,
        about=first.about,
        venue=first.venue,
        local_start=local,
        zone=first.zone,
        starts_at=when.instant(local, first.zone),
        state="planned",
        planned_by=by,
        series_id=row.id,
        occurrence=local.date(),
        **{field: getattr(first, field) for field in KEPT},
    )
    db.add(meeting)
    db.flush()
    for place in networks.homes(db, meeting.network_id):
        deliveries.enqueue(
            db, meeting.network_id, networks.address(place), ANNOUNCEMENT, str(meeting.id),
            due=max(now + HOLD, plans.invitation(local, school)),
            expires=meeting.starts_at,
            key=f"{batch(row)}:meeting:{meeting.id}:announcement:{place.id}",
        )  # fmt: skip


def of(db: Db, row: Series) -> Sequence[Meeting]:
    """The meetings of a series, in the order in which they come."""
    return meetings.of_series(db, row.network_id, number(row.id))


def send_now(db: Db, row: Series, now: datetime) -> None:
    """Tell of the series at once. Raises TooLate where that has been done."""
    if not deliveries.may_take_back(db, row.network_id, batch(row)):
        raise TooLate
    deliveries.hasten(db, row.network_id, batch(row), now)


def undo(db: Db, row: Series, first: Meeting) -> None:
    """Take it all back: the meeting comes once. Raises TooLate where people have been told."""
    if not deliveries.may_take_back(db, row.network_id, batch(row)):
        raise TooLate
    deliveries.drop(db, row.network_id, SERIES, str(row.id))
    for meeting in of(db, row):
        if meeting.id != first.id:
            deliveries.drop(db, row.network_id, ANNOUNCEMENT, str(meeting.id))
            agendas.forget(db, meeting.network_id, number(meeting.id))
            reminders.forget(db, meeting.network_id, number(meeting.id))
            rsvps.forget(db, meeting)
            db.delete(meeting)
    first.series_id = first.occurrence = None
    db.flush()
    db.delete(row)
