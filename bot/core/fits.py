"""Which open offers fit a request, and which open requests an offer: by topics. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.likeness import bare
from bot.core.topics import vocabulary

MOST = 3
"""So many are shown at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody asks for or offers: a kind, for which phase, and their own words."""

    key: str
    kind: str
    phase: str
    words: str
    language: str = ""
    topics: frozenset[str] = frozenset()


def offers_for(request: Told, offers: Sequence[Told]) -> list[Told]:
    """The open offers that fit a request, the best first; few, or none."""
    return _best(request, offers)


def asks_for(offer: Told, requests: Sequence[Told]) -> list[Told]:
    """The open requests that an offer fits, the best first; few, or none."""
    return _best(offer, requests)


def _best(one: Told, others: Sequence[Told]) -> list[Told]:
    mine = _topics(one)
    found = [
        (len(mine & _topics(other)), other)
        for other in others
        if other.kind == one.kind and (other.phase == one.phase or "any" in (other.phase, one.phase))
    ]
    found = [pair for pair in found if pair[0]]
    return [other for _, other in sorted(found, key=lambda pair: (-pair[0], pair[1].key))][:MOST]


def _topics(one: Told) -> frozenset[str]:
    """The topics of which a word stands in a text."""
    text = f" {bare(one.words)} "
    return one.topics | {
        topic.key
        for topic in vocabulary().values()
        if any(f" {bare(word)} " in text for word in (*topic.names.values(), *topic.also))
    }
