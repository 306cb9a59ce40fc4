"""What due messages show to people who go together: as things stand when they leave."""

from collections.abc import Callable, Mapping

from bot.core import how_it_goes, letters, progress, rematching
from bot.core.people import number
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
    """Nobody was free, as long as that is so."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    pair, member = (int(one) for one in due.row.subject.split(":")[1:])
    key = number(due.network.id)
    is_so = _is_theirs(due, member) and rematching.hangs(due.db, key, pair, member)
    return views.alone(due.t) if is_so else None


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
    rematching.ALONE: _alone,
    rematching.RESTING: _resting,
}
