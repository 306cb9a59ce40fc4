"""Why people go together, in a line: about work, and only what they have agreed to show."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot import ui
from bot.core.pairing.people import Group, Someone
from bot.core.reasons import Kind, Reason, reasons
from bot.core.topics import Topic, vocabulary
from bot.i18n import marked
from bot.i18n.names import tongue
from bot.views.colleagues import phase_words
from bot.views.interests import NAME
from bot.views.lists import called
from bot.views.words import Words


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody by name, and all that matching knows of them."""

    name: str
    said: Someone


def line(
    t: Words,
    group: Group,
    people: Mapping[str, Known],
    shows: Mapping[str, Collection[str]],
    topics: Mapping[str, Topic] | None = None,
) -> str:
    """Why they go together, for others: a coordinator, or one of them who asks later. `shows` are
    the parts of their profiles that each of them shows to the network, `topics` those with a name
    here (without it those that all networks have).
    """
    told = _Told(t, {who: one.name for who, one in people.items()}, topics or vocabulary())
    said = _reasons(group, people, shows, told)
    return " ".join(told.of_them(one) for one in said)


def own_line(
    t: Words,
    group: Group,
    people: Mapping[str, Known],
    shows: Mapping[str, Collection[str]],
    topics: Mapping[str, Topic] | None = None,
) -> str:
    """Why they go together, said to themselves. It tells no more than `line`."""
    told = _Told(t, {who: one.name for who, one in people.items()}, topics or vocabulary())
    said = _reasons(group, people, shows, told)
    return " ".join(
        told.of_you(one) if len(one.who) == len(group.who) else told.of_them(one) for one in said
    )


def _reasons(
    group: Group,
    people: Mapping[str, Known],
    shows: Mapping[str, Collection[str]],
    told: _Told,
) -> tuple[Reason, ...]:
    return reasons(group, {who: people[who].said for who in group.who}, shows, told.topics.keys())


_OF_YOU: Mapping[Kind, str] = {
    "sector": marked("You know the work from different sides: {what}."),
    "subject": marked("You have a subject in common: {what}."),
    "experience": marked("You bring different years of experience."),
    "ages": marked("You know pupils of different ages: {what}."),
    "phase": marked("You know pupils of the same age: {what}."),
    "region": marked("You work in the same region."),
    "languages": marked("Languages that you have in common: {what}."),
    "schools": marked("You work in different places."),
    "first-time": marked("You have not been put together before."),
    "again": marked("You have been together before."),
    "again-some": marked("Some of you have been together before."),
}
"""What is said to those of whom it is true."""
_OF_THEM: Mapping[Kind, str] = {
    "both-ways": marked(
        "{one} can help with “{what}”, {two} with “{other}”, and each would like to learn about"
        " the other’s topic."
    ),
    "one-way": marked("{one} can help with “{what}”, and {two} would like to learn about it."),
    "one-way-two": marked(
        "{one} can help with “{what}”, and {two} would both like to learn about it."
    ),
    "sector": marked("{names} know the work from different sides: {what}."),
    "subject": marked("{names} have a subject in common: {what}."),
    "experience": marked("{names} bring different years of experience."),
    "ages": marked("{names} know pupils of different ages: {what}."),
    "phase": marked("{names} know pupils of the same age: {what}."),
    "region": marked("{names} work in the same region."),
    "languages": marked("Languages that {names} have in common: {what}."),
    "schools": marked("{names} work in different places."),
    "first-time": marked("{names} have not been put together before."),
    "again": marked("{names} have been together before."),
    "again-some": marked("Some of these have been together before: {names}."),
}
"""What is said to others; who can help whom is always told by name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts reasons into words."""

    t: Words
    names: Mapping[str, str]
    topics: Mapping[str, Topic]

    def of_you(self, one: Reason) -> str:
        """To those of whom it is true."""
        said = _OF_YOU.get(one.kind)
        return self.t(said, what=self._what(one)) if said else self.of_them(one)

    def of_them(self, one: Reason) -> str:
        """To others, by name."""
        names = [called(self.t, self.names[who]) for who in one.who]
        other = self._topic(one.keys[1]) if one.kind == "both-ways" else ""
        in_order = sorted(names, key=str.casefold)  # nothing can be read from who comes first
        return self.t(
            _OF_THEM[one.kind], names=self.t.names(in_order), one=names[0],
            two=self.t.names(names[1:]), what=self._what(one), other=other,
        )  # fmt: skip

    def _what(self, one: Reason) -> str:
        match one.kind:
            case "both-ways" | "one-way" | "one-way-two" | "subject":
                return self._topic(one.keys[0])
            case "sector":
                return self._listed(side_words(self.t), one.keys)
            case "ages" | "phase":
                return self._listed(phase_words(self.t), one.keys)
            case "languages":
                return self.t.names(tongue(key, self.t.language) for key in one.keys)
            case _:
                return ""

    def _topic(self, key: str) -> str:
        return ui.shorten(self.topics[key].name(self.t.language), NAME)

    def _listed(self, words: Mapping[str, str], keys: Sequence[str]) -> str:
        return self.t.names(words[key] for key in keys)


def side_words(t: Words) -> dict[str, str]:
    """From which side somebody knows the work."""
    return {
        "school": t.p("side", "school"),
        "technician": t.p("side", "technical work"),
        "academic": t.p("side", "university"),
        "engineer": t.p("side", "engineering"),
        "student": t.p("side", "studies"),
    }
