"""Houses that can be put on one database after another, here or in a process of their own."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from bot.commands.calls import Answer, Call
from bot.house import TheHouse
from bot.store.db import Store

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
KEYS = (b"test",)
NOWHERE = "sqlite:////nowhere"
PUBLIC = "https://convenor.example"


@dataclass
class Clock:
    """A clock that stands still until it is put on."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def __call__(self) -> float:
        return self.at.timestamp()


class Door(TheHouse):
    """A house that can move to another database, and remembers what it answered."""

    def __init__(self, url: str, clock: Clock) -> None:
        super().__init__(Store(url), now=clock.now, keys=KEYS, wake=lambda: None, public=PUBLIC)
        self.answers: list[Answer] = []

    def move_to(self, url: str) -> None:
        self._store.close()
        self._store = Store(url)

    def act(self, call: Call) -> Answer:
        answer = super().act(call)
        self.answers.append(answer)
        return answer

    def close(self) -> None:
        self._store.close()


SERVE = """
import pickle, sys
from tests.commands.doors import Clock, Door

clock = Clock()
door = Door("sqlite:////nowhere", clock)
at = ""
while True:
    url, clock.at, call = pickle.load(sys.stdin.buffer)
    if url != at:
        door.move_to(url)
        at = url
    pickle.dump(door.act(call), sys.stdout.buffer)
    sys.stdout.buffer.flush()
"""


class FarDoor(Door):
    """A house in a process of its own."""

    def __init__(self, url: str, clock: Clock) -> None:
        super().__init__(url, clock)
        self._url, self._clock, self._turn = url, clock, Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVE], cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def move_to(self, url: str) -> None:
        super().move_to(url)
        self._url = url

    def act(self, call: Call) -> Answer:
        assert self._process.stdin
        assert self._process.stdout
        with self._turn:
            pickle.dump((self._url, self._clock.at, call), self._process.stdin)
            self._process.stdin.flush()
            answer: Answer = pickle.load(self._process.stdout)  # noqa: S301 -- a process of ours
        self.answers.append(answer)
        return answer

    def close(self) -> None:
        super().close()
        self._process.kill()
        self._process.communicate()
