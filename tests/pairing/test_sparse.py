"""Looking at some pairs only finds as many pairs as looking at all, and comes to an end."""

import random
from dataclasses import replace

import pytest

from bot.core.pairing import pairs, sparse
from bot.core.pairing.exact import matching
from bot.core.pairing.people import Met, Question, Rules
from tests.pairing.networks import anyone


@pytest.mark.parametrize("seed", range(12))
def test_nobody_is_over_who_need_not_be(seed: int) -> None:
    rng = random.Random(seed)
    people = [replace(anyone(number, rng), paused=False) for number in range(60)]
    ids = [one.id for one in people]
    history = [Met(rng.randint(1, 6), *rng.sample(ids, 2)) for _ in range(300 * (seed % 4))]
    blocks = frozenset(frozenset(rng.sample(ids, 2)) for _ in range(400))
    table = pairs.tabled(people, Question((), history, Rules(blocks=blocks)))
    _, found = sparse.solve(table)
    best = matching(table.edges(table.may))
    assert len(found) == len(best)
    if not any(one.waited for one in people):
        assert table.repeats(found) == table.repeats(best)
