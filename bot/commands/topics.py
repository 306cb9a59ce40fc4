"""/network settings: the topics that a network has of its own, for its coordinators."""

from bot.commands import set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import unfit
from bot.core import interests, topics
from bot.core.people import number
from bot.store import profiles as stored
from bot.store.tables import Topic
from bot.views import notes
from bot.views import topics as views
from bot.views.interests import NAME


def network_of(turn: Turn) -> int:
    """The network that has the button's topic; 0 where this person is in none that does."""
    found = stored.own_topic(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found and interests.count(turn.db, found) else 0


def listed(turn: Turn) -> Answer:
    """Those that somebody shows."""
    network = set_up.own(turn)
    own, people = interests.shown(turn.db, number(network.id))
    return answered(views.listed(turn.t, network, own, people, as_number(turn.more)))


def _one(turn: Turn) -> Topic:
    own, _ = interests.shown(turn.db, number(turn.network.id))
    found = next((row for row in own if row.id == turn.subject), None)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def show(turn: Turn) -> Answer:
    """One of them."""
    row = _one(turn)
    return answered(views.page(turn.t, row, interests.count(turn.db, row)))


def same_form(turn: Turn) -> Answer:
    """Which other topic is it?"""
    return views.form(turn.t, _one(turn))


def same(turn: Turn) -> Answer:
    """Those that may be meant; nothing is done before one is pressed."""
    row = _one(turn)
    name, near = turn.value("name"), []
    problem = unfit(turn, name, NAME)
    if not problem:
        near = topics.nearest(name, _others(turn, row))
    if not near:
        problem = problem or turn.t("I know no such topic. Please try another word for it.")
        raise Mistakes(views.form(turn.t, row), {"name": problem})
    like = [topic for topic, _ in near]
    return answered(views.same(turn.t, row, like, interests.count(turn.db, row)))


def _others(turn: Turn, row: Topic) -> list[topics.Topic]:
    own = topics.own(row.id, row.name).key
    known = interests.known(turn.db, number(turn.network.id))
    return [topic for topic in known if topic.key != own]


def same_now(turn: Turn) -> Answer:
    """It is that one."""
    row = _one(turn)
    into = next((topic for topic in _others(turn, row) if topic.key == turn.more), None)
    if into is None:
        raise Refused(notes.outdated(turn.t))
    interests.put_into(turn.db, row, into)
    return answered(views.gone(turn.t, turn.network))


def remove(turn: Turn) -> Answer:
    """Are you sure?"""
    row = _one(turn)
    return answered(views.sure(turn.t, row, interests.count(turn.db, row)))


def remove_now(turn: Turn) -> Answer:
    """It is gone."""
    interests.remove(turn.db, _one(turn))
    return answered(views.gone(turn.t, turn.network))


ACTIONS = (
    Action("network.topics", act=listed, changes=False),
    Action("topic.read", act=show, changes=False),
    Action("topic.same", form=same_form, act=same, changes=False),
    Action("topic.same-now", act=same_now),
    Action("topic.remove", act=remove, changes=False),
    Action("topic.remove-now", act=remove_now),
)
