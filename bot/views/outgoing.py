"""The list of what goes out for a meeting, for its coordinators."""

from collections.abc import Sequence
from datetime import datetime

from bot import ui
from bot.core import plans
from bot.core.outgoing import Entry
from bot.core.plans import Audience
from bot.store.tables import Meeting
from bot.ui import (
    Area,
    Block,
    Button,
    Choice,
    Controls,
    Day,
    Form,
    Message,
    Option,
    Para,
    Row,
    Small,
    Text,
    Time,
)
from bot.views.meetings import intro
from bot.views.notes import note
from bot.views.words import Words

WORDS = 600
_SHOWN = 80
_OVER = 4
"""How many of those that have gone are shown."""


def whom(t: Words, audience: Audience) -> str:
    """An audience, as in "to …"."""
    return {
        "all": t("everybody, in the thread"),
        "unanswered": t("who has not answered"),
        "coming": t("who is coming"),
        "tasks": t("who leads something"),
        "there": t("who was there and has not looked back"),
        "coordinators": t("the coordinators"),
        "trying": t("who was there and has not said how it went"),
        "tellers": t("who was there"),
        "early": t("who said that it was too early"),
    }[audience]


def what(t: Words, entry: Entry) -> str:
    """What a reminder says, in short."""
    if entry.item.words:
        return ui.shorten(entry.item.words, _SHOWN)
    if entry.state == "empty":
        return t("The agenda, if there is one by then")
    return named(t, entry.item.plan.name)


def named(t: Words, plan: str) -> str:
    """What a reminder of the table says, in short; nothing for a coordinator's own."""
    return {
        plans.UNANSWERED: t("Will you come? One click is enough."),
        plans.AGENDA: t("The agenda, and what to do before"),
        plans.TODAY: t("The reminder of the day"),
        plans.HERE: t("Who is here?"),
        plans.LOOK_BACK: t("Looking back, one minute"),
        plans.ROLL: t("Who was there? If nobody has said it"),
        plans.NUDGE: t("Looking back, one minute"),
        plans.RESULTS: t("How many looked back, and what they said"),
        plans.TASK: t("How did the task go?"),
        plans.CLASS: t("What happened in class?"),
        plans.HARVEST: t("What happened in class, in figures"),
        plans.SUMMARY: t("What happened in class, in figures"),
        plans.AGAIN: t("What happened in class?"),
    }.get(plan, "")


def line(t: Words, meeting: Meeting, entry: Entry) -> Text:
    """A reminder in a line: when, to whom, to how many, and what."""
    plan = entry.item.plan
    said = t.text(
        "**{when}** to {whom} ({n}): {what}",
        when=t.when(plan.due, meeting.zone),
        whom=whom(t, plan.audience),
        n=entry.people,
        what=what(t, entry),
    )
    more = _more(t, entry)
    return (*said, ui.Span(f"\n{more}")) if more else said


def _more(t: Words, entry: Entry) -> str:
    if entry.state == "over":
        return _over(t, entry)
    notes = {
        "dropped": t("Dropped: it does not go out."),
        "missed": t("Not sent: there was no agenda then. You can send it now."),
        "too late": t("Not sent: the meeting has begun by then. Please move it."),
    }
    known = notes.get(entry.state, "")
    if not known and entry.thread and entry.item.private:
        known = t("Some of them I may not write to: they read it in the thread.")
    return known


def _over(t: Words, entry: Entry) -> str:
    sent = t.n("Sent: {n} message.", "Sent: {n} messages.", n=entry.sent)
    if not entry.held:
        return sent
    held = t.n(
        "Held back for {n} person, who had enough messages.",
        "Held back for {n} people, who had enough messages.",
        n=entry.held,
    )
    return f"{sent} {held}"


def page(
    t: Words, meeting: Meeting, entries: Sequence[Entry], now: datetime, *, after: bool
) -> Message:
    """Everything that goes out for a meeting, each with a way to change it, and what has gone: what
    comes before it or, with `after`, from its beginning on.
    """
    half = [e for e in entries if (e.item.plan.name in plans.AFTERWARDS) == after]
    to_come = t("In the meeting and after it:") if after else t("This goes out by itself:")
    blocks: list[Block] = [Para(ui.words(to_come))]
    for entry in half:
        if entry.state != "over":
            name = entry.item.plan.name
            button = Button(t("Change"), f"meeting:{meeting.id}:reminder:{name}")
            blocks.append(Row(line(t, meeting, entry), button))
    if len(blocks) == 1:
        blocks = [Para(ui.words(t("Nothing more goes out by itself.")))]
    gone = [entry for entry in half if entry.state == "over" and (entry.sent or entry.held)]
    blocks += [Para(line(t, meeting, entry)) for entry in gone[-_OVER:]]
    other = t("Before the meeting") if after else t("In the meeting and after it")
    turn = Button(other, f"meeting:{meeting.id}:reminders:{'before' if after else 'after'}")
    add = Button(t("Add a reminder"), f"meeting:{meeting.id}:remind", "primary")
    can_add = meeting.starts_at > now and not after
    blocks += [Controls((add, turn) if can_add else (turn,)), Small(_rule(t))]
    return Message(ui.shorten(ui.typed(meeting.title), 140), tuple(blocks))


def _rule(t: Words) -> str:
    return t("Nobody gets more than two private messages a week, or five for one meeting.")


def lines(t: Words, meeting: Meeting, entries: Sequence[Entry]) -> tuple[Block, ...]:
    """The same in short, for who is about to announce a meeting."""
    ahead = [entry for entry in entries if entry.state in ("to come", "empty")]
    if not ahead:
        return ()
    text: list[ui.Span | ui.Link | ui.Mention | ui.When] = [ui.Span(t("After that, by itself:"))]
    for entry in ahead:
        if entry.item.plan.name in plans.AFTERWARDS:
            continue
        said = t.text(
            "**{when}** to {whom}: {what}",
            when=t.when(entry.item.plan.due, meeting.zone),
            whom=whom(t, entry.item.plan.audience),
            what=what(t, entry),
        )
        text += [ui.Span("\n"), *said]
    after = t("In the meeting and after it: who is here, looking back, what happened in class.")
    if any(entry.item.plan.name in plans.AFTERWARDS for entry in ahead):
        text += [ui.Span("\n"), ui.Span(after)]
    return (Para(tuple(text)),)


def one(t: Words, meeting: Meeting, entry: Entry) -> Message:
    """One of them, and what can be done with it."""
    name, number = entry.item.plan.name, meeting.id
    is_fixed = name in plans.AFTERWARDS
    reword = Button(t("Move or reword"), f"meeting:{number}:reword:{name}", "primary")
    buttons = [] if is_fixed else [reword]
    if entry.state == "dropped":
        buttons.append(Button(t("Put it back"), f"meeting:{number}:put-back:{name}"))
    else:
        if entry.state != "empty" and not is_fixed:
            buttons.append(Button(t("Send it now"), f"meeting:{number}:remind-now:{name}"))
        buttons.append(Button(t("Drop it"), f"meeting:{number}:drop:{name}", "danger"))
    return note(line(t, meeting, entry), *buttons, all_of(t, meeting))


def all_of(t: Words, meeting: Meeting) -> Button:
    """The way to the list."""
    return Button(t("Reminders"), f"meeting:{meeting.id}:reminders")


def soon(t: Words, meeting: Meeting, entry: Entry) -> Message:
    """A reminder goes out soon; it can be undone."""
    plan = entry.item.plan
    said = t.n(
        "It goes to {n} person: {when}.",
        "It goes to {n} people: {when}.",
        n=entry.people,
        when=t.moment(plan.due, meeting.zone),
    )
    undo = Button(t("Undo"), f"meeting:{meeting.id}:remind-undo:{plan.name}")
    return note(said, undo, all_of(t, meeting))


def form(t: Words, meeting: Meeting, typed: dict[str, str], name: str = "") -> Form:
    """When, to whom, in which words; of a standard one (`name`) it is settled to whom."""
    is_own = not name or name.startswith(plans.OWN)
    options = tuple(Option(a, ui.fit(whom(t, a), ui.limits.OPTION)) for a in plans.AUDIENCES)
    choice = Choice(
        key="whom", label=t("To whom?"), options=options, value=typed.get("whom", "coming")
    )
    words = Area(
        key="words",
        label=t("What shall I say?"),
        value=typed.get("words", ""),
        most=WORDS,
        required=is_own,
        hint="" if is_own else t("Leave it empty for my own words."),
        example=t("Please bring your box."),
    )
    action = f"meeting:{meeting.id}:reword:{name}" if name else f"meeting:{meeting.id}:remind"
    return Form(
        action=action,
        title=ui.fit(t("Move or reword") if name else t("Add a reminder"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        intro=intro(t, meeting),
        fields=(
            Day(key="day", label=t("Which day?"), value=typed.get("day", ""), example="1.12.2026"),
            Time(key="time", label=t("What time?"), value=typed.get("time", ""), example="7:30"),
            *((choice,) if is_own else ()),
            words,
        ),
    )
