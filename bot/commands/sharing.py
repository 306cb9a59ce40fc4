"""`/network settings`: what of their profile a person shows to the people of a network."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, come_in
from bot.core import directory
from bot.core.directory import Colleague
from bot.core.people import number
from bot.core.profiles import SHARES, listed
from bot.core.rights import LISTED
from bot.store import people as stored_people
from bot.store.tables import Membership
from bot.ui import Message
from bot.views import directory as directory_views
from bot.views import notes
from bot.views import sharing as views


def check_listed(turn: Turn) -> None:
    """Raises Refused for who is not of the network: nobody is shown to them, and nothing of them
    is.
    """
    if turn.role not in LISTED or not turn.is_among_us:
        raise Refused(directory_views.for_people(turn.t, turn.network))


def show(turn: Turn) -> Answer:
    """What others see of the person, and what they would see."""
    check_listed(turn)
    return answered(_page(turn))


def _page(turn: Turn, done: str = "") -> Message:
    me, mine = turn.member, Colleague(0, "")
    if me is not None:
        mine = directory.myself(turn.db, number(turn.network.id), number(me.id), me.name)
    row = _row(turn)
    shares = listed(row.shares) if row else ()
    return views.page(turn.t, turn.network, mine, shares, done)


def _row(turn: Turn) -> Membership | None:
    key = number(turn.member.id) if turn.member else 0
    return stored_people.membership(turn.db, number(turn.network.id), key)


def share(turn: Turn) -> Answer:
    """The network's people may see this part from now on."""
    return _set(turn, shown=True)


def take_back(turn: Turn) -> Answer:
    """They may not see it any more."""
    return _set(turn, shown=False)


def _set(turn: Turn, *, shown: bool) -> Answer:
    check_listed(turn)
    if turn.more not in SHARES:
        raise Refused(notes.outdated(turn.t))
    come_in(turn)
    row = _row(turn)
    if row is not None:
        kept = {part: part in listed(row.shares) for part in SHARES} | {turn.more: shown}
        row.shares = " ".join(part for part in SHARES if kept[part])
        turn.db.flush()
    return answered(_page(turn, views.done_words(turn.t, shown=shown)))


ACTIONS = (
    Action("network.share", act=show, changes=False),
    Action("network.share-it", act=share),
    Action("network.share-back", act=take_back),
)
