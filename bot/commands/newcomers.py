"""Newcomers: welcoming them, being looked out for, and who came only once."""

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number, come_in
from bot.core import cells, namesakes, newcomers
from bot.core.people import number
from bot.store import attendance, people
from bot.store.tables import EPOCH, Membership
from bot.ui import Button, Message
from bot.views import networks as network_views
from bot.views import newcomers as views
from bot.views import notes


def ways(turn: Turn, row: Membership | None) -> Sequence[Button]:
    """What a person of the network can set about newcomers."""
    network = number(turn.network.id)
    if row is None or row.left_at is not None or row.role == "guest":
        return ()
    has_been = bool(attendance.meetings_of(turn.db, network, row.member_id, EPOCH))
    return views.ways(turn.t, network, row, has_been=has_been)


def host(turn: Turn) -> Answer:
    """They welcome newcomers, or do no more."""
    row = _mine(turn)
    row.hosts = turn.more == "yes"
    if not row.hosts:
        return answered(notes.note(turn.t("Thank you. I give you no newcomers any more.")))
    thanks = turn.t("Thank you! I tell you before a meeting who comes for the first time.")
    return answered(_may_write(turn, row, thanks))


def hosted(turn: Turn) -> Answer:
    """Somebody may look out for them the first time, or need not."""
    row = _mine(turn)
    row.hosted = turn.more == "yes"
    if not row.hosted:
        return answered(notes.note(turn.t("That is fine. I tell nobody.")))
    yes = turn.t("Gladly. If somebody can, I tell you both on the day before the meeting.")
    return answered(_may_write(turn, row, yes))


def _mine(turn: Turn) -> Membership:
    network = set_up.own(turn)
    come_in(turn)
    row = people.membership(turn.db, number(network.id), number(turn.me.id))
    assert row is not None  # noqa: S101 -- they have come in
    return row


def _may_write(turn: Turn, row: Membership, said: str) -> Message:
    """What was settled; and where it cannot be told to them yet, the question whether it may."""
    message = notes.note(said)
    if row.private:
        return message
    ask = network_views.ask_private(turn.t)
    buttons = network_views.private_buttons(turn.t, turn.network)
    return Message("", (*message.blocks, *notes.note(ask).blocks, buttons))


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
    Action("network.host", act=host),
    Action("network.hosted", act=hosted),
    Action("network.newcomers", act=page, changes=False),
    Action("network.asked", act=asked),
    Action("network.let-be", act=let_be),
    Action("network.ask-again", act=ask_again),
)
