"""Asking for what fits a request, and being asked whether one can help."""

from datetime import date

from bot.commands import asking, deciding
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number
from bot.core import asked_for, giving, helping, lives, request_news, requests
from bot.core.people import number
from bot.store import kits as stored_kits
from bot.store import offers as stored
from bot.store import people
from bot.store import requests as stored_requests
from bot.store.tables import Approach, Offer, Request
from bot.ui import Form, Message
from bot.views import asking as forms
from bot.views import giving as giving_views
from bot.views import helping as views
from bot.views import notes
from bot.views import requests as request_views


def network_of(turn: Turn) -> int:
    """The network in which the button's question was asked; 0 where this person is in none such."""
    found = stored.approach(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def shown(turn: Turn, row: Request, said: str = "", *, fits: bool = True) -> Message:
    """A person's own request with what fits it now, below what has just been done."""
    found = giving.fitting(turn.db, row, turn.now) if fits else giving.Fitting()
    return views.with_fits(turn.t, asked_for.look(turn.db, row, turn.now), found, said)


def _sought(turn: Turn) -> Request:
    """The person's own request that a button is about, as long as nobody helps with it yet."""
    row = stored_requests.get(turn.db, [number(turn.network.id)], turn.subject)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    if row.state not in stored.FITTING:
        raise Refused(request_views.not_so_far(turn.t, row, row.network_id))
    return row


def _offer(turn: Turn) -> Offer:
    """The open offer that a button names, or why there is none any more."""
    row = stored.get(turn.db, [number(turn.network.id)], as_number(turn.more))
    if row is None or not giving.is_open(row, turn.network, turn.now):
        said = turn.t("That has ended meanwhile. This is how it stands:")
        raise Refused(shown(turn, _sought(turn), said))
    return row


def take(turn: Turn) -> Answer:
    """Who offers something is asked for it."""
    row, offer = _sought(turn), _offer(turn)
    is_asked = helping.ask_for(turn.db, row, offer, turn.now)
    said = _will_tell(turn, turn.t("I ask whoever offers it."))
    if not is_asked:
        said = turn.t("I cannot ask for that one now, or have asked already.")
    return answered(shown(turn, row, said))


def _will_tell(turn: Turn, said: str) -> str:
    """Where the person will read what others say."""
    me = number(turn.me.id)
    if people.inboxes(turn.db, number(turn.network.id), [me]):
        return f"{said} {turn.t('I tell you what they say.')}"
    return f"{said} {turn.t('What they say, you find with /request mine.')}"


def this(turn: Turn) -> Answer:
    """Something to read is what the person looked for."""
    row, offer = _sought(turn), _offer(turn)
    if not offer.link:
        return take(turn)
    me = requests.Actor(number(turn.me.id), "asker")
    for act in ("find", "happen"):
        requests.act(turn.db, row.network_id, number(row.id), act, me, turn.now)
    deciding.heard(turn, row)
    helping.close(turn.db, row)
    said = turn.t("Good that it is of use. Here it is once more:")
    card = shown(turn, row, said)
    line = giving_views.read_here(turn.t, offer)
    return answered(Message(card.title, (card.blocks[0], line, *card.blocks[1:])))


def seek(turn: Turn) -> Answer:
    """People who agreed to it are asked, one or two at a time."""
    row = _sought(turn)
    if helping.seek(turn.db, row, turn.now):
        said = _will_tell(turn, turn.t("I ask one or two at a time."))
    else:
        said = turn.t("There is nobody whom I could ask just now.")
    return answered(shown(turn, row, said, fits=False))


def none(turn: Turn) -> Answer:
    """Nothing of that fits: a coordinator looks, or others are asked."""
    row = _sought(turn)
    said = turn.t("All right. Should somebody offer something that fits, I tell you.")
    return answered(shown(turn, row, said, fits=False))


def instead_form(turn: Turn) -> Answer:
    """The form with a kit that fits, and what was asked for before."""
    row = _sought(turn)
    kit = stored_kits.get(turn.db, [row.network_id], as_number(turn.more))
    if kit is None or kit.retired:
        raise Refused(shown(turn, row, turn.t("That has ended meanwhile. This is how it stands:")))
    wish = {
        "thing": forms.kit_value(kit),
        "count": str(row.count),
        "purpose": row.purpose,
        "pupils": str(row.pupils or ""),
        "from": row.first.isoformat() if row.first and _is_to_come(turn, row.first) else "",
    }
    known = sorted(stored_kits.of(turn.db, row.network_id), key=lambda one: one.id != kit.id)
    return forms.ask_form(turn.t, f"request:{row.id}:instead:{kit.id}", known, wish)


def _is_to_come(turn: Turn, day: date) -> bool:
    return day >= requests.today(turn.network, turn.now)


def instead(turn: Turn) -> Answer:
    """The kit is asked for, and what was asked for before is not needed."""
    old, form = _sought(turn), instead_form(turn)
    assert isinstance(form, Form)  # noqa: S101 -- it always opens
    wish = asking.read(turn, form)
    me = number(turn.me.id)
    if old.state != lives.DECLINED:
        actor = requests.Actor(me, "asker")
        requests.act(turn.db, old.network_id, number(old.id), "cancel", actor, turn.now)
        deciding.heard(turn, old)
        helping.close(turn.db, old)
    row = requests.ask(turn.db, old.network_id, me, wish, turn.now)
    request_news.after(turn.db, row, me, turn.now)
    return answered(shown(turn, row, turn.t("Thank you, I have noted it.")))


def _asked(turn: Turn) -> Approach:
    """The question to this very person that a button is about."""
    row = stored.approach(turn.db, [number(turn.network.id)], turn.subject)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    return row


def yes(turn: Turn) -> Answer:
    """The person can help: both read each other's name."""
    asked = _asked(turn)
    if not helping.help_with(turn.db, asked, turn.now):
        raise Refused(views.too_late(turn.t, asked.network_id))
    row = helping.request_of(turn.db, asked)
    if row is None:
        raise Refused(notes.not_found(turn.t))
    return answered(views.thanks(turn.t, asked_for.look(turn.db, row, turn.now), asked.offer_id))


def no(turn: Turn) -> Answer:
    """Not now, or never about this: the person is left in peace."""
    asked, ever = _asked(turn), turn.answer == "never"
    helping.decline(turn.db, asked, turn.now, ever=ever)
    return answered(views.at_peace(turn.t, asked.network_id, ever=ever))


def wake(turn: Turn) -> Answer:
    """The person may be asked about anything again."""
    network, me = number(turn.network.id), number(turn.me.id)
    stored.wake(turn.db, network, me)
    return answered(notes.note(turn.t("Gladly. I ask you when it may concern you.")))


ACTIONS = (
    Action("request.take", act=take),
    Action("request.this", act=this),
    Action("request.seek", act=seek),
    Action("request.none", act=none, changes=False),
    Action("request.instead", form=instead_form, act=instead),
    Action("ask.yes", act=yes),
    Action("ask.later", act=no),
    Action("ask.never", act=no),
    Action("ask.wake", act=wake),
)
