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


def to_look_after(db: Db, now: datetime) -> Sequence[int]:
    """The networks in which people go together, or can still say whether it was of use."""
    return stored.networks(db, now - progress_times.TELL_FOR * 2)


def look_after(db: Db, key: int, now: datetime) -> None:
    """Do what is due now in the rounds of a network. Safe to do as often as one likes."""
    network = networks.get(db, key)
    school = terms.school(db, network)
    if network.held_since is not None:
        return
    networks.lock(db, key)
    newest = True
    for row in rounds.of(db, key, ON, OVER):
        if row.introduced_at is None or row.introduced_at > now or row.ends_at is None:
            held_rounds.look_again(db, network, row, now)
            continue
        if row.state == ON and (not newest or row.ends_at <= now):
            progress.end(db, row, now)
        if row.state == ON:
            held_rounds.drop_untold(db, row, now)
            rematching.look_after(db, network, row, school, now)
        newest = False
        if now < progress_times.closes(row.ends_at, school):
            how_it_goes.ask(db, row, school, now)
