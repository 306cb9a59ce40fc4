"""People as matching knows them, from what they said of themselves. All of it may decide who goes
with whom; what may be said of it is another matter (core/directory.py).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core.likeness import bare
from bot.core.pairing.people import NONE, Keys, Someone
from bot.core.profiles import PHASES, TEACHERS, listed
from bot.store import matched
from bot.store.db import Db
from bot.store.tables import Institution, Profile

SECTORS = {
    **dict.fromkeys((*TEACHERS, "leader"), "school"),
    "technician": "technician", "academic": "academic", "engineer": "engineer",
    "student": "student",
}  # fmt: skip
"""Whose side of the work somebody is on, by what they do; a head is of the school's."""
AT_HOME = "online"
"""How far somebody goes who does not travel at all."""


def key(member: int) -> str:
    """By which key matching knows a person; `int(key)` is their number again."""
    return str(member)


def someone(db: Db, network: int, members: Sequence[int], now: datetime) -> list[Someone]:
    """These people of a network, in this order. Who is paused, waited or wants what, the caller
    knows and fills in (`dataclasses.replace`).
    """
    said = {row.member_id: row for row in matched.profiles(db, network, members)}
    topics: dict[tuple[int, str], set[str]] = defaultdict(set)
    for member, kind, topic in matched.interests(db, network, members):
        topics[member, kind].add(topic)
    schools: dict[int, list[Institution]] = defaultdict(list)
    for member, school in matched.schools(db, network, members):
        schools[member].append(school)
    return [
        _one(
            said.get(member) or Profile(member_id=member),
            schools.get(member, ()),
            [frozenset(topics.get((member, kind), ())) for kind in _KINDS],
            now,
        )
        for member in members
    ]


_KINDS = ("subject", "strength", "wish")


def _one(
    said: Profile, schools: Sequence[Institution], topics: Sequence[Keys], now: datetime
) -> Someone:
    region = next((bare(school.region) for school in schools if school.region), "")
    subjects, strengths, needs = topics
    return Someone(
        key(said.member_id),
        schools=frozenset(str(school.id) for school in schools),
        phases=_phases(said.works_as, schools),
        sector=SECTORS.get(said.works_as, ""),
        subjects=subjects,
        strengths=strengths,
        needs=needs,
        years=max(now.year - said.since, 0) if said.since is not None else None,
        region=region,
        times=frozenset(listed(said.free)),
        languages=frozenset(listed(said.speaks)),
        reach=_reach(said.travel, region),
    )


def _phases(works_as: str, schools: Collection[Institution]) -> Keys:
    """Who teaches at a phase is of that one; of all others their schools tell it."""
    if works_as in PHASES:
        return frozenset((works_as,))
    return frozenset(phase for school in schools for phase in listed(school.phases))


def _reach(travel: str, region: str) -> Keys | None:
    """The regions somebody would travel to: none where they meet online only, their own one where
    they go any way at all; not known where either is not.
    """
    if travel == AT_HOME:
        return NONE
    return frozenset((region,)) if travel and region else None
