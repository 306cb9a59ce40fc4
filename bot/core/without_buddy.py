"""Who has no buddy in a round that goes on: whether they may still get one in it."""

from datetime import datetime

from bot.core import progress_times
from bot.core.people import number
from bot.core.rematching import may_join
from bot.core.rounds import ON
from bot.store import rounds
from bot.store.db import Db


def may_get_one(db: Db, network: int, member: int, now: datetime) -> bool:
    """Whether somebody who takes part and has no buddy gets one as soon as somebody is free, before
    the next round begins.
    """
    for row in rounds.of(db, network, ON):
        half, ends = row.half_at, row.ends_at
        if row.introduced_at is None or row.introduced_at > now or half is None or ends is None:
            continue
        out = {one.member_id: one for one in rounds.sitting_out(db, number(row.id))}
        return ends - now >= progress_times.worth_it(half, ends) and may_join(out.get(member))
    return False
