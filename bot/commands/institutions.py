"""/network settings: the schools that a network knows, for its coordinators."""

from collections.abc import Sequence

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.affiliations import read
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number
from bot.core import institutions as core
from bot.core.people import number
from bot.store import institutions as stored
from bot.store import networks, profiles
from bot.store.tables import Institution
from bot.ui import Message
from bot.views import institutions as views
from bot.views import notes


def network_of(turn: Turn) -> int:
    """The network that knows the button's school; 0 where this person is in none that does."""
    found = stored.get(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def listed(turn: Turn) -> Answer:
    """All of them, and two that may be the same."""
    return answered(_listed(turn, as_number(turn.more) if turn.answer == "schools" else 0))


def _listed(turn: Turn, at: int = 0) -> Message:
    network = turn.network if turn.answer != "schools" else set_up.own(turn)
    known = profiles.institutions(turn.db, number(network.id))
    people = stored.people(turn.db, number(network.id))
    return views.listed(turn.t, network, known, people, core.twice(known), at)


def _one(turn: Turn, key: int = 0) -> Institution:
    """The school of this number, or of the button."""
    found = stored.get(turn.db, [number(turn.network.id)], key or turn.subject)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def show(turn: Turn) -> Answer:
    """One of them."""
    return answered(_page(turn, _one(turn)))


def _page(turn: Turn, one: Institution, alike: Sequence[views.Pair] = ()) -> Message:
    network = number(turn.network.id)
    parts = stored.put_into(turn.db, network, number(one.id))
    return views.page(turn.t, one, stored.people(turn.db, network), parts, alike)


def change_form(turn: Turn) -> Answer:
    """Its name, phases and region, and whether it is to be reached first."""
    return views.form(turn.t, _one(turn))


def change(turn: Turn) -> Answer:
    """Keep them."""
    one = _one(turn)
    name, phases, region = read(turn, views.form(turn.t, one))
    core.change(one, name, phases, region, first=turn.value("priority") == "yes")
    turn.db.flush()
    network = number(turn.network.id)
    alike = [two for two in core.twice(profiles.institutions(turn.db, network)) if one in two]
    return answered(_page(turn, one, alike))


def _two(turn: Turn) -> tuple[Institution, Institution]:
    """The two schools of a button that stand on the list."""
    networks.lock(turn.db, number(turn.network.id))
    one, other = _one(turn), _one(turn, as_number(turn.more) or -1)
    if one.id == other.id or one.merged_into or other.merged_into:
        raise Refused(notes.outdated(turn.t))
    return one, other


def merge(turn: Turn) -> Answer:
    """The first is the same as the second."""
    one, into = _two(turn)
    core.merge(turn.db, one, into)
    return answered(views.merged(turn.t, one, into))


def two(turn: Turn) -> Answer:
    """They are two."""
    core.keep_apart(*_two(turn))
    turn.db.flush()
    return answered(_listed(turn))


def apart(turn: Turn) -> Answer:
    """What was put together is two again, and is not offered once more."""
    networks.lock(turn.db, number(turn.network.id))
    one = _one(turn)
    if one.merged_into is None:
        raise Refused(notes.outdated(turn.t))
    core.keep_apart(one, _one(turn, one.merged_into))
    core.take_apart(turn.db, one)
    return answered(views.apart(turn.t, one))


ACTIONS = (
    Action("network.schools", act=listed, changes=False),
    Action("school.read", act=show, changes=False),
    Action("school.change", form=change_form, act=change),
    Action("school.merge", act=merge),
    Action("school.two", act=two),
    Action("school.apart", act=apart),
)
