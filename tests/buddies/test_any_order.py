"""Whatever coordinators and members do to a round that waits, in any order: it stays a round."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations
from random import Random

import pytest

from bot.core import buddies, rounds
from bot.core.rounds import PAUSED, NotTogether, Standing
from bot.store import buddies as stored
from bot.store.db import Db, Store
from bot.store.tables import (
    Affiliation,
    Identity,
    Institution,
    Member,
    Membership,
    Network,
    Round,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SCHOOLS = 3


def begin(db: Db, people: int) -> Round:
    """So many who would like a buddy, of three schools, and their first round."""
    db.add(Network(id=1, name="N", language="en", zone="Europe/London", begun_at=NOW))
    for school in range(1, SCHOOLS + 1):
        db.add(Institution(id=school, network_id=1, name=f"S{school}"))
    for member in range(1, people + 1):
        db.add(Member(id=member, name=f"P{member}"))
    db.flush()
    for member in range(1, people + 1):
        user = f"U{member}"
        db.add(Identity(member_id=member, platform="memory", workspace="w", user=user))
        db.add(Membership(network_id=1, member_id=member, role="member", joined_at=NOW))
        school = member % (SCHOOLS + 1)
        if school:
            db.add(Affiliation(network_id=1, institution_id=school, member_id=member))
    db.flush()
    for member in range(1, people + 1):
        buddies.join(db, 1, member, NOW)
    network = db.get(Network, 1)
    assert network
    return rounds.make(db, network, 1, NOW)


def acts(db: Db, row: Round, people: int, rng: Random) -> str:
    """Somebody does something; returns what."""
    one, other = rng.sample(range(1, people + 1), 2)
    pairs = rounds.standing(db, row).pairs
    pair = rng.choice(pairs)[0] if pairs else None
    what = rng.choice(["join", "leave", "never", "keep", "part", "deal", "swap"])
    match what:
        case "join":
            buddies.join(db, 1, one, NOW)
        case "leave":
            buddies.leave(db, 1, one, NOW)
        case "never" if rng.random() < 0.3:
            buddies.never(db, 1, one, other)
        case "keep" if pair:
            pair.kept = not pair.kept
        case "part" if pair:
            rounds.part(db, row, pair, NOW)
        case "deal":
            rounds.deal_again(db, row, NOW)
        case "swap":
            before = groups(rounds.standing(db, row))
            try:
                rounds.swap(db, row, one, other, NOW)
            except NotTogether:
                assert groups(rounds.standing(db, row)) == before
        case _:
            pass
    db.flush()
    return f"{what} {one} {other}"


def groups(stands: Standing) -> set[tuple[int, ...]]:
    return {members for _, members in stands.pairs}


def check(db: Db, row: Round) -> None:
    """Each is in one pair or sits out, no rule is broken, and looking twice changes nothing."""
    rounds.refresh(db, row, NOW)
    stands = rounds.standing(db, row)
    assert not rounds.refresh(db, row, NOW)
    assert groups(rounds.standing(db, row)) == groups(stands)
    here = {wish.member_id for wish, _ in stored.wishes(db, 1, NOW)}
    placed = [one for _, members in stands.pairs for one in members]
    assert sorted([*placed, *stands.out]) == sorted(here)
    blocks = stored.blocks(db, 1)
    for _, members in stands.pairs:
        assert len(members) in (2, 3)
        for one, other in combinations(members, 2):
            assert frozenset((str(one), str(other))) not in blocks
            assert not one % (SCHOOLS + 1) or one % (SCHOOLS + 1) != other % (SCHOOLS + 1)
    assert PAUSED not in stands.out.values()


@pytest.mark.must_hold("C", 3)
@pytest.mark.timeout(600)
def test_whatever_is_done_it_stays_a_round(
    sqlite_store: Store, size: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    done = 0
    for seed in range(size(40, 3)):
        rng = Random(seed)
        people, said = rng.randint(2, 14), []
        with pytest.raises(Rolled), sqlite_store.write() as db:  # noqa: PT012 -- one world each
            row = begin(db, people)
            check(db, row)
            for _ in range(25):
                said.append(acts(db, row, people, rng))
                try:
                    check(db, row)
                except AssertionError as wrong:
                    raise AssertionError(f"seed {seed}: {said}") from wrong
                done += 1
            raise Rolled
    figure(f"{done} changes of waiting rounds, each a round after it")


class Rolled(Exception):
    """To begin anew."""
