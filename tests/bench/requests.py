"""How long a coordinator waits for what waits, where there are 2,000 requests; and whether of 200
who ask at once for 20 sets 20 get one, and the others wait in the order in which they asked. On
SQLite. And how many of the offers that fit a request are found, and how many of those are right.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from random import Random
from statistics import median

from bot.adapters.memory import MemoryChat
from bot.chat import Person, Place, Profile
from bot.commands.calls import Call, Pressed, Reply, Typed
from bot.core import requests
from bot.house import TheHouse
from bot.store.db import Store
from bot.store.faults import Conflict
from tests.fits.pairs import half
from tests.fits.scoring import score
from tests.requests.ground import NOW, Ground, begin, kit, read, something, wish

KEYS = (b"bench",)
ROUNDS = 20


def filled(store: Store, count: int) -> Ground:
    """A network of 50 kits in which so many things were asked for; some have gone their way."""
    ground, rng = begin(store, pieces=50, askers=200, approved="coordinator"), Random(1)
    with store.write() as db:
        ground.kits += [
            kit(db, ground.network, ground.ana, "class-set", 20, "coordinator", f"Kit {n}")
            for n in range(48)
        ]
    for first in range(0, count, 100):
        with store.write() as db:
            for n in range(first, min(first + 100, count)):
                at = NOW - timedelta(minutes=count - n)
                want = wish(rng.choice(ground.kits))
                requests.ask(db, ground.network, rng.choice(ground.askers), want, at)
    for _ in range(count // 4):
        something(ground, rng)
    return ground


def pressed(ground: Ground) -> Callable[[Typed | Pressed], float]:
    """How long the coordinator waits for the answer, in seconds."""
    house = TheHouse(ground.store, now=lambda: NOW, keys=KEYS, wake=lambda: None)
    who = Person("memory", f"net {ground.network}", "ana")
    numbers = iter(range(10**6))

    def ask(said: Typed | Pressed) -> float:
        number = next(numbers)
        call = Call(
            f"bench-{number}", number, who, Profile("Ana"), Place("memory", "net", ""), said,
            MemoryChat.abilities,
        )  # fmt: skip
        begun = time.perf_counter()
        answer = house.act(call)
        took = time.perf_counter() - begun
        assert isinstance(answer, Reply), answer
        return took

    return ask


@contextmanager
def emptied() -> Iterator[Store]:
    """A database with nothing in it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store(f"sqlite:///{folder}/bench.db")) as store,
    ):
        store.migrate()
        yield store


def queue(count: int) -> dict[str, float]:
    """The queue, its last page, and what the home page says of it."""
    with emptied() as store:
        ground = filled(store, count)
        ask = pressed(ground)
        ask(Typed("kit"))
        last = Pressed(f"kit:0:queue:{ground.network}:999")
        first_s = median(ask(Typed("kit")) for _ in range(ROUNDS))
        last_s = median(ask(last) for _ in range(ROUNDS))
        home_s = median(ask(Typed("network")) for _ in range(ROUNDS))
        said = f"the queue {first_s:.3f} s, its end {last_s:.3f} s, home {home_s:.3f} s"
        print(f"{count} requests: {said}")
        return {"queue_s": round(max(first_s, last_s), 4)}


def at_once(people: int, pieces: int) -> dict[str, float]:
    """So many people ask at once for fewer pieces."""
    with emptied() as store:
        ground = begin(store, pieces=pieces, askers=people)

        def ask(who: int) -> None:
            while True:
                try:
                    with store.write() as db:
                        requests.ask(db, ground.network, who, wish(ground.kits[0]), NOW)
                except Conflict:
                    continue
                return

        begun = time.perf_counter()
        with ThreadPoolExecutor(16) as pool:
            list(pool.map(ask, ground.askers))
        seconds = time.perf_counter() - begun
        states = [row.state for row in read(ground).rows]
    got = states.count("reserved")
    in_order = states == ["reserved"] * got + ["waiting"] * (len(states) - got)
    print(f"{people} at once for {pieces}, in {seconds:.1f} s: {got} got one")
    return {"reserved": got, "waiting_in_order": states.count("waiting") if in_order else 0}


def fit() -> dict[str, float]:
    """How many of the offers that are right for a request are shown, and how many of those shown
    are right: on the frozen half of the labelled set, totals alone.
    """
    found = score(half("frozen"))
    print(f"fit of requests to offers: {found}")
    return {"recall_at_3": round(found.recall, 3), "precision_at_3": round(found.precision, 3)}


def main(count: int = 2000, people: int = 200, pieces: int = 20) -> None:
    """Measure all of it."""
    found = queue(count) | at_once(people, pieces) | fit()
    print(json.dumps(found))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
