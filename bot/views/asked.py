"""What is answered to plain words: what may be meant, and a button for each."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Meeting
from bot.ui import Block, Button, Controls, Message, Para, Small, Text
from bot.views.meetings import line
from bot.views.words import Words

ECHOED = 120
"""So much of what was said is repeated."""
_NAMES = 300


def offered(
    t: Words, said: Text, buttons: Sequence[Button], coordinators: Sequence[str] = ()
) -> Message:
    """A sentence, and the buttons that may be meant; with whom to ask where only the
    `coordinators` can do it.
    """
    blocks: list[Block] = [Para(said), Controls(tuple(buttons))]
    if coordinators:
        names = ui.shorten(t.names(coordinators), _NAMES)
        blocks.append(Small(t("Coordinators: {names}", names=names)))
    return Message("", (*blocks, Small(t("Nothing changes until you press a button."))))


def about(t: Words, meetings: Sequence[Meeting]) -> Text:
    """Which meetings may be meant."""
    if not meetings:
        return ui.words(t("You may mean one of these."))
    if len(meetings) == 1:
        return t.text("You may mean {meeting}.", meeting=line(t, meetings[0]))
    first, second = meetings[:2]
    return t.text(
        "You may mean {meeting}, or {other}.", meeting=line(t, first), other=line(t, second)
    )


def no_such_day(t: Words, meeting: Meeting | None) -> Text:
    """A day was named, and no meeting is on it."""
    if meeting is None:
        return ui.words(t("I know of no meeting on that day."))
    return t.text(
        "I know of no meeting on that day. The next one is {meeting}.", meeting=line(t, meeting)
    )


def for_coordinators(t: Words, meeting: Meeting | None) -> Text:
    """What was asked for is not this person's to do."""
    said = ui.words(t("Only a coordinator of this network can do that. Please ask one of them."))
    return (*said, ui.Span("\n"), *line(t, meeting)) if meeting is not None else said


def unclear(t: Words, said: str, buttons: Sequence[Button]) -> Message:
    """Nothing was understood."""
    echo = " ".join(said.split())
    words = ui.words(t("Hello! Tell me in your own words what you need."))
    if echo:
        words = t.text(
            "I am not sure what you mean by “{words}”. Please say it in other words, or press:",
            words=ui.shorten(echo, ECHOED),
        )
    return offered(t, words, buttons)


def openly(t: Words, meeting: Meeting | None, buttons: Sequence[Button]) -> Message:
    """The answer where everybody reads it: nothing of the person, and not what they said."""
    said = t("Press a button: only you will see my answer.")
    shown: list[Block] = [Para(line(t, meeting))] if meeting is not None else []
    return Message("", (*shown, Para(ui.words(said)), Controls(tuple(buttons))))


def button(meeting: Meeting | None, label: str, action: str, *, named: bool = False) -> Button:
    """A button, which tells of which meeting it is where that is not clear (`named`), and always
    to who only hears it.
    """
    title = ui.typed(ui.shorten(meeting.title, 40)) if meeting is not None else ""
    full = ui.shorten(f"{label}: {title}", ui.limits.BUTTON) if title else label
    return Button(full if named else label, action, spoken=full)
