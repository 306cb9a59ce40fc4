"""What due messages show to people who go together: as things stand when they leave."""

from collections.abc import Callable, Mapping

from bot.core import dissolved, how_it_goes, letters, progress, rematching
from bot.core.people import number
from bot.core.rounds import PAUSED
from bot.store import deliveries, people
from bot.store import rounds as stored
from bot.store.tables import Paired
from bot.ui import Message
from bot.views import progress as views
from bot.views.due import Due


def _asked(due: Due) -> Message | None:
    """How does it go, or was it of use? Once asked it stays as it was."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    found = how_it_goes.asked(due.db, due.row, due.now)
    if found is None:
        return None
    letters.wait_for_room(due.db, due.row, due.now)
    pair, rows = found
    others = _others(due, rows) if deliveries.talk_of(due.db, due.row) is None else ()
    if due.row.view == progress.NUDGE:
        rests = how_it_goes.can_rest(due.db, pair, due.now)
        return views.nudge(due.t, pair, others, rests=rests)
    draw = {progress.HALF: views.half, progress.END: views.end}
    return draw[due.row.view](due.t, pair, others)


def _others(due: Due, mine: list[Paired]) -> list[str]:
    """Those with whom the reader goes together, by name."""
    rows = stored.of_pair(due.db, mine[0].pair_id)
    return [people.name(due.db, row.member_id) for row in rows if row.id != mine[0].id]


def _alone(due: Due) -> Message | None:
    """Nobody was free or found, as long as that is so."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    why = rematching.why_out(due.db, number(due.network.id), due.row.subject)
    if why in (None, PAUSED) or not _is_theirs(due, int(due.row.subject.rpartition(":")[2])):
        return None
    if why == rematching.HANGING:
        return views.alone(due.t, due.network)
    return views.nobody_found(due.t)


def _closed(due: Due) -> Message | None:
    """Into a conversation that is over, as long as nobody goes on in it."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    pair = stored.pair(due.db, [due.row.network_id], int(due.row.subject.split(":")[1]))
    if pair is None or not dissolved.is_closed(due.db, pair):
        return None
    return views.closed(due.t)


def _resting(due: Due) -> Message | None:
    """They have no buddy for now, as long as they have not said that they are back."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    member = int(due.row.subject.rpartition(":")[2])
    key = number(due.network.id)
    is_so = _is_theirs(due, member) and rematching.rests(due.db, key, member)
    return views.resting(due.t, due.network) if is_so else None


def _is_theirs(due: Due, member: int) -> bool:
    """Whether a person is written to where the message goes."""
    to = people.inboxes(due.db, due.row.network_id, [member]).get(member)
    return to == deliveries.target(due.db, due.row)


DRAWN: Mapping[str, Callable[[Due], Message | None]] = {
    progress.HALF: _asked,
    progress.NUDGE: _asked,
    progress.END: _asked,
    dissolved.CLOSED: _closed,
    rematching.ALONE: _alone,
    rematching.RESTING: _resting,
}
