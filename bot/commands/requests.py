"""/request: asking the network for something, and each step of what was asked for."""

from dataclasses import replace

from bot.commands import asking, deciding, helping, parcels
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.terms import holiday_on
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_until, too_long
from bot.core import asked_for, lives, request_news, requests
from bot.core import helping as core_helping
from bot.core.people import number
from bot.core.requests import Wish
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import kits as stored_kits
from bot.store import requests as stored
from bot.store.tables import Request
from bot.ui import Block
from bot.views import asking as forms
from bot.views import notes
from bot.views import requests as views


def network_of(turn: Turn) -> int:
    """The network that has the button's request; 0 where this person is in none that does."""
    found = stored.get(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def ask_form(turn: Turn) -> Answer:
    """What is needed? With what was typed after the command filled in."""
    known = stored_kits.of(turn.db, number(turn.network.id))
    return asking.form(turn, asking.typed(turn, turn.text, known) if turn.text else {})


def ask(turn: Turn) -> Answer:
    """Somebody asks; they at once read how it stands."""
    return _ask(turn, asking.read(turn, asking.form(turn, {})))


def help_form(turn: Turn) -> Answer:
    """What somebody wants help with, as they wrote when they looked back: their own tap alone
    brings it here.
    """
    return asking.help_form(turn)


def ask_for_help(turn: Turn) -> Answer:
    """It becomes a request."""
    return _ask(turn, replace(asking.read(turn, asking.help_form(turn)), from_answer=True))


def _ask(turn: Turn, wish: Wish) -> Answer:
    if turn.role is Role.GUEST:
        come_in(turn)
    if turn.role not in (Role.MEMBER, Role.COORDINATOR):
        raise Refused(notes.refused(turn.t, stranger=False))
    network, me = number(turn.network.id), number(turn.me.id)
    row = requests.ask(turn.db, network, me, wish, turn.now)
    request_news.after(turn.db, row, me, turn.now)
    said = turn.t("Thank you, I have noted it.")
    name = holiday_on(turn, row.first) if row.first else None
    if row.first and name is not None:
        day = turn.t.day(row.first)
        mind = turn.t("Mind: there is no school on {day}. It stands as you asked.", day=day)
        said = f"{said} {mind}"
    return answered(helping.shown(turn, row, said))


def _look(turn: Turn, row: Request) -> asked_for.Asked:
    return asked_for.look(turn.db, row, turn.now)


def _mine(turn: Turn) -> Request:
    """The person's own request that a button is about."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    return row


def mine(turn: Turn) -> Answer:
    """All that the person asked for."""
    network, me = number(turn.network.id), number(turn.member.id) if turn.member else 0
    rows = stored.mine(turn.db, network, me)
    asked = [_look(turn, row) for row in rows]
    shown = views.mine(turn.t, turn.network, asked, _page(turn), plans=turn.plans)
    return answered(shown)


def _page(turn: Turn) -> int:
    return as_number(turn.more.partition(":")[2])


def listed(turn: Turn) -> Answer:
    """What the network lends and gives."""
    network = number(turn.network.id)
    stock = stored_kits.stock(turn.db, network)
    found = [(kit, stock.get(number(kit.id), {})) for kit in stored_kits.of(turn.db, network)]
    return answered(views.kits(turn.t, turn.network, found, _page(turn)))


def read(turn: Turn) -> Answer:
    """One of the person's own requests."""
    return answered(helping.shown(turn, _mine(turn)))


def own_step(turn: Turn) -> Answer:
    """A step that who asked does, or a coordinator for them."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    is_mine = row is not None and turn.member is not None and row.member_id == turn.member.id
    if not is_mine:
        return deciding.step(turn)
    _do(turn, turn.answer)
    said = {
        "receive": turn.t("Good that it is with you."),
        "give-back": turn.t("Thank you! A coordinator looks whether all is there."),
        "use-up": turn.t("Good that it was of use."),
        "cancel": turn.t("That is noted; nobody waits for you."),
        "happen": turn.t("Good that it took place."),
        "look-on": turn.t("Then we look on. A coordinator hears of it too."),
    }[turn.answer]
    return answered(views.card(turn.t, _look(turn, _mine(turn)), said))


def _do(turn: Turn, act: str, why: str = "") -> Request:
    """Do a step as who asked. Raises Refused where it does not lead on."""
    row, me = _mine(turn), number(turn.me.id)
    try:
        row = requests.act(
            turn.db, row.network_id, number(row.id), act, requests.Actor(me, "asker", why), turn.now
        )
    except lives.Refused:
        raise Refused(views.not_so_far(turn.t, row, row.network_id)) from None
    if act == "look-on":
        core_helping.reopen(turn.db, row)
    deciding.heard(turn, row)
    return row


def extend_form(turn: Turn) -> Answer:
    """Until when is it needed?"""
    return forms.longer_form(turn.t, deciding.theirs(turn))


def extend(turn: Turn) -> Answer:
    """It is needed until another day."""
    row = deciding.theirs(turn)
    form = forms.longer_form(turn.t, row)
    day = read_until(turn, turn.value("until"))
    if isinstance(day, str):
        raise Mistakes(form, {"until": day})
    is_mine = turn.member is not None and row.member_id == turn.member.id
    actor = requests.Actor(number(turn.me.id), "coordinator" if turn.plans else "asker")
    try:
        row = requests.extend(turn.db, row.network_id, number(row.id), day, actor, turn.now)
    except lives.Refused:
        wait = not turn.plans and "extend" in _look(turn, row).can("asker")
        said = views.others_wait(turn.t, row) if wait else views.not_so_far(
            turn.t, row, row.network_id
        )  # fmt: skip
        raise Refused(said) from None
    deciding.heard(turn, row)
    said_so = turn.t("Until {day}, then.", day=turn.t.day(day))
    if is_mine:
        return answered(views.card(turn.t, _look(turn, row), said_so))
    request_news.tell(turn.db, row, turn.now)
    return deciding.queue(turn, said_so)


def lose_form(turn: Turn) -> Answer:
    """What happened?"""
    return forms.why_form(turn.t, deciding.theirs(turn), "lose")


def lose(turn: Turn) -> Answer:
    """It is lost, and taken out of the stock."""
    row = deciding.theirs(turn)
    if turn.member is None or row.member_id != turn.member.id:
        return deciding.with_reason(turn)
    why = deciding.reason(turn, forms.why_form(turn.t, row, "lose"))
    row = _do(turn, "lose", why)
    return answered(views.card(turn.t, _look(turn, row)))


def tell_form(turn: Turn) -> Answer:
    """What did pupils do with it?"""
    return forms.tale_form(turn.t, _mine(turn))


def tell(turn: Turn) -> Answer:
    """Keep how many pupils used it, and what they did; never who."""
    row = _mine(turn)
    form, problems = forms.tale_form(turn.t, row), dict[str, str]()
    pupils = asking.figure(turn, "pupils", problems, requests.PUPILS, least=0)
    told, note = turn.value("told"), turn.value("note")
    if pupils is None and "pupils" not in problems:
        problems["pupils"] = turn.t("About how many? A figure is enough.")
    if not told:
        problems["told"] = turn.t("A sentence is enough.")
    for key, text, most in (("told", told, requests.TOLD), ("note", note, requests.NOTE)):
        if len(text) > most:
            problems[key] = too_long(turn, len(text), most)
    if problems or pupils is None:
        raise Mistakes(form, problems)
    tale = requests.Tale(pupils, told, note)
    me = number(turn.me.id)
    try:
        row = requests.tell(turn.db, row.network_id, number(row.id), tale, me, turn.now)
    except lives.Refused:
        raise Refused(views.not_so_far(turn.t, row, row.network_id)) from None
    thanks = turn.t("Thank you! The coordinators read it.")
    if note:
        thanks = f"{thanks} {turn.t('Your word goes to who gets it next.')}"
    return answered(views.card(turn.t, _look(turn, row), thanks))


def home(turn: Turn) -> list[Block]:
    """On the person's own page: what they asked for and is open."""
    if turn.member is None:
        return []
    rows = stored.mine(turn.db, number(turn.network.id), number(turn.member.id))
    open_ = [row for row in rows if row.state in lives.OPEN]
    # What they have in their hands first, then what they can fetch; who asked last is last.
    order = (*lives.OUT, lives.READY, lives.RESERVED, *lives.OPEN)
    open_.sort(key=lambda row: (order.index(row.state), row.id or 0))
    return views.home_lines(turn.t, [_look(turn, row) for row in open_])


COMMAND = marked("Ask for a kit, a room, a speaker or help; see what you asked for")
NAME = marked("request", "command")
STEPS = ("receive", "give-back", "use-up", "cancel", "happen", "look-on")

ACTIONS = (
    Action("request.ask", form=ask_form, act=ask),
    Action("request.help", form=help_form, act=ask_for_help),
    Action("request.mine", act=mine, changes=False, verb=marked("mine", "verb")),
    Action("request.kits", act=listed, changes=False, verb=marked("kits", "verb")),
    Action("request.read", act=read, changes=False),
    *(Action(f"request.{step}", act=own_step) for step in STEPS),
    Action("request.extend", form=extend_form, act=extend),
    Action("request.lose", form=lose_form, act=lose),
    Action("request.tell", form=tell_form, act=tell),
    *deciding.ACTIONS,
    *helping.ACTIONS,
    *parcels.ONE,
)
