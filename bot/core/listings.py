"""A network's people as a list to take along: of each what they have agreed to show."""

from bot.core.profiles import PHASES, listed
from bot.core.readings import Vocabulary
from bot.core.rights import Role
from bot.store import imports as stored
from bot.store.db import Db
from bot.store.tables import Institution, Profile

HEAD = (
    "name", "in the network", "school", "phase", "region", "works as", "since", "languages",
    "subjects", "strengths",
)  # fmt: skip
"""The heads, as they are read again by an import."""
_EMPTY = Profile(member_id=0)


def people(db: Db, network: int, words: Vocabulary, language: str) -> list[dict[str, object]]:
    """Those on a network's list by name, guests and who has left not among them."""
    found = stored.standing(db, network)
    at = {row.id: row for row in found.institutions}
    topics: dict[tuple[int, str], list[str]] = {}
    for one in found.interests:
        if name := words.name(one.topic, language):
            topics.setdefault((one.member_id, one.kind), []).append(name)
    schools: dict[int, list[Institution]] = {}
    for place in found.affiliations:
        if place.left_on is None:
            schools.setdefault(place.member_id, []).append(at[place.institution_id])
    rows = []
    for membership, member, profile in found.people:
        if membership.role == Role.GUEST or membership.left_at is not None:
            continue
        key, shares = membership.member_id, listed(membership.shares)
        row: dict[str, object] = dict.fromkeys(HEAD, "")
        row |= {"name": member.name, "in the network": membership.role}
        if "work" in shares:
            row |= _work(profile or _EMPTY, schools.get(key, []))
            row["subjects"] = ", ".join(topics.get((key, "subject"), []))
        if "help" in shares:
            row["strengths"] = ", ".join(topics.get((key, "strength"), []))
        rows.append(row)
    return sorted(rows, key=lambda row: str(row["name"]).casefold())


def _work(profile: Profile, schools: list[Institution]) -> dict[str, object]:
    phases = {phase for school in schools for phase in listed(school.phases)}
    return {
        "school": "; ".join(school.name for school in schools),
        "phase": ", ".join(phase for phase in PHASES if phase in phases),
        "region": "; ".join(dict.fromkeys(s.region for s in schools if s.region)),
        "works as": profile.works_as,
        "since": profile.since or "",
        "languages": ", ".join(listed(profile.speaks)),
    }
