"""/network, for coordinators: what a restored backup would send, and what is to become of it."""

from collections.abc import Callable
from datetime import datetime

from bot.commands import set_up
from bot.commands.actions import Action, Handler
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered
from bot.core import held as core
from bot.core.people import number
from bot.store.db import Db
from bot.store.tables import Network
from bot.ui import Block, Message
from bot.views import held as views
from bot.views import notes


def line(turn: Turn) -> list[Block]:
    """What a coordinator's own page says of it, if anything."""
    return [views.home_line(turn.t, turn.network)] if turn.network.held_since else []


def show(turn: Turn) -> Answer:
    """The question that is next."""
    return answered(_page(turn) or notes.outdated(turn.t))


def _page(turn: Turn) -> Message | None:
    network = set_up.own(turn)
    if network.held_since is None:
        return None
    asked = core.question(turn.db, number(network.id))
    return views.page(turn.t, network, network.held_since, asked)


def _decides(act: Callable[[Db, Network, datetime], None]) -> Handler:
    """An answer to a question: it is done, and the next one asked."""

    def decide(turn: Turn) -> Answer:
        network = set_up.own(turn)
        if network.held_since is None:
            return answered(notes.outdated(turn.t))
        act(turn.db, network, turn.now)
        done = notes.note(turn.t("Thank you. From now on all goes on as always."))
        return answered(_page(turn) or done)

    return decide


ACTIONS = (
    Action("network.held", act=show, changes=False),
    Action("network.held-send", act=_decides(core.send)),
    Action("network.held-drop", act=_decides(core.drop)),
    Action("network.held-there", act=_decides(core.they_went_out)),
    Action("network.held-again", act=_decides(core.send_again)),
)
