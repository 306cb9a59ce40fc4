"""The posts of a meeting: where its changes are told, and its places offered."""

from collections.abc import Sequence

from bot.core.rsvps import ANNOUNCEMENT
from bot.store import deliveries
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
