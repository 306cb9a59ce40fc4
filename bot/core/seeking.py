"""Whom somebody looks for among the people of a network, and what they typed for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.directory import Colleague
from bot.core.profiles import PHASES
from bot.core.topics import SURE, Topic, nearest, vocabulary

LONGEST = 15
"""More figures than any row's number has."""
_FILLERS = """who whom can could help helps me us with about someone somebody anyone anybody people
    knows know the a for i need please find teaches
    wer kann kannst hilft helfen mir uns bei mit jemand jemanden der die das den leute weiss weiß
    über zu für ich brauche suche bitte
    qui peut pourrait aider aide m’aider m'aider moi nous avec quelqu’un quelqu'un pour sur en le la
    les des cherche connaît
    chi può puo aiutare aiutarmi aiuta mi ci con qualcuno per su il lo cerco sa persone
    kuka voi voisi auttaa autaa minua meitä joku jonka kanssa ihmisiä etsin osaa tietää"""
FILLERS = frozenset(_FILLERS.split())
"""What people write around a topic when they ask for somebody."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom somebody looks for; what is empty does not matter. `region` is that of the institution
    of this number; `name` a part of somebody's name, or of that of a school that they show.
    """

    topic: str = ""
    phase: str = ""
    region: int = 0
    name: str = ""

    @property
    def key(self) -> str:
        """It in a button, but for the name, which is never carried on."""
        return f"{self.topic}:{self.phase}:{self.region or ''}"


@dataclass(frozen=True, slots=True)
class Understood:
    """What was typed, as far as it is understood; `near` are topics that the `rest` may mean."""

    sought: Sought
    rest: str = ""
    near: tuple[Topic, ...] = ()


def by_key(key: str) -> Sought:
    """What a button carries; what is none of it is left out."""
    topic, phase, region = (*key.split(":"), "", "", "")[:3]
    is_number = region.isascii() and region.isdigit() and len(region) <= LONGEST
    return Sought(topic, phase if phase in PHASES else "", int(region) if is_number else 0)


def topics(people: Sequence[Colleague]) -> list[Topic]:
    """What these people teach or can help with; what most of them do first."""
    by_key: dict[str, Topic] = {}
    count: dict[str, int] = {}
    for one in people:
        mine = {topic.key: topic for topic in (*one.strengths, *one.subjects)}
        by_key |= mine
        for key in mine:
            count[key] = count.get(key, 0) + 1
    return [by_key[key] for key in sorted(count, key=lambda key: (-count[key], key))]


def regions(people: Sequence[Colleague]) -> dict[str, int]:
    """Where these people work: each region with the lowest number of an institution in it."""
    found: dict[str, int] = {}
    for place in (place for one in people for place in one.places if place.region):
        name = next((name for name in found if _same(name, place.region)), place.region)
        found[name] = min(found.get(name, place.id), place.id)
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def region_name(people: Sequence[Colleague], place: int) -> str:
    """The region of an institution, if one of these people works there."""
    places = (one for person in people for one in person.places)
    return next((one.region for one in places if one.id == place), "")


def topic_called(people: Sequence[Colleague], key: str) -> Topic | None:
    """The topic of this key: one that all networks have, or that one of these people shares."""
    return vocabulary().get(key) or next((one for one in topics(people) if one.key == key), None)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def found(people: Sequence[Colleague], sought: Sought) -> list[Colleague]:
    """Those of them who fit, in the same order."""
    region = region_name(people, sought.region) if sought.region else ""
    return [
        one
        for one in people
        if (not sought.topic or sought.topic in _keys(one))
        and (not sought.phase or sought.phase in one.phases)
        and (not sought.region or any(region and _same(p.region, region) for p in one.places))
        and (not sought.name or _is_called(one, sought.name))
    ]


def _is_called(one: Colleague, words: str) -> bool:
    """Whether these words stand in somebody's name, or in that of a school that they show."""
    names = (one.name, *(place.name for place in one.places))
    return any(words.casefold() in name.casefold() for name in names)


def _keys(one: Colleague) -> set[str]:
    return {topic.key for topic in (*one.strengths, *one.subjects)}


def understand(
    text: str, people: Sequence[Colleague], phases: Mapping[str, str], *, loosely: bool = True
) -> Understood:
    """What somebody typed: phases (by their words), regions, a topic in any language, or a name (of
    somebody, or of their school); `loosely`: the words that people write around it are passed over.
    Only what these people share is known beside the topics that all networks have.
    """
    if any(_same(place.name, text) for one in people for place in one.places):
        return Understood(Sought(name=text))  # its name may have a phase or a region in it
    sought, rest = Sought(), text
    for word in sorted(phases, key=len, reverse=True):
        if (left := _without(rest, word)) is not None and not sought.phase:
            sought, rest = replace(sought, phase=phases[word]), left
    for name, place in sorted(regions(people).items(), key=lambda item: -len(item[0])):
        if (left := _without(rest, name)) is not None and not sought.region:
            sought, rest = replace(sought, region=place), left
    if not rest:
        return Understood(sought)
    whole = _meant(sought, rest, people)
    if not loosely or whole.sought != sought or not (bare_ := _without_fillers(rest)):
        return whole
    return whole if bare_ == rest else _meant(sought, bare_, people)


def _without_fillers(text: str) -> str:
    return " ".join(word for word in text.split() if word.casefold().strip("?!.,") not in FILLERS)


def _meant(sought: Sought, rest: str, people: Sequence[Colleague]) -> Understood:
    """A topic beyond doubt, or a part of a name; or what it may mean."""
    known = {**vocabulary(), **{topic.key: topic for topic in topics(people)}}
    likely = nearest(rest, list(known.values()))
    if likely and likely[0][1] >= SURE:
        return Understood(replace(sought, topic=likely[0][0].key))
    if any(_is_called(one, rest) for one in people):
        return Understood(replace(sought, name=rest))
    return Understood(sought, rest, tuple(topic for topic, _ in likely))


def _without(text: str, words: str) -> str | None:
    """The text without these words, or None where they do not stand in it whole."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    cut, times = whole.subn(" ", text, count=1)
    return " ".join(cut.split()) if times else None
