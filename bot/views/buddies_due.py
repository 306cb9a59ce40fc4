"""What due messages show of buddies, as things stand when they leave."""

from collections.abc import Callable, Mapping

from bot.core import held_rounds, introductions, letters, next_rounds, rounds, together
from bot.core.people import number
from bot.core.rounds import ON, PREVIEW
from bot.store import deliveries, people
from bot.store import rounds as stored
from bot.store.tables import Pair
from bot.ui import Message
from bot.views import introductions as views
from bot.views import round_words as round_views
from bot.views.due import Due

_TWO = 2


def _pair(due: Due) -> Pair | None:
    """The pair that a message is about, as long as it goes on and there are two in it."""
    row = stored.pair(due.db, [number(due.network.id)], deliveries.about(due.row))
    if row is None or row.state != ON or len(_members(due, row)) < _TWO:
        return None
    return row


def _members(due: Due, pair: Pair) -> list[int]:
    """Those of a pair who are still in the network."""
    here = people.still_here(due.db, pair.network_id)
    rows = stored.of_pair(due.db, number(pair.id))
    return [row.member_id for row in rows if row.member_id in here]


def _introduced(due: Due) -> Message | None:
    """To a pair in its conversation; what stands there stays as it was."""
    _wait(due)
    row = None if due.row.remote_ref else _pair(due)
    if row is None or len(_members(due, row)) < len(stored.of_pair(due.db, number(row.id))):
        return None
    if not held_rounds.may_tell(due.db, row, due.row.subject, due.now):
        return None
    return views.introduced(due.t, together.in_full(due.db, due.network, row, due.now))


def _told(due: Due) -> Message | None:
    """To one of a pair, how things stand; once told it stays as it was."""
    _wait(due)
    row = None if due.row.remote_ref else _pair(due)
    member = int(due.row.subject.rpartition(":")[2])
    if row is None or member not in _members(due, row):
        return None
    if not held_rounds.may_tell(due.db, row, due.row.subject, due.now):
        return None
    platform = deliveries.target(due.db, due.row).platform
    mine = together.mine(due.db, due.network, row, member, platform, due.now)
    plan = people.coordinators(due.db, number(due.network.id))
    names = [one.name for one in plan if one.name and one.id != member]
    return views.told(due.t, due.network, mine, names)


def _preview(due: Due) -> Message | None:
    """To a coordinator, the round that comes by itself, as long as it can be stopped."""
    row = stored.get(due.db, [number(due.network.id)], deliveries.about(due.row))
    if row is None or row.state != PREVIEW or row.goes_at is None or due.row.remote_ref:
        return None
    stands = rounds.standing(due.db, row)
    return round_views.by_itself(
        due.t, due.network, row, len(stands.pairs), stands.people, row.goes_at
    )


def _wait(due: Due) -> None:
    """What was held up waits for the hours in which messages go that can wait."""
    if not due.row.remote_ref and deliveries.is_late(due.row, due.now):
        letters.wait_for_a_window(due.db, due.row, due.now)


DRAWN: Mapping[str, Callable[[Due], Message | None]] = {
    introductions.INTRODUCED: _introduced,
    introductions.TOLD: _told,
    next_rounds.PREVIEW: _preview,
}
