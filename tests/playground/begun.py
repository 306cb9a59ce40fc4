"""The example network's life so far, lived once and then copied: living it takes two seconds."""

from __future__ import annotations

import sqlite3
import tempfile
from copy import deepcopy
from pathlib import Path

from bot.playground.life import Life
from bot.playground.record import Record
from bot.playground.sights import Sights
from bot.store.db import Store
from bot.trial import Trial

FILE = "trial.db"


def keep(life: Life, folder: Path) -> None:
    """What its database holds, in a file to copy."""
    with sqlite3.connect(_file(life.store)) as lived, sqlite3.connect(folder / FILE) as kept:
        lived.backup(kept)
    lived.close()
    kept.close()


def _file(store: Store) -> str:
    return str(store._url.database)


def copied(life: Life, kept: Path) -> Life:
    """Another life that is like it, as after a restart of the house; it can be closed."""
    copy = Life()
    folder = Path(copy._open.enter_context(tempfile.TemporaryDirectory(prefix="convenor-")))
    (folder / FILE).write_bytes((kept / FILE).read_bytes())
    copy.store = Store(f"sqlite:///{folder / FILE}")
    copy._open.callback(copy.store.close)
    copy.example = life.example
    copy.trial = Trial(copy.store, copy.example)
    clock, before = copy.trial._clock, life.trial._clock
    clock._at, clock._done = before._at, dict(before._done)
    copy.trial._world = deepcopy(life.trial._world, {id(before): clock})
    copy.trial.restart()
    copy.sights = Sights(copy.trial)
    copy.record = Record(copy.example)
    return copy
