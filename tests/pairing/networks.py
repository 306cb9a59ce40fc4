"""Made-up networks, and rounds dealt one after the other."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Dealt, Keys, Met, Question, Rules, Someone

TOPICS = tuple(f"topic-{number}" for number in range(12))
SLOTS = tuple(
    f"{day}-{hour}" for day in ("mon", "tue", "wed", "thu", "fri") for hour in ("noon", "late")
)


def network(size: int, seed: int, *, school: int = 5, times: bool = False) -> list[Someone]:
    """So many teachers, `school` of each school; with `times` each is free in two slots of five."""
    rng = random.Random(seed)
    return [_teacher(number, rng, school, times) for number in range(size)]


def _teacher(number: int, rng: random.Random, school: int, times: bool) -> Someone:
    topics = rng.sample(TOPICS, 6)
    return Someone(
        f"p{number:05}",
        schools=frozenset({f"school-{number // school}"}),
        phases=frozenset({rng.choice(["primary", "secondary", "post-16"])}),
        sector=rng.choice(["state", "independent"]),
        subjects=frozenset({rng.choice(["physics", "chemistry", "biology", "mathematics"])}),
        strengths=frozenset(topics[:3]),
        needs=frozenset(topics[3:]),
        years=rng.randrange(30),
        region=rng.choice("ABCDEFGHIJ"),
        times=frozenset(slot for slot in SLOTS if rng.random() < 0.4) if times else frozenset(),
    )


def some(rng: random.Random, keys: Sequence[str], most: int, share: float = 0.7) -> Keys:
    """Some of the keys, or none where nothing was said."""
    return (
        frozenset(rng.sample(keys, rng.randint(1, most))) if rng.random() < share else frozenset()
    )


def anyone(number: int, rng: random.Random) -> Someone:
    """A person of whom much may be unknown."""
    return Someone(
        f"p{number:05}",
        schools=some(rng, ["one", "two", "three", "four"], 2),
        phases=some(rng, ["primary", "secondary", "technician"], 2),
        sector=rng.choice(["", "state", "independent"]),
        subjects=some(rng, ["physics", "chemistry"], 2),
        strengths=some(rng, TOPICS, 4),
        needs=some(rng, TOPICS, 4),
        years=rng.choice([None, 0, 1, 5, 20]),
        region=rng.choice(["", "north", "south", "west"]),
        times=some(rng, SLOTS, 3),
        languages=some(rng, ["en", "de"], 2),
        reach=rng.choice([None, frozenset(), frozenset({"north"}), frozenset({"north", "south"})]),
        face=rng.random() < 0.3,
        wish=rng.choice(["", "same", "other"]),
        waited=rng.choice([0, 0, 0, 1, 2]),
        paused=rng.random() < 0.1,
    )


@dataclass(frozen=True, slots=True)
class Round:
    """What was dealt to whom, and how long it took the processor."""

    here: list[Someone]
    before: list[Met]
    dealt: Dealt
    seconds: float


def met(dealt: Dealt, number: int) -> list[Met]:
    """What the next round knows of this one."""
    return [
        Met(number, a, b, group.who[-1] if len(group.who) == 3 else "")
        for group in dealt.groups
        for a, b in combinations(group.who, 2)
    ]


def rounds(
    people: Sequence[Someone], count: int, seed: int = 0, *, leaving: float = 0,
    rules: Rules | None = None,
) -> Iterator[Round]:  # fmt: skip
    """Rounds of these people; `leaving` is which part of them is replaced before each."""
    rng = random.Random(seed)
    here, before, fresh = list(people), list[Met](), len(people)
    for number in range(1, count + 1):
        begun = time.process_time()
        dealt = deal(Question(here, list(before), rules or Rules(), seed))
        yield Round(list(here), list(before), dealt, time.process_time() - begun)
        before += met(dealt, number)
        for place in rng.sample(range(len(here)), round(leaving * len(here))):
            here[place] = replace(here[place], id=f"p{fresh:05}")
            fresh += 1
