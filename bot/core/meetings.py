"""A meeting: planned, told, moved, called off, undone."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.core import agendas, links, plans, rsvps, terms, waiting, when
from bot.core import posts as posts_of
from bot.core.networks import HOLD
from bot.core.people import number
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import agendas as stored_agendas
from bot.store import deliveries, edits, groups, networks, newcomers, people
from bot.store import meetings as stored_meetings
from bot.store import reminders as stored_reminders
from bot.store.db import Db
from bot.store.deliveries import SERIES
from bot.store.tables import Delivery, Meeting, Network, Place

LENGTH = 90
"""How many minutes a meeting lasts where nobody says: a twilight session."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a coordinator wants: a wall time in the network's zone, where and what."""

    title: str
    local: datetime
    venue: str
    about: str


class InThePast(ValueError):
    """A meeting cannot be planned for, or moved to, a time that is over."""


class TooLate(Exception):
    """It has been sent, or the meeting has changed since: it cannot be taken back any more."""


def batch(meeting: Meeting) -> str:
    """What one [Undo] takes back: everything that this version of the meeting tells."""
    return f"meeting:{meeting.id}:v{meeting.version}"


def plan(db: Db, network: Network, wish: Wish, by: int, now: datetime) -> Meeting:
    """Plan a meeting; its announcement goes out after the hold. Raises InThePast."""
    meeting = Meeting(
        network_id=number(network.id),
        minutes=LENGTH,
        state="planned",
        planned_by=by,
        zone=network.zone,
        starts_at=now,
        local_start=wish.local,
        title="",
        about="",
        venue="",
    )
    _set(meeting, wish, now)
    db.add(meeting)
    db.flush()
    _announce(db, meeting, now)
    return meeting


def _set(meeting: Meeting, wish: Wish, now: datetime) -> None:
    starts_at = when.instant(wish.local, meeting.zone)
    if starts_at <= now:
        raise InThePast
    meeting.title, meeting.venue, meeting.about = wish.title, wish.venue, wish.about
    meeting.local_start, meeting.starts_at = wish.local, starts_at


def _announce(db: Db, meeting: Meeting, now: datetime) -> None:
    for place in networks.homes(db, meeting.network_id):
        key = f"{batch(meeting)}:announcement:{place.id}"
        announce(db, meeting, place, now, key=key, batch=batch(meeting))


def announce(
    db: Db, meeting: Meeting, place: Place, now: datetime, *, key: str, batch: str
) -> None:
    """Post how the meeting stands there, after the hold."""
    deliveries.enqueue(
        db, meeting.network_id, networks.address(place), ANNOUNCEMENT, str(meeting.id),
        due=now + HOLD, expires=meeting.starts_at, key=key, batch=batch,
    )  # fmt: skip


def is_told(db: Db, meeting: Meeting) -> bool:
    """Whether an announcement of the meeting has left, or of its whole series."""
    told = deliveries.has_left(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id))
    return told or (meeting.series_id is not None and _of_series_told(db, meeting))


def _of_series_told(db: Db, meeting: Meeting) -> bool:
    return deliveries.has_left(db, meeting.network_id, SERIES, str(meeting.series_id))


def waits_for_series(db: Db, meeting: Meeting) -> bool:
    """Whether the meeting is one of a series that nobody has been told of yet."""
    return meeting.series_id is not None and not is_told(db, meeting)


def posts(db: Db, meeting: Meeting) -> Sequence[Delivery]:
    """The announcements of the meeting, sent or waiting."""
    return deliveries.find(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id))


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a change tells: was the meeting announced, and how many get it privately?"""

    announced: bool
    privately: int = 0


def move(db: Db, meeting: Meeting, wish: Wish, now: datetime) -> Told:
    """Change a meeting; who had said yes is told after the hold. Raises InThePast."""
    before = _snapshot(meeting)
    _set(meeting, wish, now)
    told = _tell(db, meeting, before, "meeting.moved", now)
    waiting.moved(db, meeting, now)
    links.moved(db, meeting)
    return told


def call_off(db: Db, meeting: Meeting, reason: str, now: datetime) -> Told:
    """Call a meeting off; who had said yes is told after the hold. One that nobody was told of is
    withdrawn, and kept.
    """
    before = _snapshot(meeting)
    meeting.state, meeting.reason = "called off", reason
    told = _tell(db, meeting, before, "meeting.called-off", now)
    waiting.called_off(db, meeting, now)
    return told


@dataclass(frozen=True, slots=True)
class _Before:
    title: str
    local: str
    venue: str
    about: str
    state: str


def _snapshot(meeting: Meeting) -> _Before:
    return _Before(
        meeting.title, meeting.local_start.isoformat(), meeting.venue, meeting.about, meeting.state
    )


def _tell(db: Db, meeting: Meeting, before: _Before, view: str, now: datetime) -> Told:
    network, subject = meeting.network_id, str(meeting.id)
    announced = deliveries.have_left(db, network, ANNOUNCEMENT, subject)
    if meeting.series_id is not None:
        _follow(db, meeting, now)
        announced = announced or _of_series_told(db, meeting)
    pending = deliveries.may_take_back(db, network, batch(meeting))
    deliveries.cancel(db, network, batch(meeting))
    if not announced:
        deliveries.give_up(db, network, ANNOUNCEMENT, subject)
        meeting.state = "withdrawn" if meeting.state == "called off" else meeting.state
        meeting.version += 1
        if meeting.state == "planned" and not meeting.series_id:
            _announce(db, meeting, now)
        return Told(announced=False)
    # A change that nobody knows of yet is forgotten: what was before it is what people know.
    if not (pending and meeting.before):
        meeting.before = json.dumps(asdict(before))
    meeting.version += 1
    meeting.held_until = now + HOLD
    rsvps.refresh(db, meeting, now)
    agendas.show_again(db, meeting, now)
    for post in posts_of.standing(db, meeting):
        if post.state in ("sent", "sending"):
            _enqueue_reply(db, meeting, post, view, now)
    return Told(announced=True, privately=_tell_privately(db, meeting, view, now))


def _follow(db: Db, meeting: Meeting, now: datetime) -> None:
    """One of a series has changed: if it is not announced by itself yet, that is done when it will
    be near, and the post that tells of all shows it.
    """
    school = terms.school(db, networks.get(db, meeting.network_id))
    due = max(now + HOLD, plans.invitation(meeting.local_start, school))
    network, subject = meeting.network_id, str(meeting.id)
    deliveries.put_off(db, network, ANNOUNCEMENT, subject, due=due, expires=meeting.starts_at)
    edits.stale(db, meeting.network_id, SERIES, str(meeting.series_id), now + HOLD, not_before=True)


def _enqueue_reply(db: Db, meeting: Meeting, post: Delivery, view: str, now: datetime) -> None:
    deliveries.enqueue(
        db,
        meeting.network_id,
        deliveries.target(db, post),
        view,
        str(meeting.id),
        due=now + HOLD,
        key=f"{batch(meeting)}:{view}:{post.id}",
        batch=batch(meeting),
        thread_of=post.id,
    )


def _tell_privately(db: Db, meeting: Meeting, view: str, now: datetime) -> int:
    whom = rsvps.who_said_yes(db, meeting)
    inboxes = people.inboxes(db, meeting.network_id, whom, to_ask=False)
    for member, person in inboxes.items():
        deliveries.enqueue(
            db,
            meeting.network_id,
            person,
            view,
            str(meeting.id),
            due=now + HOLD,
            key=f"{batch(meeting)}:{view}:member:{member}",
            batch=batch(meeting),
        )
    return len(inboxes)


def send_now(db: Db, meeting: Meeting, version: int, now: datetime) -> None:
    """Let what waits go out at once. Raises TooLate where nothing of this version waits."""
    _check(db, meeting, version)
    meeting.held_until = None
    deliveries.hasten(db, meeting.network_id, batch(meeting), now)
    edits.hasten(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id), now)


def undo(db: Db, meeting: Meeting, version: int, now: datetime) -> None:
    """Take back what has not left yet, with the change that it tells of; a meeting that nobody was
    told of is withdrawn, and kept. Raises TooLate.
    """
    _check(db, meeting, version)
    deliveries.cancel(db, meeting.network_id, batch(meeting))
    meeting.version += 1
    meeting.held_until = None
    if meeting.before is None:
        meeting.state = "withdrawn"
        return
    before = _Before(**json.loads(meeting.before))
    meeting.title, meeting.venue, meeting.about = before.title, before.venue, before.about
    meeting.local_start = datetime.fromisoformat(before.local)
    meeting.starts_at = when.instant(meeting.local_start, meeting.zone)
    meeting.state, meeting.before = before.state, None
    waiting.moved(db, meeting, now)
    links.moved(db, meeting)
    rsvps.refresh(db, meeting, now)
    agendas.show_again(db, meeting, now)
    if meeting.series_id is not None:
        _follow(db, meeting, now)


def _check(db: Db, meeting: Meeting, version: int) -> None:
    waits = deliveries.may_take_back(db, meeting.network_id, batch(meeting))
    if meeting.version != version or not waits:
        raise TooLate


def plan_again(db: Db, meeting: Meeting, wish: Wish, now: datetime) -> None:
    """Plan a withdrawn meeting again, changed or not. Raises InThePast, TooLate."""
    if meeting.state != "withdrawn":
        raise TooLate
    _set(meeting, wish, now)
    meeting.state, meeting.before = "planned", None
    meeting.version += 1
    _announce(db, meeting, now)


def discard(db: Db, meeting: Meeting) -> None:
    """Throw a withdrawn meeting away. Raises TooLate for any other."""
    if meeting.state != "withdrawn":
        raise TooLate
    rsvps.forget(db, meeting)
    stored_agendas.forget(db, meeting.network_id, number(meeting.id))
    stored_reminders.forget(db, meeting.network_id, number(meeting.id))
    newcomers.forget(db, meeting.network_id, number(meeting.id))
    groups.forget(db, meeting.network_id, number(meeting.id))
    deliveries.drop(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id))
    db.delete(meeting)


def was(meeting: Meeting) -> datetime | None:
    """When the meeting was to start before its last change, if that moved it."""
    if meeting.before is None:
        return None
    local = datetime.fromisoformat(json.loads(meeting.before)["local"])
    return when.instant(local, meeting.zone) if local != meeting.local_start else None


def is_over(meeting: Meeting, now: datetime) -> bool:
    """Whether the meeting has ended."""
    return now >= stored_meetings.end(meeting)
