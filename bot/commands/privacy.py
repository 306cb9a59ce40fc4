"""/privacy: what is held on a person, to see, take along and erase; and to be left in peace."""

import io
import json
import zipfile
from datetime import date, datetime, time

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.turns import Mistakes, Turn, answered, as_number, choose
from bot.commands.wishes import read_until
from bot.core import clearing, links, office, pauses, people, taken_along, when
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import duties, networks, register
from bot.store import people as stored_people
from bot.store.register.entries import Entry
from bot.store.register.kinds import KINDS
from bot.ui import Message
from bot.views import clearing as clearing_views
from bot.views import copies_of_data, erasing
from bot.views import privacy as views

Held = dict[str, list[dict[str, object]]]
"""All that is held on a person: for each table its rows."""


def show(turn: Turn) -> Answer:
    """What is held and what can be done."""
    return answered(_card(turn))


def _card(turn: Turn) -> Message:
    if turn.member is None:
        return views.show(turn.t, (), {}, "", coordinates=False)
    me = number(turn.member.id)
    # Who comes by a link is known by it; to people an account is one on a platform.
    accounts = sum(one.platform != links.WEB for one in stored_people.accounts(turn.db, me))
    counts = register.counts(turn.db, me) | {"identity": accounts}
    held = [kind for kind, tables in KINDS.items() if any(counts[_name(one)] for one in tables)]
    paused = views.paused(turn.t, pauses.until(turn.db, me, turn.now), _zone(turn))
    return views.show(turn.t, held, counts, paused, coordinates=turn.plans)


def _name(table: type) -> str:
    return table.__name__.lower()


def _entries() -> list[Entry]:
    return [register.entry_of(table) for tables in KINDS.values() for table in tables]


def more(turn: Turn) -> Answer:
    """The same column by column, a table after the other."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    counts = register.counts(turn.db, number(turn.member.id))
    found = [(one, counts[_name(one.table)]) for one in _entries() if counts[_name(one.table)]]
    return answered(views.more(turn.t, found, as_number(turn.more)))


def export(turn: Turn) -> Answer:
    """All of it as a file."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    plain = register.export(turn.db, number(turn.member.id))
    held = taken_along.in_words(turn.db, plain, turn.t.language)
    kinds = {
        kind: [(register.entry_of(table), held[_name(table)]) for table in tables]
        for kind, tables in KINDS.items()
    }
    page = copies_of_data.html(turn.t, kinds)
    return Reply(views.exported(turn.t, _card(turn)), File("my-data.zip", _zip(held, page)))


def _zip(held: Held, page: str) -> bytes:
    """A page to read, one JSON with everything, and a table for each kind of row that any office
    program opens.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my-data.html", page)
        archive.writestr("my-data.json", json.dumps(held, ensure_ascii=False, indent=2))
        for table, rows in held.items():
            if rows:
                archive.writestr(f"{table}.csv", office.table(list(rows[0]), rows))
    return out.getvalue()


def erase(turn: Turn) -> Answer:
    """Are you sure?"""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    me = number(turn.member.id)
    mine = [number(n.id) for n in networks.of(turn.db, me)]
    last = next((n for n in mine if duties.lasting(turn.db, n) == [me]), 0)
    return answered(erasing.sure(turn.t, last=last))


def erase_now(turn: Turn) -> Answer:
    """Erase everything, and bring the posts up to date in which the person was named."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    me = number(turn.member.id)
    here = number(turn.chosen.id) if turn.chosen else 0
    people.erase(turn.db, me, here, turn.now, turn.keys)
    turn.member, turn.role = None, Role.STRANGER
    return answered(erasing.erased(turn.t))


def pause_form(turn: Turn) -> Answer:
    """Until which day? What stood behind the command is filled in, or said why not."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    _choose_any(turn)
    text = turn.text
    found = read_until(turn, text, _zone(turn)) if text and turn.chosen else ""
    if isinstance(found, date):
        return views.pause_form(turn.t, found.isoformat())
    return views.pause_form(turn.t, text, found)


def _choose_any(turn: Turn) -> None:
    if turn.chosen is None and turn.networks:
        choose(turn, turn.networks[0])


def pause(turn: Turn) -> Answer:
    """Nothing private is sent to the person, in any network, until that day."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    _choose_any(turn)
    until = _until(turn) if turn.value("until") else None
    pauses.begin(turn.db, number(turn.member.id), until)
    kept = pauses.until(turn.db, number(turn.member.id), turn.now)
    said = views.paused(turn.t, kept, _zone(turn))
    return answered(views.is_paused(turn.t, said) if said else views.nothing_held(turn.t))


def _until(turn: Turn) -> datetime:
    """The beginning of the day until which the person wants to be left in peace."""
    day = read_until(turn, turn.value("until"), _zone(turn))
    if isinstance(day, str):
        raise Mistakes(views.pause_form(turn.t), {"until": day})
    return when.instant(datetime.combine(day, time()), _zone(turn))


def _zone(turn: Turn) -> str:
    own = turn.member.zone if turn.member else None
    return own or (turn.chosen.zone if turn.chosen else "UTC")


def resume(turn: Turn) -> Answer:
    """The person is written to again."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    pauses.end(turn.db, number(turn.member.id))
    return answered(views.resumed(turn.t))


def report(turn: Turn) -> Answer:
    """What went by itself in the network, for its coordinators."""
    went = clearing.report(turn.db, number(turn.network.id), turn.now.date())
    return answered(clearing_views.report(turn.t, turn.network, went))


ACTIONS = (
    Action("privacy.show", act=show, changes=False),
    Action("privacy.more", act=more, changes=False),
    Action("privacy.export", act=export, changes=False, verb=marked("export", "verb")),
    Action("privacy.erase", act=erase, changes=False, verb=marked("erase", "verb")),
    Action("privacy.erase-now", act=erase_now),
    Action("privacy.pause", form=pause_form, act=pause, verb=marked("pause", "verb")),
    Action("privacy.resume", act=resume, verb=marked("resume", "verb")),
    Action("privacy.report", act=report, changes=False, verb=marked("report", "verb")),
)
COMMAND = marked("What I keep about you: see it, take it along, erase it")
NAME = marked("privacy", "command")
