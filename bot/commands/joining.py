"""/network invite, and /network join with a code: how people come into a network."""

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, pick
from bot.core import joining, people
from bot.core.joining import Agreed, Way
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import joining as stored
from bot.store import lanes, networks
from bot.ui import Block, Message
from bot.views import joining as views
from bot.views import notes


def card(turn: Turn) -> Answer:
    """What joining by the typed code means; nothing changes yet."""
    way = _way(turn, turn.text)
    if joining.is_in(turn.rows, number(way.network.id)):
        return answered(views.there_already(turn.t, way.network))
    return answered(views.card(turn.t, way))


def _way(turn: Turn, code: str) -> Way:
    way = joining.opened(turn.db, code)
    if way is None:
        raise Refused(notes.note(views.unknown(turn.t)))
    return way


def enter(turn: Turn) -> Answer:
    """The person comes in by a code, and has said whether they may be written to."""
    code, _, said = turn.more.partition(":")
    way = _way(turn, code)
    network, me = number(way.network.id), number(turn.me.id)
    if joining.is_in(turn.rows, network):
        return answered(views.there_already(turn.t, way.network))
    people.remember_again(turn.db, network, turn.call.who, turn.keys)
    role = Role.GUEST if turn.call.profile.outsider else Role.MEMBER
    agreed = Agreed(private=said == "yes", hosted=said == "yes")
    row = joining.enter(turn.db, way, me, agreed, turn.now, role=role)
    if agreed.private:
        lanes.reopen(turn.db, lanes.find_or_make(turn.db, turn.call.who))
    turn.rows[network] = row
    if all(known.id != network for known in turn.networks):
        turn.networks = [*turn.networks, way.network]
    pick(turn, way.network)
    return answered(views.entered(turn.t, way, turn.ahead(), _elsewhere(turn, network)))


def _elsewhere(turn: Turn, network: int) -> str:
    """The channel in which the network posts, where the person is not there just now."""
    homes = [
        home
        for home in networks.homes(turn.db, network)
        if home.platform == turn.call.place.platform and home.room
    ]
    is_there = any(home.channel == turn.call.place.channel for home in homes)
    return "" if is_there or not homes else homes[0].room


def line(turn: Turn) -> list[Block]:
    """What a coordinator's own page says while the page of a code lets nobody else in."""
    network = number(turn.network.id)
    if not joining.are_too_many(turn.db, network, turn.now) or not stored.has_any(turn.db, network):
        return []
    own = stored.of(turn.db, network, None) is not None
    return [views.home_line(turn.t, turn.network, own=own)]


def invite(turn: Turn) -> Answer:
    """The network's code for a coordinator, their own for a member; made where there is none."""
    return answered(_invitation(turn, fresh=False))


def invite_new(turn: Turn) -> Answer:
    """Another code; the one before it works no more."""
    had = stored.of(turn.db, number(set_up.own(turn).id), _whose(turn)) is not None
    shown = _invitation(turn, fresh=True)
    said = turn.t("Here is a new code. The old one does not work any more.")
    return answered(notes.above(said, shown) if had else shown)


def _invitation(turn: Turn, *, fresh: bool) -> Message:
    network = set_up.own(turn)
    here, whose = number(network.id), _whose(turn)
    given = joining.make if fresh else joining.code_of
    row = given(turn.db, here, whose, turn.now, turn.keys)
    address = f"{turn.public}/j/{joining.spelled(row.code)}" if turn.public else ""
    return views.invitation(
        turn.t, network, row.code, address, own=whose is not None, plans=turn.plans
    )


def _whose(turn: Turn) -> int | None:
    return None if turn.plans else number(turn.me.id)


def invite_end(turn: Turn) -> Answer:
    """Nobody comes in by this code any more."""
    network = set_up.own(turn)
    if not stored.end(turn.db, number(network.id), _whose(turn)):
        return answered(notes.outdated(turn.t))
    return answered(views.ended(turn.t, network))


ACTIONS = (
    Action("network.enter", act=enter),
    Action("network.invite", act=invite, verb=marked("invite", "verb")),
    Action("network.invite-new", act=invite_new),
    Action("network.invite-end", act=invite_end),
)
