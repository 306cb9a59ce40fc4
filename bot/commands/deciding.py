"""What coordinators do with requests: one by one, and all at once that the stock allows."""

from bot.commands import asking
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import unfit
from bot.core import asked_for, lives, request_news, requests
from bot.core.people import number
from bot.store import people
from bot.store import requests as stored
from bot.store.tables import Request
from bot.ui import Form
from bot.views import asking as forms
from bot.views import kits as views
from bot.views import notes
from bot.views import requests as request_views

BULK = 200
"""So many requests are decided by one press."""


def asked_of(turn: Turn) -> Request:
    """The request that a coordinator's button is about."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    if row is None or not turn.plans:
        raise Refused(notes.not_found(turn.t))
    return row


def theirs(turn: Turn) -> Request:
    """The request of the button, for who asked and for coordinators."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    is_mine = row is not None and turn.member is not None and row.member_id == turn.member.id
    if row is None or not (is_mine or turn.plans):
        raise Refused(notes.not_found(turn.t))
    return row


def heard(turn: Turn, row: Request) -> None:
    """Plan what others have to hear of what the person has just done."""
    me = number(turn.me.id)
    request_news.after(turn.db, row, me, turn.now)
    if row.kit_id is not None:
        request_news.line_moved(turn.db, row.network_id, row.kit_id, turn.now)


def look(turn: Turn) -> Answer:
    """A request whole."""
    row = asked_of(turn)
    steps = [
        (event, people.name(turn.db, event.actor_id) if event.actor_id else "")
        for event in stored.events(turn.db, row)
    ]
    return answered(views.card(turn.t, asked_for.look(turn.db, row, turn.now), steps))


def queue(turn: Turn, said: str = "", at: int = 0) -> Answer:
    """What waits, below what has just been done."""
    network = number(turn.network.id)
    asked, total = asked_for.queue(turn.db, network, turn.now, views.A_PAGE, at)
    late = asked_for.late_count(turn.db, network, turn.now)
    at = min(at, max(-(-total // views.A_PAGE) - 1, 0))
    return answered(views.queue(turn.t, turn.network, asked, total, at, late, said))


def step(turn: Turn) -> Answer:
    """A step that a coordinator does at once."""
    return _stepped(turn, turn.answer)


def _stepped(turn: Turn, act: str, why: str = "", count: int | None = None) -> Answer:
    row = do(turn, asked_of(turn), act, why, count)
    return queue(turn, done(turn, row))


def do(turn: Turn, row: Request, act: str, why: str = "", count: int | None = None) -> Request:
    """Do a step as a coordinator. Raises Refused where it does not lead on."""
    actor = requests.Actor(number(turn.me.id), "coordinator", why)
    try:
        row = requests.act(
            turn.db, row.network_id, number(row.id), act, actor, turn.now, count=count
        )
    except lives.Refused:
        one = asked_for.look(turn.db, row, turn.now)
        said = turn.t("It is not so far, or further already. This is how it stands:")
        raise Refused(views.card(turn.t, one, (), said)) from None
    heard(turn, row)
    return row


def done(turn: Turn, row: Request) -> str:
    """What has become of a request, in a sentence."""
    one = asked_for.look(turn.db, row, turn.now)
    return turn.t(
        "{what}, {who}: {standing}.", what=request_views.what(turn.t, one),
        who=request_views.who(turn.t, one), standing=views.standing(turn.t, one),
    )  # fmt: skip


def reason(turn: Turn, form: Form) -> str:
    """The reason that a form has as `why`. Raises Mistakes where there is none."""
    why = turn.value("why")
    empty = turn.t("Please say why in a few words.")
    if problem := unfit(turn, why, requests.WHY, empty=empty):
        raise Mistakes(form, {"why": problem})
    return why


def why_form(turn: Turn) -> Answer:
    """Why?"""
    return forms.why_form(turn.t, asked_of(turn), turn.answer)


def with_reason(turn: Turn) -> Answer:
    """A step that needs a reason."""
    why = reason(turn, forms.why_form(turn.t, asked_of(turn), turn.answer))
    return _stepped(turn, turn.answer, why)


def some_form(turn: Turn) -> Answer:
    """How many came back?"""
    return forms.some_form(turn.t, asked_of(turn))


def some(turn: Turn) -> Answer:
    """Not all came back; the rest is noted as lost."""
    row, problems = asked_of(turn), dict[str, str]()
    came = asking.figure(turn, "came", problems, row.count, least=0)
    if problems or came is None:
        empty = turn.t("I need a number in figures here, like 3.")
        raise Mistakes(forms.some_form(turn.t, row), problems or {"came": empty})
    return _stepped(turn, "return", count=came)


def approve_all(turn: Turn) -> Answer:
    """Yes to all that the stock allows and against which nothing speaks, who asked first first."""
    network = number(turn.network.id)
    rows = stored.oldest(turn.db, network, (lives.ASKED,), BULK)
    count = 0
    for row, _, _ in rows:
        one = asked_for.look(turn.db, row, turn.now)
        if one.kit is None or not one.fits or one.free < row.count:
            continue
        if stored.line(turn.db, network, number(one.kit.id)):
            continue  # others wait for it, and have asked before
        do(turn, row, "approve")
        count += 1
    said = turn.t.n("{n} request is approved.", "{n} requests are approved.", n=count)
    return queue(turn, said)


def page(turn: Turn) -> Answer:
    """What waits for a coordinator, oldest first."""
    return queue(turn, at=as_number(turn.more.partition(":")[2]))


def late(turn: Turn) -> Answer:
    """What should be back and is not."""
    found = asked_for.late(turn.db, number(turn.network.id), turn.now)
    return answered(views.late(turn.t, turn.network, found))


ACTIONS = (
    Action("request.look", act=look, changes=False),
    *(Action(f"request.{name}", act=step) for name in ("approve", "send", "ready", "return")),
    Action("request.decline", form=why_form, act=with_reason),
    Action("request.keep", form=why_form, act=with_reason),
    Action("request.some", form=some_form, act=some),
)
