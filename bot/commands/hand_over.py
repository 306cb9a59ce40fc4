"""/network hand-over: what the network knows, to read and to take along, and handing it over."""

from bot.commands import picked
from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.set_up import hears, may_decide, own, stands_in
from bot.commands.turns import Mistakes, Turn, answered, as_number
from bot.core import duties, hand_over
from bot.core.people import number
from bot.i18n import marked
from bot.store import people
from bot.ui import Form
from bot.views import hand_over as views


def show(turn: Turn) -> Answer:
    """What the network knows, a page of it."""
    known = hand_over.known(turn.db, own(turn), turn.now)
    at = as_number(turn.more) if turn.answer == "hand-over" else 0
    return answered(views.page(turn.t, known, at, decides=not stands_in(turn)))


def take_along(turn: Turn) -> Answer:
    """The same as a file."""
    known = hand_over.known(turn.db, own(turn), turn.now)
    today = turn.t.day(turn.local(turn.now, turn.network.zone).date())
    content = views.file(turn.t, known, today).encode()
    return Reply(views.taken(turn.t), File("hand-over.html", content))


def hand_to_form(turn: Turn) -> Answer:
    """Who takes over?"""
    may_decide(turn)
    return _form(turn)


def _form(turn: Turn) -> Form:
    return views.form(turn.t, own(turn), picked.among(turn))


def hand_to(turn: Turn) -> Answer:
    """Ask the person that was picked; nothing changes until they say yes."""
    network = own(turn)
    may_decide(turn)
    key, after, problems = number(network.id), turn.value("after"), dict[str, str]()
    member = picked.on_the_list(turn, problems)
    if after not in duties.AFTER:
        problems["after"] = turn.t("Please choose one of these.")
    if problems:
        raise Mistakes(_form(turn), problems)
    me = number(turn.me.id)
    row, others = duties.ask_to_take_over(turn.db, key, member, me, after, turn.now)
    names = [people.name(turn.db, one) for one in others]
    name = people.name(turn.db, member)
    told = hears(turn)
    return answered(views.asked(turn.t, network, row, name, hears=told, instead_of=names))


ACTIONS = (
    Action("network.hand-over", act=show, changes=False, verb=marked("hand-over", "verb")),
    Action("network.hand-over-file", act=take_along, changes=False),
    Action("network.hand-to", form=hand_to_form, act=hand_to),
)
