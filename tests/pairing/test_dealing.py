"""What a coordinator can ask of a round, and what is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Dealt, LeftOut, Met, Question, Rules, Someone
from tests.pairing.networks import met, network


def groups(dealt: Dealt) -> set[frozenset[str]]:
    return {frozenset(group.who) for group in dealt.groups}


def people(*names: str) -> list[Someone]:
    return [Someone(name) for name in names]


def two(a: str, b: str) -> frozenset[str]:
    return frozenset({a, b})


def test_nobody_and_one_person() -> None:
    assert deal(Question([])) == Dealt((), bound=0)
    assert deal(Question(people("ana"))).left_out == (LeftOut("ana", "nobody"),)


def test_three_are_a_trio() -> None:
    dealt = deal(Question(people("ana", "ben", "cleo")))
    assert groups(dealt) == {frozenset({"ana", "ben", "cleo"})}


def test_the_third_of_last_time_is_not_the_third_again() -> None:
    history = [Met(1, "ana", "ben"), Met(1, "ana", "cleo", "cleo"), Met(1, "ben", "cleo", "cleo")]
    dealt = deal(Question(people("ana", "ben", "cleo"), history))
    assert (dealt.groups[0].who[-1] != "cleo", dealt.groups[0].repeat, dealt.repeats) == (
        True, True, 3,
    )  # fmt: skip


def test_together_stays_apart_is_kept_apart() -> None:
    members = people("ana", "ben", "cleo", "dev", "eva", "finn")
    rules = Rules(together=(("ana", "dev"),), apart=frozenset({two("ben", "cleo")}))
    for seed in range(6):
        found = groups(deal(Question(members, rules=rules, seed=seed)))
        assert two("ana", "dev") in found
        assert two("ben", "cleo") not in found


def test_a_block_is_stronger_than_together() -> None:
    members = people("ana", "ben", "cleo", "dev")
    rules = Rules(together=(("ana", "ben"),), blocks=frozenset({two("ana", "ben")}))
    assert two("ana", "ben") not in groups(deal(Question(members, rules=rules)))


def test_who_waited_comes_first_where_somebody_must_be_left_out() -> None:
    """Ben and Cleo are of one school; both can only be with Ana."""
    ana = Someone("ana", schools=frozenset({"a"}))
    for waiting in ("ben", "cleo"):
        others = [
            Someone(name, schools=frozenset({"b"}), waited=int(name == waiting))
            for name in ("ben", "cleo")
        ]
        assert groups(deal(Question([ana, *others]))) == {two("ana", waiting)}


def test_the_oldest_repeat_is_chosen_where_one_must_be() -> None:
    history = [
        Met(1, "ana", "ben"), Met(1, "cleo", "dev"),
        Met(2, "ana", "cleo"), Met(2, "ben", "dev"),
        Met(3, "ana", "dev"), Met(3, "ben", "cleo"),
    ]  # fmt: skip
    dealt = deal(Question(people("ana", "ben", "cleo", "dev"), history))
    assert (groups(dealt), dealt.repeats) == ({two("ana", "ben"), two("cleo", "dev")}, 2)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Someone("ben", schools=frozenset({"a"})), "same-school"),
        (Someone("ben", times=frozenset({"tue-noon"})), "no-common-time"),
        (Someone("ben", region="north", reach=frozenset({"north"}), face=True), "too-far"),
        (Someone("ben", paused=True), "nobody"),
    ],
)
def test_why_somebody_is_left_out(other: Someone, why: str) -> None:
    ana = Someone(
        "ana", schools=frozenset({"a"}), times=frozenset({"mon-noon"}),
        region="south", reach=frozenset({"south"}), face=True,
    )  # fmt: skip
    told = {out.who: out.why for out in deal(Question([ana, other])).left_out}
    assert told["ana"] == why


def test_what_speaks_for_two_is_told_giver_first() -> None:
    ana = Someone("ana", strengths=frozenset({"robotics"}), needs=frozenset({"circuits"}))
    ben = Someone("ben", strengths=frozenset({"circuits"}), needs=frozenset({"robotics"}))
    told = set(deal(Question([ana, ben])).groups[0].terms)
    assert told == {
        ("both-ways", ("robotics",), ("ana", "ben")),
        ("both-ways", ("circuits",), ("ben", "ana")),
    }


def test_without_a_wish_phases_mix_and_a_wish_counts_for_more() -> None:
    people = [
        Someone("ana", phases=frozenset({"primary"})),
        Someone("ben", phases=frozenset({"primary"})),
        Someone("cleo", phases=frozenset({"secondary"})),
        Someone("dev", phases=frozenset({"secondary"})),
    ]
    mixed = {frozenset(group.who) for group in deal(Question(people)).groups}
    assert not mixed & {frozenset(("ana", "ben")), frozenset(("cleo", "dev"))}
    wished = [replace(one, wish="same") for one in people[:2]] + people[2:]
    found = {frozenset(group.who) for group in deal(Question(wished)).groups}
    assert found == {frozenset(("ana", "ben")), frozenset(("cleo", "dev"))}


def test_a_wish_for_another_phase_is_heard() -> None:
    members = [
        Someone("ana", phases=frozenset({"primary"}), wish="other"),
        Someone("ben", phases=frozenset({"primary"}), wish="other"),
        Someone("cleo", phases=frozenset({"secondary"}), wish="other"),
        Someone("dev", phases=frozenset({"secondary"}), wish="other"),
    ]
    assert groups(deal(Question(members))) <= {
        two("ana", "cleo"), two("ana", "dev"), two("ben", "cleo"), two("ben", "dev"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [
        (2, 3, {2: 1}), (3, 3, {3: 1}), (4, 3, {2: 2}), (5, 3, {3: 1, 2: 1}), (9, 3, {3: 3}),
        (10, 4, {4: 1, 3: 2}), (5, 4, {3: 1, 2: 1}), (13, 4, {4: 1, 3: 3}),
    ],
)  # fmt: skip
def test_groups_for_a_meeting_are_as_equal_as_can_be(
    count: int, size: int, expected: dict[int, int]
) -> None:
    dealt = deal(Question(network(count, 1), rules=Rules(size=size)))
    assert Counter(len(group.who) for group in dealt.groups) == expected
    assert dealt.left_out == ()


def test_groups_are_mixed_and_new() -> None:
    members, history = network(24, 5, school=4), list[Met]()
    for number in range(1, 4):
        dealt = deal(Question(members, history, Rules(size=4), seed=number))
        assert dealt.repeats == 0
        for group in dealt.groups:
            assert len({next(iter(_of(members, one).schools)) for one in group.who}) == 4
            assert {term for term, _, _ in group.terms} >= {"subject", "experience"}
        history += met(dealt, number)


def test_groups_hold_blocks_even_where_few_are_there() -> None:
    blocks = frozenset({two("ana", "ben"), two("ana", "cleo")})
    dealt = deal(
        Question(people("ana", "ben", "cleo", "dev", "eva"), rules=Rules(3, blocks=blocks))
    )
    assert all(not block <= set(group.who) for block in blocks for group in dealt.groups)
    assert dealt.left_out == ()


def _of(members: Sequence[Someone], key: str) -> Someone:
    return next(one for one in members if one.id == key)
