"""/network away: being away and coming back, and standing in while all coordinators are away."""

from datetime import date, datetime

from bot.chat import Person
from bot.commands import picked
from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.set_up import own
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_day
from bot.core import away, duties
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import away as stored
from bot.store import duties as stored_duties
from bot.store import people
from bot.store.tables import Duty
from bot.ui import Block, Form
from bot.views import away as views
from bot.views import duties as duty_views
from bot.views import notes


def away_form(turn: Turn) -> Answer:
    """Until when? What stood behind the command is filled in."""
    return _form(turn, _typed(turn, turn.text or turn.more))


def _form(turn: Turn, until: str = "") -> Form:
    return views.form(turn.t, own(turn), plans=turn.plans, until=until)


def _typed(turn: Turn, text: str) -> str:
    """A day in words as a form has it; what is not clear stays as it was typed."""
    found = read_day(turn, text) if text else ""
    return found.isoformat() if isinstance(found, date) else text


def go_away(turn: Turn) -> Answer:
    """The person is away or, as a coordinator says, somebody else; and somebody may stand in."""
    network, form = own(turn), _form(turn)
    back_at, whom = _read(turn, form)
    if turn.role is Role.GUEST:
        come_in(turn)
    key, me = number(network.id), number(turn.me.id)
    member = _listed(turn, whom["who"]) if whom["who"] else me
    if not member:
        raise Mistakes(form, {"who": turn.t("Please pick somebody of your network.")})
    row = away.go(turn.db, network, member, back_at, turn.now)
    if whom["instead"] and not _only_for_now(turn):
        instead = picked.meet(turn, whom["instead"])
        duties.name(turn.db, key, instead, me, turn.now, back_at)
        away.show_again(turn.db, key, turn.now)
    day = views.first_day(network, row)
    if member != me:
        away.tell_them(turn.db, network, row, turn.now)
        name = people.name(turn.db, member)
        return answered(views.they_are_gone(turn.t, name, day, network, member))
    return answered(views.gone(turn.t, day, _can_ask(turn), network))


def _read(turn: Turn, form: Form) -> tuple[datetime, dict[str, str]]:
    """From when on somebody is back, and who was picked as `who` is away and who stands in
    `instead`. Raises Mistakes.
    """
    problems: dict[str, str] = {}
    back_at = _first_day(turn, problems)
    whom = {key: turn.value(key) if turn.plans else "" for key in ("who", "instead")}
    for key, user in whom.items():
        if user and not picked.may_name(turn, user):
            problems[key] = turn.t(
                "That person has asked to be left out. They can join by themselves."
            )
    is_same = whom["instead"] == (whom["who"] or turn.call.who.user)
    if whom["instead"] and (is_same or _is_outsider(turn, whom["instead"])):
        problems["instead"] = turn.t("Please pick somebody else of your own organisation.")
    if problems or back_at is None:
        raise Mistakes(form, problems)
    return back_at, whom


def _is_outsider(turn: Turn, user: str) -> bool:
    given = turn.call.said.people.get(user) if isinstance(turn.call.said, Sent) else None
    return given is not None and given.outsider


def _first_day(turn: Turn, problems: dict[str, str]) -> datetime | None:
    """The instant at which somebody is back; what cannot be used goes to `problems`."""
    found = read_day(turn, turn.value("until"))
    if isinstance(found, str):
        problems["until"] = found
        return None
    try:
        return away.first_day(turn.network, found, turn.now)
    except away.Unfit:
        problems["until"] = turn.t("Please give a day to come, at most a year away.")
        return None


def _listed(turn: Turn, user: str) -> int:
    """The number of who was picked, if they are of the network; else 0."""
    who = turn.call.who
    known = people.known(turn.db, Person(who.platform, who.workspace, user))
    member = number(known[1].id) if known else 0
    row = people.membership(turn.db, number(turn.network.id), member)
    return member if row is not None and row.left_at is None else 0


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
    member = other or (number(turn.member.id) if turn.member else 0)
    if other and not turn.plans and (turn.member is None or other != turn.member.id):
        raise Refused(notes.refused(turn.t, stranger=False))
    row = away.back(turn.db, network, member, turn.now)
    if row is None:
        return answered(notes.outdated(turn.t))
    if turn.member is None or member != turn.member.id:
        return answered(views.they_are_back(turn.t, people.name(turn.db, member)))
    count = away.missed(turn.db, network, row.since, turn.now)
    return answered(views.welcome(turn.t, count))


def stand_in_form(turn: Turn) -> Answer:
    """Until when would the person stand in?"""
    _check_may_offer(turn)
    found = away.nobody(turn.db, number(turn.network.id))
    until = turn.local(found.until, turn.network.zone).date().isoformat() if found else ""
    return views.stand_in_form(turn.t, own(turn), until)


def _check_may_offer(turn: Turn) -> None:
    if turn.plans:
        raise Refused(duty_views.may_already(turn.t))


def stand_in(turn: Turn) -> Answer:
    """The person offers to stand in; nothing changes until somebody says yes."""
    _check_may_offer(turn)
    network = own(turn)
    problems: dict[str, str] = {}
    until = _first_day(turn, problems)
    if until is None:
        raise Mistakes(views.stand_in_form(turn.t, network, ""), problems)
    if turn.role is Role.GUEST:
        come_in(turn)
    if turn.role is not Role.MEMBER:  # of another organisation, or from another channel
        raise Refused(notes.refused(turn.t, stranger=False))
    duties.offer(turn.db, number(network.id), number(turn.me.id), until, turn.now)
    return answered(duty_views.waits(turn.t))


def stand_in_yes(turn: Turn) -> Answer:
    """Somebody may stand in."""
    return _settle(turn, yes=True)


def stand_in_no(turn: Turn) -> Answer:
    """Nobody is needed just now."""
    return _settle(turn, yes=False)


def _settle(turn: Turn, *, yes: bool) -> Answer:
    network = number(own(turn).id)
    row = stored_duties.one(turn.db, network, as_number(turn.more), to_change=True)
    if row is None or not _may_settle(turn, row):
        raise Refused(notes.refused(turn.t, stranger=False))
    try:
        duties.settle(turn.db, row, turn.now, yes=yes)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None
    away.show_again(turn.db, network, turn.now)
    name = people.name(turn.db, number(row.member_id))
    return answered(duty_views.settled(turn.t, name, yes=yes))


def _may_settle(turn: Turn, row: Duty) -> bool:
    plans, profile = turn.plans and not _only_for_now(turn), turn.call.profile
    # Who is an administrator elsewhere only has no say here.
    is_here = turn.at_home and turn.here is not None and turn.here.id == turn.network.id
    admin = profile.admin and not profile.outsider and is_here
    me = number(turn.member.id) if turn.member else 0
    return duties.may_settle(row, turn.now, plans=plans, admin=admin, me=me)


def _only_for_now(turn: Turn) -> bool:
    """Whether the person may plan only because they stand in for a while."""
    me = number(turn.member.id) if turn.member else 0
    return duties.stands_in(turn.db, number(turn.network.id), me)


def line(turn: Turn) -> list[Block]:
    """On the page of who is away: that and the way back, and who offers to stand in."""
    me = number(turn.member.id) if turn.member else 0
    row = stored.one(turn.db, number(turn.network.id), me)
    return [*views.line(turn.t, turn.network, row), *_offered(turn)] if row else []


def asked(turn: Turn) -> list[Block]:
    """What a person's own page asks: to look after the network, else whether somebody may stand in;
    or it tells members, where all coordinators are away, who can be asked.
    """
    network = number(turn.network.id)
    me = number(turn.member.id) if turn.member else 0
    mine = [row for row in stored_duties.of_person(turn.db, network, me) if row.state == "asked"]
    for row in mine[:1]:
        who = people.name(turn.db, row.asked_by) if row.asked_by else ""
        return duty_views.asked(turn.t, turn.network, row, who)
    if offered := _offered(turn):
        return offered
    found = None if turn.plans else away.nobody(turn.db, network)
    return views.nobody_is_here(turn.t, turn.network, found) if found else []


def _offered(turn: Turn) -> list[Block]:
    for row in _offers(turn)[:1]:
        who = people.name(turn.db, number(row.member_id))
        return duty_views.offered(turn.t, turn.network, row, who)
    return []


def _offers(turn: Turn) -> list[Duty]:
    """The offers that the person may answer."""
    open_ = stored_duties.of(turn.db, number(turn.network.id))
    return [row for row in open_ if row.state == "offered" and _may_settle(turn, row)]


def names(turn: Turn) -> list[str]:
    """The names of the coordinators; of who is away, until when."""
    network = number(turn.network.id)
    found = people.coordinators(turn.db, network)
    return views.coordinators(turn.t, turn.network, found, stored.of(turn.db, network))


def accept(turn: Turn) -> Answer:
    """The person looks after the network, as they were asked to."""
    row = _mine(turn)
    try:
        duties.accept(turn.db, row, turn.now)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None
    away.show_again(turn.db, row.network_id, turn.now)
    return answered(duty_views.on(turn.t, turn.network, row))


def decline(turn: Turn) -> Answer:
    """The person would rather not."""
    row = _mine(turn)
    try:
        duties.decline(turn.db, row, turn.now)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None
    away.show_again(turn.db, row.network_id, turn.now)
    return answered(duty_views.no(turn.t))


def _mine(turn: Turn) -> Duty:
    """What the person was asked to look after."""
    network = number(own(turn).id)
    row = stored_duties.one(turn.db, network, as_number(turn.more), to_change=True)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    return row


ACTIONS = (
    Action("network.away", form=away_form, act=go_away, verb=marked("away", "verb")),
    Action("network.back", act=come_back, verb=marked("back", "verb")),
    Action("network.stand-in", form=stand_in_form, act=stand_in),
    Action("network.stand-in-yes", act=stand_in_yes),
    Action("network.stand-in-no", act=stand_in_no),
    Action("network.accept", act=accept),
    Action("network.decline", act=decline),
)
