"""What people see of notes, and of what is to be done."""

from collections.abc import Sequence

from bot import ui
from bot.core.minutes import Todo
from bot.core.posts import Posting
from bot.store.tables import Action, Meeting, Minutes, Trial
from bot.ui import (
    Area,
    Block,
    Button,
    Choice,
    Controls,
    Form,
    Line,
    Message,
    Para,
    PersonPick,
    Row,
    Text,
)
from bot.views.agendas import joined, todo
from bot.views.fields import by_day, takers
from bot.views.lists import more
from bot.views.meetings import line, which_of
from bot.views.notes import note
from bot.views.outgoing import all_of
from bot.views.reflections import circle_words
from bot.views.tasks import buttons as task_buttons
from bot.views.tasks import read as read_trials
from bot.views.tasks import state_words, task
from bot.views.words import Words

TEXT, DECISIONS, WHAT = 2_000, 1_000, 120
"""The most characters of each."""
_TEXT_SHOWN, _DECISIONS_SHOWN, _TODOS = 1_200, 500, 6
_WHOLE, _TASK = 1_700, 420


def button(t: Words, meeting: Meeting) -> Button:
    """The way to the notes of a meeting."""
    return Button(t("Notes"), f"notes:{meeting.id}:read")


def _lines(t: Words, todos: Sequence[Todo], most: int) -> list[Text]:
    return [*(todo(t, one) for one in todos[:most]), *more(t, len(todos) - most)]


def _said(t: Words, notes: Minutes | None, room: int, decisions: int) -> list[Block]:
    found: list[Block] = []
    if notes and notes.text:
        found.append(Para(ui.words(ui.typed(ui.shorten(notes.text, room)))))
    if notes and notes.decisions:
        what = ui.shorten(notes.decisions, decisions)
        found.append(Para(t.text("**Decided:** {what}", what=what)))
    return found


def post(t: Words, meeting: Meeting, notes: Minutes | None, todos: Sequence[Todo]) -> Message:
    """The notes as they stand in the thread, as far as there is room."""
    return _in_short(t, meeting, _heading(t, meeting), notes, todos)


def missed(t: Words, meeting: Meeting, notes: Minutes, todos: Sequence[Todo]) -> Message:
    """The same, for who could not come."""
    title = ui.shorten(ui.typed(meeting.title), 100)
    return _in_short(t, meeting, t("What you missed: {title}", title=title), notes, todos)


def _in_short(
    t: Words, meeting: Meeting, heading: str, notes: Minutes | None, todos: Sequence[Todo]
) -> Message:
    blocks = _said(t, notes, _TEXT_SHOWN, _DECISIONS_SHOWN)
    if meeting.task:
        blocks.append(Para(task(t, meeting)))
    if todos:
        lines = [t.text("**To do:**"), *_lines(t, todos, _TODOS)]
        blocks.append(Para(joined(lines)))
    return Message(heading, (*blocks, Controls((button(t, meeting),))))


def _heading(t: Words, meeting: Meeting) -> str:
    return t("Notes: {title}", title=ui.shorten(ui.typed(meeting.title), 100))


def page(
    t: Words,
    meeting: Meeting,
    notes: Minutes | None,
    todos: Sequence[Todo],
    *,
    me: int,
    writes: bool,
    trial: Trial | None = None,
    tries: bool = False,
    reads: bool = False,
) -> Message:
    """The notes of a meeting, and what is to be done: each by a button for who does it (`me`), and
    for who `writes`. `trial`: what the reader has said of the task; `tries`: it is for them, and
    `reads`: they read how it went with others.
    """
    room = _WHOLE - (_TASK if meeting.task else 0)
    blocks: list[Block] = [Para(line(t, meeting)), *_said(t, notes, room, _DECISIONS_SHOWN)]
    if len(blocks) == 1:
        blocks.append(Para(ui.words(t("Nobody has written notes yet."))))
    taps = task_buttons(t, meeting) if tries else ()
    blocks += _task(t, meeting, trial, (*taps, *([read_trials(t, meeting)] if reads else [])))
    for one in todos[:_TODOS]:
        is_theirs = writes or (me and one.row.owner == me)
        blocks.append(_row(t, meeting, one) if is_theirs else Para(todo(t, one)))
    blocks += map(Para, more(t, len(todos) - _TODOS))
    if writes:
        write = t("Change the notes") if notes else t("Write the notes")
        buttons = (
            Button(write, f"notes:{meeting.id}:write", "primary"),
            Button(t("Add something to do"), f"notes:{meeting.id}:add"),
            Button(t("A task to try"), f"notes:{meeting.id}:try"),
            all_of(t, meeting),
        )
        blocks.append(Controls(buttons))
    return Message(_heading(t, meeting), tuple(blocks))


def _row(t: Words, meeting: Meeting, one: Todo) -> Row:
    if one.row.state == "done":
        return Row(todo(t, one), _act(t("Not done yet"), meeting, one.row, "reopen"))
    return Row(todo(t, one), _act(t("Change or done"), meeting, one.row, "todo"))


def _task(t: Words, meeting: Meeting, trial: Trial | None, ways: tuple[Button, ...]) -> list[Block]:
    """The task, what the reader has said of it, and a tap for how it went."""
    if not meeting.task:
        return []
    said = task(t, meeting)
    if trial is not None:
        state = t("You said: {state}", state=state_words(t)[trial.state])
        said = (*said, ui.Span("\n"), ui.Span(state))
    if ways:
        said = (*said, ui.Span("\n"), ui.Span(circle_words(t, meeting)))
    return [Para(said), *([Controls(ways)] if ways else [])]


def _act(label: str, meeting: Meeting, row: Action, verb: str) -> Button:
    return Button(label, f"notes:{meeting.id}:{verb}:{row.id}")


def one(t: Words, meeting: Meeting, row: Action, owner: str) -> Message:
    """Something to do, and what can be done with it."""
    drop = Button(t("Drop it"), f"notes:{meeting.id}:drop-it:{row.id}", "danger")
    ways = (*_done_or_change(t, meeting, row), drop, button(t, meeting))
    return note(todo(t, Todo(row, owner)), *ways)


def _done_or_change(t: Words, meeting: Meeting, row: Action) -> tuple[Button, ...]:
    return (
        Button(t("Done"), f"notes:{meeting.id}:done:{row.id}", "primary"),
        _act(t("Change or hand on"), meeting, row, "change"),
    )


def due(t: Words, meeting: Meeting, row: Action) -> Message:
    """Something is due, told to who does it."""
    said = t.text("Due now: **{what}**", what=ui.shorten(row.what, WHAT))
    ways = Controls(_done_or_change(t, meeting, row))
    return Message("", (Para(said), Para(line(t, meeting)), ways))


def settled(t: Words, meeting: Meeting, row: Action) -> Message:
    """It is done, dropped, or open again."""
    words = {
        "done": t.text("Thank you. **{what}** is done.", what=row.what),
        "dropped": t.text("**{what}** is dropped.", what=row.what),
    }
    said = words.get(row.state) or t.text("**{what}** is open again.", what=row.what)
    back = Button(t("Undo"), f"notes:{meeting.id}:reopen:{row.id}")
    return note(said, *((back,) if row.state != "open" else ()), button(t, meeting))


def waiting(t: Words, meeting: Meeting, posting: Posting) -> Message:
    """The notes are saved; if they are to be posted, at once, or not."""
    if posting != "waits":
        said = {
            "follows": t("Saved. The post in the thread follows."),
            "nowhere": t("Saved. It is not posted; people find it under /notes."),
        }[posting]
        return note(said, button(t, meeting))
    said = t("Saved. It is posted in the meeting's thread in 30 seconds.")
    return note(
        said,
        Button(t("Send now"), f"notes:{meeting.id}:send", "primary"),
        Button(t("Do not post it"), f"notes:{meeting.id}:keep"),
        Button(t("Add something to do"), f"notes:{meeting.id}:add"),
    )


def mine(t: Words, todos: Sequence[tuple[Action, Meeting]]) -> tuple[Block, ...]:
    """What the reader still has to do."""
    if not todos:
        return ()
    rows: list[Block] = [Para(t.text("**You still have to do:**"))]
    rows += [_row(t, meeting, Todo(row)) for row, meeting in todos[:_TODOS]]
    return tuple(rows)


def write_form(t: Words, meeting: Meeting, notes: Minutes | None, stood: str) -> Form:
    """What was said, and what was decided."""
    return Form(
        action=f"notes:{meeting.id}:write:{stood}",
        title=ui.fit(t("Notes"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        intro=ui.plain(line(t, meeting)),
        fields=(
            Area(
                key="text",
                label=ui.fit(t("What was said?"), ui.limits.LABEL),
                value=notes.text if notes else "",
                most=TEXT,
                required=False,
                hint=ui.fit(t("Everybody in the network reads it."), ui.limits.HINT),
            ),
            Area(
                key="decisions",
                label=ui.fit(t("What was decided?"), ui.limits.LABEL),
                value=notes.decisions if notes else "",
                most=DECISIONS,
                required=False,
            ),
        ),
    )


def todo_form(
    t: Words, meeting: Meeting, row: Action | None = None, owner: str = "", typed: str = ""
) -> Form:
    """What is to be done, by whom, until when."""
    action = f"notes:{meeting.id}:change:{row.id}" if row else f"notes:{meeting.id}:add"
    taken = row is not None and row.owner is not None
    options, value = takers(t, t("I do it"), taken=taken, name=owner)
    return Form(
        action=action,
        title=ui.fit(t("Something to do"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        intro=ui.plain(line(t, meeting)),
        fields=(
            Line(
                key="what",
                label=ui.fit(t("What is to be done?"), ui.limits.LABEL),
                value=row.what if row else typed,
                most=WHAT,
                example=t("Ask the college for the room"),
            ),
            Choice(
                key="owner",
                label=ui.fit(t("Who does it?"), ui.limits.LABEL),
                options=options,
                value=value,
            ),
            PersonPick(
                key="who",
                label=ui.fit(t("Or somebody else?"), ui.limits.LABEL),
                required=False,
                hint=ui.fit(t("Whom you pick here does it."), ui.limits.HINT),
            ),
            by_day(t, "due", row.due if row else None),
        ),
    )


def nothing(t: Words) -> Message:
    """No meeting has been of which there could be notes."""
    return note(t("There has been no meeting yet to take notes of."))


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Several meetings may be meant."""
    return which_of(t, meetings, button)


def gone(t: Words, meeting: Meeting) -> Message:
    """It is not there any more."""
    said = t("That is not on the list any more.")
    return note(said, button(t, meeting))
