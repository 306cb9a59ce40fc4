"""Two people become one who both had a buddy, or wanted one: they have one place in a round."""

from datetime import datetime

from bot.core import held_rounds, progress
from bot.core.people import number
from bot.core.rounds import ENDED
from bot.store import buddies, networks, rounds
from bot.store.db import Db
from bot.store.tables import BuddyWish, Paired, Round

_TWO = 2


def wish(_: object, mine: BuddyWish, theirs: BuddyWish) -> None:
    """Who wants a buddy by either wants one; what was asked for later counts, and the longer
    pause.
    """
    both, since = (mine, theirs), min(mine.since, theirs.since)
    here = [row for row in both if row.left_at is None]
    paused = max(filter(None, (row.paused_until for row in both)), default=None)
    left_at = None if here else max(filter(None, (row.left_at for row in both)))
    last = max(here or both, key=lambda row: row.since)
    mine.mode, mine.every, mine.phase = last.mode, last.every, last.phase
    mine.since, mine.paused_until, mine.left_at = since, paused, left_at


def paired(_: object, mine: Paired, theirs: Paired) -> None:
    """What was said later of how it goes counts. A contact is told only where neither said no."""
    first, then = (mine, theirs) if _said(mine) >= _said(theirs) else (theirs, mine)
    mine.met, mine.said_at = (first.met, first.said_at) if first.met else (then.met, then.said_at)
    answers = {mine.agreed, theirs.agreed}
    mine.agreed = False if False in answers else mine.agreed or theirs.agreed
    mine.contact = (mine.contact or theirs.contact) if mine.agreed else ""
    mine.of_use = mine.of_use or theirs.of_use
    mine.silent = mine.silent and theirs.silent


def _said(row: Paired) -> float:
    return row.said_at.timestamp() if row.said_at else 0.0


def settle(db: Db, member: int, now: datetime) -> None:
    """Somebody is one person now: nobody is kept apart from themselves, and of two pairs of one
    round they stay in the older. The people of the other are given somebody else.
    """
    buddies.forget_self(db, member)
    seen: set[int] = set()
    for pair in rounds.now_of(db, member):
        is_known = pair.introduced_at is not None and pair.introduced_at <= now
        if pair.round_id in seen and (is_known or pair.after_pair is not None):
            rounds.take_out(db, pair, member)
            pair.talk_id = None
            if len(rounds.of_pair(db, number(pair.id))) < _TWO:
                pair.state = ENDED
            progress.forget(rounds.of_pair(db, number(pair.id)))
        seen.add(pair.round_id)
    rounds.not_out(db, member, seen)
    db.flush()
    for key in seen:
        row = db.get(Round, key)
        if row is not None:
            held_rounds.look_again(db, networks.get(db, row.network_id), row, now)
