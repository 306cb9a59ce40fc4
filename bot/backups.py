"""Backups, for who runs the house: by hand, restored by hand, and one a day by itself."""

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import __version__
from bot.core import held
from bot.settings import Settings
from bot.store import backup as stored
from bot.store.backup import BadBackup
from bot.store.db import Store
from bot.store.faults import StoreDown
from bot.store.register import keeping
from bot.store.restore import restore as put_back

HOW_TO_RESTORE = (
    "To restore it, give an empty database (another DATABASE_URL, or a new DATA_DIR) and type: "
    "python3 run.py restore {file}"
)
KEPT = 7
"""How many of the daily ones are kept."""
_DATED = re.compile(r"convenor-(\d{4}-\d\d-\d\d)(-\d{6})?\.zip")
EVERY = timedelta(hours=1)
"""How often it is looked whether today's is there."""


def folder(settings: Settings) -> Path:
    """Where backups lie."""
    return settings.data_dir / "backups"


def backup(settings: Settings, file: Path | None) -> int:
    """Write a backup while the house runs; returns the exit code."""
    now = datetime.now(UTC)
    to = file or folder(settings) / f"convenor-{now:%Y-%m-%d-%H%M%S}.zip"
    store = Store(settings.database)
    try:
        head = stored.write(store, to, version=__version__, now=now)
    except FileExistsError:
        return _no(f"{to} is there already. Please give another name, or take it away.")
    except OSError as fault:
        return _no(f"{to} cannot be written ({fault.strerror}). Please give another place.")
    except StoreDown as down:
        return _no(str(down))
    finally:
        store.close()
    _say(f"Written: {to}, {head.rows} rows of {len(head.tables)} tables, as of {_when(head.at)}.")
    _say(HOW_TO_RESTORE.format(file=to))
    return 0


def restore(settings: Settings, file: Path) -> int:
    """Put a backup into an empty database, on hold; returns the exit code."""
    store = Store(settings.database)
    now = datetime.now(UTC)
    try:
        head = put_back(store, file, now)
        with store.write() as db:
            held.restored(db, now)
    except (BadBackup, StoreDown) as reason:
        return _no(str(reason))
    finally:
        store.close()
    _say(f"Restored: {head.rows} rows, as of {_when(head.at)}.")
    _say(
        "Nothing that was planned before goes out yet: start the house (python3 run.py serve), and "
        "the coordinators are asked, privately and under /network."
    )
    return 0


def daily(store: Store, where: Path, now: datetime) -> None:
    """Write today's backup, if it is not there yet, and keep the last week's."""
    to = where / f"convenor-{now:%Y-%m-%d}.zip"
    if not to.exists():
        stored.write(store, to, version=__version__, now=now)
    for old in sorted(where.glob("convenor-????-??-??.zip"))[:-KEPT]:
        old.unlink(missing_ok=True)


def drop_old(where: Path, now: datetime) -> None:
    """Delete the backups in the house's own folder that are older than who was erased has to wait,
    also those made by hand. By their names, for copying changes a file's date.
    """
    oldest = f"{now - keeping.BACKUPS:%Y-%m-%d}"
    dated = ((_DATED.match(file.name), file) for file in where.glob("convenor-*.zip"))
    old = [file for found, file in dated if found and found[1] < oldest]
    for file in old:
        file.unlink(missing_ok=True)


def _when(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _say(words: str) -> None:
    print(words)  # noqa: T201 -- for the person who typed it


def _no(reason: str) -> int:
    print(reason, file=sys.stderr)  # noqa: T201 -- for the person who typed it
    return 2
