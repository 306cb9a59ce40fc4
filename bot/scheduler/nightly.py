"""What is done once a night: what is over goes, and the log says how many rows of each kind."""

from datetime import datetime, timedelta

import structlog

from bot.core import clearing
from bot.store.db import Store

EVERY = timedelta(hours=1)
"""How often it is looked whether last night's is done."""
log = structlog.get_logger()


def clear(store: Store, now: datetime) -> None:
    """Let go what is over, unless that was done since last night began; safe to do as often as one
    likes, and by several processes at once.
    """
    with store.read() as db:
        if clearing.is_done(db, now):
            return
    went = clearing.clear(store, now)
    with store.write() as db:
        clearing.done(db, now)
    for what, counts in went.items():
        if total := sum(counts.values()):
            log.info("clearing.done", kind=what, count=total)
