"""What coordinators see of the schools of a network: the list, one of them, and two that may be
the same.
"""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.store.tables import Institution, Network
from bot.ui import Block, Button, Choice, Controls, Form, Line, Message, Option, Para, Row, Rule
from bot.views.affiliations import NAME, phases_field, region_field
from bot.views.lists import page as page_of
from bot.views.lists import spoken, turns
from bot.views.notes import note
from bot.views.profiles import school_line
from bot.views.words import Words

_A_PAGE, _PARTS = 8, 5

Pair = tuple[Institution, Institution]


def listed(
    t: Words,
    network: Network,
    schools: Sequence[Institution],
    people: Mapping[int, int],
    pairs: Sequence[Pair],
    at: int = 0,
) -> Message:
    """All schools, a page of them; above them two that may be the same."""
    if not schools:
        words = t("No school is known yet. People name theirs in {command}.",
                  command=t.command("profile"))  # fmt: skip
        return note(words)
    blocks: list[Block] = []
    if pairs:
        blocks += [*_pair(t, pairs, people), Rule()]
    shown, at, count = page_of(schools, at, _A_PAGE)
    blocks += [
        Row(
            ui.words(_line(t, one, people)),
            Button(t("Show"), f"school:{one.id}:read", spoken=spoken(t("Show"), one.name)),
        )
        for one in shown
    ]
    ways = turns(t, f"network:{network.id}:schools", at, count, (t("Back"), t("Further")))
    if ways:
        blocks.append(Controls(tuple(ways)))
    return Message(t("Schools"), tuple(blocks))


_FEW = 3
"""Where one alone is, a figure would tell who: so there is none for less."""


def _line(t: Words, one: Institution, people: Mapping[int, int]) -> str:
    count = people.get(one.id or 0, 0)
    few = 0 < count < _FEW
    at_work = t("one or two people") if few else t.n("{n} person", "{n} people", n=count)
    first = f" · {t('priority')}" if one.priority else ""
    return f"{school_line(t, one)} · {at_work}{first}"


def _pair(t: Words, pairs: Sequence[Pair], people: Mapping[int, int]) -> list[Block]:
    one, other = pairs[0]
    said = t.text(
        "**Are these two the same?** {one} – {other}",
        one=_line(t, one, people),
        other=_line(t, other, people),
    )
    more = t.n("There is {n} more such pair.", "There are {n} more such pairs.", n=len(pairs) - 1)
    return [
        Para((*said, ui.Span(f"\n{more}")) if len(pairs) > 1 else said),
        Controls(
            (
                _keep(t, one, other),
                _keep(t, other, one),
                Button(t("No, two schools"), f"school:{one.id}:two:{other.id}"),
            )
        ),
    ]


def _keep(t: Words, one: Institution, other: Institution) -> Button:
    """The same: this name stays; of two that are called alike more is said."""
    is_alike = one.name.casefold() == other.name.casefold()
    name = school_line(t, one) if is_alike else one.name
    label = t("The same: “{name}”", name=ui.shorten(name, 60 if is_alike else 40))
    return Button(ui.fit(label, ui.limits.BUTTON), f"school:{other.id}:merge:{one.id}")


def page(
    t: Words,
    one: Institution,
    people: Mapping[int, int],
    parts: Sequence[Institution],
    alike: Sequence[Pair] = (),
) -> Message:
    """One school, what was put into it and, above, another one that may be the same."""
    rows = [
        Row(
            t.text("{name} is the same.", name=ui.shorten(part.name, NAME)),
            Button(t("No, two schools"), f"school:{part.id}:apart"),
        )
        for part in parts[:_PARTS]
    ]
    change = Button(t("Change"), f"school:{one.id}:change", "primary")
    ways = Controls((change, _all(t, one)))
    same = [*_pair(t, alike[:1], people), Rule()] if alike else []
    return Message("", (*same, Para(ui.words(_line(t, one, people))), *rows, ways))


def _all(t: Words, one: Institution) -> Button:
    return Button(t("All schools"), f"network:{one.network_id}:schools")


def form(t: Words, one: Institution) -> Form:
    """What is known of a school."""
    return Form(
        action=f"school:{one.id}:change",
        title=t("School"),
        submit=t("Keep"),
        fields=(
            Line(
                key="name",
                label=t("Name of the school"),
                value=one.name,
                most=ui.limits.LINE,
                hint=t("Named like another one, the two are offered to be put together."),
            ),
            phases_field(t, one.phases.split()),
            region_field(t, one.region),
            Choice(
                key="priority",
                label=t("Is it to be reached first?"),
                options=(Option("no", t("No")), Option("yes", t("Yes"))),
                value="yes" if one.priority else "no",
                hint=t("Only coordinators see it."),
                required=False,
            ),
        ),
    )


def merged(t: Words, one: Institution, into: Institution) -> Message:
    """Two are one now."""
    said = t(
        "“{one}” is now a part of “{into}”, with its people.",
        one=ui.shorten(one.name, NAME),
        into=ui.shorten(into.name, NAME),
    )
    return note(said, Button(t("Undo"), f"school:{one.id}:apart"), _all(t, into))


def apart(t: Words, one: Institution) -> Message:
    """They are two again."""
    said = t("“{one}” stands by itself again, with its people.", one=ui.shorten(one.name, NAME))
    return note(said, _all(t, one))
