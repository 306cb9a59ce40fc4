"""What people see of a task to try with one class."""

from collections.abc import Sequence

from bot import ui
from bot.core.tasks import STATES, Told
from bot.store.tables import Meeting, Trial
from bot.ui import Block, Button, Controls, Form, Line, Message, Para, Text
from bot.views.fields import by_day
from bot.views.lists import called, page, turns
from bot.views.meetings import line, note_of
from bot.views.reflections import circle_words
from bot.views.words import Words

WHAT = 200
"""The most characters of a task."""
_A_PAGE, _SHOWN = 8, 150


def state_words(t: Words) -> dict[str, str]:
    """How a task went."""
    return {
        "did": t.p("task", "Did it"),
        "partly": t.p("task", "Partly"),
        "not-yet": t.p("task", "Not yet"),
    }


def buttons(t: Words, meeting: Meeting) -> tuple[Button, ...]:
    """How it went, in one tap."""
    words = state_words(t)
    return tuple(
        Button(
            words[state], f"notes:{meeting.id}:{state}", "primary" if state == "did" else "plain"
        )
        for state in STATES
    )


def task(t: Words, meeting: Meeting) -> Text:
    """What is to be tried, until when."""
    what = ui.shorten(meeting.task, WHAT)
    if meeting.task_due is None:
        return t.text("**To try with one class:** {what}", what=what)
    day = t.day(meeting.task_due)
    return t.text("**To try with one class until {day}:** {what}", day=day, what=what)


def asks(t: Words, meeting: Meeting) -> Text:
    """How did it go? And who reads it."""
    what = ui.shorten(meeting.task, WHAT)
    said = t.text("The task to try with one class: **{what}**. How did it go?", what=what)
    return (*said, ui.Span(f" {circle_words(t, meeting)}"))


def form(t: Words, meeting: Meeting, typed: str = "") -> Form:
    """What people try with one class, and until when."""
    return Form(
        action=f"notes:{meeting.id}:try",
        title=ui.fit(t("A task to try"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        intro=ui.plain(line(t, meeting)),
        fields=(
            Line(
                key="what",
                label=ui.fit(t("What do people try with one class?"), ui.limits.LABEL),
                value=typed or meeting.task,
                most=WHAT,
                required=False,
                example=t("One lesson with a line follower"),
                hint=ui.fit(
                    t("I ask once how it went, on the morning of its day. Empty: no task."),
                    ui.limits.HINT,
                ),
            ),
            by_day(t, "due", meeting.task_due),
        ),
    )


def told(t: Words, meeting: Meeting, row: Trial) -> Message:
    """What the person said is kept, and a line can be added."""
    state = state_words(t)[row.state]
    said = t("Thank you. You said: {state}. {circle}", state=state, circle=circle_words(t, meeting))
    blocks: list[Block] = [Para(task(t, meeting)), Para(ui.words(said))]
    if row.line:
        blocks.append(Para(ui.words(ui.typed(ui.shorten(row.line, _SHOWN)))))
    label = t("Change the line") if row.line else t("Add a line")
    others = (read(t, meeting),) if meeting.circle == "room" else ()
    ways = (Button(label, f"notes:{meeting.id}:line"), *others)
    return Message("", (*blocks, Controls(ways)))


def line_form(t: Words, meeting: Meeting, row: Trial) -> Form:
    """A line about how it went."""
    return Form(
        action=f"notes:{meeting.id}:line",
        title=ui.fit(t("How did it go?"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            Line(
                key="line",
                label=ui.fit(t("What happened?"), ui.limits.LABEL),
                value=row.line,
                most=ui.limits.LINE,
                required=False,
                hint=ui.fit(circle_words(t, meeting), ui.limits.HINT),
            ),
        ),
    )


def read(t: Words, meeting: Meeting) -> Button:
    """The way to how it went with all."""
    return Button(t("How it went with others"), f"notes:{meeting.id}:trials")


def none(t: Words, meeting: Meeting) -> Message:
    """There is no task, or not for the reader."""
    said = t("There is no task of this meeting to tell about.")
    return note_of(t, meeting, said)


def not_there(t: Words, meeting: Meeting) -> Message:
    """Only who was there tells how it went."""
    said = t("The task is for people who were at this meeting. Were you there?")
    here = Button(t("I was there"), f"here:{meeting.id}:come", "primary")
    return note_of(t, meeting, said, here)


def stays(t: Words, meeting: Meeting) -> Message:
    """The words of a task cannot be changed any more."""
    said = t("Somebody has told how it went already, so its words stay. You can move its day.")
    return Message("", (Para(task(t, meeting)), Para(ui.words(said))))


def trials(t: Words, meeting: Meeting, told: Sequence[Told], at: int) -> Message:
    """How it went with all, a page of it."""
    blocks: list[Block] = [Para(task(t, meeting))]
    if not told:
        blocks.append(Para(ui.words(t("Nobody has told yet how it went."))))
    shown, at, count = page(told, at, _A_PAGE)
    blocks += [Para(_one(t, one)) for one in shown]
    ways = tuple(turns(t, f"notes:{meeting.id}:trials", at, count))
    return Message(t("How did it go?"), (*blocks, *([Controls(ways)] if ways else [])))


def _one(t: Words, one: Told) -> Text:
    name = called(t, one.name)
    state = state_words(t)[one.row.state]
    if not one.row.line:
        return t.text("**{name}**: {state}", name=name, state=state)
    said = ui.shorten(one.row.line, _SHOWN)
    return t.text("**{name}**: {state}. {line}", name=name, state=state, line=said)


def opening(t: Words, what: str, room: int = WHAT) -> tuple[Text, ...]:
    """What opens an agenda: what people tried since they last met, as far as there is room."""
    if not what:
        return ()
    shown = ui.shorten(what, min(room, WHAT))
    return (t.text("**To begin with:** how did it go? {what}", what=shown),)
