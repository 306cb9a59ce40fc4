"""How good and how quick the matching is: beside greedy and a shuffle, and up to a country."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

import numpy as np

from bot.core.pairing import pairs, points, sparse
from bot.core.pairing.dealing import deal
from bot.core.pairing.exact import Two, matching
from bot.core.pairing.people import Dealt, Met, Question, Someone
from bot.core.pairing.table import Table
from tests.pairing.networks import met, network

ROUNDS = 10
COUNTRY = 12_431


def processor() -> float:
    """Seconds of the processor that this process and its children have had."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def megabytes() -> float:
    """The most memory held at once, by this process and by its largest child."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    unit = 1024 if sys.platform == "linux" else 1024**2
    return sum(resource.getrusage(who).ru_maxrss for who in whose) / unit


def greedy(table: Table) -> list[Two]:
    """The best pair first, then the best of who is left."""
    taken: set[int] = set()
    found = []
    for a, b, _ in sorted(table.edges(table.may), key=lambda edge: -edge[2]):
        if a not in taken and b not in taken:
            taken |= {a, b}
            found.append((a, b))
    return found


def shuffle(table: Table) -> list[Two]:
    """Neighbours in a shuffled list; who may not be together is not."""
    order = list(range(table.size))
    random.Random(1).shuffle(order)
    return [(a, b) for a, b in zip(order[::2], order[1::2], strict=False) if table.may[a, b]]


def beside(people: Sequence[Someone]) -> None:
    """One round in three ways."""
    table = pairs.tabled(people, Question(()))
    two_way = table.may & (table.worth >= points.BOTH_WAYS)
    most = len(matching((a, b, 1) for a, b, _ in table.edges(two_way)))
    ways: list[tuple[str, Callable[[Table], list[Two]]]] = [
        ("Convenor", lambda one: pairs.solve(one).pairs), ("greedy", greedy), ("shuffle", shuffle),
    ]  # fmt: skip
    best = 0
    for name, way in ways:
        found = way(table)
        worth = table.of_worth(found)
        best = best or worth
        good = sum(bool(two_way[a, b]) for a, b in found)
        print(
            f"{len(people)} people, {name}: {100 * worth / best:.1f} % of the worth,"
            f" {len(people) - 2 * len(found)} over, good both ways {good} pairs of at most {most}"
        )


def some_rounds(count: int, rounds: int) -> float:
    """Milliseconds of the solver alone in a round; whole rounds are told as well."""
    people, history, whole = network(count, 1), list[Met](), []
    for number in range(1, rounds + 1):
        begun = time.process_time()
        dealt = deal(Question(people, list(history), seed=number))
        whole.append(time.process_time() - begun)
        history += met(dealt, number)
    alone = 1000 * median(_solver(people, history) for _ in range(7))
    print(
        f"{count} people, {rounds} rounds: solver {alone:.0f} ms of the processor, a whole round"
        f" {1000 * median(whole):.0f} ms (median)"
    )
    return alone


def _solver(people: Sequence[Someone], history: Sequence[Met]) -> float:
    table = pairs.tabled(people, Question((), history))
    edges = table.edges(sparse.candidates(table))
    begun = time.process_time()
    matching(edges)
    return time.process_time() - begun


def clean(count: int, school: int, rounds: int) -> None:
    """In how many of twenty tight networks nobody meets twice."""
    good = 0
    for seed in range(20):
        people, history = network(count, seed, school=school), list[Met]()
        repeats = 0
        for number in range(1, rounds + 1):
            dealt = deal(Question(people, list(history), seed=seed))
            repeats += dealt.repeats
            history += met(dealt, number)
        good += not repeats
    print(f"{count} people in schools of {school}, {rounds} rounds: clean in {good} of 20")


def once(count: int, *, times: bool) -> tuple[Dealt, float]:
    """One round of very many, and the seconds it took by the clock."""
    people = network(count, 1, times=times)
    begun, worked = time.monotonic(), processor()
    dealt = deal(Question(people))
    wall, worked = time.monotonic() - begun, processor() - worked
    share = dealt.score / (dealt.bound or np.nan)
    print(
        f"{count} people: {100 * share:.3f} % of the bound, {wall:.1f} s by the clock,"
        f" {worked:.1f} s of the processor, {len(dealt.left_out)} left out,"
        f" at most {megabytes():.0f} MB in both processes"
    )
    return dealt, wall


def measure() -> dict[str, float]:
    """The figures, said as they come; the last ones are returned under their names."""
    for count in (50, 200, 500):
        beside(network(count, 1))
    clean(18, 1, 17)
    clean(20, 5, 15)
    alone = some_rounds(500, ROUNDS)
    some_rounds(501, ROUNDS)
    larger, _ = once(2000, times=False)
    country, seconds = once(COUNTRY, times=True)
    return {
        "n500_ms": round(alone, 1),
        "n2000_share_of_bound": round(larger.score / (larger.bound or np.nan), 5),
        "n12431_s": round(seconds, 2),
        "n12431_share_of_bound": round(country.score / (country.bound or np.nan), 5),
    }


if __name__ == "__main__":
    print(json.dumps(measure()))
