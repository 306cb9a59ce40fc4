"""`convenor import` and `convenor export`: lists of people, for who runs the house."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.app import derive
from bot.core import columns, imports, listings, lists, office, undoing
from bot.core.columns import FIELDS, NONE
from bot.core.imports import Ways
from bot.core.people import number
from bot.core.roster import Plan, Same
from bot.core.sheets import LARGEST, Sheet, Unreadable, Why
from bot.core.undoing import BuiltOn, Earlier
from bot.settings import Settings
from bot.store import imports as stored
from bot.store import networks
from bot.store.db import Db, Store
from bot.store.digests import Keys
from bot.store.faults import Away, StoreDown
from bot.store.tables import Network
from bot.views import faults
from bot.views import undoing as undoing_views
from bot.views.words import words


class Misuse(Exception):
    """What was asked cannot be done; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with a list: `dry`: nothing but look; `undo` the number of an import."""

    network: str
    file: Path | None
    dry: bool = False
    undo: int = 0
    columns: Sequence[str] = ()
    same: Same = "ask"


def run(settings: Settings, wish: Wish) -> int:
    """Take a list of people in, look at one, or take an import back; returns the exit code."""
    return _told(settings, lambda store, keys: _do(store, keys, wish))


def export(settings: Settings, network: str, file: Path) -> int:
    """Write a network's people into a CSV file; returns the exit code."""
    return _told(settings, lambda store, _: _export(store, network, file))


def _told(settings: Settings, act: Callable[[Store, Keys], None]) -> int:
    if not settings.secret_keys:
        return _no("SECRET_KEY is needed: by it are known who asked to be forgotten.")
    keys = tuple(derive(secret, "accounts") for secret in settings.secret_keys)
    store = Store(settings.database)
    try:
        if not store.revision_is_head():
            return _no("The database is not up to date. Please type: python3 run.py migrate")
        act(store, keys)
    except Unreadable as fault:
        return _no(faults.unreadable(words("en"), fault.why))
    except (Misuse, StoreDown, Away) as reason:
        return _no(str(reason))
    finally:
        store.close()
    return 0


def _do(store: Store, keys: Keys, wish: Wish) -> None:
    if wish.undo:
        with store.write() as db:
            _undo(db, wish)
        return
    if wish.file is None:
        raise Misuse("Which file? convenor import FILE --network NAME")
    data = _bytes(wish.file)
    sheets, ways = lists.read(data), Ways(_chosen(wish.columns), wish.same)
    with store.read() if wish.dry else store.write() as db, _progress() as shown:
        network = _network(db, wish.network)
        if not wish.dry:
            networks.lock(db, number(network.id))
        _take(db, network, sheets, ways, keys, shown, None if wish.dry else data)


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as fault:
        raise Misuse(f"{file} cannot be read ({fault.strerror}).") from fault
    if len(data) > LARGEST:
        raise Unreadable(Why.LARGE)
    return data


def _chosen(said: Sequence[str]) -> Mapping[str, str]:
    """What columns are taken for, from HEAD=FIELD."""
    found = {}
    for one in said:
        head, _, field = one.rpartition("=")
        if not head or field not in (*FIELDS, NONE):
            raise Misuse(
                f"--column {one}: write HEAD=FIELD; a field is one of {', '.join(FIELDS)}."
            )
        found[columns.key(head)] = field
    return found


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        console=Console(stderr=True),
    )  # fmt: skip


def _network(db: Db, name: str) -> Network:
    every = networks.every(db)
    found = [one for one in every if one.name.casefold() == name.strip().casefold()]
    if len(found) != 1:
        known = ", ".join(one.name for one in every) or "none has begun yet"
        raise Misuse(f"There is no network {name}. There are: {known}.")
    return found[0]


def _take(
    db: Db, network: Network, sheets: Sequence[Sheet], ways: Ways, keys: Keys, shown: Progress,
    data: bytes | None,
) -> None:  # fmt: skip
    now, key = datetime.now(UTC), number(network.id)
    today = now.astimezone(ZoneInfo(network.zone)).date()
    rows = sum(any(row) for sheet in sheets for row in sheet.rows)
    looking = shown.add_task("Looking at it", total=rows)
    plan = imports.plan(db, key, sheets, ways, today, keys, lambda n: shown.advance(looking, n))
    shown.update(looking, completed=rows)
    _report(db, key, plan)
    if data is None:
        _say("Nothing was changed.")
    elif not plan.changes:
        _say("All of that was there already. Nothing was changed.")
    else:
        row = imports.wait(db, key, None, sheets, imports.file_digest(data), now)
        taking = shown.add_task("Taking it in", total=len(plan.new) + len(plan.filled))
        imports.take(db, row, plan, now, lambda n: shown.advance(taking, n))
        _say(
            f"Taken in. To take it back, type: python3 run.py import --network '{network.name}'"
            f" --undo {row.id}"
        )


def _report(db: Db, network: int, plan: Plan) -> None:
    """A line for each thing that is not taken, then how many are."""
    t, vocabulary = words("en"), imports.words_of(db, network)
    for left in plan.left:
        _say(faults.line(t, left, lambda key: vocabulary.name(key, "en")))
    if not plan.people and all(not one.row for one in plan.left):
        raise Misuse(faults.no_names(t) + " Or name the columns: --column 'Column head=name'")
    _say(
        f"new: {len(plan.new)}, added to: {len(plan.filled)}, there already: {plan.same},"
        f" rows not taken: {plan.rows_left}"
    )


def _undo(db: Db, wish: Wish) -> None:
    row = stored.one(db, number(_network(db, wish.network).id), wish.undo)
    if row is None or row.state != "taken":
        raise Misuse(f"There is no import {wish.undo} to take back.")
    networks.lock(db, row.network_id)
    try:
        stays = undoing.undo(db, row)
    except BuiltOn:
        raise Misuse(
            "Something was done with all of these people since, so nothing is taken back."
        ) from None
    except Earlier:
        raise Misuse(undoing_views.earlier(words("en"))) from None
    if not (stays.names or stays.gone):
        _say("Taken back. All is as it was before.")
        return
    _say(undoing_views.undone(words("en"), stays))


def _export(store: Store, name: str, file: Path) -> None:
    with store.read() as db:
        network = _network(db, name)
        rows = listings.people(db, number(network.id), network.language)
    try:
        with file.open("xb") as opened:
            file.chmod(0o600)  # its owner's alone
            opened.write(office.table(listings.HEAD, rows))
    except FileExistsError:
        raise Misuse(f"{file} is there already. Please give another name.") from None
    except OSError as fault:
        raise Misuse(f"{file} cannot be written ({fault.strerror}).") from fault
    _say(f"Written: {file}, {len(rows)} people. Of each stands there what they agreed to show.")


def _say(said: str) -> None:
    print(said)  # noqa: T201 -- for the person who typed it


def _no(reason: str) -> int:
    print(reason, file=sys.stderr)  # noqa: T201 -- for the person who typed it
    return 2
