"""Which open offers fit a request, and which open requests an offer: by what their words are about.

Pure: no model, no network. Kinds and phases that cannot help are left out first; then what is asked
for is looked for in each offer, where a near thing (solar panels for renewable energy) counts less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.likeness import bare
from bot.core.profiles import PHASES
from bot.core.things import TELLING, Gist, above, gist, things

MOST = 3
"""So many are shown at most."""
ENOUGH, BESIDE = 0.3, 0.33
"""What fits less is not shown; nor what fits so much less than the best."""
CAREERS, _OF_WORK = "careers", 0.5
"""Whoever comes to speak tells something of their work too."""
ROOM, ANY = "room", "any"
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
_SCARCELY = 0.25
"""And how far one that does not stand there."""
_NAMED = 0.9
"""How far a kind helps that the asker names beside the one they chose."""
_OTHERS = 0.8
"""How far a room helps that belongs to a school of another phase."""
_WIDER, _ALIKE, _NARROWER = 0.6, 0.4, 0.8
"""What an offer is worth that is of the thing above, beside or below the one asked for."""
_LEAST, _WIDE = 0.9, 0.7
"""What is asked for counts as much at least, be it as wide as "physics"; a thing that tells less
than this is wide.
"""
_MORE = 0.5
"""What a second thing is worth that both name: who asks for two is helped by one of them too."""
_WORD = 0.6
"""What a word is worth that is in no vocabulary, and that both wrote."""
_SAME = 0.7


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
    if _is_for_others(request.phase, offer):
        return 0
    asked = gist(request.words, request.language)
    given = gist(offer.words, offer.language)
    helps = _helps(request, offer, asked, given)
    sought, had = _weights(_things(request, asked)), _weights(_things(offer, given))
    found = {key: weight * _share(key, had) for key, weight in sought.items()}
    if CAREERS in found and offer.kind == "speaker":
        found[CAREERS] = max(found[CAREERS], sought[CAREERS] * _OF_WORK)
    alike = _WORD * _alike(asked.words, given.words)
    got, most = sum(found.values()) + alike, sum(sought.values()) + alike
    if not got or not helps:
        return 0
    meant = sum(weight * _share(key, sought) for key, weight in had.items())
    focus = meant / (sum(had.values()) or 1)
    much = min(got, 1) + _MORE * max(got - 1, 0)
    return helps * much * (0.5 + 0.5 * got / most) * (0.85 + 0.15 * focus)


def _things(one: Told, said: Gist) -> frozenset[str]:
    """All that a text is about; of a room that it is one, if anything is said of it."""
    is_room = one.kind == ROOM and bare(one.words)
    return said.things | one.topics | ({ROOM} if is_room else set())


def _best(found: list[tuple[float, Told]]) -> list[Told]:
    found.sort(key=lambda one: (-one[0], one[1].key))
    least = max(ENOUGH, BESIDE * found[0][0]) if found else 0
    return [one for score, one in found[:MOST] if score >= least]


def _helps(request: Told, offer: Told, asked: Gist, given: Gist) -> float:
    """How far an offer of its kind helps, be it about the right thing."""
    phases = _phases(request, asked, ("", ANY)), _phases(offer, given, ("",))
    if not phases[0] & phases[1] and offer.kind != ROOM:
        return 0
    helps = _KINDS.get(request.kind, {}).get(offer.kind, _SCARCELY)
    if request.kind == offer.kind:
        helps = 1
    elif offer.kind in asked.kinds:
        helps = max(helps, _NAMED)
    return helps if phases[0] & phases[1] else helps * _OTHERS


def _is_for_others(phase: str, offer: Told) -> bool:
    """Whether what was chosen says that an offer is for another phase; a room is for whoever fits
    into it.
    """
    chosen = {phase, offer.phase}
    return len(chosen) > 1 and chosen <= set(PHASES) and offer.kind != ROOM


def _phases(one: Told, said: Gist, open_: Sequence[str]) -> frozenset[str]:
    """For which phases something is; where what was chosen leaves that `open_`, those that its
    words name. An offer for all may stand in a certain school.
    """
    if one.phase in PHASES:
        return frozenset((one.phase,))
    return (said.phases if one.phase in open_ else None) or frozenset(PHASES)


def _weights(keys: Iterable[str]) -> dict[str, float]:
    """How much each thing of a text counts: less where a narrower one stands beside it."""
    every = set(keys)
    wider = frozenset().union(*(above(key) for key in every))
    found = {key: _weight(key) * (0.5 if key in wider else 1) for key in sorted(every)}
    scale = max(1, _LEAST / max(found.values(), default=1))
    return {key: weight * scale for key, weight in found.items()}


def _weight(key: str) -> float:
    return things()[key].weight if key in things() else 1


def _share(key: str, had: Iterable[str]) -> float:
    """How much of a thing asked for is in what is offered, 0 to 1."""
    if key in had:
        return 1
    best, mine = 0.0, above(key)
    is_wide = all(_weight(one) < _WIDE for one in had)
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
    least = max(TELLING, round(_SAME * long))
    return short >= least and one[:least] == other[:least]
