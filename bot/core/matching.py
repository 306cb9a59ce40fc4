"""What matching is told of a network's people: all that they said, for its eyes alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core import buddies, topics
from bot.core.pairing.people import Met, Someone
from bot.core.people import number
from bot.core.profiles import PHASES, TEACHERS, listed
from bot.core.topics import Topic
from bot.store import buddies as stored
from bot.store import directory, profiles, rounds
from bot.store.db import Db
from bot.store.tables import BuddyWish, Institution, Profile

SECTORS: Mapping[str, str] = {
    **dict.fromkeys((*TEACHERS, "leader"), "school"),
    **{one: one for one in ("technician", "academic", "engineer", "student")},
}
"""By what somebody does: from which side they know the work."""
NEAR = ("near", "hour", "far")
"""Who goes so far reaches at least where they work."""
PAIR = 2


@dataclass(slots=True)
class _Ground:
    """What is known of the people that are matched, by their number."""

    profiles: Mapping[int, Profile]
    topics: Mapping[tuple[int, str], Collection[str]]
    places: Mapping[int, Sequence[int]]
    institutions: Mapping[int, Institution]
    waited: Mapping[int, int] = field(default_factory=dict)

    def schools(self, member: int) -> list[Institution]:
        """Where somebody works; a place that was put into another one is that one."""
        found = [self._stands(key) for key in self.places.get(member, ())]
        return [one for one in found if one is not None]

    def _stands(self, key: int) -> Institution | None:
        passed: set[int] = set()
        while (found := self.institutions.get(key)) and found.merged_into and key not in passed:
            passed.add(key)
            key = found.merged_into
        return found


def someones(
    db: Db, network: int, wishes: Iterable[tuple[BuddyWish, bool]], now: datetime
) -> list[Someone]:
    """The people of these wishes as matching knows them; who does not take part is `paused`."""
    wishes = list(wishes)
    members = [row.member_id for row, _ in wishes]
    ground = _ground(db, network, members)
    return [_someone(ground, row, now, paused=not takes_part) for row, takes_part in wishes]


def as_known(db: Db, network: int, members: Collection[int], now: datetime) -> dict[str, Someone]:
    """The same of any people of a network, by their number: for the reason why they go together."""
    ground = _ground(db, network, members)
    blank = (BuddyWish(network_id=network, member_id=one, since=now) for one in members)
    return {str(row.member_id): _someone(ground, row, now, paused=False) for row in blank}


def _ground(db: Db, network: int, members: Collection[int]) -> _Ground:
    known: dict[tuple[int, str], list[str]] = defaultdict(list)
    for member, kind, topic in stored.interests(db, members):
        known[member, kind].append(topic)
    places: dict[int, list[int]] = defaultdict(list)
    for member, place in stored.affiliations(db, network, members):
        places[member].append(place)
    institutions = {number(one.id): one for one in directory.institutions(db, network)}
    return _Ground(stored.profiles(db, members), known, places, institutions, _waited(db, network))


def _someone(ground: _Ground, wish: BuddyWish, now: datetime, *, paused: bool) -> Someone:
    me = wish.member_id
    said = ground.profiles.get(me) or Profile(member_id=me)
    schools = ground.schools(me)
    own = {said.works_as} & set(PHASES)
    regions = [region for one in schools if (region := one.region.strip().casefold())]
    return Someone(
        str(me),
        schools=frozenset(str(one.id) for one in schools),
        phases=frozenset(own.union(*(listed(one.phases) for one in schools))),
        sector=SECTORS.get(said.works_as, ""),
        subjects=frozenset(ground.topics.get((me, "subject"), ())),
        strengths=frozenset(ground.topics.get((me, "strength"), ())),
        needs=frozenset(ground.topics.get((me, "wish"), ())),
        years=max(now.year - said.since, 0) if said.since else None,
        region=regions[0] if regions else "",
        times=frozenset(listed(said.free)),
        languages=frozenset(listed(said.speaks)),
        reach=_reach(said.travel, regions),
        face=wish.mode == "face",
        wish=buddies.phase_of(wish),
        waited=ground.waited.get(me, 0),
        paused=paused,
    )


def _reach(travel: str, regions: Sequence[str]) -> frozenset[str] | None:
    """The regions that somebody would travel to; None where they have not said."""
    if travel == "online":
        return frozenset()
    return frozenset(regions) if travel in NEAR and regions else None


def _waited(db: Db, network: int) -> dict[int, int]:
    """How many rounds in a row, up to the last one, somebody sat out who had wanted to take
    part.
    """
    out = {(at, member) for at, member, why in rounds.were_out(db, network) if why != "paused"}
    if not out:
        return {}
    last = max(one.number for one in rounds.of(db, network, *rounds.INTRODUCED))
    found = {}
    for _, member in out:
        at = last
        while (at, member) in out:
            at -= 1
        if at < last:
            found[member] = last - at
    return found


def history(db: Db, network: int) -> list[Met]:
    """Who was together in former rounds."""
    groups: dict[tuple[int, int], list[str]] = {}
    for at, pair, member in rounds.history(db, network):
        groups.setdefault((at, pair), []).append(str(member))
    return [met for (at, _), who in groups.items() for met in _met(at, who)]


def _met(at: int, who: Sequence[str]) -> list[Met]:
    """A trio is three meetings, and its last one joined the two others."""
    third = who[PAIR] if len(who) > PAIR else ""
    twos = [(a, b) for place, a in enumerate(who) for b in who[place + 1 :]]
    return [Met(at, a, b, third) for a, b in twos]


def taking_part(db: Db, network: int, now: datetime) -> list[tuple[BuddyWish, bool]]:
    """Who would like a buddy, and whether they take part in a round that is made now: who wants
    one in every second round only has not had one in the last.
    """
    last = next(iter(rounds.of(db, network, *rounds.INTRODUCED)), None)
    had = {member for at, _, member in rounds.history(db, network) if last and at == last.number}
    return [
        (row, here and not (row.every > 1 and row.member_id in had))
        for row, here in stored.wishes(db, network, now)
    ]


def shown_topics(db: Db, network: int) -> dict[str, Topic]:
    """The topics that have a name in a network."""
    own = [topics.own(row.id, row.name) for row in profiles.topics(db, network)]
    return {**topics.vocabulary(), **{one.key: one for one in own}}
