"""Round after round: nobody twice, nobody forgotten, as long as it is possible at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain, combinations
from statistics import median

import pytest

from bot.core.pairing import pairs, sparse
from bot.core.pairing.exact import matching
from bot.core.pairing.people import Dealt, Question, Rules
from tests.pairing.checks import least, perfect, table
from tests.pairing.networks import Round, network, rounds

pytestmark = [pytest.mark.must_hold("C", 1), pytest.mark.timeout(600)]
Figure = Callable[[str], None]
Size = Callable[[int, int], int]


def sat(dealt: Dealt) -> list[str]:
    return sorted(chain.from_iterable(group.who for group in dealt.groups))


def of_one_school(one: Round) -> int:
    school = {person.id: person.schools for person in one.here}
    twos = chain.from_iterable(combinations(group.who, 2) for group in one.dealt.groups)
    return sum(bool(school[a] & school[b]) for a, b in twos)


def again(one: Round) -> int:
    """How many two meet again, counted from the past itself."""
    before = {frozenset({met.a, met.b}) for met in one.before}
    twos = chain.from_iterable(combinations(group.who, 2) for group in one.dealt.groups)
    return sum(frozenset(two) in before for two in twos)


@pytest.mark.parametrize(("people", "trios"), [(500, 0), (501, 1)])
def test_ten_rounds(people: int, trios: int, size: Size, figure: Figure) -> None:
    members = network(people, 1)
    took = []
    for one in rounds(members, size(10, 3)):
        assert sat(one.dealt) == [person.id for person in members]  # all, and nobody twice
        assert (again(one), one.dealt.repeats, of_one_school(one)) == (0, 0, 0)
        assert sum(len(group.who) == 3 for group in one.dealt.groups) == trios
        took.append(one.seconds)
    assert median(took) < 0.5
    figure(f"{people} people: {1000 * median(took):.0f} ms of the processor for a whole round")


def test_the_solver_alone(figure: Figure) -> None:
    table_ = pairs.tabled(network(500, 1), Question(()))
    edges = table_.edges(sparse.candidates(table_))
    took = median(seconds(edges) for _ in range(7))
    assert took < 0.05
    figure(f"the solver {1000 * took:.0f} ms of the processor at 500 people")


def seconds(edges: list[tuple[int, int, int]]) -> float:
    begun = time.process_time()
    matching(edges)
    return time.process_time() - begun


@pytest.mark.parametrize(("people", "school", "count"), [(18, 1, 17), (20, 5, 15)])
def test_to_the_last_clean_round(
    people: int, school: int, count: int, size: Size, figure: Figure
) -> None:
    seeds = range(size(20, 5))
    for seed in seeds:
        for one in rounds(network(people, seed, school=school), count, seed):
            assert (again(one), of_one_school(one), len(sat(one.dealt))) == (0, 0, people)
    figure(f"{people} people: {count} rounds clean in {len(seeds)} of {len(seeds)}")


@pytest.mark.parametrize("people", [12, 17, 18, 20])
def test_people_come_and_go(people: int, size: Size, figure: Figure) -> None:
    """A tenth of them is new each round, until long after all who stay have met."""
    clean = impossible = 0
    for seed in range(size(8, 1)):
        for one in rounds(network(people, seed, school=4), 2 * people, seed, leaving=0.1):
            assert len(sat(one.dealt)) == people
            assert again(one) == one.dealt.repeats
            if one.dealt.repeats:
                impossible += 1
                assert not perfect(table(one.here, Rules(), one.before))
            else:
                clean += 1
    figure(f"{people} people coming and going: {clean} rounds clean, {impossible} could not be")


@pytest.mark.parametrize("people", [8, 12])
def test_where_none_is_possible_repeats_are_few_and_old(people: int, size: Size) -> None:
    for seed in range(size(6, 2)):
        for number, one in enumerate(rounds(network(people, seed, school=2), people + 6, seed)):
            assert len(sat(one.dealt)) == people
            last = {frozenset({met.a, met.b}): met.round for met in one.before}
            twos = [[frozenset({a.id, b.id}) for b in one.here] for a in one.here]
            cost = [[(int(two in last), last.get(two, 0)) for two in row] for row in twos]
            mine = [frozenset(group.who) for group in one.dealt.groups]
            found = sum(two in last for two in mine), sum(last.get(two, 0) for two in mine)
            assert found == least(table(one.here, Rules()), cost), number


def test_the_same_third_never_twice_running() -> None:
    thirds: set[str] = set()
    for one in rounds(network(21, 3, school=3), 8):
        now = {person for group in one.dealt.groups if len(group.who) == 3 for person in group.who}
        assert len(now) == 3
        assert not now & thirds
        thirds = now


def test_the_preview_is_the_run() -> None:
    first, second = ([one.dealt for one in rounds(network(41, 2), 4, 7)] for _ in range(2))
    assert first == second
