"""Looking after a network: who is asked to and says yes or no, and standing in for a while."""

from bot.commands import picked
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.set_up import hears, may_decide, own, stands_in
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_back_at
from bot.core import away, duties
from bot.core.people import number
from bot.core.rights import Role
from bot.store import away as stored_away
from bot.store import duties as stored_duties
from bot.store import people
from bot.store.tables import Duty
from bot.ui import Block, Form, Message
from bot.views import away as views
from bot.views import duties as duty_views
from bot.views import notes
from bot.views.lists import called


def instead_form(turn: Turn) -> Answer:
    """Who stands in for the coordinator, and until when?"""
    may_decide(turn)
    return _instead_form(turn, _until(turn))


def _instead_form(turn: Turn, until: str) -> Form:
    network = own(turn)
    plan = stored_duties.lasting(turn.db, number(network.id))
    return duty_views.instead_form(turn.t, network, until, picked.among(turn, without=plan))


def _until(turn: Turn) -> str:
    """The day on which the person is back, if they are away."""
    row = stored_away.one(turn.db, number(turn.network.id), number(turn.me.id))
    return views.first_day(turn.network, row).isoformat() if row else ""


def instead(turn: Turn) -> Answer:
    """Ask the person that was picked to stand in; the last one who was picked counts."""
    network = own(turn)
    may_decide(turn)
    key, me, problems = number(network.id), number(turn.me.id), dict[str, str]()
    until, member = read_back_at(turn, problems), picked.on_the_list(turn, problems)
    if problems or until is None:
        raise Mistakes(_instead_form(turn, ""), problems)
    row = duties.name(turn.db, key, member, me, turn.now, until)
    away.show_again(turn.db, key, turn.now)
    name = people.name(turn.db, member)
    if row is None:
        return answered(duty_views.plans_already(turn.t, name))
    if row.state == "asked":
        said = duty_views.is_asked(turn.t, network, row, name, hears=hears(turn))
        return answered(Message("", said))
    return answered(duty_views.goes_on(turn.t, network, row, name))


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
    until = read_back_at(turn, problems)
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
        ended = duties.is_not_needed(row, turn.now)
        said = duty_views.not_needed(turn.t) if ended else notes.outdated(turn.t)
        raise Refused(said) from None
    away.show_again(turn.db, network, turn.now)
    name = people.name(turn.db, number(row.member_id))
    return answered(duty_views.settled(turn.t, name, yes=yes))


def _may_settle(turn: Turn, row: Duty) -> bool:
    plans, profile = turn.plans and not stands_in(turn), turn.call.profile
    me = number(turn.member.id) if turn.member else 0
    # Who is an administrator elsewhere only has no say here.
    is_here = turn.at_home and turn.here is not None and turn.here.id == turn.network.id
    admin = profile.admin and not profile.outsider and is_here
    return duties.may_settle(row, turn.now, plans=plans, admin=admin, me=me)


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
    if blocks := offered(turn):
        return blocks
    found = None if turn.plans else away.nobody(turn.db, network)
    if found is None:
        return []
    own = [row for row in stored_duties.of_person(turn.db, network, me) if row.state == "offered"]
    has_offered = duty_views.has_offered(turn.t, turn.network, own[0]) if own else None
    return views.nobody_is_here(turn.t, turn.network, found, has_offered)


def offered(turn: Turn) -> list[Block]:
    """Who offers to stand in, for who may say yes."""
    for row in _offers(turn)[:1]:
        who = people.name(turn.db, number(row.member_id))
        return duty_views.offered(turn.t, turn.network, row, who)
    return []


def _offers(turn: Turn) -> list[Duty]:
    """The offers that the person may answer."""
    open_ = stored_duties.of(turn.db, number(turn.network.id))
    return [row for row in open_ if row.state == "offered" and _may_settle(turn, row)]


def waiting(turn: Turn) -> list[tuple[Duty, str]]:
    """What people are asked to look after and have not answered, each with their name."""
    found = duties.waiting(turn.db, number(turn.network.id))
    return [(row, people.name(turn.db, number(row.member_id))) for row in found]


def accept(turn: Turn) -> Answer:
    """The person looks after the network, as they were asked to."""
    row = _mine(turn)
    try:
        duties.accept(turn.db, row, turn.now)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None
    away.show_again(turn.db, row.network_id, turn.now)
    return answered(duty_views.on(turn.t, turn.network, row, untold=_untold(turn, row)))


def decline(turn: Turn) -> Answer:
    """The person would rather not."""
    row = _mine(turn)
    try:
        duties.decline(turn.db, row, turn.now)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None
    away.show_again(turn.db, row.network_id, turn.now)
    return answered(duty_views.no(turn.t, untold=_untold(turn, row)))


def _untold(turn: Turn, row: Duty) -> str:
    """The name of who asked, if nothing may be written to them privately."""
    if row.asked_by is None:
        return ""
    can = people.inboxes(turn.db, row.network_id, [row.asked_by], to_ask=False)
    return "" if can else called(turn.t, people.name(turn.db, row.asked_by))


def _mine(turn: Turn) -> Duty:
    """What the person was asked to look after."""
    network = number(own(turn).id)
    row = stored_duties.one(turn.db, network, as_number(turn.more), to_change=True)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    return row


ACTIONS = (
    Action("network.instead", form=instead_form, act=instead),
    Action("network.stand-in", form=stand_in_form, act=stand_in),
    Action("network.stand-in-yes", act=stand_in_yes),
    Action("network.stand-in-no", act=stand_in_no),
    Action("network.accept", act=accept),
    Action("network.decline", act=decline),
)
