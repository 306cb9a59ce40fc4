"""What coordinators see of lists of people: how one comes in, its columns, and what is taken."""

from collections.abc import Callable, Sequence

from bot import ui
from bot.core.columns import FIELDS, NONE
from bot.core.readings import Left
from bot.core.roster import Plan
from bot.store.tables import Import, Network
from bot.ui import (
    Area,
    Block,
    Button,
    Controls,
    Form,
    Message,
    Option,
    Para,
    Pick,
    Row,
    Rule,
    Small,
)
from bot.views import faults
from bot.views.lists import more, turns
from bot.views.lists import page as page_of
from bot.views.words import Words

SHOWN, REASONS, COLUMNS, SAMPLES = 5, 10, 8, 3
"""So many reasons below a plan, and on a page of them; columns on a page, and of each so much."""
LATELY = 5
_CELL = 30
Named = Callable[[str], str]
"""Gives a topic its name."""


def fields(t: Words) -> dict[str, str]:
    """What a column may hold."""
    return {
        "name": t("name"),
        "first": t("first name"),
        "last": t("last name"),
        "school": t("school"),
        "phase": t("phase"),
        "region": t("region"),
        "works": t("what they do"),
        "subject": t("subjects"),
        "strength": t("strengths"),
        "wish": t("wishes"),
        "since": t("since which year"),
        "years": t("for how many years"),
        "language": t("languages"),
        "priority": t("priority school"),
        NONE: t("not taken"),
    }


def page(
    t: Words, network: Network, rows: Sequence[Import], zone: str, address: str = ""
) -> Message:
    """The ways in for a list of people, and what was taken in lately; `address` is that of the
    person's own page for a file, where there is one.
    """
    blocks: list[Block] = [
        Para(ui.words(t("You see a preview first. Nobody is added until you say so.")))
    ]
    if address:
        text = t.text(
            "**[Choose a file]({url})**: from Excel, LibreOffice or as CSV. Whoever has this link"
            " can use it, for an hour: please pass it on to nobody.",
            url=address,
        )
        blocks.append(Para(text))
    blocks.append(_ways(t, network))
    for row in rows:
        blocks += _taken(t, network, row, zone)
    blocks.append(Small(t("Nobody is written to, and nobody's details are shown to others.")))
    return Message(t("Bring people in"), tuple(blocks))


def no_page(t: Words) -> str:
    """Where files go, if there are no pages."""
    return t("For a file, ask whoever runs the bot to type: convenor import FILE")


def _ways(t: Words, network: Network) -> Controls:
    return Controls((Button(t("Paste a list"), f"import:{network.id}:paste"),))


def _taken(t: Words, network: Network, row: Import, zone: str) -> list[Block]:
    """An import, with the way back."""
    at = t.moment(row.at, zone)
    text = t.text("{moment}: {people}", moment=at, people=_counts(t, row.new, row.filled))
    if row.state == "undone":
        return [Para((*text, *ui.words(f" ({t('undone')})")))]
    return [Row(text, Button(t("Undo"), f"import:{network.id}:undo:{row.id}"))]


def _counts(t: Words, new: int, filled: int) -> str:
    said = [t.n("{n} person new", "{n} people new", n=new)]
    if filled:
        said.append(t.n("something added to {n}", "something added to {n}", n=filled))
    return ", ".join(said)


def paste_form(t: Words, network: Network) -> Form:
    """A small list, pasted."""
    return Form(
        action=f"import:{network.id}:paste",
        title=ui.fit(t("Paste a list"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Look at it"), ui.limits.SUBMIT),
        intro=t(
            "Copy the rows with their heads from your table. Heads that I know: name, school,"
            " phase, region, role, subjects, strengths, wishes, since, languages, priority."
        ),
        fields=(
            Area(
                key="rows",
                label=t("One line for each person"),
                example=ui.fit(t("Name; School; Subjects"), ui.limits.PLACEHOLDER),
            ),
        ),
    )


def look(t: Words, network: Network, row: Import, plan: Plan, named: Named) -> Message:
    """What taking a list in would do; nothing is done yet."""
    new, at = len(plan.new), f"import:{network.id}"
    blocks: list[Block] = [Para(ui.words(said))] if (said := _sum(t, plan)) else []
    if plan.new:
        names = ui.shorten(t.names([person.name for person in plan.new[:SHOWN]]), 300)
        blocks.append(Para(ui.words(t("For instance: {names}", names=names))))
    buttons = []
    if plan.changes:
        label = t.n("Take in {n} person", "Take in {n} people", n=new) if new else t("Take it in")
        press = f"{at}:take:{row.id}"
        # A question that is open is to be answered first.
        take = Button(label, press) if plan.asks else Button(label, press, "primary")
        buttons.append(take)
    buttons += [
        Button(t("Columns"), f"{at}:columns:{row.id}"),
        Button(t("Throw away"), f"{at}:drop:{row.id}"),
    ]
    left = [one for one in plan.reasons if one.row or one.sheet]
    blocks += _reasons(t, left[:SHOWN], named)
    blocks += map(Para, more(t, len(left) - SHOWN))
    if len(left) > SHOWN:
        buttons.append(Button(t("Show all of it"), f"{at}:reasons:{row.id}"))
    if plan.asks or row.same != "ask":
        blocks += _namesakes(t, at, row, plan)
    blocks.append(Controls(tuple(buttons)))
    return Message(t("Your list, before it is taken in"), tuple(blocks))


def _sum(t: Words, plan: Plan) -> str:
    """What would be done, in a few short sentences."""
    said = []
    if plan.new or not plan.left:
        said.append(t.n("{n} person is new.", "{n} people are new.", n=len(plan.new)))
    if plan.filled:
        said.append(
            t.n("Something is added to {n}.", "Something is added to {n}.", n=len(plan.filled))
        )
    if plan.same:
        said.append(t.n("{n} is there already.", "{n} are there already.", n=plan.same))
    if plan.rows_left:
        said.append(t.n("{n} row is not taken.", "{n} rows are not taken.", n=plan.rows_left))
    return " ".join(said)


def _namesakes(t: Words, at: str, row: Import, plan: Plan) -> list[Block]:
    """Who has the name of somebody who is there, at another school: the same person?"""
    ways = {
        "same": t("The same people"),
        "other": t("Other people"),
        "ask": t("Leave them out"),
    }
    if plan.asks:
        names = ui.shorten(t.names(plan.asked), 300)
        asked = t.text("Same name, but another school or none: **{names}**.", names=names)
        said = t("Who are they? One answer counts for all of them; until then they are left out.")
    else:
        asked = ui.words(t("Same name, but another school or none: you have said who they are."))
        said = ""
    return [
        Para((*asked, ui.Span(f" {said}"))) if said else Para(asked),
        Controls(
            tuple(
                Button(label, f"{at}:same:{row.id}.{way}")
                for way, label in ways.items()
                if way != row.same
            )
        ),
    ]


def _reasons(t: Words, left: Sequence[Left], named: Named) -> list[Block]:
    """Rows that are not taken, and apart from them what of other rows is not."""
    parts = (
        (t("Not taken:"), [one for one in left if one.whole]),
        (t("Taken, but please look:"), [one for one in left if not one.whole]),
    )
    return [
        Para((ui.Span(head, bold=True), ui.Span("\n" + "\n".join(lines))))
        for head, some in parts
        if (lines := [faults.line(t, one, named) for one in some])
    ]


def reasons(
    t: Words, network: Network, row: Import, left: Sequence[Left], named: Named, page: int
) -> Message:
    """All that is not taken, a page of it."""
    shown, page, count = page_of(left, page, REASONS)
    at = f"import:{network.id}"
    labels = (t("Before"), t("More"))
    buttons = turns(t, f"{at}:reasons:{row.id}.p", page, count, labels)
    back = Button(t("Back"), f"{at}:look:{row.id}", "primary")
    said = _reasons(t, shown, named) or [Para(ui.words(t("All of it is taken.")))]
    return Message(
        t("What is not taken"),
        (*said, Controls((back, *buttons))),
    )


Column = tuple[int, str, Sequence[str], str]
"""A column's number, its head, some of what stands in it, and what it is taken for."""


def columns(t: Words, network: Network, row: Import, found: Sequence[Column], page: int) -> Message:
    """What each column is taken for, a page of them; each can be changed."""
    shown, page, count = page_of(found, page, COLUMNS)
    at, words = f"import:{network.id}", fields(t)
    blocks: list[Block] = []
    for number, head, samples, field in shown:
        cells = ", ".join(ui.shorten(cell.replace("\n", " "), _CELL) for cell in samples)
        text = t.text(
            "**{head}** ({cells}): {field}",
            head=ui.shorten(head, _CELL),
            cells=cells or "…",
            field=words[field],
        )
        spoken = ui.fit(f"{t('Change')}: {ui.shorten(head, _CELL)}", ui.limits.BUTTON)
        change = Button(t("Change"), f"{at}:column:{row.id}.{number}", spoken=spoken)
        blocks.append(Row(text, change))
    if not blocks:
        blocks.append(Para(ui.words(t("There are no columns in it."))))
    back = Button(t("Back"), f"{at}:look:{row.id}", "primary")
    labels = (t("Before"), t("More"))
    buttons = turns(t, f"{at}:columns:{row.id}.p", page, count, labels)
    return Message(t("What is in your columns"), (*blocks, Rule(), Controls((back, *buttons))))


def column_form(t: Words, network: Network, row: Import, found: Column) -> Form:
    """What is a column?"""
    number, head, samples, field = found
    words = fields(t)
    shown = ", ".join(ui.shorten(cell.replace("\n", " "), _CELL) for cell in samples)
    return Form(
        action=f"import:{network.id}:column:{row.id}.{number}",
        title=ui.fit(t("A column"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Change"), ui.limits.SUBMIT),
        intro=t("{head}: {cells}", head=ui.shorten(head, _CELL), cells=shown or "…"),
        fields=(
            Pick(
                key="field",
                label=ui.fit(t("What is in this column?"), ui.limits.LABEL),
                options=tuple(
                    Option(one, ui.fit(words[one], ui.limits.OPTION)) for one in (*FIELDS, NONE)
                ),
                value=field,
            ),
        ),
    )


def taken(t: Words, network: Network, row: Import) -> Message:
    """It is taken in, and can be taken back."""
    said = t("Taken in: {people}.", people=_counts(t, row.new, row.filled))
    undo = Button(t("Undo"), f"import:{network.id}:undo:{row.id}")
    way = t("Undo takes back all with which nothing else was done since.")
    return Message("", (Para(ui.words(said)), Controls((undo,)), Small(way)))
