"""/network hand-over: what the network knows, to read and to take along, and handing it over."""

from bot.commands import picked
from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply, Sent
from bot.commands.set_up import may_decide, own
from bot.commands.turns import Mistakes, Turn, answered, as_number
from bot.core import duties, hand_over
from bot.core.people import number
from bot.i18n import marked
from bot.store import people
from bot.views import hand_over as views


def show(turn: Turn) -> Answer:
    """What the network knows, a page of it."""
    known = hand_over.known(turn.db, own(turn), turn.now)
    at = as_number(turn.more) if turn.answer == "hand-over" else 0
    return answered(views.page(turn.t, known, at, decides=not _for_now(turn)))


def _for_now(turn: Turn) -> bool:
    me = number(turn.member.id) if turn.member else 0
    return duties.stands_in(turn.db, number(turn.network.id), me)


def take_along(turn: Turn) -> Answer:
    """The same as a file."""
    known = hand_over.known(turn.db, own(turn), turn.now)
    today = turn.t.day(turn.local(turn.now, turn.network.zone).date())
    content = views.file(turn.t, known, today).encode()
    return Reply(views.taken(turn.t), File("hand-over.html", content))


def hand_to_form(turn: Turn) -> Answer:
    """Who takes over?"""
    may_decide(turn)
    return views.form(turn.t, own(turn))


def hand_to(turn: Turn) -> Answer:
    """Ask the person that was picked; nothing changes until they say yes."""
    network = own(turn)
    may_decide(turn)
    form, user, said = views.form(turn.t, network), turn.value("who"), turn.call.said
    after = turn.value("after")
    problems = {}
    given = said.people.get(user) if isinstance(said, Sent) else None
    if not user:
        problems["who"] = turn.t("Please pick a person.")
    elif user == turn.call.who.user or (given and given.outsider):
        problems["who"] = turn.t("Please pick somebody else of your own organisation.")
    elif not picked.may_name(turn, user):
        problems["who"] = turn.t(
            "That person has asked to be left out. They can join by themselves."
        )
    if after not in duties.AFTER:
        problems["after"] = turn.t("Please choose one of these.")
    if problems:
        raise Mistakes(form, problems)
    member, key = picked.meet(turn, user), number(network.id)
    duties.ask_to_take_over(turn.db, key, member, number(turn.me.id), after, turn.now)
    return answered(views.asked(turn.t, network, people.name(turn.db, member), member))


ACTIONS = (
    Action("network.hand-over", act=show, changes=False, verb=marked("hand-over", "verb")),
    Action("network.hand-over-file", act=take_along, changes=False),
    Action("network.hand-to", form=hand_to_form, act=hand_to),
)
