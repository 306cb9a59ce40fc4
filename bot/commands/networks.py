"""/network: home, help, set-up, joining and leaving."""

from collections.abc import Sequence

from bot.commands import (
    away,
    directory,
    duties,
    hand_over,
    held,
    joining,
    left_school,
    linking,
    namesakes,
    needs,
    newcomers,
    set_up,
    sharing,
    terms,
    undelivered,
)
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, come_in, pick
from bot.core import attendance, links, networks, people, presence
from bot.core.people import OnlyCoordinator, number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import lanes, meetings, profiles
from bot.store import networks as stored
from bot.store import people as stored_people
from bot.store import rsvps as stored_rsvps
from bot.store import terms as stored_terms
from bot.store.tables import Network
from bot.ui import Block, Button, Message
from bot.views import attendance as attendance_views
from bot.views import needs as need_views
from bot.views import networks as views
from bot.views import notes
from bot.views import pages as page_views
from bot.views import set_up as set_up_views
from bot.views import settings as setting_views

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
    return views.home(
        turn.t,
        turn.network,
        ahead,
        mine,
        others=[n for n in turn.networks if n.id != network],
        coordinators=away.names(turn),
        plans=turn.plans,
        listed=_is_listed(turn),
        first=(*_now(turn), *_first(turn)),
    )


def _now(turn: Turn) -> list[Block]:
    """The meeting that is on, for who is on the list and has not said whether they are there."""
    if not _is_listed(turn):
        return []
    me, begun = number(turn.me.id), attendance.now_on(turn.db, number(turn.network.id), turn.now)
    on = [
        one
        for one in begun
        if one.starts_at <= turn.now < meetings.end(one)
        and one.state == "planned"
        and attendance.mine(turn.db, one, me) is None
    ]
    return [attendance_views.is_on(turn.t, meeting) for meeting in on[:1]]


def _first(turn: Turn) -> Sequence[Block]:
    """What the person is to look at first; of who is away nothing is asked."""
    if gone := away.line(turn):
        return gone
    trouble, to_answer = _trouble(turn) if turn.plans else (), duties.asked(turn)
    waits = needs.lines(turn, most=_BESIDE if to_answer else need_views.MOST)
    return (*trouble, *to_answer, *waits)


def _trouble(turn: Turn) -> Sequence[Block]:
    """What a coordinator is to look at first."""
    return held.line(turn) or joining.line(turn) or undelivered.line(turn)


def _is_listed(turn: Turn) -> bool:
    if turn.member is None:
        return turn.role is Role.MEMBER
    row = stored_people.membership(turn.db, number(turn.network.id), number(turn.member.id))
    return row.left_at is None if row else turn.role is Role.MEMBER


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
    come_in(turn)
    if turn.call.who.platform == links.WEB:
        return answered(page_views.back(turn.t, network))
    return answered(views.joined(turn.t, network))


def settings(turn: Turn) -> Answer:
    """What the person can set here; of a coordinator's pages the one that was asked for."""
    network = set_up.own(turn)
    me = number(turn.member.id) if turn.member else 0
    if turn.plans and turn.more == setting_views.PEOPLE:
        plan = stored_people.coordinators(turn.db, number(network.id))
        others = [one for one in plan if one.id != me]
        return answered(setting_views.people(turn.t, network, others, duties.waiting(turn)))
    if turn.plans and turn.more == setting_views.NETWORK:
        return answered(setting_views.of_network(turn.t, network))
    row = stored_people.membership(turn.db, number(network.id), me)
    ways, at_school, platforms = _own(turn)
    return answered(
        setting_views.settings(
            turn.t,
            network,
            private=row.private if row else None,
            closed=lanes.closed(turn.db, turn.call.who),
            plans=turn.plans,
            no_terms=turn.plans and not stored_terms.of(turn.db, number(network.id)),
            ways=ways,
            at_school=at_school,
            nobody_of=left_school.nobody_of(turn) if turn.plans else (),
            platforms=platforms,
        )
    )


def _own(turn: Turn) -> tuple[Sequence[Button], bool, Sequence[Block]]:
    """What the person can set about newcomers, whether a school of theirs is known, and where they
    are.
    """
    network, me = number(turn.network.id), number(turn.member.id) if turn.member else 0
    row = stored_people.membership(turn.db, network, me)
    at_school = bool(profiles.at(turn.db, network, me))
    return newcomers.ways(turn, row), at_school, linking.lines(turn)


def about_me(turn: Turn) -> Answer:
    """What else a coordinator can set for themselves."""
    network = set_up.own(turn)
    ways, at_school, platforms = _own(turn)
    return answered(setting_views.about_me(turn.t, network, platforms, ways, at_school=at_school))


def private(turn: Turn) -> Answer:
    """May the bot write to them privately?"""
    network = set_up.own(turn)
    come_in(turn)
    row = stored_people.membership(turn.db, number(network.id), number(turn.me.id))
    agreed = turn.more.startswith("yes")
    if row is not None:
        row.private = agreed
    if agreed:
        # Their inbox may have been closed to us, and be open now.
        lanes.reopen(turn.db, lanes.find_or_make(turn.db, turn.call.who))
        words = turn.t("Thank you. I write only when it concerns you.")
    else:
        words = turn.t("That is fine. I will not write to you privately.")
    more = set_up_views.step_plan(turn.t, network) if turn.more.endswith("-and-plan") else ()
    return answered(Message("", (*notes.note(words).blocks, *more)))


def leave(turn: Turn) -> Answer:
    """The person goes off the list, with their answers to what is still to come."""
    network = set_up.own(turn)
    try:
        _leave(turn, network, declined=True)
    except OnlyCoordinator:
        raise Refused(views.only_coordinator(turn.t, network, duties.waiting(turn))) from None
    if turn.call.who.platform == links.WEB:
        return answered(page_views.left(turn.t, network))
    return answered(views.left(turn.t, network))


def _leave(turn: Turn, network: Network, *, declined: bool) -> None:
    me = number(turn.me.id)
    people.leave(turn.db, number(network.id), me, turn.now, declined=declined)


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
    Action("network.settings", act=settings, changes=False, verb=marked("settings", "verb")),
    Action("network.me", act=about_me, changes=False),
    Action("network.private", act=private),
    Action("network.leave", act=leave, verb=marked("leave", "verb")),
)
COMMAND = marked("Your home: what is next, and a button for everything")
NAME = marked("network", "command")
