"""/network: home, help, set-up, joining and leaving."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from bot.commands import (
    away,
    buddies,
    buddy_report,
    directory,
    duties,
    hand_over,
    held,
    joining,
    kits,
    left_school,
    linking,
    namesakes,
    needs,
    newcomers,
    requests,
    rounds,
    set_up,
    settings,
    sharing,
    terms,
    undelivered,
)
from bot.commands.actions import Action
from bot.commands.calls import Answer, Typed
from bot.commands.turns import Refused, Turn, answered, come_in, pick
from bot.core import attendance, links, networks, people, presence
from bot.core.people import OnlyCoordinator, number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import agendas, meetings
from bot.store import networks as stored
from bot.store import people as stored_people
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Meeting, Network
from bot.ui import Block, Message
from bot.views import attendance as attendance_views
from bot.views import needs as need_views
from bot.views import networks as views
from bot.views import notes
from bot.views import pages as page_views
from bot.views import set_up as set_up_views

_BESIDE = 3
"""So much of what waits has room beside a question of ours."""


def home(turn: Turn) -> Answer:
    """The person's own page."""
    if turn.chosen is None:
        return answered(set_up_views.no_network(turn.t, may_begin=set_up.may_begin(turn)))
    return answered(_home(turn))


def _home(turn: Turn) -> Message:
    network = number(turn.network.id)
    ahead = turn.ahead()
    mine = {}
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        mine = stored_rsvps.mine(turn.db, network, number(turn.member.id), ids)
    on = _now(turn)
    return views.home(
        turn.t,
        turn.network,
        ahead,
        mine,
        others=[n for n in turn.networks if n.id != network],
        coordinators=away.names(turn),
        plans=turn.plans,
        listed=_is_listed(turn),
        left=_has_left(turn),
        first=(*_may_come(turn, on), *_first(turn)),
        is_on=bool(on),
    )


def _now(turn: Turn) -> list[Meeting]:
    """The meetings that are on."""
    begun = attendance.now_on(turn.db, number(turn.network.id), turn.now)
    return [
        one
        for one in begun
        if one.starts_at <= turn.now < meetings.end(one) and one.state == "planned"
    ]


def _may_come(turn: Turn, on: Sequence[Meeting]) -> list[Block]:
    """The meeting that is on, for who is on the list and has not said whether they are there."""
    if not on or not _is_listed(turn):
        return []
    me = number(turn.me.id)
    silent = (one for one in on if attendance.mine(turn.db, one, me) is None)
    return [attendance_views.is_on(turn.t, one) for one in islice(silent, 1)]


def _first(turn: Turn) -> Sequence[Block]:
    """What the person is to look at first; of who is away nothing is asked."""
    if _has_left(turn):
        return ()
    if gone := away.line(turn):
        return gone
    trouble, to_answer = _trouble(turn) if turn.plans else (), duties.asked(turn)
    waits = needs.lines(turn, most=_BESIDE if to_answer else need_views.MOST)
    asked = (*(kits.home(turn) if turn.plans else ()), *requests.home(turn))
    round_ = rounds.home_lines(turn)
    together = (*round_, *buddies.home_lines(turn, leads_on=bool(round_)))
    together = (*together, *buddy_report.home_lines(turn))
    return (*trouble, *to_answer, *waits, *asked, *together)


def _trouble(turn: Turn) -> Sequence[Block]:
    """What a coordinator is to look at first."""
    return held.line(turn) or joining.line(turn) or undelivered.line(turn)


def _is_listed(turn: Turn) -> bool:
    if turn.member is None:
        return turn.role is Role.MEMBER
    row = stored_people.membership(turn.db, number(turn.network.id), number(turn.member.id))
    return row.left_at is None if row else turn.role is Role.MEMBER


def _has_left(turn: Turn) -> bool:
    row = turn.rows.get(number(turn.network.id))
    return row is not None and row.left_at is not None


def help_page(turn: Turn) -> Answer:
    """What can be typed."""
    return answered(views.help_page(turn.t, turn.commands()))


def choose_network(turn: Turn) -> Answer:
    """The person says which of their networks they mean; home of that one."""
    network = next((n for n in turn.networks if n.id == turn.subject), None)
    if network is None:
        raise Refused(notes.not_found(turn.t))
    pick(turn, network)
    return answered(_home(turn))


def join(turn: Turn) -> Answer:
    """The person comes onto the list; with a code, first a word on what that means."""
    if turn.text:
        return joining.card(turn)
    network = set_up.own(turn)
    row = turn.rows.get(number(network.id))
    had_left = row is not None and row.left_at is not None
    is_typed = isinstance(turn.call.said, Typed)
    come_in(turn)
    if turn.call.who.platform == links.WEB:
        return answered(page_views.back(turn.t, network))
    private = row.private if row and had_left else None
    return answered(views.joined(turn.t, network, private, is_typed=is_typed))


def leave(turn: Turn) -> Answer:
    """Does the person want to leave the network? Nothing changes yet."""
    network = set_up.own(turn)
    if _has_left(turn):
        return answered(views.left(turn.t, network))
    if turn.member is not None:
        with _only_if_others_plan(turn, network):
            people.check_may_leave(turn.db, number(network.id), number(turn.member.id))
    return answered(views.leave(turn.t, network, *_goes(turn, network)))


def _goes(turn: Turn, network: Network) -> tuple[int, int]:
    """What goes with who leaves: answers to so many meetings to come, and items that they lead."""
    if turn.member is None:
        return 0, 0
    key, me = number(network.id), number(turn.member.id)
    given = (one.meeting_id for one in stored_rsvps.ahead(turn.db, key, me, turn.now))
    found = (meetings.get(turn.db, (key,), meeting) for meeting in given)
    answers = [one for one in found if one is not None and one.state == "planned"]
    return len(answers), len(agendas.ahead(turn.db, key, me, turn.now))


@contextmanager
def _only_if_others_plan(turn: Turn, network: Network) -> Iterator[None]:
    try:
        yield
    except OnlyCoordinator:
        raise Refused(views.only_coordinator(turn.t, network, duties.waiting(turn))) from None


def leave_now(turn: Turn) -> Answer:
    """The person goes off the list, with their answers to what is still to come."""
    network, was_away = set_up.own(turn), bool(away.said(turn))
    goes = _goes(turn, network)
    with _only_if_others_plan(turn, network):
        me = number(turn.me.id)
        people.leave(turn.db, number(network.id), me, turn.now, declined=True)
    if turn.call.who.platform == links.WEB:
        return answered(page_views.left(turn.t, network))
    return answered(views.left(turn.t, network, *goes, was_away=was_away))


def came(turn: Turn) -> None:
    """Somebody came into the network's channel: they are on the list, and told so once."""
    here = stored.home_at(turn.db, turn.call.place)
    if here is not None and not turn.call.profile.certain:
        _list_again(turn)  # it may be a bot
    elif here is not None:
        listed = [(turn.call.who, turn.call.profile)]
        new = people.enrol(turn.db, number(here.id), listed, turn.now, turn.keys)
        for person in new:
            networks.welcome(turn.db, number(here.id), person, turn.now)


def _list_again(turn: Turn) -> None:
    found = stored.here(turn.db, turn.call.place)
    if found is not None:
        found[1].listed_at = None


def went(turn: Turn) -> None:
    """Somebody left the network's channel: off the list, unless they are in it by another account,
    or nobody else could plan then.
    """
    here = stored.home_at(turn.db, turn.call.place)
    if here is not None and turn.member is not None:
        presence.went(turn.db, number(here.id), turn.call.who, turn.now)


def changed(turn: Turn, *, gone: bool) -> None:
    """The platform tells something new of somebody: what it is, has been noted; who is `gone` from
    it is written to no more.
    """
    if gone and turn.member is not None:
        presence.gone(turn.db, turn.call.who, turn.now)


ACTIONS = (
    *set_up.ACTIONS,
    Action("network.home", act=home, changes=False),
    Action("network.help", act=help_page, changes=False, verb=marked("help", "verb")),
    Action("network.pick", act=choose_network),
    *undelivered.ACTIONS,
    *held.ACTIONS,
    *terms.ACTIONS,
    *directory.ACTIONS,
    *sharing.ACTIONS,
    *joining.ACTIONS,
    *newcomers.ACTIONS,
    *namesakes.ACTIONS,
    *away.ACTIONS,
    *hand_over.ACTIONS,
    *left_school.ACTIONS,
    *linking.ACTIONS,
    Action("network.join", act=join, verb=marked("join", "verb")),
    *settings.ACTIONS,
    Action("network.leave", act=leave, changes=False, verb=marked("leave", "verb")),
    Action("network.leave-now", act=leave_now),
)
COMMAND = marked("Your home: what is next, and a button for everything")
NAME = marked("network", "command")
