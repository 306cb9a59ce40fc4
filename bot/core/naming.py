"""Lists of names that wait to be kept: who is erased stands in none of them."""

import json
from collections.abc import Collection, Iterator

from bot.core.columns import folded
from bot.store import drafts, imports
from bot.store.db import Db


def leave_out(db: Db, name: str, networks: Collection[int]) -> None:
    """Drop every list that waits in one of these networks and in which somebody of this name
    stands, in whichever order of its words; whoever brought it can bring it again.
    """
    wanted = set(folded(name).split())
    if not wanted:
        return
    for draft in drafts.lists(db):
        if drafts.network(db, draft) in networks and _holds(wanted, json.loads(draft.typed)):
            db.delete(draft)
    for row in imports.waiting(db):
        if row.network_id in networks and _holds(wanted, json.loads(row.sheets or "[]")):
            db.delete(row)
    db.flush()


def _holds(wanted: set[str], said: object) -> bool:
    return any(wanted <= set(folded(line).split()) for line in _lines(said))


def _lines(said: object) -> Iterator[str]:
    """What stands together: the cells of a row, or a line of what was pasted."""
    match said:
        case dict():
            for one in said.values():
                yield from _lines(one)
        case [str(), _, *_] if all(isinstance(one, str) for one in said):
            yield " ".join(map(str, said))
        case list():
            for one in said:
                yield from _lines(one)
        case str() if said.startswith(("[", "{")) and (inner := _read(said)) is not None:
            yield from _lines(inner)
        case str():
            yield from said.splitlines()
        case _:  # numbers name nobody
            return


def _read(said: str) -> object:
    """JSON within JSON; None where it only looks so."""
    try:
        found: object = json.loads(said)
    except ValueError:
        return None
    return found
