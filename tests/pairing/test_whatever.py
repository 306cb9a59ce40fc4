"""Whatever the network: no hard rule broken, nobody left out without need, no block told."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Dealt, Met, Question, Rules, Someone
from tests.pairing.checks import may, perfect, placed, table
from tests.pairing.networks import anyone

pytestmark = [pytest.mark.must_hold("C", 3), pytest.mark.timeout(900)]
Size = Callable[[int, int], int]
FEW = 10
"""To so many people everything possible is tried out."""
KNOWN = ("same-school", "no-common-time", "too-far")


@dataclass(frozen=True)
class Some:
    """What a network is like: how many people, blocks, meetings in the past; all else by chance."""

    people: int
    blocks: int
    past: int
    seed: int

    def question(self) -> Question:
        rng = random.Random(self.seed)
        people = [anyone(number, rng) for number in range(self.people)]
        ids = [one.id for one in people]
        blocks = frozenset(frozenset(rng.sample(ids, 2)) for _ in range(self.blocks))
        history = [Met(rng.randint(1, 6), *rng.sample(ids, 2)) for _ in range(self.past)]
        apart = frozenset({frozenset(rng.sample(ids, 2))}) if rng.random() < 0.2 else frozenset()
        rules = Rules(avoid_same_school=rng.random() < 0.8, blocks=blocks, apart=apart)
        return Question(people, history, rules, self.seed)


SIZES = st.one_of(*[st.integers(2, FEW)] * 4, *[st.integers(2, 60)] * 2, st.integers(2, 500))


@st.composite
def networks(draw: st.DrawFn) -> Some:
    people = draw(SIZES)
    blocks = draw(st.sampled_from([0, 1, people, people * people // 6]))
    past = draw(st.sampled_from([0, people, 3 * people, people * people // 3]))
    return Some(people, min(blocks, 3000), min(past, 3000), draw(st.integers(0, 1 << 30)))


def test_no_rule_is_broken_and_nobody_left_out_who_could_be_placed(
    size: Size, figure: Callable[[str], None]
) -> None:
    seen = [0, 0]

    @settings(
        max_examples=size(10_000, 80),
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(networks())
    def holds(some: Some) -> None:
        question = some.question()
        dealt = deal(question)
        rules_hold(question, dealt)
        nobody_could_be_placed(question, dealt)
        reasons_know_no_blocks(question, dealt)
        seen[0] += 1
        seen[1] += len(question.people)

    holds()
    figure(f"{seen[0]} networks of {seen[1]} people in all")


def rules_hold(question: Question, dealt: Dealt) -> None:
    by_id = {one.id: one for one in question.people}
    together = list(chain.from_iterable(group.who for group in dealt.groups))
    told = together + [out.who for out in dealt.left_out]
    assert sorted(told) == sorted(by_id)
    met = {frozenset({one.a, one.b}) for one in question.history}
    repeats = 0
    for group in dealt.groups:
        assert len(group.who) in (2, 3)
        assert not any(by_id[one].paused for one in group.who)
        for a, b in combinations(group.who, 2):
            assert may(by_id[a], by_id[b], question.rules)
            repeats += frozenset({a, b}) in met
    assert repeats == dealt.repeats
    assert dealt.bound is None or dealt.bound >= dealt.score


def nobody_could_be_placed(question: Question, dealt: Dealt) -> None:
    here = [one for one in question.people if not one.paused]
    count = sum(len(group.who) for group in dealt.groups)
    if len(here) <= FEW:
        fits = table(here, question.rules)
        assert count == placed(fits)
        trios = sum(len(group.who) == 3 for group in dealt.groups)
        if dealt.repeats and count == len(here) and trios == len(here) % 2:
            assert not perfect(table(here, question.rules, question.history))
        return
    by_id = {one.id: one for one in here}
    over = [by_id[out.who] for out in dealt.left_out if out.why != "paused"]
    for one, other in combinations(over, 2):
        assert not may(one, other, question.rules)
    for group in dealt.groups:
        members = [by_id[one] for one in group.who]
        fitting = [[may(one, member, question.rules) for member in members] for one in over]
        assert len(members) == 3 or not any(all(row) for row in fitting)
        if len(members) == 2:  # two who are over, each with one of a pair
            first = [place for place, row in enumerate(fitting) if row[0]]
            second = [place for place, row in enumerate(fitting) if row[1]]
            assert not first or not second or first == second


def reasons_know_no_blocks(question: Question, dealt: Dealt) -> None:
    here = [one for one in question.people if not one.paused]
    by_id = {one.id: one for one in question.people}
    for out in dealt.left_out:
        if by_id[out.who].paused:
            assert out.why == "paused"
        else:
            assert out.why == expected(by_id[out.who], here, question.rules)


def expected(one: Someone, here: Sequence[Someone], rules: Rules) -> str:
    """The one visible rule that stands between them and everybody, found by lifting all others."""
    others = [other for other in here if other.id != one.id]
    bare = Rules(avoid_same_school=False)
    for reason in KNOWN if others else ():
        if reason == "same-school":
            stands = rules.avoid_same_school and all(
                one.schools & other.schools for other in others
            )
        elif reason == "no-common-time":
            mine = replace(one, face=False)
            stands = not any(may(mine, other, bare) for other in others)
        else:
            mine = replace(one, times=frozenset())
            stands = not any(may(mine, other, bare) for other in others)
        if stands:
            return reason
    return "nobody"


@pytest.mark.parametrize("people", [2, 3, 4, 7])
def test_who_is_blocked_by_all_reads_what_anybody_may_read(people: int) -> None:
    members = [Someone(f"p{number}") for number in range(people)]
    blocks = frozenset(frozenset({"p0", one.id}) for one in members[1:])
    dealt = deal(Question(members, rules=Rules(blocks=blocks)))
    out = {one.who: one.why for one in dealt.left_out}
    assert out["p0"] == "nobody"
    assert set(out.values()) == {"nobody"}
    assert len(out) == (2 if people == 2 else 1)
