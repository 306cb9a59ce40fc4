"""Calls that come at the same time, in one transaction: where only one can write, the rest would
queue for a begin and a commit each.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from bot.store.db import Away, Db, Store

T = TypeVar("T")
MOST = 16
"""How many share a transaction; what else wants to write waits for all of them."""


class _Wish(Generic[T]):
    """What one thread wants done, and what came of it."""

    def __init__(self, act: Callable[[Db], T]) -> None:
        self.act = act
        self.results: list[T] = []
        self.error: Exception | None = None
        self.sooner = False

    @property
    def is_over(self) -> bool:
        return bool(self.results) or self.error is not None


class Together(Generic[T]):
    """Writes for many threads. Whoever comes first does what all who wait want, each after the
    other, in one transaction; where one of them fails, each gets a transaction of its own. On
    PostgreSQL, where many can write at once, each has its own from the first.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[_Wish[T]] = deque()
        self._turn = threading.Lock()

    def write(self, act: Callable[[Db], T]) -> tuple[T, bool]:
        """What `act` returns, once that is committed, and whether something is due sooner by it.
        Raises what it raises, and what Store.write raises; it may be called more than once, each
        time after nothing of it was kept.
        """
        wish = _Wish(act)
        if not self._store.is_sqlite:
            self._do([wish])
        else:
            self._waiting.append(wish)
            with self._turn:
                while not wish.is_over:
                    self._do([self._waiting.popleft() for _ in range(self._share())])
        if wish.error is not None:
            raise wish.error
        return wish.results[0], wish.sooner

    def _share(self) -> int:
        return min(len(self._waiting), MOST)

    def _do(self, wishes: list[_Wish[T]]) -> None:
        done: list[T] = []
        try:
            with self._store.write() as db:
                done.extend(wish.act(db) for wish in wishes)
        except Exception as error:  # noqa: BLE001 -- raised where it was asked for
            if len(wishes) == 1 or isinstance(error, Away):
                for wish in wishes:
                    wish.error = error
                return
            for wish in wishes:
                self._do([wish])
            return
        for wish, result in zip(wishes, done, strict=True):
            wish.results.append(result)
            wish.sooner = db.sooner
