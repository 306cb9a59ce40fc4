"""The posts of a meeting: where its changes are told, and its places offered."""

from collections.abc import Sequence

from bot.chat import Place
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import deliveries, networks
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting


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
