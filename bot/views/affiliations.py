"""What a person sees of where they work."""

from collections.abc import Collection, Sequence

from bot import ui
from bot.core.profiles import PHASES
from bot.store.tables import Institution, Network
from bot.ui import Block, Button, Choices, Controls, Form, Line, Message, Option, Para, Row
from bot.views.colleagues import phase_words
from bot.views.notes import note
from bot.views.profiles import my_profile, school_line
from bot.views.words import Words

NAME, REGION = 100, 60
"""The most characters of a school's name and region."""
_MOST, _LABEL, _PART = 8, 70, 26


def form(t: Words, network: Network, shares: Collection[str] = (), name: str = "") -> Form:
    """Where does one work? `name` is what was typed already."""
    seen = (
        t("The network knows its schools by name, and sees at once that you are there.")
        if "work" in shares
        else t(
            "The network knows its schools by name; that you are there it sees only if you agree."
        )
    )
    return Form(
        action=f"profile:0:school:{network.id}",
        title=t("Where I work"),
        submit=t("Keep"),
        intro=t("A school, or another place where you work."),
        fields=(
            Line(
                key="name",
                label=t("Name of the school"),
                value=ui.shorten(name, ui.limits.LINE),
                most=ui.limits.LINE,
                hint=ui.fit(seen, ui.limits.HINT),
                example=t("Hilltop School"),
            ),
            phases_field(t, ()),
            region_field(t, ""),
        ),
    )


def phases_field(t: Words, phases: Sequence[str]) -> Choices:
    """How old the pupils are."""
    words = phase_words(t)
    return Choices(
        key="phases",
        label=t("How old are the pupils?"),
        options=tuple(Option(phase, words[phase]) for phase in PHASES),
        values=tuple(phases),
        hint=t("Of the school; everybody in the network sees it."),
        required=False,
    )


def region_field(t: Words, region: str) -> Line:
    """Where the school is."""
    return Line(
        key="region",
        label=t("Town or region"),
        value=region,
        most=ui.limits.LINE,
        hint=t("Of the school; everybody in the network sees it."),
        required=False,
    )


def which(
    t: Words, network: Network, typed: str, near: Sequence[Institution], draft: tuple[int, int]
) -> Message:
    """Is it one of those that the network knows? `draft` is where it was kept, and its mark."""
    name = ui.shorten(typed, NAME)
    # Of those of which the same is known nobody could say which one they mean.
    each = {(one.name.casefold(), one.phases, one.region.casefold()): one for one in near[::-1]}
    shown = list(each.values())[::-1]
    asked = (
        t.text("Is **{typed}** the same as {known}?", typed=name, known=school_line(t, near[0]))
        if len(shown) == 1
        else t.text("Is **{typed}** one of these?", typed=name)
    )
    same = [
        Button(
            t("Yes, the same") if len(shown) == 1 else ui.typed(label),
            f"profile:0:school-is:{network.id}:{draft[0]}:{one.id}",
            "primary",
        )
        for one, label in zip(shown, _labels(t, shown), strict=True)
    ]
    new = Button(t("No, another one"), f"profile:0:school-new:{network.id}:{draft[0]}:{draft[1]}")
    every = (*same, new)
    rows = [
        Controls(every[at : at + ui.limits.BUTTONS])
        for at in range(0, len(every), ui.limits.BUTTONS)
    ]
    return Message("", (Para(asked), *rows))


def _labels(t: Words, near: Sequence[Institution]) -> list[str]:
    """The name of each; of those that are called alike more is said."""
    names = [ui.shorten(one.name, _LABEL) for one in near]
    folded = [name.casefold() for name in names]
    return [
        _told(t, one) if folded.count(name.casefold()) > 1 else name
        for one, name in zip(near, names, strict=True)
    ]


def _told(t: Words, one: Institution) -> str:
    """A school with what is known of it, as short as a button: a long name and town give way, and
    then the town stands first, for that tells most.
    """
    line = school_line(t, one)
    if ui.weight(line) <= _LABEL or not (one.phases or one.region):
        return ui.shorten(line, _LABEL)
    words = phase_words(t)
    phases = [words[phase] for phase in PHASES if phase in one.phases.split()]
    known = ", ".join((*([ui.shorten(one.region, _PART)] if one.region else []), *phases))
    name = ui.shorten(one.name, _PART)
    return t("{name} ({known})", name=name, known=ui.shorten(known, _LABEL - 3 - ui.weight(name)))


def page(t: Words, network: Network, schools: Sequence[Institution], said: str = "") -> Message:
    """Where one works; above it what was done."""
    blocks: list[Block] = [Para(ui.words(said))] if said else []
    if not schools:
        blocks.append(Para(ui.words(t("No school stands in your profile."))))
    blocks += [
        Row(
            ui.words(school_line(t, one)),
            Button(t("I have left it"), f"profile:0:left:{network.id}:{one.id}"),
        )
        for one in schools[:_MOST]
    ]
    add = Button(t("Add a school"), f"profile:0:school:{network.id}", "primary")
    return Message(t("Where I work"), (*blocks, Controls((add, my_profile(t, network)))))


def left(t: Words, network: Network, one: Institution) -> Message:
    """Somebody has left a school."""
    undo = Button(t("Undo"), f"profile:0:back:{network.id}:{one.id}")
    said = t("{school} does not stand in your profile any more.", school=ui.shorten(one.name, NAME))
    return note(said, undo, my_profile(t, network))


def taken_back(t: Words, network: Network, name: str) -> Message:
    """Nobody knows any more that somebody was at a school."""
    said = t(
        "{school} does not stand in your profile any more. Nobody else names it, so the network"
        " does not know it now.",
        school=ui.shorten(name, NAME),
    )
    return note(said, my_profile(t, network))
