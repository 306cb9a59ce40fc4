"""/kit import: a list of kits comes in, is looked at and taken in; and goes out as a file."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.imports import given, read_before
from bot.commands.kept import keep
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.core import kit_imports, kit_lists, links, lists, office
from bot.core.people import number
from bot.core.request_news import line_moved
from bot.core.requests import move_up
from bot.core.sheets import Sheet, Unreadable
from bot.i18n import marked
from bot.store import drafts, networks
from bot.store import kits as stored
from bot.ui import Message
from bot.views import faults, notes
from bot.views import kit_lists as views

LASTS = timedelta(hours=1)
"""For how long the page for a file can be used."""


def network_of(turn: Turn) -> int:
    """The network that a button is about."""
    return turn.subject


def show(turn: Turn) -> Answer:
    """The ways in; with a new link to the person's page for a file, where there are pages."""
    network = turn.network
    address = ""
    if turn.public:
        key, me = number(network.id), number(turn.me.id)
        secret = links.make(turn.db, key, me, f"kits:{key}", turn.now, turn.now + LASTS)
        address = turn.address(secret)
    return answered(views.page(turn.t, network, address))


def page(turn: Turn) -> Answer:
    """What the page for a file says beside the form for it."""
    return answered(views.page(turn.t, turn.network))


def paste_form(turn: Turn) -> Answer:
    """Where a small list is pasted."""
    return views.paste_form(turn.t, turn.network)


def paste(turn: Turn) -> Answer:
    """Look at what was pasted, or at what the person's page has read of a file."""
    form = views.paste_form(turn.t, turn.network)
    sheets = given(turn, "sheets")
    turn.value("digest")
    try:
        found = read_before(sheets) if sheets else lists.tidied([lists.text(given(turn, "rows"))])
    except Unreadable as fault:
        raise Mistakes(form, {"rows": faults.unreadable(turn.t, fault.why)}) from None
    read = kit_lists.read(found)
    if not read.lines and not sheets:
        raise Mistakes(form, {"rows": views.faults(turn.t, read.faults)})
    kept = json.dumps([[one.name, one.rows] for one in found])
    draft = keep(turn, f"kits:{turn.network.id}:paste", {"sheets": [kept]})
    made = kit_imports.plan(turn.db, number(turn.network.id), read)
    return answered(views.looked(turn.t, turn.network, made, draft))


def take(turn: Turn) -> Answer:
    """Take in what was looked at, as it fits what there is now."""
    draft = drafts.mine(turn.db, turn.call.who, as_number(turn.more))
    if draft is None or draft.action != f"kits:{turn.network.id}:paste":
        raise Refused(notes.outdated(turn.t))
    network, me = number(turn.network.id), number(turn.me.id)
    networks.lock(turn.db, network)
    made = kit_imports.plan(turn.db, network, kit_lists.read(_sheets(draft.typed)))
    reason = turn.t("from a list")
    stamps = kit_imports.take(turn.db, network, made, me, reason, turn.now)
    turn.db.delete(draft)
    _move_up(turn)
    kept = keep(turn, _undo_of(turn), {"kits": [json.dumps(asdict(one)) for one in stamps]})
    counts = len(made.new), len(stamps) - len(made.new)
    return answered(views.taken(turn.t, turn.network, *counts, kept))


def _move_up(turn: Turn) -> None:
    """There may be more of each kit than there was: who waits for it gets it."""
    network, me = number(turn.network.id), number(turn.me.id)
    for kit in stored.of(turn.db, network):
        move_up(turn.db, network, number(kit.id), me, turn.now)
        line_moved(turn.db, network, number(kit.id), turn.now)


def _undo_of(turn: Turn) -> str:
    return f"kits:{turn.network.id}:undo"


def undo(turn: Turn) -> Answer:
    """Take back what came of a list, but for the kits with which something was done since."""
    draft = drafts.mine(turn.db, turn.call.who, as_number(turn.more))
    if draft is None or draft.action != _undo_of(turn):
        raise Refused(notes.outdated(turn.t))
    network, reason = number(turn.network.id), turn.t("the list was taken back")
    networks.lock(turn.db, network)
    stamps = [kit_imports.Stamp(**json.loads(one)) for one in json.loads(draft.typed)["kits"]]
    back, stays = kit_imports.undo(turn.db, network, stamps, number(turn.me.id), reason, turn.now)
    turn.db.delete(draft)
    _move_up(turn)
    return answered(views.undone(turn.t, turn.network, back, stays))


def _sheets(typed: str) -> Sequence[Sheet]:
    return read_before(json.loads(typed)["sheets"][0])


def file(turn: Turn) -> Answer:
    """All kits as a file, which can be taken in again."""
    rows = kit_imports.rows(turn.db, number(turn.network.id))
    kind = "csv" if turn.more == "csv" else "xlsx"
    make = office.table if kind == "csv" else office.workbook
    said: Message = notes.note(turn.t("Here it is. What you change in it, you can bring back."))
    return Reply(said, File(f"kits.{kind}", make(kit_imports.HEAD, rows)))


ACTIONS = (
    Action("kit.import", act=show, verb=marked("import", "verb")),
    Action("kits.page", act=page, changes=False),
    Action("kits.paste", form=paste_form, act=paste),
    Action("kits.take", act=take),
    Action("kits.undo", act=undo),
    Action("kits.file", act=file, changes=False),
)
