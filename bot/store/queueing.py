"""A lock with a queue before it."""

from __future__ import annotations

import threading
from collections import deque


class Queue:
    """Lets threads in one at a time, in the order in which they came. Python's own lock lets in
    whoever is quickest, and that is the one who has just left: the others would wait for ever.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._is_taken = False

    def __enter__(self) -> None:
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()  # it stays taken, by the next
            else:
                self._is_taken = False
