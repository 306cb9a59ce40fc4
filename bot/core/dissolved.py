"""The conversation of people who do not go together any more, in the middle of a round: one line
says that it is over, and never why.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.core import how_it_goes, progress_times, talks
from bot.core.people import number
from bot.core.progress import ON, subject
from bot.core.rounds import ENDED
from bot.store import rounds
from bot.store import talks as stored
from bot.store.db import Db
from bot.store.tables import Pair, Paired

CLOSED = "buddy.closed"
"""Into their conversation: this group does not go on ("pair:<pair>:0")."""


def close(db: Db, pair: Pair, rows: Sequence[Paired], due: datetime, now: datetime) -> None:
    """Say in their conversation, if it has begun, that they do not go on; where somebody of them
    is to be left in peace, or has left, nothing is said.
    """
    talk = stored.get(db, pair.network_id, pair.talk_id) if pair.talk_id else None
    members = [row.member_id for row in rows]
    if talk is None or not talk.opened:
        return
    if set(members) == how_it_goes.there(db, pair.network_id, members, now):
        expires = due + progress_times.TELL_FOR
        talks.tell(db, talk, CLOSED, subject(pair), due, expires=expires)


def is_closed(db: Db, pair: Pair) -> bool:
    """Whether these people do not go on, and nobody goes on in their conversation."""
    if pair.state != ENDED:
        return False
    others = rounds.pairs(db, number(pair.round_id))
    return not any(one.state == ON and one.talk_id == pair.talk_id for one in others)
