"""Which open offers fit a request, and which open requests an offer: by what their words are about.

Pure: no model, no network. Kinds and phases that cannot help are left out first; then what is asked
for is looked for in each offer, where a near thing (solar panels for renewable energy) counts less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.profiles import PHASES
from bot.core.things import Gist, above, gist, things

MOST = 3
"""So many are shown at most."""
ENOUGH, BESIDE = 0.4, 0.42
"""What fits less is not shown; nor what fits so much less than the best."""
CAREERS, _OF_WORK = "careers", 0.5
"""Whoever comes to speak tells something of their work too."""
ANY = "any"
"""What is for all phases."""
_KINDS: Mapping[str, Mapping[str, float]] = {
    "kit": {"sample": 0.9, "room": 0.35, "help": 0.35},
    "sample": {"kit": 0.9},
    "room": {"visit": 0.45},
    "speaker": {"visit": 0.65, "help": 0.6},
    "visit": {"speaker": 0.65, "room": 0.45, "help": 0.4},
    "help": {"read": 0.85, "speaker": 0.5, "kit": 0.45},
    "read": {"help": 0.65, "kit": 0.4},
}
"""How far each kind of offer helps who asks for another one."""
_SCARCELY = 0.3
"""And how far one that does not stand there."""
_NAMED = 0.9
"""How far a kind helps that the asker names beside the one they chose."""
_OTHERS = 0.8
"""How far a room helps that belongs to a school of another phase."""
_WIDER, _ALIKE, _NARROWER = 0.6, 0.4, 0.8
"""What an offer is worth that is of the thing above, beside or below the one asked for."""
_LEAST = 0.7
"""What is asked for counts as much at least, be it as wide as "physics"."""
_WORD = 0.6
"""What a word is worth that is in no vocabulary, and that both wrote."""
_STEM, _SAME = 5, 0.7


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody asks for or offers: its kind, for which phase, in their own words; `topics` are
    those that were chosen for it.
    """

    key: str
    kind: str
    phase: str
    words: str
    language: str = ""
    topics: frozenset[str] = frozenset()


def offers_for(request: Told, offers: Sequence[Told]) -> list[Told]:
    """The open offers that fit a request, the best first; few, or none."""
    return _best([(fit(request, offer), offer) for offer in offers])


def asks_for(offer: Told, requests: Sequence[Told]) -> list[Told]:
    """The open requests that an offer fits, the best first; few, or none."""
    return _best([(fit(request, offer), request) for request in requests])


def fit(request: Told, offer: Told) -> float:
    """How well an offer fits a request; 0 where it is of no use."""
    asked = gist(request.words, request.language)
    given = gist(offer.words, offer.language)
    helps = _helps(request.kind, offer.kind, asked)
    if not _phases(request, asked) & _phases(offer, given, says=""):
        helps *= _OTHERS if offer.kind == "room" else 0
    if not helps:
        return 0
    sought, had = asked.things | request.topics, given.things | offer.topics
    weights = _weights(sought)
    found = {key: weights[key] * _share(key, had) for key in sought}
    if CAREERS in found and offer.kind == "speaker":
        found[CAREERS] = max(found[CAREERS], weights[CAREERS] * _OF_WORK)
    alike = _WORD * _alike(asked.words, given.words)
    got, most = sum(found.values()) + alike, sum(weights.values()) + alike
    if not got:
        return 0
    theirs = _weights(had)
    meant = sum(weight * _share(key, sought) for key, weight in theirs.items())
    focus = meant / sum(theirs.values()) if theirs else 0
    return helps * got * (0.5 + 0.5 * got / most) * (0.85 + 0.15 * focus)


def _best(found: list[tuple[float, Told]]) -> list[Told]:
    found.sort(key=lambda one: (-one[0], one[1].key))
    least = max(ENOUGH, BESIDE * found[0][0]) if found else 0
    return [one for score, one in found[:MOST] if score >= least]


def _helps(asked: str, offered: str, said: Gist) -> float:
    """How far an offer of a kind helps who asks for a kind."""
    if asked == offered:
        return 1
    helps = _KINDS.get(asked, {}).get(offered, _SCARCELY)
    return max(helps, _NAMED) if offered in said.kinds else helps


def _phases(one: Told, said: Gist, says: str = ANY) -> frozenset[str]:
    """For which phases something is; where what was chosen `says` none, those that its words name.
    An offer for all may be one of a certain school.
    """
    if one.phase in PHASES:
        return frozenset((one.phase,))
    named = said.phases if one.phase in ("", says) else None
    return named or frozenset(PHASES)


def _weights(keys: Iterable[str]) -> dict[str, float]:
    """How much each thing of a text counts: less where a narrower one stands beside it."""
    every = set(keys)
    wider = frozenset().union(*(above(key) for key in every))
    found = {key: _weight(key) * (0.5 if key in wider else 1) for key in sorted(every)}
    scale = max(1, _LEAST / max(found.values(), default=1))
    return {key: weight * scale for key, weight in found.items()}


def _weight(key: str) -> float:
    return things()[key].weight if key in things() else 1


def _share(key: str, had: frozenset[str]) -> float:
    """How much of a thing asked for is in what is offered, 0 to 1."""
    if key in had:
        return 1
    best, mine = 0.0, above(key)
    is_wide = all(_weight(one) < _LEAST for one in had)
    for one in had:
        over = above(one)
        if key in over:
            best = max(best, _NARROWER)
        if one in mine:
            best = max(best, _WIDER * (1 if is_wide else _weight(one)))
        best = max(best, *(_ALIKE * _weight(shared) for shared in mine & over), 0)
    return best


def _alike(some: frozenset[str], others: frozenset[str]) -> int:
    """How many words of one text stand in another, also with another ending."""
    return sum(any(_is_alike(one, other) for other in others) for one in some)


def _is_alike(one: str, other: str) -> bool:
    short, long = sorted((len(one), len(other)))
    least = max(_STEM, round(_SAME * long))
    return short >= least and one[:least] == other[:least]
