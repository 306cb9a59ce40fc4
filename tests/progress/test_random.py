"""Rounds in which people leave, rest, want somebody else and are away, at random: whatever happens,
the rules hold, and nobody is left hanging who could be put together with somebody.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import combinations
from random import Random

import pytest
from sqlmodel import col, select

from bot.core import buddies, introductions, progress, rounds, rounds_on
from bot.core.people import number
from bot.store import buddies as stored_buddies
from bot.store import matched
from bot.store import rounds as stored
from bot.store.db import Db, Store
from bot.store.tables import (
    NEVER,
    Absence,
    Affiliation,
    Identity,
    Institution,
    Member,
    Membership,
    Network,
    NotWith,
    Pair,
    Round,
)
from tests.plugins.room import START

DAYS = 33


def town(db: Db, rng: Random, count: int) -> int:
    """A network of so many people who would like a buddy, some of one school, some with secrets."""
    network = Network(name="Town", zone="Europe/London", language="en", begun_at=START)
    db.add(network)
    db.flush()
    key = number(network.id)
    places = [Institution(network_id=key, name=f"School {n}") for n in range(max(count // 3, 2))]
    for place in places:
        db.add(place)
    db.flush()
    buddies.plan(db, key).is_on = True
    members = [person(db, key, f"P{n}", rng.choice(places)) for n in range(count)]
    for _ in range(count // 2):
        one, other = rng.sample(members, 2)
        if not any(row.other_id == other for row, _ in stored_buddies.never(db, key, one)):
            db.add(NotWith(network_id=key, member_id=one, other_id=other))
            db.flush()
    introductions.introduce(db, network, rounds.make(db, network, None, START), START)
    return key


def person(db: Db, network: int, name: str, place: Institution) -> int:
    """Somebody who would like a buddy, and may be written to."""
    row = Member(name=name)
    db.add(row)
    db.flush()
    key = number(row.id)
    db.add(Identity(member_id=key, platform="memory", workspace="town", user=name))
    db.add(Membership(network_id=network, member_id=key, role="member", joined_at=START,
                      private=True))  # fmt: skip
    db.add(Affiliation(network_id=network, member_id=key, institution_id=number(place.id)))
    db.flush()
    buddies.join(db, network, key, START)
    return key


def happens(db: Db, network: int, rng: Random, now: datetime) -> None:
    """Something happens to somebody."""
    wishes = stored_buddies.wishes(db, network, now)
    if not wishes:
        return
    row, _ = rng.choice(wishes)
    mine = progress.now_of(db, network, row.member_id, now)
    match rng.randrange(6):
        case 0:
            buddies.leave(db, network, row.member_id, now)
        case 1:
            row.paused_until = rng.choice((NEVER, now + timedelta(days=3)))
        case 2 if not is_not_there(db, network, row.member_id):
            back = now + timedelta(days=rng.choice((2, 40)))
            db.add(Absence(network_id=network, member_id=row.member_id, since=now, back_at=back))
        case 3:
            buddies.join(db, network, row.member_id, now)
        case _ if mine is not None:
            progress.say(mine, rng.choice(progress.SAYS), now)
        case _:
            pass
    db.flush()


def is_not_there(db: Db, network: int, member: int) -> bool:
    """Whether somebody takes part in nothing just now."""
    return not any(
        there for row, there in stored_buddies.wishes(db, network, START) if row.member_id == member
    )


def going_on(db: Db, row: Round) -> dict[int, list[int]]:
    """The pairs that go on."""
    found = [one for one in stored.pairs(db, number(row.id)) if one.state == "on"]
    people = stored.people(db, found)
    return {number(one.id): [who.member_id for who in people[number(one.id)]] for one in found}


def forbidden(db: Db, network: int, row: Round) -> Callable[[int, int], bool]:
    """Whether two may not go together in mid-round: by a secret, by their school, or because they
    have been together in it.
    """
    blocks = stored_buddies.blocks(db, network)
    members = [one.member_id for one, _ in stored_buddies.wishes(db, network, START)]
    places = {who: school.id for who, school in matched.schools(db, network, members)}
    ended = [one for one in stored.pairs(db, number(row.id)) if one.state == "ended"]
    were = twos([one.member_id for one in rows] for rows in stored.people(db, ended).values())

    def no(one: int, other: int) -> bool:
        two = frozenset((one, other))
        secret = frozenset(map(str, two)) in blocks
        return secret or two in were or places.get(one, -1) == places.get(other, -2)

    return no


def twos(groups: Iterable[list[int]]) -> set[frozenset[int]]:
    """Each two of these."""
    return {frozenset(two) for group in groups for two in combinations(group, 2)}


def holds(db: Db, network: int, now: datetime) -> None:
    """The rules, by the rows alone."""
    row = stored.of(db, network, "on", "over")[0]
    on = going_on(db, row)
    everybody = [one for members in on.values() for one in members]
    assert len(everybody) == len(set(everybody))
    no = forbidden(db, network, row)
    blocks = stored_buddies.blocks(db, network)
    for group in on.values():
        assert len(group) in {2, 3}
        assert not any(frozenset(map(str, two)) in blocks for two in combinations(group, 2))
    if row.state != "on" or row.ends_at is None or row.ends_at - now < timedelta(weeks=1):
        return
    ended = [one for one in stored.pairs(db, number(row.id)) if one.state == "ended"]
    were = {one.member_id for rows in stored.people(db, ended).values() for one in rows}
    there = {one.member_id for one, here in stored_buddies.wishes(db, network, now) if here}
    hanging = sorted((there & were) - {*everybody})
    assert all(no(one, other) for one, other in combinations(hanging, 2))


@pytest.mark.parametrize("seed", [0, 1, 3, 4])
def test_whatever_happens_the_rules_hold(sqlite_store: Store, seed: int) -> None:
    rng = Random(seed)
    with sqlite_store.write() as db:
        network = town(db, rng, rng.choice((5, 8, 13, 20)))
    now = START
    for _ in range(DAYS):
        now += timedelta(hours=24)
        with sqlite_store.write() as db:
            for _ in range(rng.randrange(3)):
                happens(db, network, rng, now)
            rounds_on.look_after(db, network, now)
            holds(db, network, now)
    with sqlite_store.read() as db:
        after = db.all(select(Pair.id).where(Pair.network_id == network, col(Pair.after_pair) > 0))
    assert after  # there was something to see to
