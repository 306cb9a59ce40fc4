"""/offer: what people offer, and what fits what somebody asks for."""

import re
from datetime import date

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.terms import holiday_on
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import is_when, read_until, too_long
from bot.core import giving, helping
from bot.core.giving import ANY, KINDS, LINK, WORDS, Gift
from bot.core.people import number
from bot.core.profiles import PHASES
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import offers as stored
from bot.store import people
from bot.store.tables import Offer
from bot.ui import Form
from bot.views import giving as views
from bot.views import notes

_TILL = r"until|till|bis|jusqu(?:'|’)?(?:au|à|en)?|fino (?:al|alla|a)|asti|saakka"
_UNTIL = re.compile(rf"^(?:(.*\S)\s+)?(?:{_TILL})\s+(.+)$", re.IGNORECASE | re.DOTALL)
_PARTS = 8


def network_of(turn: Turn) -> int:
    """The network that has the button's offer; 0 where this person is in none that does."""
    found = stored.get(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def typed(turn: Turn, text: str) -> dict[str, str]:
    """What a line says that is typed after the command, as in: ten micro:bits until Easter."""
    gift, rest = dict[str, str](), list[str]()
    for part in [part.strip() for part in text.split(",", _PARTS)]:
        split = _UNTIL.match(part)
        day = _day(turn, split[2] if split else part) if "until" not in gift else ""
        if day:
            gift["until"] = day
            rest += [split[1]] if split and split[1] else []
        elif part.startswith(("https://", "http://")) and " " not in part:
            gift["link"] = part[:LINK]
        elif part:
            rest.append(part)
    gift["words"] = ", ".join(rest)[:WORDS]
    gift["kind"] = giving.kind_of(gift["words"], turn.t.language)
    gift["phase"] = giving.phase_of(gift["words"], turn.t.language)
    return gift


def _day(turn: Turn, text: str) -> str:
    """The day that a text is, if it is nothing else; "our lab on Thursdays" is none."""
    wish = dict[str, str]()
    return wish.get("day", "") if text and is_when(turn, text, wish) else ""


def add_form(turn: Turn) -> Answer:
    """What do you offer? With what was typed after the command filled in."""
    return _form(turn, typed(turn, turn.text) if turn.text else {})


def _form(turn: Turn, gift: dict[str, str]) -> Form:
    return views.offer_form(turn.t, f"offer:0:add:{turn.network.id}", gift)


def read(turn: Turn, form: Form) -> Gift:
    """What the form says that was sent. Raises Mistakes where it cannot be used."""
    problems, kind, words = dict[str, str](), turn.value("kind"), turn.value("words")
    phase, link = turn.value("phase") or ANY, turn.value("link")
    if kind not in KINDS:
        problems["kind"] = turn.t("Please choose one of these.")
    if phase not in (ANY, *PHASES):
        problems["phase"] = turn.t("Please choose one of these.")
    if not words:
        problems["words"] = turn.t("Please say in a few words what it is.")
    elif len(words) > WORDS:
        problems["words"] = too_long(turn, len(words), WORDS)
    if len(link) > LINK:
        problems["link"] = too_long(turn, len(link), LINK)
    elif link and not re.fullmatch(r"https?://[^\s/]+\S*", link):
        problems["link"] = turn.t("I need a whole link here, that begins with https://.")
    until = read_until(turn, turn.value("until"))
    if isinstance(until, str):
        problems["until"] = until
    if problems or isinstance(until, str):
        raise Mistakes(form, problems)
    return Gift(kind, words, until, phase, link)


def add(turn: Turn) -> Answer:
    """Somebody offers something; they read whether anybody looks for it."""
    gift = read(turn, _form(turn, {}))
    if turn.role is Role.GUEST:
        come_in(turn)
    if turn.role not in (Role.MEMBER, Role.COORDINATOR):
        raise Refused(notes.refused(turn.t, stranger=False))
    network, me = number(turn.network.id), number(turn.me.id)
    row = giving.offer(turn.db, network, me, gift, turn.t.language, turn.now)
    said = " ".join((turn.t("Thank you, I have noted it."), *_who_looks(turn, row)))
    return answered(views.card(turn.t, row, is_open=True, said=(said, *_minds(turn, row))))


def _who_looks(turn: Turn, row: Offer) -> list[str]:
    """How many look for such a thing; they are told."""
    count = helping.tell_who_looks(turn.db, row, turn.now)
    if not count:
        return [turn.t("Whoever asks for such a thing will read of it.")]
    said = turn.t.n(
        "{n} person looks for something like this. I tell them.",
        "{n} people look for something like this. I tell them.",
        n=count,
    )
    return [said]


def _minds(turn: Turn, row: Offer) -> list[str]:
    """What one has to mind: a day without school, or that nobody can be asked."""
    found = list[str]()
    if holiday_on(turn, row.until) is not None:
        day = turn.t.day(row.until)
        found.append(turn.t("Mind: there is no school on {day}. It stands as you wrote.", day=day))
    inbox = people.inboxes(turn.db, row.network_id, [row.member_id])
    if not row.link and not inbox:
        closed = turn.t("I may not write to you, so nobody can ask you for it.")
        found.append(f"{closed} {turn.t('/network settings changes that.')}")
    return found


def _mine(turn: Turn) -> Offer:
    """The person's own offer that a button is about."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject)
    if row is None or turn.member is None or row.member_id != turn.member.id:
        raise Refused(notes.not_found(turn.t))
    return row


def _card(turn: Turn, row: Offer, *said: str) -> Answer:
    is_open = giving.is_open(row, turn.network, turn.now)
    return answered(views.card(turn.t, row, is_open=is_open, said=said))


def mine(turn: Turn) -> Answer:
    """All that the person offers, and with what they helped."""
    network, me = number(turn.network.id), number(turn.member.id) if turn.member else 0
    offers = [
        (row, giving.is_open(row, turn.network, turn.now))
        for row in stored.mine(turn.db, network, me)
    ]
    helped = [
        (asked, row, people.name(turn.db, row.member_id) if row.member_id else "")
        for asked, row in stored.helped(turn.db, network, me)
    ]
    rests = me in stored.rests(turn.db, network, turn.now)
    at = as_number(turn.more.partition(":")[2])
    questions = stored.open_questions(turn.db, network, me)
    shown = views.mine(turn.t, turn.network, offers, helped, at, rests=rests, questions=questions)
    return answered(shown)


def show(turn: Turn) -> Answer:
    """One of the person's own offers."""
    return _card(turn, _mine(turn))


def change_form(turn: Turn) -> Answer:
    """The same form, with what the offer says."""
    row = _mine(turn)
    gift = row.model_dump(include={"kind", "words", "phase", "link"})
    return views.offer_form(
        turn.t, f"offer:{row.id}:change", gift | {"until": row.until.isoformat()}, anew=False
    )


def change(turn: Turn) -> Answer:
    """An offer says something else from now on."""
    row, form = _mine(turn), change_form(turn)
    assert isinstance(form, Form)  # noqa: S101 -- it always opens
    gift = read(turn, form)
    row.kind, row.words, row.phase, row.link = gift.kind, gift.words, gift.phase, gift.link
    row.language = turn.t.language
    return _open_until(turn, row, gift.until)


def extend_form(turn: Turn) -> Answer:
    """Until when is it offered?"""
    return views.longer_form(turn.t, _mine(turn))


def extend(turn: Turn) -> Answer:
    """It is offered until another day, also where it had ended."""
    row = _mine(turn)
    until = read_until(turn, turn.value("until"))
    if isinstance(until, str):
        raise Mistakes(views.longer_form(turn.t, row), {"until": until})
    return _open_until(turn, row, until)


def _open_until(turn: Turn, row: Offer, until: date) -> Answer:
    row.until, row.state = until, "open"
    turn.db.flush()
    said = turn.t("It is offered until {day}.", day=turn.t.day(until))
    return _card(turn, row, " ".join((said, *_who_looks(turn, row))), *_minds(turn, row))


def end(turn: Turn) -> Answer:
    """It is not offered any more."""
    row = _mine(turn)
    row.state = "ended"
    turn.db.flush()
    return _card(turn, row, turn.t("Thank you for it!"))


COMMAND = marked("Offer a kit, a room, your help or something to read; see what you offer")
NAME = marked("offer", "command")

ACTIONS = (
    Action("offer.add", form=add_form, act=add),
    Action("offer.mine", act=mine, changes=False, verb=marked("mine", "verb")),
    Action("offer.read", act=show, changes=False),
    Action("offer.change", form=change_form, act=change),
    Action("offer.extend", form=extend_form, act=extend),
    Action("offer.end", act=end),
)
