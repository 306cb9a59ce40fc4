"""What coordinators see of their school year: terms, holidays, public holidays."""

from collections.abc import Sequence
from datetime import date

from bot import ui
from bot.core import regions
from bot.core.calendars import KINDS, LONGEST, MOST, NAME, Again, Entry, Fault, Why
from bot.store.tables import Network, Term
from bot.ui import (
    Area,
    Block,
    Button,
    Choice,
    Controls,
    Day,
    Form,
    Line,
    Message,
    Option,
    Para,
    Row,
    Text,
)
from bot.views.lists import dates, more, turns
from bot.views.lists import page as page_of
from bot.views.words import Words

_PAGE = 7
"""How many entries a page lists, each with a button."""
_SHOWN = 12
_FAULTS = 3
REGION = 60
OTHERWISE = ("ask", *KINDS)


def kind_words(t: Words) -> dict[str, str]:
    """What an entry is."""
    return {"term": t("term"), "holiday": t("holiday")}


def line(t: Words, entry: Entry | Term) -> Text:
    """An entry in one line."""
    kind, name = kind_words(t)[entry.kind], ui.shorten(entry.name, NAME)
    if entry.first == entry.last:
        return t.text("**{name}** ({kind}): {day}", name=name, kind=kind, day=t.day(entry.first))
    return t.text(
        "**{name}** ({kind}): {first} to {last}",
        name=name,
        kind=kind,
        first=t.day(entry.first),
        last=t.day(entry.last),
    )


def page(
    t: Words,
    network: Network,
    rows: Sequence[Term],
    *,
    today: date,
    page: int = 0,
    any_before: bool = False,
) -> Message:
    """The school year from today on, a page of it. `any_before`: something is over already."""
    shown, page, count = page_of(rows, page, _PAGE)
    blocks: list[Block] = [
        Row(line(t, row), Button(t("Remove"), f"network:{network.id}:terms-remove:{row.id}"))
        for row in shown
    ]
    if not rows:
        blocks.append(Para(ui.words(nothing_known(t))))
    blocks.append(Para(public(t, network, today)))
    if buttons := turns(t, f"network:{network.id}:terms", page, count, dates(t)):
        blocks.append(Controls(tuple(buttons)))
    blocks.append(_ways(t, network, again=bool(rows) or any_before))
    return Message(t("Terms and holidays"), tuple(blocks))


def _ways(t: Words, network: Network, *, again: bool) -> Controls:
    """How the school year can be told."""
    ways = [
        Button(t("Add"), f"network:{network.id}:terms-add"),
        Button(t("Paste or import"), f"network:{network.id}:terms-paste"),
        Button(t("Public holidays"), f"network:{network.id}:terms-public"),
    ]
    if again:
        ways.append(Button(t("Same as last year"), f"network:{network.id}:terms-again"))
    return Controls(tuple(ways))


def nothing_known(t: Words) -> str:
    """No terms were entered."""
    return t("I do not know your terms yet, so every weekday counts as a school day.")


def public(t: Words, network: Network, today: date) -> Text:
    """Whose public holidays are kept, and the next one."""
    if not network.region:
        return ui.words(t("I keep no public holidays yet."))
    region = regions.name(network.region, t.language)
    found = regions.coming(network.region, t.language, today)
    if found is None:
        return t.text("I keep the public holidays of **{region}**.", region=region)
    return t.text(
        "I keep the public holidays of **{region}**. Next: {name}, {day}.",
        region=region,
        name=found[1],
        day=t.day(found[0]),
    )


def said(what: Text | str, shown: Message, *buttons: Button) -> Message:
    """What has just been done, above how things stand now."""
    text = ui.words(what) if isinstance(what, str) else what
    ways = (Controls(buttons),) if buttons else ()
    return Message(shown.title, (Para(text), *ways, *shown.blocks))


def added(t: Words, network: Network, shown: Message, ids: tuple[int, int], n: int) -> Message:
    """So many were added; it can be taken back."""
    what = t.n("{n} entry is added.", "{n} entries are added.", n=n)
    undo = Button(t("Undo"), f"network:{network.id}:terms-undo:{ids[0]}-{ids[1]}")
    return said(what, shown, undo)


def add_form(t: Words, network: Network) -> Form:
    """A term or a holiday."""
    words = kind_words(t)
    return Form(
        action=f"network:{network.id}:terms-add",
        title=ui.fit(t("A term or a holiday"), ui.limits.FORM_TITLE),
        submit=t("Add"),
        fields=(
            Choice(
                key="kind",
                label=t("What is it?"),
                options=tuple(Option(kind, words[kind]) for kind in KINDS),
                value=KINDS[0],
            ),
            Line(
                key="name",
                label=t("What do you call these days?"),
                most=NAME,
                example=t("Spring term"),
            ),
            Day(key="first", label=t("First day"), example="4.1.2027"),
            Day(key="last", label=t("Last day"), example="26.3.2027"),
        ),
    )


def paste_form(t: Words, network: Network) -> Form:
    """Many at once: lines, or the text of a calendar file."""
    labels = {
        "ask": t("Ask me"),
        "term": t("It is a term"),
        "holiday": t("It is a holiday"),
    }
    return Form(
        action=f"network:{network.id}:terms-paste",
        title=ui.fit(t("Paste or import"), ui.limits.FORM_TITLE),
        submit=t("Add"),
        intro=t(
            "One line each: name; first day; last day. "
            "Or open your school's .ics file and copy all of its text. "
            "What is there already is not added twice, so a long list can come in parts."
        ),
        fields=(
            Area(
                key="rows",
                label=t("Terms and holidays"),
                example=ui.fit(t("Spring term; 4.1.2027; 26.3.2027"), ui.limits.PLACEHOLDER),
            ),
            Choice(
                key="otherwise",
                label=ui.fit(t("If a line does not say what it is"), ui.limits.LABEL),
                options=tuple(Option(one, labels[one]) for one in OTHERWISE),
                value=OTHERWISE[0],
            ),
        ),
    )


def public_form(t: Words, network: Network) -> Form:
    """Whose public holidays?"""
    region = network.region or regions.suggested(network.zone)
    return Form(
        action=f"network:{network.id}:terms-public",
        title=ui.fit(t("Public holidays"), ui.limits.FORM_TITLE),
        submit=t("Keep them"),
        fields=(
            Line(
                key="region",
                label=t("Of which country or region?"),
                hint=ui.fit(
                    t("Such as England, Wien, Zürich or Finland. Leave it empty to keep none."),
                    ui.limits.HINT,
                ),
                value=ui.fit(regions.name(region, t.language), REGION) if region else "",
                most=REGION,
                required=False,
            ),
        ),
    )


def again(t: Words, network: Network, found: Again) -> Message:
    """Last year's entries one year on, before they are kept."""
    blocks: list[Block] = []
    if found.entries:
        blocks.append(Para(ui.words(t("This is last year, 52 weeks later. Shall I add it?"))))
        blocks += [Para(line(t, entry)) for entry in found.entries[:_SHOWN]]
    else:
        blocks.append(Para(ui.words(t("There is nothing more to take over from last year."))))
    blocks += map(Para, more(t, len(found.entries) - _SHOWN))
    if found.left_out:
        words = t.n(
            "{n} entry is left out: something else is there.",
            "{n} entries are left out: something else is there.",
            n=found.left_out,
        )
        blocks.append(Para(ui.words(words)))
    back = Button(t("Back"), f"network:{network.id}:terms")
    yes = Button(t("Add them"), f"network:{network.id}:terms-again-now:{found.year}", "primary")
    blocks.append(Controls((yes, back) if found.entries else (back,)))
    return Message(t("Same as last year"), tuple(blocks))


def no_terms(t: Words, network: Network) -> Message:
    """Told to coordinators once, when the first meeting is planned."""
    said = t("Tell me your terms, and I leave everybody in peace in the holidays.")
    return Message(
        ui.typed(network.name),
        (
            Para(ui.words(f"{nothing_known(t)} {said}")),
            Controls((Button(t("Enter our terms"), f"network:{network.id}:terms", "primary"),)),
        ),
    )


def warning(t: Words, day: date, holiday: str) -> str:
    """A meeting is planned on a day without school."""
    if not holiday:
        return t("Mind: {day} is between two terms. It stays planned.", day=t.day(day))
    return t(
        "Mind: there is no school on {day} ({name}). It stays planned.",
        day=t.day(day),
        name=ui.shorten(holiday, NAME),
    )


def fault(t: Words, wrong: Fault) -> str:
    """What is wrong with an entry, and what to do."""
    typed = ui.shorten(wrong.said, NAME)
    told = {
        Why.NAME: t("Please write what these days are called."),
        Why.DAYS: t("I need a name, a first day and a last day."),
        Why.DAY: t("I cannot read the day {day}. Please write it like 1.12.2026.", day=typed),
        Why.YEAR: t("Please write {day} with its year, like 1.12.2026.", day=typed),
        Why.KIND: t("Is {name} a term or a holiday? Please write that too.", name=typed),
        Why.ORDER: t("It ends before it begins. Please look at both days."),
        Why.LONG: t(
            "That is very long. A holiday has at most {holiday} days, a term {term}.", **LONGEST
        ),
        Why.FAR: t("The year {year} is far away. Please look at it again.", year=typed),
        Why.OVERLAP: t("It overlaps with {name}. Please change one of them.", name=typed),
        Why.CUT: t("Its end is lacking. Please paste it whole, the rest in a second go."),
        Why.BROKEN: t("I cannot read this entry of the calendar. Please add it by hand."),
        Why.REPEATS: t("{name} comes again and again. Please add each time by hand.", name=typed),
        Why.MANY: t("That is too much: I keep {most} entries in all.", most=MOST),
    }
    return told[wrong.why]


def faults(t: Words, wrong: Sequence[Fault], good: int) -> str:
    """The first few rows that cannot be kept, each with its reason, and how many more there are."""
    lines = [
        t("Row {n}: {problem}", n=one.number, problem=fault(t, one))
        if one.number
        else fault(t, one)
        for one in wrong[:_FAULTS]
    ]
    if (left := len(wrong) - _FAULTS) > 0:
        lines.append(t.n("{n} more row has a mistake.", "{n} more rows have mistakes.", n=left))
    if good:
        lines.append(
            t.n(
                "{n} row is good; nothing is saved yet.",
                "{n} rows are good; nothing is saved yet.",
                n=good,
            )
        )
    return " ".join(lines)
