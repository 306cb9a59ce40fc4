"""/network away: being away and coming back, and standing in while all coordinators are away."""

from datetime import date, datetime

from bot.commands import duties, picked
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.duties import offered
from bot.commands.set_up import own, stands_in
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_back_at, read_until
from bot.core import away
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import away as stored
from bot.store import duties as stored_duties
from bot.store import people
from bot.ui import Block, Form
from bot.views import away as views
from bot.views import notes


def away_form(turn: Turn) -> Answer:
    """Until when? What stood behind the command is filled in; with the reason, if it is no day."""
    network, text = own(turn), turn.text
    found = read_until(turn, text) if text else ""
    if isinstance(found, date):
        return views.form(turn.t, network, plans=turn.plans, until=found.isoformat())
    return views.form(turn.t, network, plans=turn.plans, until=text, problem=found)


def go_away(turn: Turn) -> Answer:
    """The person is away."""
    network = own(turn)
    back_at = _back_at(turn, views.form(turn.t, network, plans=turn.plans))
    if turn.role is Role.GUEST:
        come_in(turn)
    row = away.go(turn.db, network, number(turn.me.id), back_at, turn.now)
    day, can_ask = views.first_day(network, row), _can_ask(turn)
    decides = turn.plans and not stands_in(turn)
    return answered(views.gone(turn.t, day, can_ask, network, decides=decides))


def _back_at(turn: Turn, form: Form) -> datetime:
    """From when on somebody is back. Raises Mistakes."""
    problems: dict[str, str] = {}
    back_at = read_back_at(turn, problems)
    if back_at is None:
        raise Mistakes(form, problems)
    return back_at


def they_form(turn: Turn) -> Answer:
    """Who else is away, and until when?"""
    return views.they_form(turn.t, own(turn))


def they_are_away(turn: Turn) -> Answer:
    """A coordinator says that somebody else is away, who is told where they may be."""
    network, problems = own(turn), dict[str, str]()
    back_at, member = read_back_at(turn, problems), picked.on_the_list(turn, problems)
    if problems or back_at is None:
        raise Mistakes(views.they_form(turn.t, network), problems)
    row = away.go(turn.db, network, member, back_at, turn.now, by=number(turn.me.id))
    is_told = away.tell_them(turn.db, network, row, turn.now)
    name, day = people.name(turn.db, member), views.first_day(network, row)
    return answered(views.they_are_gone(turn.t, name, day, network, member, told=is_told))


def _can_ask(turn: Turn) -> list[str] | None:
    """For a coordinator: who does meanwhile what needs a person."""
    if not turn.plans:
        return None
    here = stored.here(turn.db, number(turn.network.id))
    return [people.name(turn.db, member) or turn.t("Your deputy") for member in here]


def come_back(turn: Turn) -> Answer:
    """The person is back or, as a coordinator says, somebody else."""
    network = number(own(turn).id)
    other = as_number(turn.more)
    me = number(turn.member.id) if turn.member else 0
    member = other or me
    if other and not turn.plans and (turn.member is None or other != turn.member.id):
        raise Refused(notes.refused(turn.t, stranger=False))
    row = away.back(turn.db, network, member, turn.now)
    if row is None and other and member != me:
        return answered(notes.outdated(turn.t))
    if row is None:
        return answered(views.is_here(turn.t))
    if turn.member is None or member != turn.member.id:
        return answered(views.they_are_back(turn.t, people.name(turn.db, member)))
    count = away.missed(turn.db, network, row.since, turn.now)
    return answered(views.welcome(turn.t, count))


def line(turn: Turn) -> list[Block]:
    """On the page of who is away: that and the way back, and who offers to stand in."""
    found = said(turn)
    return [*found, *offered(turn)] if found else []


def said(turn: Turn) -> list[Block]:
    """To who is away: that, and the way back."""
    me = number(turn.member.id) if turn.member else 0
    row = stored.one(turn.db, number(turn.network.id), me)
    if row is None:
        return []
    by = people.name(turn.db, row.said_by) if row.said_by else None
    return views.line(turn.t, turn.network, row, by)


def names(turn: Turn) -> list[str]:
    """The names of the coordinators; of who is away or stands in, until when."""
    network = number(turn.network.id)
    found, gone = people.coordinators(turn.db, network), stored.of(turn.db, network)
    instead = stored_duties.standing_in(turn.db, network)
    return views.coordinators(turn.t, turn.network, found, gone, instead)


ACTIONS = (
    Action("network.away", form=away_form, act=go_away, verb=marked("away", "verb")),
    Action("network.is-away", form=they_form, act=they_are_away),
    Action("network.back", act=come_back, verb=marked("back", "verb")),
    *duties.ACTIONS,
)
