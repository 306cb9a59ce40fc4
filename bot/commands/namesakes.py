"""Who came themselves and is on the list by name as well: a coordinator says that they are one.

Nobody is asked whether it is they: on these platforms anybody may take any name.
"""

from bot.commands import newcomers, set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number
from bot.core import namesakes
from bot.core.namesakes import NotAny
from bot.core.people import number
from bot.ui import Message
from bot.views import namesakes as views
from bot.views import notes


def same_one(turn: Turn) -> Answer:
    """Whether two are one person, before it is done."""
    network = set_up.own(turn)
    try:
        two = namesakes.find(turn.db, number(network.id), *_both(turn))
    except NotAny:
        raise Refused(notes.outdated(turn.t)) from None
    return answered(views.sure(turn.t, network, two))


def same_one_now(turn: Turn) -> Answer:
    """They are."""
    network = number(set_up.own(turn).id)
    try:
        two = namesakes.are_one(turn.db, network, *_both(turn), turn.now)
    except NotAny:
        if not namesakes.is_settled(turn.db, network, *_both(turn)):
            raise Refused(notes.outdated(turn.t)) from None
        said = turn.t("They are one person already, or one of them is not here any more.")
        return answered(notes.above(said, newcomers.shown(turn)))
    shown = newcomers.shown(turn)
    return answered(Message(shown.title, (views.done(turn.t, two), *shown.blocks)))


def _both(turn: Turn) -> tuple[int, int]:
    listed, _, came = turn.more.partition("-")
    return as_number(listed), as_number(came)


ACTIONS = (
    Action("network.same-one", act=same_one, changes=False),
    Action("network.same-one-now", act=same_one_now),
)
