"""How soon the playground is ready, and how soon it answers with a year of messages in it.

A year: a meeting every week of the school year, eight answers to each, and talk. An action is a
press, a command, a form or a move of the clock, with the page that it leads back to.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import median

import httpx

from bot.adapters.memory.northshire import ANA, northshire
from bot.adapters.story import Fills, Passes, Presses, Says, Step, Types
from bot.playground.record import Record
from tests.playground.browser import Page
from tests.serve.house import ROOT, free_port

WEEK, HOLD = timedelta(weeks=1), timedelta(seconds=30)
ANSWER = ("Yes", "Maybe", "No", "Yes, if I am released")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: weeks of life, rounds of actions, and starts."""

    weeks: int = 40
    rounds: int = 25
    starts: int = 5


@contextmanager
def playground() -> Iterator[tuple[str, float]]:
    """A playground of its own process; its address, and the seconds until it gave its page."""
    begun = time.perf_counter()
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "try", "--port", str(port)],
        cwd=ROOT, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout
        assert b"open http" in process.stdout.readline()
        address = f"http://127.0.0.1:{port}"
        httpx.get(address, follow_redirects=True).raise_for_status()
        yield address, time.perf_counter() - begun
    finally:
        process.kill()
        process.wait()


def a_year(weeks: int) -> str:
    """A story file: the example's life, and so many weeks more."""
    example = northshire(date.today())  # noqa: DTZ011 -- any day will do
    record = Record(example)
    day = date.fromisoformat(f"{example.begun:%Y-%m-%d}") + timedelta(weeks=4)
    names = [name for name in example.rooms[0].people if name != ANA][:8]
    for number in range(weeks):
        for step in a_week(day + number * WEEK, number, names):
            record.add(step)
    return record.story()


def a_week(day: date, number: int, names: list[str]) -> Iterator[Step]:
    """A meeting is planned and answered, and people talk."""
    yield Types(ANA, "northshire", f"/meeting plan Meeting {number}, {day.isoformat()} 16:00")
    yield Fills(ANA, {"What is it about?": "We bring what we have tried, and say how it went."})
    yield Passes(HOLD)
    for person, name in enumerate(names):
        yield Presses(name, ANSWER[(number + person) % len(ANSWER)])
    yield Says(names[number % len(names)], "northshire", "See you on Tuesday, I bring the tape.")
    yield Passes(WEEK - HOLD)


def newest_yes(client: httpx.Client) -> tuple[str, dict[str, str]]:
    """Where Ben's newest [Yes] is sent, and what with it."""
    page = Page(client.get("/as/ben/northshire").text)
    form = next(one for one in reversed(page.forms) if "Yes" in one.buttons)
    return form.action, dict([*form.values, form.buttons["Yes"]])


def actions(
    client: httpx.Client, yes: tuple[str, dict[str, str]]
) -> Iterator[Callable[[], httpx.Response]]:
    """One of each kind, by turns."""
    ana = "/as/ana/northshire"
    yield lambda: client.post(yes[0], data=yes[1])
    yield lambda: client.post(f"{ana}/write", data={"text": "/meeting"})
    yield lambda: client.post(f"{ana}/write", data={"text": "See you there."})
    yield lambda: client.post(f"{ana}/write", data={"text": "/meeting plan"})
    yield lambda: client.post(f"{ana}/send", data={"do": "send", "title": "", "day": "soon"})
    yield lambda: client.post(f"{ana}/send", data={"do": "leave"})
    yield lambda: client.get("/as/ben/@home")
    yield lambda: client.get("/become", params={"who": "cleo", "room": "northshire"})
    for by in ("+1h", "+1d", "+1w", "next"):
        yield partial(client.post, f"{ana}/clock", data={"by": by})


def measure(size: Size) -> dict[str, float]:
    """All figures under their names."""
    ready = []
    for _ in range(size.starts):
        with playground() as (_, seconds):
            ready.append(seconds)
    print(f"ready after {', '.join(f'{one:.2f}' for one in ready)} s")
    took, largest = [], 0
    with playground() as (address, _), httpx.Client(
        base_url=address, follow_redirects=True, timeout=300
    ) as client:  # fmt: skip
        played = client.post("/afresh", files={"story": ("year", a_year(size.weeks).encode())})
        assert f"Meeting {size.weeks - 1}" in played.text, Page(played.text).text
        yes = newest_yes(client)
        for _ in range(size.rounds):
            for act in actions(client, yes):
                begun = time.perf_counter()
                answer = act().raise_for_status()
                took.append(time.perf_counter() - begun)
                largest = max(largest, len(answer.content))
    took.sort()
    print(f"{len(took)} actions: half within {median(took):.3f} s, slowest {took[-1]:.3f} s")
    return {
        "ready_s": round(median(ready), 2),
        "action_p95_s": round(took[int(0.95 * len(took))], 3),
        "page_kb": round(largest / 1000, 1),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Size(*map(int, sys.argv[1:])))))
