"""/privacy: what is held on a person, to see, take along and erase."""

import io
import json
import zipfile

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.turns import Turn, answered
from bot.core import office, people
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import networks, register
from bot.store import people as stored_people
from bot.views import privacy as views


def show(turn: Turn) -> Answer:
    """What is held and what can be done."""
    return answered(views.show(turn.t))


def export(turn: Turn) -> Answer:
    """All of it as a file."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    held = register.export(turn.db, number(turn.member.id))
    return Reply(views.exported(turn.t), File("my-data.zip", _zip(held)))


def _zip(held: dict[str, list[dict[str, object]]]) -> bytes:
    """One JSON with everything, and a table for each kind of row that any office program opens."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
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
    last = any(
        [c.id for c in stored_people.coordinators(turn.db, number(n.id))] == [me]
        for n in networks.of(turn.db, me)
    )
    return answered(views.sure(turn.t, last=last))


def erase_now(turn: Turn) -> Answer:
    """Erase everything, and bring the posts up to date in which the person was named."""
    if turn.member is None:
        return answered(views.nothing_held(turn.t))
    me = number(turn.member.id)
    here = number(turn.chosen.id) if turn.chosen else 0
    people.erase(turn.db, me, here, turn.now, turn.keys)
    turn.member, turn.role = None, Role.STRANGER
    return answered(views.erased(turn.t))


ACTIONS = (
    Action("privacy.show", act=show, changes=False),
    Action("privacy.export", act=export, changes=False, verb=marked("export", "verb")),
    Action("privacy.erase", act=erase, changes=False, verb=marked("erase", "verb")),
    Action("privacy.erase-now", act=erase_now),
)
COMMAND = marked("What I keep about you: see it, take it along, erase it")
NAME = marked("privacy", "command")
