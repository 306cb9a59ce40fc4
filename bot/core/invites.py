"""A meeting's announcement posted again, or in another channel of its network."""

from datetime import datetime

from bot import chat
from bot.core import meetings
from bot.core.meetings import TooLate
from bot.store import deliveries, networks
from bot.store.db import Db
from bot.store.tables import Meeting, Place

ROOM = "room"
"""The purpose of a channel that is no home of the network: its people are not its members."""


def batch(meeting: Meeting, nth: int) -> str:
    """What one [Undo] takes back."""
    return f"meeting:{meeting.id}:invite:{nth}"


def is_about_to_go(db: Db, meeting: Meeting) -> bool:
    """Whether its first announcement, or that of its series, can still be taken back."""
    waits = deliveries.may_take_back(db, meeting.network_id, meetings.batch(meeting))
    return waits or meetings.waits_for_series(db, meeting)


def invite(db: Db, meeting: Meeting, place: Place, now: datetime) -> int:
    """Post the announcement there, after the hold; returns which one it is. All posts of a meeting
    show how it stands.
    """
    nth = len(meetings.posts(db, meeting)) + 1
    name = batch(meeting, nth)
    meetings.announce(db, meeting, place, now, key=name, batch=name)
    return nth


def lend(db: Db, network: int, here: chat.Place, room: str) -> Place | None:
    """The channel as one of the network's; None where it belongs to another."""
    row = {
        "network_id": network, "platform": here.platform, "workspace": here.workspace,
        "channel": here.channel, "purpose": ROOM, "room": room,
    }  # fmt: skip
    db.upsert(Place, row, key=("platform", "workspace", "channel"), change=())
    found = networks.here(db, here)
    return found[1] if found and found[1].network_id == network else None


def send_now(db: Db, meeting: Meeting, nth: int, now: datetime) -> None:
    """The post goes out at once. Raises TooLate where it has left."""
    _check(db, meeting, nth)
    deliveries.hasten(db, meeting.network_id, batch(meeting, nth), now)


def undo(db: Db, meeting: Meeting, nth: int) -> None:
    """Nothing is posted, and a channel in which nothing ever was is not the network's any more.
    Raises TooLate where it has left.
    """
    _check(db, meeting, nth)
    posts = [p for p in meetings.posts(db, meeting) if p.batch == batch(meeting, nth)]
    deliveries.cancel(db, meeting.network_id, batch(meeting, nth))
    for post in posts:
        to = deliveries.target(db, post)
        found = networks.here(db, to) if isinstance(to, chat.Place) else None
        if found and found[1].purpose == ROOM and not networks.is_used(db, found[1]):
            db.delete(found[1])


def _check(db: Db, meeting: Meeting, nth: int) -> None:
    if not deliveries.may_take_back(db, meeting.network_id, batch(meeting, nth)):
        raise TooLate
