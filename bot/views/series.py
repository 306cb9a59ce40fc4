"""A meeting that comes again: the form, what it will tell, and the post that tells of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot import ui
from bot.core.series import RULES
from bot.store.tables import Meeting, Rsvp, Series
from bot.ui import Block, Button, Choice, Controls, Day, Form, Message, Option, Para, Row, Text
from bot.views.answers import your_answer
from bot.views.lists import dates as turns_of_dates
from bot.views.lists import page as page_of
from bot.views.lists import turns
from bot.views.meetings import all_dates, intro, opens, venue
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

_PAGE = 7
"""How many dates a page lists, each with a button."""


def rule_words(t: Words) -> dict[str, str]:
    """How often, in words."""
    return {
        "weekly": t("every week"),
        "fortnightly": t("every two weeks"),
        "monthly": t("every month, on the same weekday"),
    }


def form(t: Words, meeting: Meeting) -> Form:
    """How often, and until when."""
    words = rule_words(t)
    return Form(
        action=f"meeting:{meeting.id}:repeat",
        title=t("Repeat"),
        submit=t("Plan them"),
        intro=intro(t, meeting),
        fields=(
            Choice(
                key="rule",
                label=t("How often?"),
                options=tuple(Option(rule, words[rule]) for rule in RULES),
                value=RULES[0],
            ),
            Day(
                key="until",
                label=t("Until which day?"),
                hint=t("Each one can be moved or called off alone."),
                example="31.3.2027",
            ),
        ),
    )


def left_out(t: Words, days: Sequence[tuple[date, str]]) -> str:
    """Which dates of a series are not planned, for they are in the holidays."""
    named = [
        t("{day} ({name})", day=t.day(day), name=ui.shorten(name, 60)) if name else t.day(day)
        for day, name in days
    ]
    return t.n(
        "{n} date in the holidays is left out: {days}.",
        "{n} dates in the holidays are left out: {days}.",
        n=len(days),
        days=ui.shorten("; ".join(named), 400),
    )


def waiting(
    t: Words,
    row: Series,
    meetings: Sequence[Meeting],
    tells: str,
    holidays: Sequence[tuple[date, str]] = (),
) -> Message:
    """What will be told, and to how many: it can be sent at once or undone. `holidays`: the dates
    that are left out.
    """
    first = meetings[0]
    said = t.text(
        "**{title}** is planned {n} times. It goes out in 30 seconds, in one post.",
        title=first.title,
        n=len(meetings),
    )
    send, undo = (f"meeting:{first.id}:repeat-{verb}:{row.id}" for verb in ("send", "undo"))
    how = t("Two weeks before each meeting it is announced by itself, with buttons to answer.")
    return Message(
        "",
        (
            Para(said),
            Para(_dates(t, meetings)),
            *([Para(ui.words(left_out(t, holidays)))] if holidays else []),
            Para(ui.words(f"{tells} {how}")),
            Controls(send_or_undo(t, send, undo)),
        ),
    )


def post(t: Words, row: Series, meetings: Sequence[Meeting]) -> Message:
    """The post that tells of all of them; it always shows how they stand."""
    first = meetings[0]
    often = t.text("It comes again {often}:", often=rule_words(t)[row.rule])
    where = (Para(t.text("Where: {place}", place=venue(first.venue))),) if first.venue else ()
    how = t("You can answer each of them now; each is announced again two weeks before.")
    button = all_dates(t, first)
    return Message(
        ui.typed(first.title),
        (
            Para(often),
            Para(_dates(t, meetings)),
            *where,
            Para(ui.words(how)),
            Controls((button,)),
        ),
    )


def _dates(t: Words, meetings: Sequence[Meeting]) -> Text:
    spans: list[Text] = []
    for meeting in meetings:
        said = ui.words(t.moment(meeting.starts_at, meeting.zone))
        if meeting.state == "called off":
            said = t.text("{moment}: called off", moment=said)
        spans.append((*said, ui.Span("\n")))
    return tuple(span for line in spans for span in line)[:-1]


def dates(
    t: Words,
    meeting: Meeting,
    ahead: Sequence[Meeting],
    mine: Mapping[int, Rsvp],
    *,
    plans: bool,
    page: int = 0,
) -> Message:
    """The dates of a series that are to come, a page of them, each with the person's answer."""
    shown, page, count = page_of(ahead, page, _PAGE)
    blocks = [_row(t, one, mine.get(one.id or 0), plans=plans) for one in shown]
    if not blocks:
        blocks.append(Para(ui.words(t("There are no more dates to come."))))
    if buttons := turns(t, f"meeting:{meeting.id}:dates", page, count, turns_of_dates(t)):
        blocks.append(Controls(tuple(buttons)))
    return Message(ui.typed(meeting.title), tuple(blocks))


def _row(t: Words, meeting: Meeting, answer: Rsvp | None, *, plans: bool) -> Block:
    when = t.when(meeting.starts_at, meeting.zone)
    if meeting.state == "called off":
        return Para(t.text("{moment}: called off", moment=when))
    text = (when, ui.Span("\n"), *your_answer(t, answer))
    return Row(text, opens(t, meeting, answer, plans=plans))


def undone(t: Words, meeting: Meeting) -> Message:
    """Nobody was told, and the meeting comes once."""
    said = t.text("Undone, and nobody was told. **{title}** comes once.", title=meeting.title)
    again = Button(t("Repeat"), f"meeting:{meeting.id}:repeat")
    return note(said, again)
