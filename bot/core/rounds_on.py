"""What is due in the rounds that go on: people are asked how it goes, given somebody else where
they are left hanging, and a round ends.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.core import held_rounds, how_it_goes, progress, progress_times, rematching, terms
from bot.core.rounds import ON, OVER
from bot.store import networks, rounds
from bot.store import progress as stored
from bot.store.db import Db
from bot.store.tables import Round


def to_look_after(db: Db, now: datetime) -> Sequence[int]:
    """The networks in which something is to be done now: most of the time in none. It is found out
    without a lock.
    """
    found = stored.networks(db, now - progress_times.TELL_FOR * 2)
    return [key for key in found if _is_due(db, key, now)]


def _is_due(db: Db, key: int, now: datetime) -> bool:
    network = networks.get(db, key)
    school = terms.school(db, network)
    if any(held_rounds.is_fresh(row, now) for row in rounds.of(db, key, ON)):
        return True
    newest = True
    for row, ends in _begun(db, key, now):
        if row.state == ON and (not newest or ends <= now):
            return True
        if row.state == ON and rematching.is_due(db, network, row, school, now):
            return True
        newest = False
        is_open = now < progress_times.closes(ends, school)
        if is_open and how_it_goes.is_due(db, row, school, now):
            return True
    return False


def look_after(db: Db, key: int, now: datetime) -> None:
    """Do what is due now in the rounds of a network. Safe to do as often as one likes."""
    network = networks.get(db, key)
    school = terms.school(db, network)
    if network.held_since is not None:
        return
    networks.lock(db, key)
    newest = True
    for row in rounds.of(db, key, ON):
        if row.introduced_at is None or row.introduced_at > now:
            held_rounds.look_again(db, network, row, now)
    for row, ends in _begun(db, key, now):
        if row.state == ON and (not newest or ends <= now):
            progress.end(db, row, now)
        if row.state == ON:
            held_rounds.drop_untold(db, row, now)
            rematching.look_after(db, network, row, school, now)
        newest = False
        if now < progress_times.closes(ends, school):
            how_it_goes.ask(db, row, school, now)


def _begun(db: Db, key: int, now: datetime) -> list[tuple[Round, datetime]]:
    """The rounds that people know of, each with its end, the latest first."""
    return [
        (row, row.ends_at)
        for row in rounds.of(db, key, ON, OVER)
        if row.introduced_at is not None and row.introduced_at <= now and row.ends_at is not None
    ]
