"""/network settings: what people set for themselves, and the ways to what coordinators set."""

from collections.abc import Sequence

from bot.commands import away, duties, left_school, linking, set_up
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered, come_in
from bot.core.people import number
from bot.i18n import marked
from bot.store import attendance, lanes, people, profiles
from bot.store import terms as stored_terms
from bot.store.tables import EPOCH, Membership
from bot.ui import Button, Message
from bot.views import networks as network_views
from bot.views import newcomers as newcomer_views
from bot.views import notes
from bot.views import set_up as set_up_views
from bot.views import settings as views


def settings(turn: Turn) -> Answer:
    """What the person can set here; of a coordinator's pages the one that was asked for."""
    network = set_up.own(turn)
    if turn.plans and turn.more == views.PEOPLE:
        me = number(turn.member.id) if turn.member else 0
        plan = people.coordinators(turn.db, number(network.id))
        others = [one for one in plan if one.id != me]
        return answered(views.people(turn.t, network, others, duties.waiting(turn)))
    if turn.plans and turn.more == views.NETWORK:
        return answered(views.of_network(turn.t, network))
    return answered(_page(turn))


def _page(turn: Turn) -> Message:
    network, row = turn.network, _row(turn)
    return views.settings(
        turn.t,
        network,
        private=row.private if row else None,
        closed=lanes.closed(turn.db, turn.call.who),
        plans=turn.plans,
        no_terms=turn.plans and not stored_terms.of(turn.db, number(network.id)),
        nobody_of=left_school.nobody_of(turn) if turn.plans else (),
        own=_own(turn),
    )


def _row(turn: Turn) -> Membership | None:
    me = number(turn.member.id) if turn.member else 0
    return people.membership(turn.db, number(turn.network.id), me)


def _own(turn: Turn) -> views.Own:
    network, row = number(turn.network.id), _row(turn)
    if row is None:
        return views.Own(platforms=linking.lines(turn))
    at_school = bool(profiles.at(turn.db, network, row.member_id))
    return views.Own(_ways(turn, row), at_school, linking.lines(turn), away.said(turn))


def _ways(turn: Turn, row: Membership) -> Sequence[Button]:
    """What a person of the network can set about newcomers."""
    if row.left_at is not None or row.role == "guest":
        return ()
    has_been = bool(attendance.meetings_of(turn.db, row.network_id, row.member_id, EPOCH))
    return newcomer_views.ways(turn.t, row.network_id, row, has_been=has_been)


def about_me(turn: Turn) -> Answer:
    """What else a coordinator can set for themselves."""
    set_up.own(turn)
    return answered(_about_me(turn))


def _about_me(turn: Turn) -> Message:
    return views.about_me(turn.t, turn.network, _own(turn))


def private(turn: Turn) -> Answer:
    """May the bot write to them privately?"""
    network = set_up.own(turn)
    come_in(turn)
    row, agreed = _row(turn), turn.more.startswith("yes")
    if row is not None:
        row.private = agreed
    if agreed:
        # Their inbox may have been closed to us, and be open now.
        lanes.reopen(turn.db, lanes.find_or_make(turn.db, turn.call.who))
        words = turn.t("Thank you. I write only when it concerns you.")
    else:
        words = turn.t("That is fine. I will not write to you privately.")
    if turn.more.endswith(network_views.STAYS):
        return answered(notes.above(words, _page(turn)))
    more = set_up_views.step_plan(turn.t, network) if turn.more.endswith("-and-plan") else ()
    return answered(Message("", (*notes.note(words).blocks, *more)))


def host(turn: Turn) -> Answer:
    """They welcome newcomers, or do no more."""
    row = _mine(turn)
    row.hosts = turn.more == "yes"
    if not row.hosts:
        return _stays(turn, turn.t("Thank you. I give you no newcomers any more."))
    thanks = turn.t("Thank you! I tell you before a meeting who comes for the first time.")
    return _stays(turn, thanks, _ask(turn, row))


def hosted(turn: Turn) -> Answer:
    """Somebody may look out for them the first time, or need not."""
    row = _mine(turn)
    row.hosted = turn.more == "yes"
    if not row.hosted:
        return _stays(turn, turn.t("That is fine. I tell nobody."))
    yes = turn.t("Gladly. If somebody can, I tell you both on the day before the meeting.")
    return _stays(turn, yes, _ask(turn, row))


def _mine(turn: Turn) -> Membership:
    set_up.own(turn)
    come_in(turn)
    row = _row(turn)
    assert row is not None  # noqa: S101 -- they have come in
    return row


def _ask(turn: Turn, row: Membership) -> str:
    """Where it cannot be told to them yet: the question whether it may."""
    return "" if row.private else network_views.ask_private(turn.t)


def _stays(turn: Turn, said: str, ask: str = "") -> Answer:
    """What was settled, above the page on which it was pressed; `ask` with its buttons, unless
    they stand on that page.
    """
    if not turn.plans:
        return answered(notes.above(f"{said} {ask}".strip(), _page(turn)))
    page = _about_me(turn)
    if ask:
        buttons = network_views.private_buttons(turn.t, turn.network, network_views.STAYS)
        page = Message(page.title, (*notes.note(ask).blocks, buttons, *page.blocks))
    return answered(notes.above(said, page))


ACTIONS = (
    Action("network.settings", act=settings, changes=False, verb=marked("settings", "verb")),
    Action("network.me", act=about_me, changes=False),
    Action("network.private", act=private),
    Action("network.host", act=host),
    Action("network.hosted", act=hosted),
)
