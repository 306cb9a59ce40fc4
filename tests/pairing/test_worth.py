"""How good the pairs are, held against what other solvers find and prove."""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import chain

import highspy
import numpy as np
import pytest

from bot.core.pairing import terms
from bot.core.pairing.dealing import deal, lonely
from bot.core.pairing.people import Question, Rules, Someone
from bot.core.pairing.pool import Pool
from tests.pairing.checks import may
from tests.pairing.networks import anyone, network

pytestmark = [pytest.mark.must_hold("C", 2), pytest.mark.timeout(600)]
Figure = Callable[[str], None]
Size = Callable[[int, int], int]


def edges(people: Sequence[Someone]) -> list[tuple[int, int, int]]:
    """Each two who may be together, and their worth, reckoned one by one."""
    alone = lonely(people)
    return [
        (a, b, terms.worth([people[a], people[b]], alone))
        for a in range(len(people))
        for b in range(a + 1, len(people))
        if may(people[a], people[b], Rules())
    ]


def solved(size: int, pairs: Sequence[tuple[int, int, int]], *, whole: bool) -> float:
    """The most worth of pairs in which everybody is once: whole ones, or parts (a bound)."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.addVars(len(pairs), np.zeros(len(pairs)), np.ones(len(pairs)))
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    columns: list[list[int]] = [[] for _ in range(size)]
    for column, (a, b, worth) in enumerate(pairs):
        solver.changeColCost(column, float(worth))
        columns[a].append(column)
        columns[b].append(column)
        if whole:
            solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    for mine in columns:
        solver.addRow(1.0, 1.0, len(mine), np.array(mine, dtype=np.int32), np.ones(len(mine)))
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(solver.getObjectiveValue())


@pytest.mark.parametrize("people", [10, 20, 50, 100, 150])
def test_small_networks_have_the_most_there_can_be(people: int, size: Size, figure: Figure) -> None:
    seeds = range(size(10, 1))
    for seed in seeds:
        members = network(people, seed)
        dealt = deal(Question(members))
        assert round(solved(people, edges(members), whole=True)) == dealt.score == dealt.bound
    figure(f"{people} people: another solver's optimum, {len(seeds)} of {len(seeds)}")


@pytest.mark.parametrize("people", [5, 9, 13, pytest.param(21, marks=pytest.mark.at_full_size)])
def test_the_trio_does_the_most_good(people: int, size: Size) -> None:
    """Of all trios tried one by one, with the best pairs of the others."""
    for seed in range(size(4, 1)):
        members = network(people, seed, school=2)
        dealt = deal(Question(members))
        assert dealt.score == dealt.bound
        best = max(_with_trio(people, edges(members)))
        assert best == dealt.score


def _with_trio(people: int, pairs: Sequence[tuple[int, int, int]]) -> list[int]:
    worth = {(a, b): one for a, b, one in pairs}
    found = []
    for (a, b), one in worth.items():
        for c in range(b + 1, people):
            if (a, c) in worth and (b, c) in worth:
                rest = [place for place in range(people) if place not in (a, b, c)]
                found.append(one + worth[a, c] + worth[b, c] + _most(frozenset(rest), worth, {}))
    return found


def _most(
    left: frozenset[int], worth: dict[tuple[int, int], int], known: dict[frozenset[int], int]
) -> int:
    if not left:
        return 0
    if left not in known:
        ranks = {place: rank for rank, place in enumerate(sorted(left))}
        inside = [
            (ranks[a], ranks[b], one)
            for (a, b), one in worth.items() if a in left and b in left
        ]  # fmt: skip
        known[left] = round(solved(len(left), inside, whole=True))
    return known[left]


@pytest.mark.parametrize("people", [200, 500, pytest.param(2000, marks=pytest.mark.at_full_size)])
def test_larger_ones_within_a_thousandth(people: int, figure: Figure) -> None:
    members = network(people, 1)
    dealt = deal(Question(members))
    assert sum(len(group.who) for group in dealt.groups) == people
    share = dealt.score / solved(people, edges(members), whole=False)
    assert 0.999 <= share <= 1
    assert dealt.bound is not None
    assert 0.999 <= dealt.score / dealt.bound <= 1
    figure(f"{people} people: {100 * share:.3f} % of the bound of a linear programme")


def test_a_country(size: Size, figure: Figure) -> None:
    people = size(12_431, 2_600)
    members = network(people, 1, times=True)
    wall, processor = time.monotonic(), _processor()
    dealt = deal(Question(members))
    wall, processor = time.monotonic() - wall, _processor() - processor
    seen = list(chain.from_iterable(group.who for group in dealt.groups))
    assert len(seen) == len(set(seen))
    assert len(seen) + len(dealt.left_out) == people
    assert dealt.bound is not None
    share = dealt.score / dealt.bound
    assert 0.995 <= share <= 1
    assert processor < 20
    memory = sum(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    megabytes = memory / (1024 if sys.platform == "linux" else 1024**2)
    figure(
        f"{people} people: {100 * share:.3f} % of the bound, {processor:.1f} s of the processor"
        f" ({wall:.1f} s by the clock), {megabytes:.0f} MB in both processes"
    )


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def test_columns_and_words_reckon_alike() -> None:
    rng = random.Random(1)
    people = [anyone(number, rng) for number in range(80)]
    pool = Pool(people, same_school=False)
    worth, allowed = pool.worth(slice(0, 80)), pool.allowed(slice(0, 80))
    alone = lonely(people)
    for a, one in enumerate(people):
        for b, other in enumerate(people):
            if a != b:
                assert worth[a, b] == terms.worth([one, other], alone)
                assert allowed[a, b] == may(one, other, Rules())
