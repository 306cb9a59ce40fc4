"""/buddy: my buddy, joining and pausing, what I wish, with whom never; and for coordinators the
round.
"""

from datetime import date

from bot.commands import buddy_settings, picked, progress, rounds
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_until, unfit
from bot.core import buddies, cells, together, without_buddy
from bot.core.buddies import EVERY, MODES, PHASES, TooMany, Wish
from bot.core.people import number
from bot.core.rights import LISTED, Role
from bot.i18n import marked
from bot.store import buddies as stored
from bot.store import people
from bot.store import rounds as stored_rounds
from bot.store.tables import NEVER, BuddyWish, NotWith
from bot.ui import Block, Form, Message
from bot.views import buddies as views
from bot.views import buddy_forms as forms
from bot.views import notes


def show(turn: Turn) -> Answer:
    """The person's buddy, or the way to one."""
    return answered(page(turn))


def page(turn: Turn) -> Message:
    """The person's own page of buddies."""
    network = number(turn.network.id)
    me = number(turn.member.id) if turn.member else 0
    pair = stored_rounds.current(turn.db, network, me, turn.now)
    platform, plan = turn.call.who.platform, stored.plan(turn.db, network)
    wish = buddies.mine(turn.db, network, me)
    said = views.Page(
        wish=wish,
        paused=_paused(turn, wish),
        mine=together.mine(turn.db, turn.network, pair, me, platform, turn.now) if pair else None,
        coordinators=[
            one.name for one in people.coordinators(turn.db, network) if one.name and one.id != me
        ],
        is_on=plan is not None and plan.is_on,
        next_on=turn.t.day(plan.next_on) if plan and plan.next_on else "",
        plans=turn.plans,
        rests=wish is not None and wish.paused_until == NEVER,
        soon=pair is None and without_buddy.may_get_one(turn.db, network, me, turn.now),
        more=progress.blocks(turn),
    )
    return views.page(turn.t, turn.network, said)


def _paused(turn: Turn, wish: BuddyWish | None) -> str:
    """Until which day the person pauses, in words."""
    if wish is None or wish.paused_until is None or not buddies.is_paused(wish, turn.now):
        return ""
    return turn.t.day(turn.local(wish.paused_until, turn.network.zone).date())


def home_lines(turn: Turn, *, leads_on: bool) -> list[Block]:
    """What stands of buddies on a person's own page, where the network has any; `leads_on`: other
    lines lead to the round already.
    """
    network = number(turn.network.id)
    if turn.member is None or turn.role not in LISTED or not buddies.is_on(turn.db, network):
        return []
    me = number(turn.member.id)
    pair = stored_rounds.current(turn.db, network, me, turn.now)
    rows = stored_rounds.of_pair(turn.db, number(pair.id)) if pair else ()
    names = sorted(people.name(turn.db, row.member_id) for row in rows if row.member_id != me)
    return views.home_lines(turn.t, turn.network, names, plans=turn.plans and not leads_on)


def _begin(turn: Turn) -> tuple[int, int]:
    """The network and the person, who is on its list now. Raises Refused for guests."""
    if turn.role is Role.GUEST:
        come_in(turn)
    if turn.role not in LISTED:
        raise Refused(notes.refused(turn.t, stranger=True))
    return number(turn.network.id), number(turn.me.id)


def join(turn: Turn) -> Answer:
    """The person would like a buddy, or pauses no more."""
    network, me = _begin(turn)
    buddies.join(turn.db, network, me, turn.now)
    row = people.membership(turn.db, network, me)
    private = row is not None and row.private is True
    return answered(views.joined(turn.t, turn.network, page(turn), private=private))


def pause_form(turn: Turn) -> Answer:
    """Until when? What stood behind the command is filled in."""
    if not _is_in(turn):
        return answered(views.not_in(turn.t, turn.network))
    found = read_until(turn, turn.text) if turn.text else ""
    typed = found.isoformat() if isinstance(found, date) else turn.text
    return forms.pause_form(turn.t, turn.network, typed)


def _is_in(turn: Turn) -> bool:
    """Whether the person has said that they would like a buddy."""
    me = number(turn.member.id) if turn.member else 0
    return buddies.mine(turn.db, number(turn.network.id), me) is not None


def pause(turn: Turn) -> Answer:
    """The person is in no round until then. Who is in none anyway is told so."""
    if not _is_in(turn):
        raise Refused(views.not_in(turn.t, turn.network))
    found = read_until(turn, turn.value("until"))
    if isinstance(found, str):
        raise Mistakes(forms.pause_form(turn.t, turn.network), {"until": found})
    network, me = _begin(turn)
    buddies.pause(turn.db, turn.network, me, found)
    if stored_rounds.current(turn.db, network, me, turn.now) is None:
        return answered(page(turn))  # which says it
    said = views.paused(turn.t, turn.t.day(found), has_buddy=True)
    return answered(notes.above(said, page(turn)))


def leave(turn: Turn) -> Answer:
    """The person would like no buddy any more."""
    me = number(turn.member.id) if turn.member else 0
    buddies.leave(turn.db, number(turn.network.id), me, turn.now)
    return answered(views.left(turn.t, turn.network))


def wishes_form(turn: Turn) -> Answer:
    """How would they like to meet, how often, and whom?"""
    return _wishes_form(turn)


def _wishes_form(turn: Turn) -> Form:
    me = number(turn.member.id) if turn.member else 0
    row = stored.wish(turn.db, number(turn.network.id), me)
    wish = buddies.wish_of(row) if row is not None else Wish()
    return forms.wishes_form(turn.t, turn.network, wish)


def wishes(turn: Turn) -> Answer:
    """Keep it. Who is not in yet is not in by it."""
    mode, every, phase = (turn.value(key) for key in ("mode", "every", "phase"))
    phase = "" if phase == forms.ANY else phase
    problems = {
        key: turn.t("Please choose one of these.")
        for key, is_one in (
            ("mode", mode in MODES),
            ("every", as_number(every) in EVERY),
            ("phase", phase in PHASES),
        )
        if not is_one
    }
    if problems:
        raise Mistakes(_wishes_form(turn), problems)
    network, me = _begin(turn)
    row = buddies.wished(turn.db, network, me, turn.now)
    buddies.keep(row, Wish(mode, as_number(every), phase))
    said = turn.t("It is kept.") if _is_in(turn) else views.kept_not_in(turn.t)
    return answered(notes.above(said, page(turn)))


def never_form(turn: Turn) -> Answer:
    """With whom never? Where they have said so of somebody, first of whom."""
    is_asked = turn.more.endswith(":add")
    rows = () if is_asked else _nevers(turn)
    if rows:
        return answered(views.nevers(turn.t, turn.network, rows))
    return forms.never_form(turn.t, turn.network)


def _nevers(turn: Turn) -> tuple[tuple[NotWith, str], ...]:
    me = number(turn.member.id) if turn.member else 0
    return tuple(stored.never(turn.db, number(turn.network.id), me))


def nevers(turn: Turn) -> Answer:
    """With whom never: a page of it, for nobody else."""
    at = as_number(turn.more.partition(":")[2])
    return answered(views.nevers(turn.t, turn.network, _nevers(turn), at))


def never(turn: Turn) -> Answer:
    """Keep it. Nobody else is told."""
    problems: dict[str, str] = {}
    other = _other(turn, problems)
    if problems:
        raise Mistakes(forms.never_form(turn.t, turn.network), problems)
    network, me = _begin(turn)
    try:
        buddies.never(turn.db, network, me, other)
    except TooMany:
        said = turn.t("That is as many as I can keep. Please take somebody out first.")
        raise Mistakes(forms.never_form(turn.t, turn.network), {"name": said}) from None
    return answered(views.nevers(turn.t, turn.network, _nevers(turn)))


def _other(turn: Turn, problems: dict[str, str]) -> int:
    """Whom a form names, by their account or their name."""
    typed = turn.value("name")
    if typed and turn.value("who"):
        problems["name"] = turn.t("Please pick them or write their name, not both.")
        return 0
    if not typed:
        return picked.on_the_list(turn, problems)
    if wrong := unfit(turn, typed, forms.NAME):
        problems["name"] = wrong
        return 0
    me = number(turn.member.id) if turn.member else 0
    listed = people.names(turn.db, number(turn.network.id))
    found = [one for one, name in listed if one != me and cells.is_called(name, typed)]
    if len(found) == 1:
        return found[0]
    problems["name"] = (
        turn.t("Several people are called so. Please pick one above.")
        if found
        else turn.t("I find nobody of that name in this network.")
    )
    return 0


def again(turn: Turn) -> Answer:
    """The person may go together with somebody again."""
    network, me = _begin(turn)
    row = as_number(turn.more.partition(":")[2])
    if buddies.may_again(turn.db, network, me, row) is None:
        raise Refused(notes.outdated(turn.t))
    return answered(views.nevers(turn.t, turn.network, _nevers(turn)))


ACTIONS = (
    Action("buddy.show", act=show, changes=False),
    Action("buddy.join", act=join, verb=marked("join", "verb")),
    Action("buddy.pause", form=pause_form, act=pause, verb=marked("pause", "verb")),
    Action("buddy.wishes", form=wishes_form, act=wishes, verb=marked("wishes", "verb")),
    Action("buddy.never", form=never_form, act=never),
    Action("buddy.nevers", act=nevers, changes=False),
    Action("buddy.again", act=again),
    Action("buddy.leave", act=leave, verb=marked("leave", "verb")),
    *buddy_settings.ACTIONS,
    *rounds.ACTIONS,
)
COMMAND = marked("My buddy: who it is, and what we could do together")
NAME = marked("buddy", "command")
