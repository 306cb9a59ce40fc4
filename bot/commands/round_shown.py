"""The round of buddies that waits, as its coordinators see it."""

from collections.abc import Sequence

from bot.commands.turns import Refused, Turn, as_number
from bot.core import rounds, together
from bot.core.people import number
from bot.core.rounds import ON, PAUSED, PREVIEW, Changes, Standing
from bot.core.together import Together
from bot.store import buddies as stored_buddies
from bot.store import networks
from bot.store import rounds as stored
from bot.store.tables import Pair, Round
from bot.ui import Message
from bot.views import notes
from bot.views import rounds as views


def looked_at(turn: Turn, row: Round, at: int = 0) -> Message:
    """The round as it is now."""
    changes = rounds.refresh(turn.db, row, turn.now)
    return preview(turn, row, at, changes)


def preview(turn: Turn, row: Round, at: int = 0, changes: Changes = rounds.NOTHING) -> Message:
    """The round as it was dealt, a page of it."""
    stands = rounds.standing(turn.db, row)
    names = _names(turn, stands, changes)
    pairs = in_order(turn, stands)
    at = min(at, max(-(-len(pairs) // views.A_PAGE) - 1, 0))
    shown = pairs[at * views.A_PAGE : (at + 1) * views.A_PAGE]
    out: dict[str, list[str]] = {}
    for member, why in stands.out.items():
        out.setdefault(PAUSED if why == PAUSED else "", []).append(names.get(member, ""))
    repeats = [pair for pair, _ in pairs if pair.repeat]
    return views.preview(
        turn.t,
        turn.network,
        views.Shown(
            row,
            len(pairs),
            stands.people,
            together.of(turn.db, row.network_id, shown, turn.now),
            at,
            out,
            [names.get(one, "") for one in changes.came],
            [names.get(one, "") for one in changes.gone],
            changes.anew,
            len(repeats),
            forced=not any(pair.kept for pair, _ in pairs),
            ends=_ends(turn, row),
            apart=len(stored.apart(turn.db, number(row.id))),
        ),
    )


def _ends(turn: Turn, row: Round) -> str:
    """Until when the round goes on that this one ends."""
    goes_on = next(iter(stored.of(turn.db, row.network_id, ON)), None)
    return ends(turn, goes_on) if goes_on is not None else ""


def ends(turn: Turn, row: Round) -> str:
    """On which day a round ends, in words."""
    return turn.t.day(turn.local(row.ends_at, turn.network.zone).date()) if row.ends_at else ""


def _names(turn: Turn, stands: Standing, changes: Changes) -> dict[int, str]:
    members = {one for _, group in stands.pairs for one in group}
    return stored_buddies.names(
        turn.db, members | {*stands.out} | {*changes.came} | {*changes.gone}
    )


def in_order(turn: Turn, stands: Standing) -> Sequence[tuple[Pair, tuple[int, ...]]]:
    """The pairs by the name of who comes first in them."""
    names = stored_buddies.names(turn.db, {one for _, group in stands.pairs for one in group})

    def by_name(one: tuple[Pair, tuple[int, ...]]) -> tuple[str, int]:
        return min((names.get(member, "").casefold(), member) for member in one[1] or (0,))

    return sorted(stands.pairs, key=by_name)


def waiting(turn: Turn, state: str = PREVIEW) -> Round:
    """The round that the button is about, in this state. Raises Refused."""
    network = number(turn.network.id)
    networks.lock(turn.db, network)  # before the round, as the scheduler does
    row = stored.get(turn.db, [network], turn.subject, to_change=True)
    if row is None:
        raise Refused(notes.not_found(turn.t))
    if row.state != state:
        raise Refused(notes.outdated(turn.t))
    return row


def the_pair(turn: Turn, row: Round) -> Pair:
    """The pair that the button is about. Raises Refused where it is not any more."""
    pair = stored.pair(turn.db, [row.network_id], as_number(turn.more), to_change=True)
    if pair is None or pair.round_id != row.id:
        raise Refused(notes.outdated(turn.t))
    return pair


def one_pair(turn: Turn, pair: Pair) -> Together:
    """A pair, with all from which the reason is made."""
    members = [row.member_id for row in stored.of_pair(turn.db, number(pair.id))]
    return together.of(turn.db, pair.network_id, [(pair, members)], turn.now)[0]
