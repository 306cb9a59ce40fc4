"""What is known of a round when people are given somebody else in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from bot.core import matching
from bot.core.pairing.people import Met, Question, Rules, Someone
from bot.core.people import number
from bot.core.rounds import ENDED, ON
from bot.store import buddies, rounds
from bot.store.db import Db
from bot.store.tables import Network, Pair, Round

_TWO = 2


@dataclass(slots=True)
class Ground:
    """What is known of a round when people are given somebody else."""

    network: Network
    round: Round
    now: datetime
    wishes: Mapping[int, bool]
    known: Mapping[str, Someone]
    past: Sequence[Met]
    blocks: frozenset[frozenset[str]]
    apart: frozenset[frozenset[str]]
    may_same_school: bool

    def question(self, members: Iterable[int]) -> Question:
        """Who of these would go with whom, by the rules of the round."""
        rules = Rules(
            avoid_same_school=not self.may_same_school, blocks=self.blocks, apart=self.apart
        )
        found = [self.known[str(one)] for one in members]
        return Question(found, self.past, rules, self.round.seed)


def ground_of(db: Db, network: Network, round_: Round, now: datetime) -> Ground:
    """What is known of a round now."""
    key = number(network.id)
    found = buddies.wishes(db, key, now)
    plan = buddies.plan(db, key)
    known = matching.someones(db, key, [(row, True) for row, _ in found], now)
    apart = {frozenset((str(one.member_id), str(one.other_id)))
             for one in rounds.apart(db, number(round_.id))}  # fmt: skip
    pairs = rounds.pairs(db, number(round_.id))
    apart |= _twos(db, [one for one in pairs if one.state == ENDED])
    apart -= _twos(db, [one for one in pairs if one.state == ON])
    past = [met for met in matching.history(db, key) if met.round < round_.number]
    return Ground(
        network, round_, now, {row.member_id: there for row, there in found},
        {one.id: one for one in known}, past, buddies.blocks(db, key), frozenset(apart),
        plan is not None and plan.same_school,
    )  # fmt: skip


def _twos(db: Db, pairs: Sequence[Pair]) -> set[frozenset[str]]:
    """Each two people of these pairs."""
    return {
        frozenset(two)
        for rows in rounds.people(db, pairs).values()
        for two in combinations((str(row.member_id) for row in rows), _TWO)
    }
