"""What a person sees of their own profile: a card, and small forms that fill it in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot import ui
from bot.core.cards import Card
from bot.core.profiles import DAYS, PHASES
from bot.core.topics import Topic
from bot.i18n.names import tongue, weekday
from bot.store.tables import Institution, Network
from bot.ui import (
    Block,
    Button,
    Controls,
    Message,
    Para,
    Row,
    Small,
    Text,
)
from bot.views.agendas import joined
from bot.views.colleagues import phase_words
from bot.views.words import Words

_LISTED = 300
"""So much of a list stands on the card."""


def work_words(t: Words) -> dict[str, str]:
    """What people do."""
    return {
        "primary": t("I teach at a primary school"),
        "secondary": t("I teach at a secondary school"),
        "post-16": t("I teach young people over 16"),
        "technician": t("I am a technician"),
        "academic": t("I work at a university"),
        "engineer": t("I work as an engineer or in a company"),
        "student": t("I am a student"),
        "leader": t("I lead a school or a department"),
        "other": t("Something else"),
    }


def hour_words(t: Words) -> dict[str, str]:
    """Times of the day."""
    return {
        "noon": t("At noon"),
        "late": t("Late in the afternoon"),
        "evening": t("In the evening"),
    }


def travel_words(t: Words) -> dict[str, str]:
    """How far people go."""
    return {
        "online": t("I would rather meet online"),
        "near": t("To the next town"),
        "hour": t("About an hour"),
        "far": t("Anywhere in the region"),
    }


def tongues(t: Words, codes: Sequence[str]) -> list[str]:
    """Languages by their names."""
    return [tongue(code, t.language) for code in codes]


def my_profile(t: Words, network: Network, label: str = "") -> Button:
    """The way to one's own profile."""
    return Button(label or t("My profile"), f"profile:0:show:{network.id}")


def for_coordinators(t: Words, network: Network) -> tuple[Button, ...]:
    """The ways to what a network knows of schools and topics."""
    return (
        Button(t("Schools"), f"network:{network.id}:schools"),
        Button(t("Our own topics"), f"network:{network.id}:topics"),
    )


def card(
    t: Words, network: Network, said: Card, *, waiting: str = "", ways: Sequence[Button] = (),
    shares: Collection[str] = (), asks: bool = False,
) -> Message:  # fmt: skip
    """What a person said of themselves, with a button for each step. `waiting`: a word of theirs
    that is no topic yet; `ways` are further buttons; `shares`: what they show to the network;
    `asks`: they were asked whether it is still true, and have not said.
    """
    blocks: list[Block] = [
        Para(ui.words(t("Fill in what you like, leave out what you like, stop when you like."))),
        *(_row(t, network, step) for step in _steps(t, said)),
    ]
    if waiting:
        text = t.text("“{word}” is not settled yet.", word=ui.shorten(waiting, 60))
        blocks.append(Row(text, Button(t("Settle it"), f"profile:0:settle:{network.id}")))
    if asks:
        blocks.append(Row(ui.words(t("Is this still true?")), yes(t, network)))
    seen = t("What you show to your network, others see at once, also what you add to it.")
    blocks.append(Small(seen if shares else t("Nobody else sees this until you say so.")))
    if said.free:
        blocks.append(Small(times_read(t)))
    if ways:
        blocks.append(Controls(tuple(ways)))
    return Message(t("My profile"), tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of the card: where its button leads, what it is about, and what is there."""

    name: str
    about: str
    text: Text
    is_there: bool


def _row(t: Words, network: Network, step: _Step) -> Row:
    label = t("Change") if step.is_there else t("Add")
    label = ui.fit(f"{label}: {step.about}", ui.limits.BUTTON)
    return Row(step.text, Button(label, f"profile:0:{step.name}:{network.id}"))


def _steps(t: Words, said: Card) -> list[_Step]:
    topics = (said.subjects, said.strengths, said.wishes)
    places = _fact(t, t("Where I work"), [one.name for one in said.schools])
    free = _fact(t, t("Usually free"), free_words(t, said.free))
    is_known = bool(said.schools)
    return [
        _Step("work", t("What I do"), _work(t, said), bool(said.works_as or said.since)),
        _Step("schools" if is_known else "school", t("Where I work"), places, is_known),
        _Step("topics", t("My topics"), joined(topic_lines(t, *topics)), any(topics)),
        _Step("free", t("Usually free"), free, bool(said.free)),
        _Step("travel", t("How far I go"), joined(_reach(t, said)),
              bool(said.travel or said.speaks)),
    ]  # fmt: skip


def _fact(t: Words, label: str, items: Sequence[str]) -> Text:
    said = ui.shorten(", ".join(items), _LISTED) if items else "–"
    return t.text("**{label}:** {said}", label=label, said=said)


def _work(t: Words, said: Card) -> Text:
    items = [work_words(t)[said.works_as]] if said.works_as else []
    if said.since:
        items.append(t("since {year}", year=said.since))
    return _fact(t, t("What I do"), items)


def topic_lines(
    t: Words, subjects: Sequence[Topic], strengths: Sequence[Topic], wishes: Sequence[Topic]
) -> list[Text]:
    """A line for each kind of topics."""
    return [
        _fact(t, label, [topic.name(t.language) for topic in topics])
        for label, topics in (
            (t("My subjects"), subjects),
            (t("I am good at"), strengths),
            (t("I would like to learn"), wishes),
        )
    ]


def times_read(t: Words) -> str:
    """Who reads anything of a person's free times."""
    return t("Of your free times a buddy reads two that suit you both, and nobody else reads any.")


def free_words(t: Words, free: Sequence[str]) -> list[str]:
    """Usual free times, by the time of the day."""
    found = []
    for hour, name in hour_words(t).items():
        days = [n for n, day in enumerate(DAYS) if f"{day}-{hour}" in free]
        if days:
            named = t.names([weekday(n, t.language) for n in days])
            found.append(t("{time}: {days}", time=name, days=named))
    return found


def _reach(t: Words, said: Card) -> list[Text]:
    travel = [travel_words(t)[said.travel]] if said.travel else []
    return [
        _fact(t, t("How far I go"), travel),
        _fact(t, t("Languages"), tongues(t, said.speaks)),
    ]


def yes(t: Words, network: Network) -> Button:
    """All of it is still true."""
    return Button(t("Yes, all of it"), f"profile:0:true:{network.id}", "primary")


def still_true(t: Words, network: Network, said: Card, *, is_seen: bool) -> Message:
    """Once a year: is it still true? `is_seen`: the person shows some of it to a network."""
    why = (
        t("I ask once a year, so that people find the right ones.")
        if is_seen
        else t("I ask once a year, so that it stays true. Nobody else sees it until you say so.")
    )
    if said.free:
        why = f"{why} {times_read(t)}"
    lines = [step.text for step in _steps(t, said) if step.is_there]
    return Message(
        t("Is this still true?"),
        (
            Para(ui.words(why)),
            Para(joined(lines)) if lines else Para(ui.words(t("Your profile is empty."))),
            Controls(
                (
                    yes(t, network),
                    my_profile(t, network, t("Change something")),
                )
            ),
        ),
    )


def school_line(t: Words, one: Institution) -> str:
    """An institution with what is known of it."""
    words = phase_words(t)
    phases = [words[phase] for phase in PHASES if phase in one.phases.split()]
    known = ", ".join((*phases, *([one.region] if one.region else [])))
    name = ui.shorten(one.name, 80)
    return (
        t("{name} ({known})", name=name, known=ui.shorten(known, 80)) if known else ui.typed(name)
    )
