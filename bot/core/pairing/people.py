"""What matching knows of a person, of the past and of the rules, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Keys = frozenset[str]
NONE: Keys = frozenset()
PAIR, TRIO = 2, 3
DENSE = 150
"""To so many people every possible pair is looked at; above, the best of each person."""
Term = Literal[
    "both-ways", "one-way", "sector", "phase", "subject", "experience", "isolation",
    "region", "times", "languages",
]  # fmt: skip
"""What speaks for two people: one's strength is the other's wish (both ways, one way), and more."""
Why = Literal["paused", "odd", "same-school", "no-common-time", "too-far", "nobody"]
"""Why somebody is in no group. That somebody is blocked is never told apart from "nobody"."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as far as matching is concerned; what is empty is unknown and constrains nothing.

    `school` is one key or several; `years` how long they have done their work; `reach` the regions
    they would travel to (None: not said), `face` that they want to meet in person; `wish` "same" or
    "other" phase; `topics` of strengths and needs are keys of the vocabulary. `waited`: how many
    rounds in a row they were left out or left hanging. Who is `paused` is in no group.
    """

    id: str
    schools: Keys = NONE
    phases: Keys = NONE
    sector: str = ""
    subjects: Keys = NONE
    strengths: Keys = NONE
    needs: Keys = NONE
    years: int | None = None
    region: str = ""
    times: Keys = NONE
    languages: Keys = NONE
    reach: Keys | None = None
    face: bool = False
    wish: Literal["", "same", "other"] = ""
    waited: int = 0
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """Two people were in a group in an earlier round; a trio is three of these, `third` says who
    joined two others.
    """

    round: int
    a: str
    b: str
    third: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a round is to be made: groups of `size` (2: pairs, and a trio where the number is odd).

    `blocks` are pairs of people who are never put together (secret, either way); `together` groups
    that stay as they are; `apart` pairs that a coordinator has ruled out for this round.
    """

    size: int = 2
    avoid_same_school: bool = True
    blocks: frozenset[frozenset[str]] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """People who go together. `terms` are what decided, the weightiest first, each with the keys it
    stands on (topic keys, a region, free times) and of whom it is true (giver first, for topics).
    `repeat`: some two of them were in a group before.
    """

    who: tuple[str, ...]
    terms: tuple[tuple[Term, tuple[str, ...], tuple[str, ...]], ...] = ()
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person in no group, and why."""

    who: str
    why: Why


@dataclass(frozen=True, slots=True)
class Dealt:
    """A round: its groups, who is left out, how many pairs of people meet again, the worth of all
    groups and an upper bound on it for the same number of people and the same repeats (None where
    none was worked out).
    """

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...] = ()
    repeats: int = 0
    score: int = 0
    bound: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """All that a round is made from; the same question has the same answer on every machine."""

    people: Sequence[Someone]
    history: Sequence[Met] = ()
    rules: Rules = field(default_factory=Rules)
    seed: int = 0
