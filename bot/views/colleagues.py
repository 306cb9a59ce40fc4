"""How a colleague is put into words: what they do, where, what they can help with."""

from collections.abc import Iterable, Sequence
from itertools import chain

from babel import Locale

from bot import ui
from bot.core.directory import Colleague
from bot.core.topics import Topic
from bot.i18n import LANGUAGES, PSEUDO
from bot.ui import Text
from bot.views.lists import called
from bot.views.words import Words
from bot.views.words import words as words_in

_SCHOOLS = {"collège": "secondary", "lycée": "post-16", "lukio": "post-16"}
"""What people type for a phase, where it is the name of one kind of school for that age."""
LINE = 280
"""What of a person has room in a list, beside the name."""


def work_words(t: Words) -> dict[str, str]:
    """What people do."""
    return {
        "primary": t.p("work", "Primary school teacher"),
        "secondary": t.p("work", "Secondary school teacher"),
        "post-16": t.p("work", "Teacher of over-16s"),
        "technician": t.p("work", "Technician"),
        "academic": t.p("work", "At a university"),
        "engineer": t.p("work", "Engineer"),
        "student": t.p("work", "Student"),
        "leader": t.p("work", "School leader"),
        "other": t.p("work", "Other work"),
    }


def phase_words(t: Words) -> dict[str, str]:
    """How old the pupils are."""
    return {
        "primary": t.p("phase", "primary"),
        "secondary": t.p("phase", "secondary"),
        "post-16": t.p("phase", "over 16"),
    }


def phases_typed() -> dict[str, str]:
    """The phase that a typed word means, in any of our languages; of some of their schools, too."""
    said = (phase_words(words_in(language)).items() for language in LANGUAGES)
    keys = phase_words(words_in("en"))
    return {word: key for key, word in chain(*said)} | {key: key for key in keys} | _SCHOOLS


def language_name(t: Words, code: str) -> str:
    """A language by its name in the reader's."""
    known = Locale("en" if t.language == PSEUDO else t.language).languages
    return str(known.get(code, code))


def topic_names(t: Words, topics: Iterable[Topic]) -> str:
    """Topics by name, as a list in words."""
    return t.names(topic.name(t.language) for topic in topics)


def facts(t: Words, one: Colleague) -> list[tuple[str, str]]:
    """All that is seen of somebody: labels, each with what is said; nothing that is empty."""
    return [(label, said) for label, said in columns(t, one) if said]


def columns(t: Words, one: Colleague) -> list[tuple[str, str]]:
    """The same with empty ones, as a table has it."""
    regions = dict.fromkeys(place.region for place in one.places if place.region)
    phases = phase_words(t)
    taught = dict.fromkeys(key for place in one.places for key in place.phases if key in phases)
    return [
        (t("Can help with"), topic_names(t, one.strengths)),
        (t("Work"), work_words(t).get(one.works_as, "")),
        (t("Where"), t.names(place.name for place in one.places)),
        (t("Phases"), t.names(phases[key] for key in taught)),
        (t("Region"), t.names(regions)),
        (t("Subjects"), topic_names(t, one.subjects)),
        (t("Since"), str(one.since or "")),
        (t("Languages"), t.names(language_name(t, code) for code in one.speaks)),
    ]


def told(t: Words, one: Colleague, room: int = LINE) -> str:
    """What is seen of somebody in one line, as far as there is room; empty where it is nothing."""
    parts = [t("{what}: {said}", what=label, said=said) for label, said in facts(t, one)]
    return ui.shorten(" · ".join(parts), room) if parts else ""


def line(t: Words, one: Colleague) -> Text:
    """Somebody in a list: the name, and what is seen of them."""
    return t.text("**{name}**: {what}", name=called(t, one.name), what=told(t, one))


def heads(t: Words) -> Sequence[str]:
    """The labels of all there is to see of somebody."""
    return [label for label, _ in columns(t, Colleague(0, ""))]
