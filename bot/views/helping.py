"""What is said when somebody is asked for help: to them, and to who asked."""

from collections.abc import Callable, Mapping

from bot import ui
from bot.core import asked_for, giving, helping, letters
from bot.core.people import number
from bot.store import deliveries
from bot.store import offers as stored
from bot.store import requests as stored_requests
from bot.store.tables import Approach, Network, Offer, Request
from bot.ui import Block, Button, Controls, Message, Para, Row, Small
from bot.views import giving as views
from bot.views import requests as request_views
from bot.views.due import Due
from bot.views.words import Words

_TEXT, _NAME = 500, 60


def with_fits(t: Words, one: asked_for.Asked, found: giving.Fitting, said: str = "") -> Message:
    """A person's own request with what fits it now, below what has just been done."""
    card = request_views.card(t, one, said)
    return Message(card.title, (*card.blocks, *views.fits(t, one.row, found)))


def question(
    t: Words, network: Network, asked: Approach, one: asked_for.Asked, offer: Offer | None
) -> Message:
    """Can you help? Without the name of who asks."""
    if offer is not None:
        said = t.text("Somebody in your network could use what you offer: “{words}”",
                      words=ui.shorten(offer.words, _TEXT))  # fmt: skip
    else:
        said = t.text("Somebody in your network needs something that you may know well.")
    blocks: list[Block] = [Para(said), *_asked(t, one)]
    why = t("They do not know whom I ask. With a yes you both read each other's name.")
    return Message(ui.typed(network.name), (*blocks, views.answers(t, asked), Small(why)))


def _asked(t: Words, one: asked_for.Asked) -> list[Block]:
    what, purpose = request_views.what(t, one), ui.shorten(one.row.purpose, _TEXT)
    blocks: list[Block] = [Para(t.text("**{what}**: “{purpose}”", what=what, purpose=purpose))]
    if one.row.first:
        blocks.append(Para(ui.words(t("From {day}", day=t.day(one.row.first)))))
    return blocks


def thanks(t: Words, one: asked_for.Asked, offer: int | None = None) -> Message:
    """To who can help: whom. What they `offer` may be gone with that."""
    name = request_views.who(t, one)
    said = t.text("Thank you! It is **{name}** who asks. They hear that it is you.", name=name)
    ways = [Button(t("With what I helped"), f"offer:0:mine:{one.row.network_id}")]
    if offer:
        ways.append(Button(t("My offer is gone with that"), f"offer:{offer}:end"))
    return Message("", (Para(said), *_asked(t, one), Controls(tuple(ways))))


def too_late(t: Words, network: int) -> Message:
    """It needs no help any more."""
    said = t("Thank you! It has been settled meanwhile, so nothing is left to do.")
    way = Button(t("What I offer"), f"offer:0:mine:{network}")
    return Message("", (Para(ui.words(said)), Controls((way,))))


def at_peace(t: Words, network: int, *, ever: bool) -> Message:
    """To who cannot help now, or not with this."""
    if ever:
        said = t("I will not ask you about this again. Nobody hears that you were asked.")
    else:
        said = t("I ask you nothing like this for a while. Nobody hears that you were asked.")
    way = Button(t("Ask me again about anything"), f"ask:0:wake:{network}")
    return Message("", (Para(ui.words(said)), Controls((way,))))


def nobody(t: Words, one: asked_for.Asked, found: giving.Fitting) -> Message:
    """To who asked: of those who were asked, nobody can help; and what they can do."""
    what = request_views.what(t, one)
    said = t.text("**{what}**: of those whom I asked nobody can help just now.", what=what)
    blocks: list[Block] = [Para(said), Para(ui.words(request_views.state(t, one)))]
    again = Button(t("Ask for something else"), f"request:0:ask:{one.row.network_id}")
    show = Button(t("Show"), f"request:{one.row.id}:read")
    return Message("", (*blocks, Controls((show, again)), *views.fits(t, one.row, found)))


def fits(t: Words, one: asked_for.Asked, offer: Offer) -> Message:
    """To who asked: there is a new offer that fits."""
    said = t.text(
        "**{what}**, “{purpose}”: somebody has offered something.",
        what=request_views.what(t, one), purpose=ui.shorten(one.row.purpose, _TEXT),
    )  # fmt: skip
    found = giving.Fitting(offers=(offer,))
    return Message("", (Para(said), *views.fits(t, one.row, found)))


def over(t: Words, offer: Offer) -> Message:
    """To who offers something: it has ended by itself."""
    said = t("Your offer has come to its day, so nobody sees it any more. Thank you for it!")
    way = Button(t("Offer it for longer"), f"offer:{offer.id}:extend", "primary")
    row = Row(views.line(t, offer), way)
    mine = Button(t("All that I offer"), f"offer:0:mine:{offer.network_id}")
    return Message("", (Para(ui.words(said)), row, Controls((mine,))))


def _question(due: Due) -> Message | None:
    """The question, as long as it is open and help is of use."""
    key = deliveries.about(due.row)
    asked = stored.approach(due.db, [number(due.network.id)], key)
    row = helping.request_of(due.db, asked) if asked else None
    if due.row.remote_ref or asked is None or row is None or asked.state != helping.ASKED:
        return None
    offer = stored.get(due.db, [row.network_id], asked.offer_id) if asked.offer_id else None
    if not giving.is_sought(row) or row.member_id in (None, asked.member_id):
        return None
    if offer is not None and not giving.is_open(offer, due.network, due.now):
        return None
    _wait(due)
    return question(due.t, due.network, asked, asked_for.look(due.db, row, due.now), offer)


def _wait(due: Due) -> None:
    letters.wait_for_a_window(due.db, due.row, due.now)
    letters.wait_for_room(due.db, due.row, due.now)


def _row(due: Due) -> Request | None:
    row = stored_requests.get(due.db, [number(due.network.id)], deliveries.about(due.row))
    is_sought = row is not None and row.state in stored.FITTING
    return row if is_sought and not due.row.remote_ref else None


def _nobody(due: Due) -> Message | None:
    row = _row(due)
    if row is None:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    found = giving.fitting(due.db, row, due.now)
    return nobody(due.t, asked_for.look(due.db, row, due.now), found)


def _fits(due: Due) -> Message | None:
    """The new offer, if it still fits."""
    row, key = _row(due), int(due.row.subject.partition(":")[2])
    if row is None:
        return None
    offer = next((o for o in giving.fitting(due.db, row, due.now).offers if o.id == key), None)
    if offer is None or helping.has_read_of(due.db, row, offer):
        return None
    _wait(due)
    return fits(due.t, asked_for.look(due.db, row, due.now), offer)


def _over(due: Due) -> Message | None:
    key, _, until = due.row.subject.partition(":")
    offer = stored.get(due.db, [number(due.network.id)], int(key))
    is_so = offer is not None and offer.state == "ended" and offer.until.isoformat() == until
    if offer is None or not is_so or due.row.remote_ref:
        return None
    _wait(due)
    return over(due.t, offer)


ASKS = (helping.ASK, helping.FITS, helping.OVER)
"""What asks something of its reader."""
DRAWN: Mapping[str, Callable[[Due], Message | None]] = {
    helping.ASK: _question,
    helping.NOBODY: _nobody,
    helping.FITS: _fits,
    helping.OVER: _over,
}
