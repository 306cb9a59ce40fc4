"""What coordinators see of a round of buddies: who goes together and why, and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot import ui
from bot.core.rounds import PAUSED
from bot.core.together import Together
from bot.store.tables import Network, Round
from bot.ui import (
    Area,
    Block,
    Button,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    Pick,
    Row,
    Text,
)
from bot.views import introductions
from bot.views.introductions import TASK
from bot.views.lists import called, page, spoken, turns
from bot.views.words import Words

A_PAGE = 5
_REASON, _NAMES, _TASK = 240, 200, 120
_NAME = ui.limits.OPTION - 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A round that waits, as it is shown: how many go together, those pairs that stand on the page,
    and who sits out. `came`, `gone` and `anew` is what is otherwise since the last look; `repeats`
    how many pairs meet again, `forced` that there is no way without, as things are set; `ends`
    until when a round goes on that this one ends; `apart` how many were ruled out by hand.
    """

    round: Round
    pairs: int
    people: int
    here: Sequence[Together]
    at: int = 0
    out: Mapping[str, Sequence[str]] = field(default_factory=dict)
    came: Sequence[str] = ()
    gone: Sequence[str] = ()
    anew: bool = False
    repeats: int = 0
    forced: bool = True
    ends: str = ""
    apart: int = 0


def preview(t: Words, network: Network, shown: Shown) -> Message:
    """Who would go together, with one true line each; who sits out; and what can be done."""
    row = shown.round
    blocks: list[Block] = [Para(ui.words(said)) for said in _changes(t, shown)]
    blocks.append(Para(ui.words(_in_short(t, network, shown))))
    blocks += [_row(t, row, one) for one in shown.here]
    blocks += [Para(said) for said in _out(t, shown.out)]
    blocks.append(_task(t, row))
    press, count = f"round:{row.id}", -(-shown.pairs // A_PAGE)
    introduce = Button(t("Introduce them"), f"{press}:introduce", "primary")
    ways = [
        *((introduce,) if shown.pairs else ()),
        Button(t("Deal again"), f"{press}:deal"),
        Button(t("Not this time"), f"{press}:drop"),
        *turns(t, f"{press}:show", shown.at, count, (t("Back"), t("Further"))),
    ]
    blocks.append(Controls(tuple(ways)))
    apart = Button(t("Not together this time"), f"{press}:apart")
    more = ((apart,) if shown.apart else ()) + (settings_button(t, network),)
    blocks.append(Controls(more))
    return Message(t("Buddies: round {n}", n=row.number), tuple(blocks))


def settings_button(t: Words, network: Network) -> Button:
    """The way to what the network wants of buddies."""
    return Button(t("Buddy settings"), f"buddy:0:settings:{network.id}")


def _changes(t: Words, shown: Shown) -> list[str]:
    said = []
    if shown.came:
        said.append(t("New since the last look: {names}.", names=_listed(t, shown.came)))
    if shown.gone:
        said.append(t("Not in it any more: {names}.", names=_listed(t, shown.gone)))
    if shown.anew:
        said.append(t("Some pairs have changed since you looked."))
    return [" ".join(said)] if said else []


def _listed(t: Words, names: Sequence[str]) -> str:
    return ui.shorten(t.names(called(t, name) for name in names), _NAMES)


def _in_short(t: Words, network: Network, shown: Shown) -> str:
    if not shown.pairs:
        return nobody(t)
    said = [counted(t, shown.pairs, shown.people)]
    if best := _best(t, shown.round):
        said.append(best)
    if shown.repeats:
        said.append(
            t.n("{n} pair was together before.", "{n} pairs were together before.",
                n=shown.repeats)
        )  # fmt: skip
        if shown.forced:
            said.append(t("As things are set, there is no way without that."))
    if shown.round.goes_at is not None:
        moment = t.moment(shown.round.goes_at, network.zone)
        said.append(t("It goes out by itself: {moment}.", moment=moment))
    if shown.ends:
        said.append(t("This ends the round that goes on until {day}.", day=shown.ends))
    return " ".join(said)


def nobody(t: Words) -> str:
    """A round in which nobody goes together, and what helps."""
    return (
        t("No two of those who would like a buddy go together as things are set.")
        + " "
        + t("Ask more people to join, or look at the settings below.")
    )


def counted(t: Words, groups: int, people: int) -> str:
    """How many pairs and groups of three there are, and how many people in them."""
    threes = max(people - 2 * groups, 0)
    pairs = t.n("{n} pair", "{n} pairs", n=groups - threes)
    trios = t.n("{n} group of three", "{n} groups of three", n=threes)
    parts = [said for said, count in ((pairs, groups - threes), (trios, threes)) if count]
    everybody = t.n("{n} person", "{n} people", n=people)
    return t("{groups}: {people}.", groups=t.names(parts or [pairs]), people=everybody)


def _best(t: Words, row: Round) -> str:
    """How good the round is, where an upper bound is known: in tenths of a percent, rounded up."""
    if row.bound <= 0 or row.score > row.bound:
        return ""
    if row.score == row.bound:
        return t("No other round would suit people better.")
    tenths = -(-(row.bound - row.score) * 1000 // row.bound)
    percent = t.decimal(tenths / 10)
    return t("That is within {percent} % of the best possible.", percent=percent)


def _row(t: Words, row: Round, one: Together) -> Row:
    names = _names(t, one)
    change = Button(
        t("Change"), f"round:{row.id}:pair:{one.pair.id}", spoken=spoken(t("Change"), names)
    )
    reason = ui.shorten(introductions.reason(t, one), _REASON)
    return Row((*_head(t, one), ui.Span("\n"), *ui.words(reason)), change)


def _names(t: Words, one: Together) -> str:
    return t.names(called(t, name) for name in one.names.values())


def _head(t: Words, one: Together) -> Text:
    """Their names, and whether they are kept or meet again."""
    marks = []
    if one.pair.kept:
        marks.append(t("stays if it can"))
    if one.pair.repeat:
        marks.append(t("again"))
    bold = t.text("**{names}**", names=_names(t, one))
    return (*bold, *ui.words(f" ({', '.join(marks)})")) if marks else bold


def _out(t: Words, out: Mapping[str, Sequence[str]]) -> list[Text]:
    wish, others = out.get(PAUSED, ()), [n for why, ns in out.items() if why != PAUSED for n in ns]
    said = []
    if others:
        said.append(
            ui.words(t("I found nobody for them this time: {names}.", names=_listed(t, others)))
        )
    if wish:
        names = _listed(t, wish)
        said.append(ui.words(t("Not in this round: {names}.", names=names)))
    return said


def _task(t: Words, row: Round) -> Row:
    if row.task:
        text = t.text("**To try together:** {task}", task=ui.shorten(row.task, _TASK))
    else:
        text = ui.words(t("Something to try together helps people to begin."))
    label = t("Change it") if row.task else t("Add a task")
    return Row(text, Button(label, f"round:{row.id}:task"))


def task_form(t: Words, row: Round) -> Form:
    """What people try together."""
    return Form(
        action=f"round:{row.id}:task",
        title=ui.fit(t("To try together"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Area(
                key="task",
                label=ui.fit(t("What do they try together?"), ui.limits.LABEL),
                value=row.task,
                most=TASK,
                required=False,
                example=t("Each tries the same experiment with a class, and you compare."),
            ),
        ),
    )


def pair(t: Words, row: Round, one: Together) -> Message:
    """One pair, and what can be changed about it."""
    press, pair = f"round:{row.id}", one.pair
    keep = (
        Button(t("They need not stay"), f"{press}:let-go:{pair.id}")
        if pair.kept
        else Button(t("Keep them together"), f"{press}:keep:{pair.id}", "primary")
    )
    ways = (
        keep,
        Button(t("Swap somebody"), f"{press}:swap:{pair.id}"),
        Button(t("Not these this time"), f"{press}:part:{pair.id}"),
        Button(t("Back"), f"{press}:show"),
    )
    reason = Para(ui.words(introductions.reason(t, one)))
    return Message("", (Para(_head(t, one)), reason, Controls(ways)))


def swap_form(t: Words, row: Round, one: Together, others: Sequence[tuple[int, str]]) -> Form:
    """Who of a pair changes places, and with whom; by name where they are too many to choose."""
    mine = tuple(Option(str(key), _option(t, name)) for key, name in one.names.items())
    label = ui.fit(t("With whom?"), ui.limits.LABEL)
    if len(others) <= ui.limits.OPTIONS:
        options = tuple(Option(str(key), _option(t, name)) for key, name in others)
        other: Pick | Line = Pick(key="other", label=label, options=options)
    else:
        hint = ui.fit(t("Their name, as it stands in the list."), ui.limits.HINT)
        other = Line(key="other", label=label, hint=hint, most=ui.limits.LINE)
    return Form(
        action=f"round:{row.id}:swap:{one.pair.id}",
        title=ui.fit(t("Swap somebody"), ui.limits.FORM_TITLE),
        submit=t("Swap"),
        fields=(
            Pick(key="one", label=ui.fit(t("Who changes places?"), ui.limits.LABEL), options=mine),
            other,
        ),
    )


def _option(t: Words, name: str) -> str:
    return ui.typed(ui.shorten(called(t, name), _NAME))


def not_together(t: Words) -> str:
    """They do not go together; which rule forbids it is nobody's business."""
    return t("These do not go together this time. Please choose somebody else.")


def swapped(t: Words, one: str, other: str) -> str:
    """Two have changed places."""
    names = t.names((called(t, one), called(t, other)))
    return t("{names} have changed places. Their pairs stay now, if they can.", names=names)


def the_same(t: Words, row: Round, *, kept: bool, apart: bool) -> str:
    """Dealt again, it came out as it was, and why."""
    said = [t("It came out the same.")]
    if kept:
        said.append(t("I do not touch pairs that you keep."))
    if apart:
        said.append(t("Whom you ruled out stays apart."))
    if not kept and row.score == row.bound > 0:
        said.append(t("No other round would suit people better."))
    elif not kept:
        said.append(t("I found nothing that suits people better."))
    return " ".join(said)


def apart(t: Words, row: Round, pairs: Sequence[tuple[int, str, str]], at: int = 0) -> Message:
    """Whom a coordinator ruled out this time, and the way back: by the number of what was said."""
    press = f"round:{row.id}"
    here, at, count = page(pairs, at, A_PAGE)
    rows = [
        Row(
            ui.words(t.names((called(t, one), called(t, other)))),
            Button(t("May go together again"), f"{press}:again:{key}"),
        )
        for key, one, other in here
    ]
    ways = turns(t, f"{press}:apart", at, count, (t("Back"), t("Further")))
    to_round = Button(t("Show the round"), f"{press}:show")
    return Message(t("Not together this time"), (*rows, Controls((*ways, to_round))))
