"""A network's people as a list to take along: of each what they have agreed to show."""

from bot.core import directory
from bot.core.directory import Colleague
from bot.core.profiles import PHASES
from bot.store.db import Db

HEAD = (
    "name", "in the network", "school", "phase", "region", "works as", "since", "languages",
    "subjects", "strengths",
)  # fmt: skip
"""The heads, as they are read again by an import."""


def people(db: Db, network: int, language: str) -> list[dict[str, object]]:
    """Those on a network's list by name, guests and who has left not among them."""
    return [
        {"name": one.seen.name, "in the network": one.role, **_seen(one.seen, language)}
        for one in directory.everybody(db, network)
    ]


def _seen(one: Colleague, language: str) -> dict[str, object]:
    phases = {phase for place in one.places for phase in place.phases}
    return {
        "school": "; ".join(place.name for place in one.places),
        "phase": ", ".join(phase for phase in PHASES if phase in phases),
        "region": "; ".join(dict.fromkeys(p.region for p in one.places if p.region)),
        "works as": one.works_as,
        "since": one.since or "",
        "languages": ", ".join(one.speaks),
        "subjects": ", ".join(topic.name(language) for topic in one.subjects),
        "strengths": ", ".join(topic.name(language) for topic in one.strengths),
    }
