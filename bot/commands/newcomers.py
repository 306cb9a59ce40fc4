"""Newcomers: who is new, and who came only once."""

from collections import Counter
from zoneinfo import ZoneInfo

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number
from bot.core import cells, namesakes, newcomers
from bot.core.people import number
from bot.store import people
from bot.store.tables import Membership
from bot.ui import Message
from bot.views import newcomers as views
from bot.views import notes


def page(turn: Turn) -> Answer:
    """Who is new, and who came only once."""
    return answered(shown(turn))


def shown(turn: Turn) -> Message:
    """Who is new, who may be here twice, and who came only once."""
    network = set_up.own(turn)
    here, zone = number(network.id), ZoneInfo(network.zone)
    called = Counter(cells.same_name(name) for _, name in people.names(turn.db, here))
    fresh = [
        views.Fresh(
            name,
            joined.astimezone(zone).date(),
            inviter,
            has_been,
            is_double=bool(name) and called[cells.same_name(name)] > 1,
        )
        for name, joined, inviter, has_been in newcomers.joined(turn.db, here, turn.now)
    ]
    twice = namesakes.every(turn.db, here)
    once = newcomers.came_once(turn.db, here, turn.now)
    return views.page(turn.t, network, fresh, once, twice)


def asked(turn: Turn) -> Answer:
    """The coordinator has asked somebody who came only once."""
    return _settle(turn, "asked")


def let_be(turn: Turn) -> Answer:
    """Nobody asks them."""
    return _settle(turn, "let")


def _settle(turn: Turn, how: str) -> Answer:
    network, row = set_up.own(turn), _theirs(turn)
    row.asked_after = how
    turn.db.flush()
    name = people.name(turn.db, row.member_id)
    done = views.settled(turn.t, network, row.member_id, name, asked=how == "asked")
    now = shown(turn)
    return answered(Message(now.title, (*done, *now.blocks)))


def ask_again(turn: Turn) -> Answer:
    """What was decided about them is taken back."""
    _theirs(turn).asked_after = ""
    turn.db.flush()
    return page(turn)


def _theirs(turn: Turn) -> Membership:
    network = number(set_up.own(turn).id)
    row = people.membership(turn.db, network, as_number(turn.more))
    if row is None or row.left_at is not None:
        raise Refused(notes.not_found(turn.t))
    return row


ACTIONS = (
    Action("network.newcomers", act=page, changes=False),
    Action("network.asked", act=asked),
    Action("network.let-be", act=let_be),
    Action("network.ask-again", act=ask_again),
)
