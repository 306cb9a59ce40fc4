"""/network import: a list of people comes in, is looked at, taken in, and taken back."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.set_up import own
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.core import columns, imports, links, lists, undoing
from bot.core.columns import FIELDS, NONE
from bot.core.imports import Ways
from bot.core.people import number
from bot.core.roster import SAME, Plan
from bot.core.sheets import CELL, COLUMNS, MARGIN, ROWS, SHEETS, Sheet, Unreadable, Why
from bot.core.undoing import BuiltOn, Earlier
from bot.i18n import marked
from bot.store import imports as stored
from bot.store import networks
from bot.store.tables import Import, Network
from bot.ui import Message
from bot.views import faults, notes
from bot.views import imports as views
from bot.views import undoing as undoing_views

LASTS = timedelta(hours=1)
"""For how long the page for a file can be used."""


def network_of(turn: Turn) -> int:
    """The network that a button is about."""
    return turn.subject


def show(turn: Turn) -> Answer:
    """The ways in; with a new link to the person's page for a file, where there are pages."""
    network = own(turn)
    if not turn.public:
        return answered(notes.above(views.no_page(turn.t), _page(turn, network)))
    me, purpose = number(turn.me.id), f"import:{network.id}"
    secret = links.make(turn.db, number(network.id), me, purpose, turn.now, turn.now + LASTS)
    return answered(_page(turn, network, turn.address(secret)))


def page(turn: Turn) -> Answer:
    """What the page for a file says beside the form for it."""
    return answered(_page(turn, own(turn)))


def _page(turn: Turn, network: Network, address: str = "") -> Message:
    rows = stored.lately(turn.db, number(network.id), views.LATELY)
    return views.page(turn.t, network, rows, network.zone, address)


def paste_form(turn: Turn) -> Answer:
    """Where a small list is pasted."""
    return views.paste_form(turn.t, own(turn))


def paste(turn: Turn) -> Answer:
    """Look at what was pasted, or at what the person's page has read of a file."""
    network = own(turn)
    form = views.paste_form(turn.t, network)
    text, sheets, digest = given(turn, "rows"), given(turn, "sheets"), turn.value("digest")
    try:
        if sheets:
            found = read_before(sheets)
        else:
            found = lists.tidied([lists.text(text)])
            digest = imports.file_digest(text.encode(errors="replace"))
    except Unreadable as fault:
        raise Mistakes(form, {"rows": faults.unreadable(turn.t, fault.why)}) from None
    if not sheets and not _has_names(found, Ways({})):
        raise Mistakes(form, {"rows": faults.no_names(turn.t)})
    row = imports.wait(
        turn.db, number(network.id), number(turn.me.id), found, digest[:64], turn.now
    )
    return answered(_looked(turn, network, row))


def given(turn: Turn, key: str) -> str:
    """What was given, with its tabs: they part columns."""
    said = turn.call.said
    given = said.values.get(key, ()) if isinstance(said, Sent) and turn.value(key) else ()
    return given[0] if given else ""


def read_before(said: str) -> list[Sheet]:
    """What a page has read of a file. Raises Unreadable where it is anything else."""
    try:
        found = [
            Sheet(str(name), tuple(tuple(str(c)[:CELL] for c in row[:COLUMNS]) for row in rows))
            for name, rows in json.loads(said)[:SHEETS]
        ]
    except (ValueError, TypeError, KeyError) as fault:
        raise Unreadable(Why.BROKEN) from fault
    if sum(len(sheet.rows) for sheet in found) > (ROWS + MARGIN) * SHEETS:
        raise Unreadable(Why.ROWS)
    return found


def _has_names(sheets: Sequence[Sheet], ways: Ways) -> bool:
    fields = (columns.assigned(columns.found(sheet.rows), ways.columns) for sheet in sheets)
    return any({"name", "first", "last"} & set(found.values()) for found in fields)


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.network.zone)).date()


def _row(turn: Turn, *, waiting: bool = True) -> tuple[Import, str]:
    """The list of the button, and what else stood there. Refused where it waits no more."""
    key, _, more = turn.more.partition(".")
    row = stored.one(turn.db, number(own(turn).id), as_number(key))
    is_old = row is not None and waiting and row.at < turn.now - stored.WAITS
    if row is None or is_old or (row.state == "waiting") is not waiting:
        raise Refused(notes.outdated(turn.t))
    return row, more


def _plan(turn: Turn, row: Import) -> Plan:
    try:
        return imports.plan(
            turn.db, row.network_id, imports.sheets_of(row), imports.ways_of(row), _today(turn),
            turn.keys,
        )  # fmt: skip
    except Unreadable as fault:
        raise Refused(notes.note(faults.unreadable(turn.t, fault.why))) from None


def _looked(turn: Turn, network: Network, row: Import) -> Message:
    plan = _plan(turn, row)
    shown = views.look(turn.t, network, row, plan, _names(turn))
    if not _has_names(imports.sheets_of(row), imports.ways_of(row)):
        said = turn.t("I find no column of names. Press “Columns”, and tell me which one it is.")
        return notes.above(said, shown)
    if not plan.people and not plan.left:
        return notes.above(turn.t("There are heads in it, and nobody below them."), shown)
    if not plan.changes and not plan.left:
        return notes.above(turn.t("All of that was there already."), shown)
    return shown


def _names(turn: Turn) -> views.Named:
    vocabulary = imports.words_of(turn.db, number(turn.network.id))
    return lambda key: vocabulary.name(key, turn.t.language)


def look(turn: Turn) -> Answer:
    """What taking the list in would do."""
    row, _ = _row(turn)
    return answered(_looked(turn, turn.network, row))


def reasons(turn: Turn) -> Answer:
    """All that is not taken, and why."""
    row, more = _row(turn)
    left, at = _plan(turn, row).reasons, as_number(more.removeprefix("p:"))
    return answered(views.reasons(turn.t, turn.network, row, left, _names(turn), at))


def _columns(row: Import) -> list[views.Column]:
    """The columns of a list by their heads; those with the same head in several sheets are one."""
    chosen = imports.ways_of(row).columns
    found: dict[str, tuple[str, Sequence[str], str]] = {}
    for sheet in imports.sheets_of(row):
        head = columns.found(sheet.rows)
        fields = columns.assigned(head, chosen)
        for at, name in enumerate(head.names):
            cells = (line[at] for line in sheet.rows[head.first :] if at < len(line) and line[at])
            samples = [cell for cell, _ in zip(cells, range(views.SAMPLES), strict=False)]
            if name and (samples or at in fields):
                found.setdefault(columns.key(name), (name, samples, fields.get(at, NONE)))
    return [(at, *column) for at, column in enumerate(found.values())]


def show_columns(turn: Turn) -> Answer:
    """What each column is taken for."""
    row, more = _row(turn)
    at = as_number(more.removeprefix("p:"))
    return answered(views.columns(turn.t, turn.network, row, _columns(row), at))


def _column(turn: Turn) -> tuple[Import, views.Column]:
    row, more = _row(turn)
    found = next((one for one in _columns(row) if str(one[0]) == more), None)
    if found is None:
        raise Refused(notes.outdated(turn.t))
    return row, found


def column_form(turn: Turn) -> Answer:
    """What is in this column?"""
    row, column = _column(turn)
    return views.column_form(turn.t, turn.network, row, column)


def column(turn: Turn) -> Answer:
    """It is this; of what there is once only, another column is it no more."""
    row, found = _column(turn)
    field = turn.value("field")
    if field not in (*FIELDS, NONE):
        form = views.column_form(turn.t, turn.network, row, found)
        raise Mistakes(form, {"field": turn.t("Please choose one of these.")})
    chosen = {columns.key(name): was for _, name, _, was in _columns(row)}
    if field not in (*columns.SEVERAL, NONE):
        chosen = {key: NONE if was == field else was for key, was in chosen.items()}
    chosen[columns.key(found[1])] = field
    row.columns = json.dumps(chosen)
    return answered(
        views.columns(turn.t, turn.network, row, _columns(row), found[0] // views.COLUMNS)
    )


def same(turn: Turn) -> Answer:
    """Who has the name of somebody who is there is the same person, or another one."""
    row, more = _row(turn)
    if more not in SAME:
        raise Refused(notes.outdated(turn.t))
    row.same = more
    return answered(_looked(turn, turn.network, row))


def take(turn: Turn) -> Answer:
    """Take the list in."""
    row, _ = _row(turn)
    # Planned for what is there when it is taken, whatever somebody else takes in at the same time.
    networks.lock(turn.db, row.network_id)
    plan = _plan(turn, row)
    if not plan.changes:
        turn.db.delete(row)
        return answered(notes.note(turn.t("All of that was there already.")))
    imports.take(turn.db, row, plan, turn.now)
    return answered(views.taken(turn.t, turn.network, row))


def drop(turn: Turn) -> Answer:
    """Throw the list away."""
    row, _ = _row(turn)
    turn.db.delete(row)
    turn.db.flush()
    said = turn.t("Thrown away. Nothing was taken in.")
    return answered(notes.above(said, _page(turn, turn.network)))


def undo(turn: Turn) -> Answer:
    """Take back what came of a list, but for that with which something was done since."""
    row, _ = _row(turn, waiting=False)
    networks.lock(turn.db, row.network_id)
    if row.state != "taken":
        raise Refused(notes.outdated(turn.t))
    try:
        stays = undoing.undo(turn.db, row)
    except BuiltOn:
        said = turn.t("Something was done with all of these people since, so nothing is undone.")
        raise Refused(notes.note(said)) from None
    except Earlier:
        raise Refused(notes.note(undoing_views.earlier(turn.t))) from None
    shown = _page(turn, turn.network)
    return answered(notes.above(undoing_views.undone(turn.t, stays), shown))


ACTIONS = (
    Action("network.import", act=show, verb=marked("import", "verb")),
    Action("import.page", act=page, changes=False),
    Action("import.paste", form=paste_form, act=paste),
    Action("import.look", act=look, changes=False),
    Action("import.reasons", act=reasons, changes=False),
    Action("import.columns", act=show_columns, changes=False),
    Action("import.column", form=column_form, act=column),
    Action("import.same", act=same),
    Action("import.take", act=take),
    Action("import.drop", act=drop),
    Action("import.undo", act=undo),
)
