"""What people see of looking back."""

from collections.abc import Sequence

from bot import ui
from bot.core.reflections import ENOUGH, SCALE, Said
from bot.store.tables import Meeting, Reflection
from bot.ui import Area, Block, Button, Choice, Controls, Day, Form, Line, Message, Option, Para
from bot.ui import Tally as Counts
from bot.views.meetings import line
from bot.views.words import Words

USEFUL = 1_500
"""The most characters of what was useful."""
_A_PAGE, _NAME, _SHOWN, _SHORT_SHOWN = 4, 40, 300, 120
"""So many answers on a page, and what of each has room there."""


def look_back(t: Words, meeting: Meeting, label: str = "") -> Button:
    """The way to look back on a meeting."""
    return Button(label or t("Looking back"), f"reflect:{meeting.id}:back", "primary")


def read_results(t: Words, meeting: Meeting) -> Button:
    """The way to what people said."""
    return Button(t("Read it"), f"reflect:{meeting.id}:results")


def circle_words(t: Words, meeting: Meeting) -> str:
    """Who reads what people say."""
    if meeting.circle == "room":
        return t("People who were there, and the coordinators, see it with your name.")
    return t("Only the coordinators see it, with your name.")


def scale_words(t: Words) -> dict[str, str]:
    """How worth while a meeting was."""
    return {
        "much": t.p("worth", "Very much"),
        "mostly": t.p("worth", "Mostly"),
        "little": t.p("worth", "A little"),
        "not": t.p("worth", "Not really"),
    }


def form(t: Words, meeting: Meeting, row: Reflection | None = None) -> Form:
    """One minute of looking back; with a `row`, what was said before."""
    words, label = scale_words(t), ui.limits.LABEL
    return Form(
        action=f"reflect:{meeting.id}:back",
        title=ui.fit(t("Looking back"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        fields=(
            Choice(
                key="worth",
                label=ui.fit(t("Was it worth your time?"), label),
                options=tuple(Option(key, words[key]) for key in SCALE),
                value=row.worth if row else "",
                hint=ui.fit(circle_words(t, meeting), ui.limits.HINT),
            ),
            Area(
                key="useful",
                label=ui.fit(t("What was most useful?"), label),
                value=row.useful if row else "",
                most=USEFUL,
                required=False,
            ),
            Line(
                key="will",
                label=ui.fit(t("What will you try, and with whom?"), label),
                value=row.will if row else "",
                most=ui.limits.LINE,
                required=False,
                example=t("Line followers with my year 8"),
            ),
            Day(
                key="by",
                label=ui.fit(t("By which day?"), label),
                value=row.by.isoformat() if row and row.by else "",
                required=False,
                example="20.1.2027",
            ),
            Line(
                key="help",
                label=ui.fit(t("With what do you want help?"), label),
                value=row.help if row else "",
                most=ui.limits.LINE,
                required=False,
            ),
        ),
    )


def thanks(t: Words, meeting: Meeting) -> Message:
    """It is kept, and can be changed until it closes."""
    said = t("Thank you. It is kept. {circle}", circle=circle_words(t, meeting))
    change = Button(t("Change it"), f"reflect:{meeting.id}:back")
    return Message("", (Para(line(t, meeting)), Para(ui.words(said)), Controls((change,))))


def closed(t: Words, meeting: Meeting) -> Message:
    """Nobody can look back on it any more."""
    said = t("Looking back on this meeting is over. It was open for a week.")
    return Message("", (Para(line(t, meeting)), Para(ui.words(said))))


def not_yet(t: Words, meeting: Meeting) -> Message:
    """The meeting has not begun."""
    said = t("It has not begun yet. Looking back comes after it.")
    return Message("", (Para(line(t, meeting)), Para(ui.words(said))))


def for_others(t: Words, meeting: Meeting) -> Message:
    """Who may read it, told to who may not."""
    said = (
        t("Only people who were there, and the coordinators, can read it.")
        if meeting.circle == "room"
        else t("Only the coordinators can read it.")
    )
    return Message("", (Para(line(t, meeting)), Para(ui.words(said))))


def open_ones(t: Words, meetings: Sequence[Meeting]) -> Message:
    """On which meetings one can look back now."""
    if not meetings:
        return Message("", (Para(ui.words(t("There is nothing to look back on just now."))),))
    rows = [ui.Row(line(t, meeting), look_back(t, meeting)) for meeting in meetings]
    return Message(t("Looking back"), tuple(rows))


def none_lately(t: Words) -> Message:
    """There is no meeting lately of that name."""
    return Message("", (Para(ui.words(t("I find no meeting of that name lately."))),))


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Several meetings may be meant."""
    rows = [ui.Row(line(t, meeting), read_results(t, meeting)) for meeting in meetings[:_A_PAGE]]
    return Message("", (Para(ui.words(t("Which meeting do you mean?"))), *rows))


def results(
    t: Words, meeting: Meeting, said: Sequence[Said], *, at: int, may_narrow: bool
) -> Message:
    """What people said, a page of it; the scale in figures only where enough have answered.
    `may_narrow`: nobody has answered yet, so it can be kept to coordinators.
    """
    blocks: list[Block] = [Para(line(t, meeting))]
    words = t.n("{n} person has looked back.", "{n} people have looked back.", n=len(said))
    blocks.append(Para(ui.words(f"{words} {_who(t, meeting)}")))
    if len(said) >= ENOUGH:
        names = scale_words(t)
        worth = [one.row.worth for one in said]
        blocks.append(Counts(tuple((names[key], worth.count(key)) for key in SCALE)))
    pages = max(-(-len(said) // _A_PAGE), 1)
    at = min(at, pages - 1)
    blocks += [Para(_one(t, one)) for one in said[at * _A_PAGE : (at + 1) * _A_PAGE]]
    buttons = [
        Button(label, f"reflect:{meeting.id}:results:{to}")
        for to, label in ((at - 1, t("Earlier ones")), (at + 1, t("Later ones")))
        if 0 <= to < pages
    ]
    if may_narrow:
        buttons.append(Button(t("Only for coordinators"), f"reflect:{meeting.id}:circle"))
    controls = (Controls(tuple(buttons)),) if buttons else ()
    return Message(t("Looking back"), (*blocks, *controls))


def _who(t: Words, meeting: Meeting) -> str:
    if meeting.circle == "room":
        return t("People who were there, and the coordinators, can read it.")
    return t("Only the coordinators can read it.")


def _name(t: Words, name: str) -> str:
    return ui.shorten(name, _NAME) if name else t("Somebody without a name")


def _one(t: Words, one: Said) -> ui.Text:
    row = one.row
    parts: list[ui.Text] = [t.text("**{name}**", name=_name(t, one.name))]
    if row.useful:
        parts.append(ui.words(ui.typed(ui.shorten(row.useful, _SHOWN))))
    if row.will:
        day = t.day(row.by) if row.by else ""
        will = ui.shorten(row.will, _SHORT_SHOWN)
        parts.append(
            t.text("Will try: {what}, by {day}", what=will, day=day)
            if day
            else t.text("Will try: {what}", what=will)
        )
    if row.help:
        parts.append(t.text("Wants help: {what}", what=ui.shorten(row.help, _SHORT_SHOWN)))
    return tuple(span for part in parts for span in (*part, ui.Span("\n")))[:-1]
