"""The posts of a meeting: where its changes are told, and its places offered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from bot.chat import Place
from bot.core.networks import HOLD
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import deliveries, edits, networks
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting

Posting = Literal["waits", "follows", "nowhere"]
"""What becomes of something that is told in the thread: it is posted soon, the post follows, or
there is none.
"""


def standing(db: Db, meeting: Meeting) -> Sequence[Delivery]:
    """The posts in whose threads something is told of a meeting: in each channel its latest one;
    before it has any, the post that tells of its whole series.
    """
    posts = deliveries.find(db, meeting.network_id, ANNOUNCEMENT, str(meeting.id))
    left = (post for post in posts if post.state in deliveries.LEFT)
    own = list({post.lane_id: post for post in left}.values())
    if own or meeting.series_id is None:
        return own
    return deliveries.find(db, meeting.network_id, deliveries.SERIES, str(meeting.series_id))


def is_at_home(db: Db, post: Delivery) -> bool:
    """Whether a post stands where its network is at home, and all who read it are of it."""
    to = deliveries.target(db, post)
    found = networks.here(db, to) if isinstance(to, Place) else None
    return found is not None and found[1].purpose == "home"


def in_threads(
    db: Db, meeting: Meeting, view: str, batch: str, now: datetime, expires: datetime | None = None
) -> Posting:
    """Post this view of the meeting in its threads after the hold, once, or bring the posts up to
    date; only where the network is at home. Returns what becomes of it.
    """
    show_again(db, meeting, view, now)
    rows = deliveries.find(db, meeting.network_id, view, str(meeting.id))
    for home in [post for post in standing(db, meeting) if is_at_home(db, post)]:
        mine = [row for row in rows if row.thread_of == home.id]
        again = sum(row.state == "cancelled" for row in mine)
        if len(mine) == again:
            key = f"{batch}:post:{home.id}" + (f":{again}" if again else "")
            deliveries.enqueue(
                db, meeting.network_id, deliveries.target(db, home), view, str(meeting.id),
                due=now + HOLD, expires=expires, key=key, batch=batch, thread_of=home.id,
            )  # fmt: skip
    return posting(db, meeting, view)


def posting(db: Db, meeting: Meeting, view: str) -> Posting:
    """What becomes of this view of the meeting."""
    rows = deliveries.find(db, meeting.network_id, view, str(meeting.id))
    if any(row.state == "waiting" for row in rows):
        return "waits"
    return "follows" if any(row.state in deliveries.LEFT for row in rows) else "nowhere"


def show_again(db: Db, meeting: Meeting, view: str, now: datetime) -> None:
    """What was told of the meeting in this view is brought up to date, after the hold."""
    edits.stale(db, meeting.network_id, view, str(meeting.id), now + HOLD)
