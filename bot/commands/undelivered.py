"""/network, for coordinators: what did not arrive, and what is to become of it."""

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered, as_number
from bot.core import undelivered as core
from bot.core.people import number
from bot.store import undelivered
from bot.ui import Block, Message
from bot.views import notes
from bot.views import undelivered as views


def line(turn: Turn) -> list[Block]:
    """What a coordinator's own page says of it, if anything."""
    _, count = core.of_network(turn.db, number(turn.network.id), turn.now)
    return [views.home_line(turn.t, turn.network, count)] if count else []


def show(turn: Turn) -> Answer:
    """All that did not arrive."""
    return answered(_page(turn))


def _page(turn: Turn) -> Message:
    network = set_up.own(turn)
    items, count = core.of_network(turn.db, number(network.id), turn.now)
    return views.page(turn.t, network, items, count)


def try_again(turn: Turn) -> Answer:
    """One of it is sent again."""
    network = number(set_up.own(turn).id)
    if not undelivered.send_again(turn.db, network, as_number(turn.more), turn.now):
        return answered(notes.outdated(turn.t))
    return _then(turn, turn.t("I am sending it again. /network shows whether it worked."))


def there(turn: Turn) -> Answer:
    """One of it has been seen where it should be."""
    network = number(set_up.own(turn).id)
    if not undelivered.is_there(turn.db, network, as_number(turn.more), turn.now):
        return answered(notes.outdated(turn.t))
    return _then(turn, turn.t("Good. It counts as sent."))


def let_go(turn: Turn) -> Answer:
    """What cannot arrive any more is put away."""
    undelivered.let_go(turn.db, number(set_up.own(turn).id))
    return _then(turn, turn.t("I have put it away."))


def _then(turn: Turn, said: str) -> Answer:
    """What was done, and what is left to settle."""
    _, count = core.of_network(turn.db, number(turn.network.id), turn.now)
    left = _page(turn).blocks if count else ()
    return answered(Message("", (*notes.note(said).blocks, *left)))


ACTIONS = (
    Action("network.undelivered", act=show, changes=False),
    Action("network.try-again", act=try_again),
    Action("network.there", act=there),
    Action("network.let-go", act=let_go),
)
