"""A network into which lists are taken, without a chat before it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.core import imports, lists
from bot.core.imports import Ways
from bot.core.people import number
from bot.core.roster import Plan
from bot.core.sheets import Sheet
from bot.store.db import Store
from bot.store.tables import Network
from tests.store.contents import Contents, contents

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KEYS = (b"test",)
ASK = Ways({})


def begin(store: Store, name: str = "Northshire") -> int:
    """A new network."""
    with store.write() as db:
        network = Network(name=name, language="en", zone="Europe/London", begun_at=NOW)
        db.add(network)
        db.flush()
        return number(network.id)


def looks(store: Store, network: int, data: bytes | list[Sheet], ways: Ways = ASK) -> Plan:
    """What taking a file in would do."""
    with store.read() as db:
        return imports.plan(db, network, _read(data), ways, NOW.date(), KEYS)


def takes(store: Store, network: int, data: bytes | list[Sheet], ways: Ways = ASK) -> Plan:
    """Take a file in, as the command line does; returns what was planned."""
    found = _read(data)
    with store.write() as db:
        plan = imports.plan(db, network, found, ways, NOW.date(), KEYS)
        if plan.changes:
            row = imports.wait(db, network, None, found, "digest", NOW)
            imports.take(db, row, plan, NOW)
        return plan


def _read(data: bytes | list[Sheet]) -> list[Sheet]:
    return lists.read(data) if isinstance(data, bytes) else data


def everything(store: Store, but: Sequence[str] = ()) -> Contents:
    """All rows of the database, as text."""
    with store.read() as db:
        return contents(db, but=but)
