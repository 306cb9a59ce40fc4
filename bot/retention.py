"""What goes when its time is over, for who runs the house: what would go now, or let it go now."""

import sys
from datetime import UTC, datetime

from bot.core import clearing
from bot.core.clearing import Went
from bot.settings import Settings
from bot.store.db import Store
from bot.store.faults import StoreDown


def run(settings: Settings, *, dry_run: bool) -> int:
    """Print how many rows of each kind go, or on a `dry_run` would; returns the exit code."""
    now, store = datetime.now(UTC), Store(settings.database)
    try:
        if not store.revision_is_head():
            return _no("The database is not this version's yet. Please type: convenor migrate")
        if dry_run:
            with store.read() as db:
                found = clearing.would_go(db, now)
        else:
            found = clearing.clear(store, now)
    except StoreDown as down:
        return _no(str(down))
    finally:
        store.close()
    for line in _lines(found, dry_run=dry_run):
        print(line)  # noqa: T201 -- for the person who typed it
    return 0


def _lines(found: Went, *, dry_run: bool) -> list[str]:
    head = "These rows would go tonight:" if dry_run else "These rows went:"
    rows = [f"  {what}: {sum(of.values())}" for what, of in found.items() if of]
    return [head, *(rows or ["  none"])]


def _no(reason: str) -> int:
    print(reason, file=sys.stderr)  # noqa: T201 -- for the person who typed it
    return 2
