"""Papers for boxes: labels and delivery notes, for one request or for all that is set aside."""

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.deciding import asked_of
from bot.commands.turns import Refused, Turn, answered
from bot.core import lives, parcels
from bot.core.parcels import Parcel
from bot.core.people import number
from bot.pages import papers
from bot.store import requests as stored
from bot.views import parcels as views
from bot.views.parcels import Kind

NAMES: dict[Kind, str] = {"labels": "labels", "notes": "delivery-notes"}
"""How the files are called."""


def _papers(turn: Turn, kind: Kind, found: list[Parcel], name: str) -> Answer:
    """The papers as a file; as text where no PDF can be made."""
    given = views.given(turn.t, turn.network, kind, found)
    try:
        file = File(f"{name}.pdf", papers.pdf(kind, given))
    except papers.NotInstalled:
        text = File(f"{name}.txt", views.text(given, kind).encode())
        return Reply(views.made(turn.t, turn.network, kind, as_text=True), text)
    return Reply(views.made(turn.t, turn.network, kind), file)


def _of_one(turn: Turn, kind: Kind) -> Answer:
    row = asked_of(turn)
    found = parcels.of(turn.db, turn.network, row, turn.now)
    if found is None:
        raise Refused(views.page(turn.t, turn.network, 0, 0))
    return _papers(turn, kind, [found], f"{NAMES[kind]}-{row.id}")


def label(turn: Turn) -> Answer:
    """The label for the box of a request."""
    return _of_one(turn, "labels")


def note(turn: Turn) -> Answer:
    """The delivery note of a request."""
    return _of_one(turn, "notes")


def page(turn: Turn) -> Answer:
    """How many boxes are set aside, and which papers can be made."""
    counts = stored.counts(turn.db, number(turn.network.id))
    total = sum(counts.get(state, 0) for state in lives.SET_ASIDE)
    return answered(views.page(turn.t, turn.network, min(total, parcels.MOST), total))


def _of_all(turn: Turn, kind: Kind) -> Answer:
    found = parcels.ready(turn.db, turn.network, turn.now)
    if not found:
        return page(turn)
    return _papers(turn, kind, found, NAMES[kind])


def labels(turn: Turn) -> Answer:
    """The labels of all that is set aside."""
    return _of_all(turn, "labels")


def notes(turn: Turn) -> Answer:
    """The delivery notes of all that is set aside."""
    return _of_all(turn, "notes")


ONE = (
    Action("request.label", act=label, changes=False),
    Action("request.note", act=note, changes=False),
)
"""What belongs to a request; the rest belongs to the stock."""
ACTIONS = (
    Action("kit.print", act=page, changes=False),
    Action("kit.labels", act=labels, changes=False),
    Action("kit.notes", act=notes, changes=False),
)
