"""Who is the only one of their kind, at their school or of their region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.core.pairing import points
from bot.core.pairing.people import Keys, Someone


def alike(one: Someone) -> Keys:
    """What somebody may look for others like them by: their subjects, and being a technician."""
    return one.subjects | ({points.TECHNICIAN} & {one.sector})


def alone(people: Sequence[Someone]) -> list[Keys]:
    """Of each person, the subjects that nobody else of their school in this round has."""
    counted: Counter[tuple[str, str]] = Counter()
    for one in people:
        counted.update((school, key) for school in one.schools for key in alike(one))
    return [
        frozenset(
            key
            for key in alike(one)
            if one.schools and all(counted[school, key] == 1 for school in one.schools)
        )
        for one in people
    ]


def lonely(people: Sequence[Someone]) -> dict[str, Keys]:
    """Of each person what nobody else of their school has; "" the regions of only one person."""
    regions = Counter(one.region for one in people if one.region)
    rural = frozenset(region for region, count in regions.items() if count == 1)
    return {"": rural, **{one.id: keys for one, keys in zip(people, alone(people), strict=True)}}
