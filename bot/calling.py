"""The threads in which calls are answered."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar, cast

from bot.chat import Person
from bot.commands.calls import Answer, Call
from bot.house import TheHouse

T = TypeVar("T")
MOST = 32
"""How many calls share a transaction; whoever else wants to write waits for all of them."""
READERS = 4
"""So many that only read are answered at once beside them: they are not to take all threads."""


class CallPool(ThreadPoolExecutor):
    """Answers each call in a thread of its own where many can write at once (PostgreSQL). On
    SQLite, where one can, those that came while others were answered are answered together: else
    each would queue for a begin and a commit of its own. What only reads waits there for nobody
    who writes, but for what its own person has asked before.
    """

    def __init__(self, house: TheHouse, threads: int) -> None:
        super().__init__(threads, "call")
        self._house = house
        self._readers = ThreadPoolExecutor(min(READERS, threads), "read")
        self._waiting: deque[tuple[Call, Future[Answer]]] = deque()
        self._unanswered: dict[Future[Answer], Person] = {}  # who waits, or is being answered
        self._turn = threading.Lock()

    def submit(
        self,
        fn: Callable[..., T],
        /,
        *args: Any,  # noqa: ANN401 -- as the class above has it
        **kwargs: Any,  # noqa: ANN401
    ) -> Future[T]:
        """What comes of calling this in one of the threads."""
        if fn != self._house.act or not self._house.one_writes:
            return super().submit(fn, *args, **kwargs)
        call: Call = args[0]
        future: Future[Answer] = Future()
        if self._house.reads(call) and call.who not in list(self._unanswered.values()):
            self._readers.submit(self._look, call, future)
        else:
            self._line_up(call, future)
        return cast("Future[T]", future)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; with `wait`, until those in work are answered."""
        self._readers.shutdown(wait, cancel_futures=cancel_futures)
        super().shutdown(wait, cancel_futures=cancel_futures)

    def _look(self, call: Call, future: Future[Answer]) -> None:
        answer = self._house.look(call)
        if answer is None:
            self._line_up(call, future)
        elif future.set_running_or_notify_cancel():
            future.set_result(answer)

    def _line_up(self, call: Call, future: Future[Answer]) -> None:
        self._unanswered[future] = call.who
        future.add_done_callback(self._unanswered.pop)
        self._waiting.append((call, future))
        try:
            super().submit(self._answer_all)
        except RuntimeError:  # shut down meanwhile
            self._waiting.remove((call, future))
            future.cancel()
            raise

    def _answer_all(self) -> None:
        # Whoever finds somebody at it leaves the rest to them; they look again before they go.
        while self._waiting and self._turn.acquire(blocking=False):
            try:
                self._answer(min(len(self._waiting), MOST))
            finally:
                self._turn.release()

    def _answer(self, count: int) -> None:
        taken = [self._waiting.popleft() for _ in range(count)]
        wanted = [one for one in taken if one[1].set_running_or_notify_cancel()]
        try:
            answers = self._house.act_all([call for call, _ in wanted])
        except BaseException as error:  # noqa: BLE001 -- those who wait for it are told
            for _, future in wanted:
                future.set_exception(error)
            return
        for (_, future), answer in zip(wanted, answers, strict=True):
            future.set_result(answer)
